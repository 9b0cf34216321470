"""Runs the command line: `python -m skill talk`."""

from skill.cli import main

main()
