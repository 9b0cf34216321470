"""Finds when words begin in a sound, from its samples alone."""

from typing import Final

import numpy as np
import numpy.typing as npt

from skill.sound.performance import Samples

QUIET: Final = 200
"""Samples up to this are silence: 44 dB below the loudest."""

PAUSE: Final = 0.08
"""Seconds of silence between two words. Inside a number said slowly it is quiet for 0.07 s at most."""


def onsets(sound: Samples, sample_rate: int) -> npt.NDArray[np.float64]:
    """The seconds at which sound begins after a pause, or at all."""
    loud = np.flatnonzero(np.abs(sound.astype(np.int32)) > QUIET)
    if not loud.size:
        return np.zeros(0)
    begins = np.flatnonzero(np.diff(loud) > PAUSE * sample_rate) + 1
    return np.asarray(loud[np.concatenate([[0], begins])] / sample_rate, dtype=np.float64)
