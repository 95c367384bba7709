# skillc copies this file into each skill; change it in src/skill_helper, not there
"""JSON text, small files, state, systems, outcome."""
