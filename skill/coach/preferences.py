"""How a runner likes to be coached."""

from collections.abc import Mapping
from enum import StrEnum

from skill.coach.sides import Sides
from skill.value import Value

SHORTEST_HOLD = 10
LONGEST_HOLD = 60
HOLD_STEP = 5
"""Seconds by which "longer holds" and "shorter holds" change a hold."""


class CountStyle(StrEnum):
    """Which seconds of a hold are counted aloud."""

    EVERY_SECOND = "every-second"
    EVERY_FIVE = "every-five"
    LAST_FIVE = "last-five"
    HALFWAY = "halfway"


class CountDirection(StrEnum):
    """Whether a hold is counted up or down."""

    UP = "up"
    DOWN = "down"


class Pace(StrEnum):
    """How long the pauses are; a counted second stays a second."""

    SLOWER = "slower"
    NORMAL = "normal"
    FASTER = "faster"


class Flow(StrEnum):
    """Whether the routine continues by itself after an exercise."""

    FLOW_ON = "flow-on"
    WAIT_FOR_ME = "wait-for-me"


class Words(StrEnum):
    """How much the coach says between the counts."""

    MOST = "most"
    """Every instruction in full, every time."""
    USUAL = "usual"
    """Less of what is known, more of what was asked about."""
    FEWER = "fewer"
    """Names, sides and lengths."""
    FEWEST = "fewest"
    """Sides and counts."""


class Preferences(Value):
    """How a runner likes to be coached; None means what is usual for each exercise.

    Attributes:
        hold_seconds: length of each hold, `SHORTEST_HOLD` to `LONGEST_HOLD`.
        massage_seconds: length of each massage.
        repetitions: how often each repeated exercise is done.
        sets: how often each exercise is done on each side.
        sides: which sides each new routine has; the steps of one under way have their own.
    """

    hold_seconds: int | None = None
    massage_seconds: int | None = None
    repetitions: int | None = None
    sets: int | None = None
    count_style: CountStyle = CountStyle.EVERY_SECOND
    count_direction: CountDirection = CountDirection.UP
    pace: Pace = Pace.NORMAL
    flow: Flow = Flow.FLOW_ON
    sides: Sides = Sides.BOTH
    words: Words = Words.USUAL


WORDED: Mapping[str, type[StrEnum]] = {
    name: type(usual)
    for name, usual in zip(Preferences.__struct_fields__, Preferences.__struct_defaults__, strict=True)
    if isinstance(usual, StrEnum)
}
"""The preferences that are one word of a few, by name; their lines are `adjusting.which.<name>` and
`adjusting.<name>.<word>`."""
