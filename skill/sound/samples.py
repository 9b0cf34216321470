"""Sound as samples: 16-bit mono arrays, put one after the other or on top of each other."""

from collections.abc import Sequence
from typing import Final, Protocol

import numpy as np
import numpy.typing as npt

Samples = npt.NDArray[np.int16]

_LOUDEST: Final = np.iinfo(np.int16).max


class Speaker(Protocol):
    """A voice as the players need it."""

    sample_rate: int

    def speak(self, text: str) -> Samples:
        """The sound of a plain text, from its first audible sample to its last."""


def silence(milliseconds: float, sample_rate: int) -> Samples:
    """No sound for that long."""
    return np.zeros(round(milliseconds * sample_rate / 1000), dtype=np.int16)


def join(pieces: Sequence[Samples]) -> Samples:
    """One after the other."""
    return np.concatenate(pieces) if pieces else np.zeros(0, dtype=np.int16)


def mix(pieces: Sequence[Samples]) -> Samples:
    """All from the same moment; as long as the longest, and clipped where together they are too loud."""
    total = np.zeros(max(map(len, pieces), default=0), dtype=np.int32)
    for piece in pieces:
        total[: len(piece)] += piece
    return np.clip(total, -_LOUDEST, _LOUDEST).astype(np.int16)
