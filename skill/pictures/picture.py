"""The pictures by key: an exercise in a form, on a side."""

from functools import cache
from typing import Final, Literal

from skill.content.exercise import Exercise, Form, Side
from skill.content.loader import exercises
from skill.pictures.pose import drawn
from skill.pictures.poses import POSES
from skill.pictures.shapes import Drawing
from skill.pictures.view import WIDTH
from skill.value import Value

Frame = Literal["start", "end"]
BOTH: Final = "both"


class Picture(Value):
    """An exercise drawn at two moments.

    Attributes:
        key: "<exercise>.<form>.<side, or both>".
        side: the side that works; None where both feet do at once.
        start, end: the drawings, in a view of 400 by 300.
    """

    key: str
    exercise: str
    form: Form
    side: Side | None
    start: Drawing
    end: Drawing

    def frame(self, frame: Frame) -> Drawing:
        """One of the two drawings."""
        return self.start if frame == "start" else self.end


def key_of(exercise: str, form: Form, side: Side | None) -> str:
    """The key of the picture of an exercise in a form; `side` is None where both feet work."""
    return f"{exercise}.{form}.{side or BOTH}"


def _keys(exercise: Exercise) -> list[str]:
    return [
        key_of(exercise.id, form, side)
        for form in exercise.forms
        for side in exercise.sides_in(form) or (None,)
    ]


KEYS: Final[tuple[str, ...]] = tuple(key for exercise in exercises().values() for key in _keys(exercise))
"""All pictures there are: every exercise in each form, on each side."""


@cache
def picture_of(key: str) -> Picture:
    """The picture of that key.

    Raises:
        KeyError: there is none.
    """
    if key not in KEYS:
        raise KeyError(key)
    exercise, form, working = key.split(".")
    pose = POSES[exercise][Form(form)]
    start, end = drawn(pose.start), drawn(pose.end)
    side = None if working == BOTH else Side(working)
    if side not in (None, pose.side):
        start, end = (tuple(item.mirrored(WIDTH) for item in drawing) for drawing in (start, end))
    return Picture(key, exercise, Form(form), side, start, end)
