"""Begin a skill or an action: files that validate but for what is marked `TODO:` in them."""
