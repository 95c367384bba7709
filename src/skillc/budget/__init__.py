"""What pages cost a reader."""
