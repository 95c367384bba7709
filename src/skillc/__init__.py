"""Compile YAML action descriptors into an agent skill."""
