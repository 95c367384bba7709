"""The modules that are linked into the one helper script: standard library only, Python 3.9 and later."""
