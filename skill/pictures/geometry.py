"""Points, circles and the outlines around them; lengths in units of the view, x to the right, y down."""

from math import acos, atan2, cos, degrees, hypot, radians, sin
from typing import Final, NamedTuple

Point = tuple[float, float]
Line = tuple[Point, Point]
Command = tuple[str | float, ...]
Path = tuple[Command, ...]
"""A path's commands, absolute, as SVG names them: M, L, Q, C, Z, and A along circles alone."""

STRETCH: Final = 1.04
"""How much longer than its bones a straight limb may be drawn."""


class Circle(NamedTuple):
    """A joint with flesh around it: its centre and radius."""

    x: float
    y: float
    r: float

    @property
    def centre(self) -> Point:
        """Where it is."""
        return (self.x, self.y)


def at(origin: Point, angle: float, distance: float) -> Point:
    """The point that far from another; 0 degrees to the right, 90 down."""
    return (origin[0] + distance * cos(radians(angle)), origin[1] + distance * sin(radians(angle)))


def turned(point: Point, angle: float, scale: float = 1.0) -> Point:
    """A vector turned by degrees, clockwise as it is seen, and scaled."""
    c, s = cos(radians(angle)) * scale, sin(radians(angle)) * scale
    return (point[0] * c - point[1] * s, point[0] * s + point[1] * c)


def between(a: Point, b: Point, share: float) -> Point:
    """The point on the way from one to the other."""
    return (a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share)


def direction(a: Point, b: Point) -> float:
    """The angle from one point to the other, in degrees."""
    return degrees(atan2(b[1] - a[1], b[0] - a[0]))


def bend(root: Point, end: Point, upper: float, lower: float, *, outward: bool) -> Point:
    """The joint between two bones of a limb.

    Args:
        root: where the upper bone begins.
        end: where the lower bone ends.
        upper: the length of the upper bone.
        lower: the length of the lower one.
        outward: whether it bends to the left of the way from root to end, as it is seen.

    Raises:
        ValueError: the bones cannot reach.
    """
    reach = hypot(end[0] - root[0], end[1] - root[1])
    whole = upper + lower
    if whole < reach <= whole * STRETCH:
        return between(root, end, upper / whole)
    if not abs(upper - lower) <= reach <= whole:
        raise ValueError(
            f"bones of {upper:.1f} and {lower:.1f} do not reach {reach:.1f} from {root} to {end}"
        )
    inner = degrees(acos((upper**2 + reach**2 - lower**2) / (2 * upper * reach)))
    return at(root, direction(root, end) + (-inner if outward else inner), upper)


def circle(x: float, y: float, r: float) -> Path:
    """A circle's outline, on whole tenths: half a circle whose ends lie off by one is no half circle."""
    x, y, r = (round(value, 1) for value in (x, y, r))
    return (("M", x + r, y), ("A", r, r, 0, 0, 0, x - r, y), ("A", r, r, 0, 0, 0, x + r, y), ("Z",))


def line(*points: Point) -> Path:
    """A line through the points, open."""
    return (("M", *points[0]), *(("L", *point) for point in points[1:]))


def closed(*points: Point) -> Path:
    """A polygon."""
    return (*line(*points), ("Z",))


def curve(start: Point, *parts: tuple[Point, Point] | tuple[Point, Point, Point]) -> Path:
    """An open curve: each part has one or two points that pull it, and the one at which it ends."""
    return (
        ("M", *start),
        *(("Q" if len(part) == 2 else "C", *(value for point in part for value in point)) for part in parts),  # noqa: PLR2004
    )


def slab(left: float, top: float, right: float, bottom: float, r: float) -> Path:
    """A rectangle with round corners."""
    return (
        ("M", left + r, top),
        ("L", right - r, top),
        ("A", r, r, 0, 0, 1, right, top + r),
        ("L", right, bottom - r),
        ("A", r, r, 0, 0, 1, right - r, bottom),
        ("L", left + r, bottom),
        ("A", r, r, 0, 0, 1, left, bottom - r),
        ("L", left, top + r),
        ("A", r, r, 0, 0, 1, left + r, top),
        ("Z",),
    )


def mirrored(path: Path, width: float) -> Path:
    """The path as in a mirror, in a view of that width."""
    return tuple(_mirrored(command, width) for command in path)


def _mirrored(command: Command, width: float) -> Command:
    name, *values = command
    if name == "A":
        rx, ry, tilt, large, sweep, x, y = (float(value) for value in values)
        return ("A", rx, ry, -tilt, large, 1 - sweep, width - x, y)
    return (name, *(value if place % 2 else width - float(value) for place, value in enumerate(values)))
