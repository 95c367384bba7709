"""What can be wrong with a text that people or agents read."""
