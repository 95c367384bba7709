"""Checks of action findings."""
