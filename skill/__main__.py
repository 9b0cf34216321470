"""Runs the command line: `python -m skill talk`."""

from skill.commands.command_line import main

main()
