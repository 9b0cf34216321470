"""The command line.

Each command is imported when it is used, so that none waits for another's parts; and it imports what only an
extra brings when it runs, so that `--help` works wherever click is.
"""

import importlib
from typing import Any

import click

from skill.content.loader import ContentError
from skill.ears.transcript import EarsError
from skill.extras import what_is_missing
from skill.hearing.locales import LocaleError
from skill.importing.found import ImportingError
from skill.settings import SettingsError
from skill.sound.errors import SoundError
from skill.storage.repository import StorageError
from skill.web import BindError

COMMANDS = {
    "check": "skill.commands.check:check",
    "export": "skill.commands.export:export_data",
    "import": "skill.commands.import_runs:import_runs",
    "render": "skill.commands.render:render",
    "serve": "skill.commands.serve:serve",
    "shoes": "skill.commands.shoes:shoes",
    "strava": "skill.commands.strava:strava",
    "talk": "skill.commands.talk:talk",
    "understand": "skill.commands.understand:understand",
    "web": "skill.commands.web:web",
}
"""Each command, and where it is."""
ONE_LINE = (
    BindError,
    ContentError,
    EarsError,
    ImportingError,
    LocaleError,
    SettingsError,
    SoundError,
    StorageError,
)
"""Errors that are no faults of ours: a command ends with their message, which says what to do."""


class LazyGroup(click.Group):
    """A group whose commands are imported by name, and end with one line where they cannot be carried out."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """The names of the commands."""
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - as above
        """The command of that name."""
        if cmd_name not in COMMANDS:
            return None
        module, _, name = COMMANDS[cmd_name].partition(":")
        command: Any = getattr(importlib.import_module(module), name)
        assert isinstance(command, click.Command)  # noqa: S101 - the table above is wrong otherwise
        return command

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command that was named."""
        try:
            return super().invoke(ctx)
        except ModuleNotFoundError as error:
            if (line := what_is_missing(error)) is None:
                raise
            raise click.ClickException(line) from error
        except ONE_LINE as error:
            raise click.ClickException(str(error)) from error


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Foot Coach: stretches, strengthening and shoes for runners, by voice."""
