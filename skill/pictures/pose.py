"""What is drawn of an exercise in one form: two moments of it, and which side works in them as they stand."""

from skill.content.exercise import Side
from skill.pictures.shapes import Drawing, Group, Shape, in_one
from skill.pictures.view import Lens, Part
from skill.value import Value


class Pose(Value):
    """Two moments of an exercise.

    Attributes:
        start: how it begins, what is far away first.
        end: how the stretch, the roll or the repetition is at its furthest.
        side: the side that works in both, as they are written.
    """

    start: tuple[Part | Lens, ...]
    end: tuple[Part | Lens, ...]
    side: Side = Side.RIGHT


def drawn(parts: tuple[Part | Lens, ...]) -> Drawing:
    """The shapes of the parts, in their order."""
    drawing: list[Shape | Group] = []
    for part in parts:
        drawing += part.drawn() if isinstance(part, Lens) else in_one(part.shapes())
    return tuple(drawing)
