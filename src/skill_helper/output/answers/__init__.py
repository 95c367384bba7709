# skillc copies this file into each skill; change it in src/skill_helper, not there
"""Answers instead of rows: `--where`, `--sum`, `--by` and `--count-by`, worked out over all rows, exactly."""
