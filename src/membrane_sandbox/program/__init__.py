"""The stand-in for the `membrane` program: what it takes on the command line, and what it prints in which dialect."""
