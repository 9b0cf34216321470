"""What ears make of a sound, and what every pair of ears can do."""

from collections.abc import Sequence
from typing import Protocol

from skill.value import Value

SAMPLE_RATE = 16_000
"""Samples a second of what ears hear."""

SAMPLE_BYTES = 2
"""Of a sample: 16 bits, signed, little-endian."""


class EarsError(Exception):
    """There are no such ears, or what they got is no sound; the message says what to do, in one line."""


class Transcript(Value):
    """The words in a sound.

    Attributes:
        text: what was said; empty where nothing was, or nothing that could be made out.
        sure: whether it is to be trusted where nobody was asked to speak.
    """

    text: str = ""
    sure: bool = False


class Ears(Protocol):
    """Whatever writes down what it hears. Safe to share by threads.

    Attributes:
        name: what the user is told of it: whose it is, and where it hears.
    """

    name: str

    def transcribe(self, sound: bytes, likely: Sequence[str] = ()) -> Transcript:
        """The words in a sound.

        Args:
            sound: samples of `SAMPLE_BYTES`, `SAMPLE_RATE` a second, one channel.
            likely: phrases that may be said now, as they are written; any other may be said as well.
        """

    def prepare(self, likely: Sequence[str]) -> None:
        """Get ready for phrases, so that the first of them is heard as fast as the next."""
