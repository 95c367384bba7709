"""What can be wrong with skill.yaml."""
