# skillc copies this file into each skill; change it in src/skill_helper, not there
"""The helper that ships with a skill: standard library only, Python 3.9 and later."""
