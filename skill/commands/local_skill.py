"""What a device on one's own machine needs: the skill, files beside its notebooks, Strava's token."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from skill.commands.options import settings_with
from skill.device.backend import Skill, in_process

TOKEN_SECONDS: Final = 1.5
"""How long an utterance waits for Strava to replace a token that is over, every six hours."""


def skill_here(db: Path | None) -> Skill:
    """The skill on a SQLite file, or on the store that the environment names.

    Raises:
        SettingsError: the environment asks for something that cannot be.
    """
    return in_process(settings_with(db))


def beside(db: Path | None, kind: str) -> Path:
    """A file of a device's own beside the notebooks, or in the data folder where no file is named for them.

    Args:
        db: the notebooks' SQLite file, where one is given.
        kind: what it is, as in "speaker.json".
    """
    settings = settings_with(db)
    if settings.database:
        return settings.database.with_suffix(f".{kind}")
    return settings.data_folder() / kind


def access_token(db: Path | None, user: str) -> str:
    """The access token of this machine's link to Strava, as Alexa gives hers; empty where none is."""
    from skill.commands.strava import linked_account  # noqa: PLC0415 - most speakers have no link
    from skill.strava.connection import Connection  # noqa: PLC0415 - as above

    account = linked_account(settings_with(db), user)
    if not account.file.path.exists():
        return ""
    with Connection(TOKEN_SECONDS) as connection:
        return account.access_token(connection, datetime.now(UTC))
