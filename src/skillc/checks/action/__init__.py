"""What can be wrong with an action."""
