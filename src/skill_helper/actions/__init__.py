# skillc copies this file into each skill; change it in src/skill_helper, not there
"""An action in a connection: bound to live names, paged, aimed at a record."""
