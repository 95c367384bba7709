# skillc copies this file into each skill; change it in src/skill_helper, not there
"""What a caller can ask for: one command each."""
