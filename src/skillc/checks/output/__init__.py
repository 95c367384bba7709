"""What can be wrong with a page that was rendered, before it is written."""
