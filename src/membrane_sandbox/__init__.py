"""A local Membrane with a demo Faktoora account behind it."""
