"""Finds what this machine plays sound with."""

import shutil
from typing import Final

from skill.sound.errors import SoundError

PLAYERS: Final = (
    ("paplay",),
    ("pw-play",),
    ("aplay", "-q"),
    ("afplay",),
    ("ffplay", "-autoexit", "-nodisp", "-loglevel", "quiet"),
)
"""Commands that play a WAV file to its end: PulseAudio, PipeWire, ALSA, macOS, FFmpeg."""


class NoPlayerError(SoundError):
    """Nothing on this machine can play a sound; the message says what would."""


def find_player() -> tuple[str, ...]:
    """The first of `PLAYERS` that is installed.

    Raises:
        NoPlayerError: none is.
    """
    for command in PLAYERS:
        if shutil.which(command[0]):
            return command
    names = ", ".join(command[0] for command in PLAYERS)
    raise NoPlayerError(f"Nothing here plays sound: install one of {names}, or write a file with `render`.")
