"""What pages cost their readers."""
