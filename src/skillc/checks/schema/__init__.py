"""What can be wrong with a schema, wherever it stands."""
