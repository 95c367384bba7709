"""Checks of schema findings."""
