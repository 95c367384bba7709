"""Checks of text findings."""
