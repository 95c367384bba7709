"""A new skill or action: files that are valid except for what is marked `TODO:`."""
