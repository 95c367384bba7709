"""Bytes to disk, all or nothing."""
