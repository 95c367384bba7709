# skillc copies this file into each skill; change it in src/skill_helper, not there
"""What we ask of Membrane: find and start the program, calls, connections, proxy requests, replies, errors."""
