"""Apps that the stand-in for `membrane` serves: each module answers requests from a folder of JSON files."""
