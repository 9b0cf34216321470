"""What a picture is made of: outlines with a fill and a line, and groups that a clip cuts."""

from collections.abc import Iterable
from typing import Final

from skill.pictures.geometry import Path, mirrored
from skill.pictures.palette import Role
from skill.value import Value, replace


class Shape(Value):
    """One outline.

    Attributes:
        fill: the colour inside; None for a line alone.
        line: the colour of the line; None for none.
        width: of the line.
        opacity: from 0 to 1; where it is below, parts of the shape do not overlap.
    """

    path: Path
    fill: Role | None = None
    line: Role | None = None
    width: float = 0.0
    opacity: float = 1.0

    def mirrored(self, width: float) -> "Shape":
        """As in a mirror, in a view of that width."""
        return replace(self, path=mirrored(self.path, width))


class Group(Value):
    """Shapes of which only what is inside the clip is seen."""

    clip: Path
    shapes: tuple[Shape, ...]

    def mirrored(self, width: float) -> "Group":
        """As in a mirror, in a view of that width."""
        return Group(mirrored(self.clip, width), tuple(shape.mirrored(width) for shape in self.shapes))


LINE: Final = 2.5
"""How thick the lines are."""

Drawing = tuple[Shape | Group, ...]


def flesh(path: Path, fill: Role) -> Shape:
    """An outline with the line that everything solid has."""
    return Shape(path, fill, Role.LINE, LINE)


def in_one(shapes: Iterable[Shape]) -> tuple[Shape, ...]:
    """The shapes, each line joined to the one that it follows, if they are alike."""
    together: list[Shape] = []
    for shape in shapes:
        last = together[-1] if together else None
        if last and not shape.fill and replace(last, path=shape.path) == shape:
            together[-1] = replace(last, path=last.path + shape.path)
        else:
            together.append(shape)
    return tuple(together)
