"""Pack a built skill for its users: what each kind of agent or registry takes, byte for byte the same everywhere."""
