"""Plays samples through whatever player this machine has."""

import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Final

from skill.speaker.errors import SpeakerError
from skill.speaker.performance.sound import Samples
from skill.speaker.sound_file import wav_bytes

PLAYERS: Final = (
    ("paplay",),
    ("pw-play",),
    ("aplay", "-q"),
    ("afplay",),
    ("ffplay", "-autoexit", "-nodisp", "-loglevel", "quiet"),
)
"""Commands that play a WAV file to its end: PulseAudio, PipeWire, ALSA, macOS, FFmpeg."""


class NoPlayerError(SpeakerError):
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


def play(samples: Samples, sample_rate: int, player: tuple[str, ...]) -> None:
    """Play to the end.

    Raises:
        NoPlayerError: the player failed, as it does where there is no sound card.
    """
    with tempfile.TemporaryDirectory(prefix="foot-coach-") as folder:
        path = Path(folder, "speech.wav")
        path.write_bytes(wav_bytes(samples, sample_rate))
        done = subprocess.run(  # noqa: S603 - a command of PLAYERS with a path of ours
            [*player, str(path)], capture_output=True, check=False
        )
    if done.returncode:
        said = done.stderr.decode(errors="replace").strip().splitlines()
        raise NoPlayerError(f"{player[0]} could not play: {said[-1] if said else 'it gave no reason'}")
