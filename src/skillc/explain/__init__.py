"""Documentation made from code."""
