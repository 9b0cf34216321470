"""Speaks replies aloud through whatever this machine plays sound with, and falls silent when interrupted."""

import shutil
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from skill.sound.errors import SoundError
from skill.sound.performance import SpeaksText, perform
from skill.sound.sound_file import wav_bytes

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


class SpokenReplies:
    """A voice and a player.

    Args:
        voice: says the replies.

    Raises:
        NoPlayerError: nothing on this machine plays sound.
    """

    def __init__(self, voice: SpeaksText) -> None:
        self._player = find_player()
        self._voice = voice
        self._folder = tempfile.TemporaryDirectory(prefix="foot-coach-")
        self._process: subprocess.Popen[bytes] | None = None

    def begin(self, response: Mapping[str, Any]) -> None:
        """Begin to speak a response body; whatever was being said stops."""
        self.stop()
        path = Path(self._folder.name, "reply.wav")
        path.write_bytes(wav_bytes(perform(response, self._voice), self._voice.sample_rate))
        self._process = subprocess.Popen(  # noqa: S603 - a player of ours with a file of ours
            [*self._player, str(path)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )

    def stop(self) -> None:
        """Fall silent."""
        if self._process and self._process.poll() is None:
            self._process.terminate()
            self._process.wait()
        self._process = None

    def close(self) -> None:
        """Fall silent for good."""
        self.stop()
        self._folder.cleanup()
