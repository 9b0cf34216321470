"""Ears for one's own machine: what was said, from its samples."""
