"""A demo Faktoora account that answers like the documented REST API. Knows nothing of Membrane."""
