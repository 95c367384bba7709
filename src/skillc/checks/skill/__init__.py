"""Checks of skill findings."""
