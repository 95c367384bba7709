# skillc copies this file into each skill; change it in src/skill_helper, not there
"""Words to typed values."""
