"""What can be wrong with the rendered files, before they are written."""
