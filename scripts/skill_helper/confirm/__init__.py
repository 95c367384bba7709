# skillc copies this file into each skill; change it in src/skill_helper, not there
"""Between a change and the account: read-only mode, plan, digest."""
