# skillc copies this file into each skill; change it in src/skill_helper, not there
"""The validator, shared with the compiler."""
