# skillc copies this file into each skill; change it in src/skill_helper, not there
"""What the caller sees: envelope, rows, files."""
