"""How long the silences are, in seconds at the normal pace.

People who follow guided workouts ask for 5 to 10 s to switch sides, a get-ready word before each hold and a
few seconds to come back after a pause. The figures here are at the short end of that, because a runner can
ask for a slower pace.
"""

from skill.coach.preferences import Pace
from skill.content.exercise import Position

GET_INTO_POSITION = {
    Position.STANDING: 5.0,
    Position.SEATED: 6.0,
    Position.HANDS_AND_KNEES: 7.0,
    Position.FLOOR: 8.0,
}
"""From the moment when the position is known; what is said meanwhile is part of it."""
SETTLE = 2.0
"""At least so long nothing is said before a first bout."""
FIRST_COUNT_WITHIN = 30.0
"""From the beginning of a reply; somebody stands at the wall by then and wants to begin."""
SWITCH_SIDES = 5.0
NEXT_SET = 5.0
REENTRY = 4.0
"""Between the reminder and "ready" when a bout is taken up again."""
READY = 1.0
REST = 6.0
"""After an exercise, when the next one has been named."""
BREATH = 1.0

PACE_FACTOR = {Pace.SLOWER: 1.5, Pace.NORMAL: 1.0, Pace.FASTER: 0.6}
"""The pauses are multiplied by it; a repetition's tempo changes half as much, see `tempo_factor`."""


def tempo_factor(pace: Pace) -> float:
    """The factor of a repetition's tempo: it changes half as much as pauses do, because muscles limit it."""
    return 1 + (PACE_FACTOR[pace] - 1) / 2
