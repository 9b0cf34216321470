"""Runs the command line: `python -m skill talk`."""

import sys

from skill.extras import what_is_missing


def main() -> None:
    """Run the command that the arguments name; without the command line's library, say how to install it."""
    try:
        from skill.commands.command_line import main as run  # noqa: PLC0415 - it may not be installed
    except ModuleNotFoundError as error:
        sys.exit(what_is_missing(error) or str(error))
    run()


if __name__ == "__main__":
    main()
