"""Sound as samples, 16-bit mono arrays: a response performed, each of its texts where the timeline has it."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final, Protocol

import numpy as np
import numpy.typing as npt

from skill.sound.timeline import component_of, play

Samples = npt.NDArray[np.int16]

_LOUDEST: Final = np.iinfo(np.int16).max


class SpeaksText(Protocol):
    """A voice as the players need it."""

    sample_rate: int

    def speak(self, text: str) -> Samples:
        """The sound of a plain text, from its first audible sample to its last."""


def perform(response: Mapping[str, Any], voice: SpeaksText) -> Samples:
    """The sound of a response's JSON (`{"outputSpeech": ..., "directives": [...]}`), without its reprompt.

    Raises:
        SpeechError, DocumentError, BindingError: a device would refuse it.
    """
    rate = voice.sample_rate
    spoken: dict[str, Samples] = {}

    def seconds_of(text: str) -> float:
        spoken[text] = voice.speak(text)
        return len(spoken[text]) / rate

    timeline = play(component_of(response), seconds_of)
    pieces = [(round(planned.at * rate), spoken[planned.text]) for planned in timeline.planned]
    return place(pieces, round(timeline.seconds * rate))


def silence(milliseconds: float, sample_rate: int) -> Samples:
    """No sound for that long."""
    return np.zeros(round(milliseconds * sample_rate / 1000), dtype=np.int16)


def join(pieces: Sequence[Samples]) -> Samples:
    """One after the other."""
    return np.concatenate(pieces) if pieces else np.zeros(0, dtype=np.int16)


def place(pieces: Iterable[tuple[int, Samples]], length: int) -> Samples:
    """Each piece where it begins, in samples; clipped where together they are too loud.

    Args:
        pieces: begins and sounds, in any order.
        length: of the whole, in samples; longer where a piece lasts longer.
    """
    placed = list(pieces)
    total = np.zeros(max([length, *(begin + len(piece) for begin, piece in placed)]), dtype=np.int32)
    for begin, piece in placed:
        total[begin : begin + len(piece)] += piece
    return np.clip(total, -_LOUDEST, _LOUDEST).astype(np.int16)
