# skillc copies this file into each skill; change it in src/skill_helper, not there
"""From the names that callers know to what goes out: codecs, bodies, queries."""
