"""Attacks on the skill, each run here on real parts: what was tried, what came of it, whether that held."""
