"""Points, circles and the outlines around them; lengths in units of the view, x to the right, y down."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import acos, atan2, cos, degrees, hypot, pi, radians, sin
from typing import Final, NamedTuple

Point = tuple[float, float]
Command = tuple[str | float, ...]
Path = tuple[Command, ...]
"""A path's commands, absolute, as SVG names them: M, L, Q, C, Z, and A along circles alone."""

STRETCH: Final = 1.04
"""How much longer than its bones a straight limb may be drawn."""
_ALIKE: Final = 1e-6


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
    """A circle's outline."""
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


def limb(joints: Sequence[Circle]) -> Path:
    """The outline of flesh around joints in a row: round at both ends and around each bend.

    Args:
        joints: two or more; none lies inside its neighbour.
    """
    there = _side(joints)
    back = _side(tuple(reversed(joints)))
    return (("M", *there[0][1:]), *there[1:], *back[1:], ("Z",))


def _side(joints: Sequence[Circle]) -> list[Command]:
    """The tangents along one side, arcs where joints bend away from it, and the arc around the end."""
    tangents = [_tangent(a, b) for a, b in pairwise(joints)]
    steps: list[Command] = [("L", *tangents[0][0])]
    for joint, ((start, end), (following, far)) in zip(joints[1:], pairwise(tangents), strict=False):
        crossing = _crossing(start, end, following, far)
        if crossing:
            steps.append(("L", *crossing))
        else:
            steps += [("L", *end), _arc(joint, following)]
    last = joints[-1]
    end = tangents[-1][1]
    steps += [("L", *end), _arc(last, _tangent(last, joints[-2])[0], large=joints[-2].r < last.r)]
    return steps


def _arc(around: Circle, end: Sequence[str | float], *, large: bool = False) -> Command:
    return ("A", around.r, around.r, 0, int(large), 0, *end)


def _tangent(a: Circle, b: Circle) -> tuple[Point, Point]:
    """Where the line that touches both, on the right of the way from a to b as it is seen, touches them."""
    apart = hypot(b.x - a.x, b.y - a.y)
    if apart <= abs(a.r - b.r) + _ALIKE:
        raise ValueError(f"{a} and {b} lie in each other")
    angle = direction(a.centre, b.centre) + degrees(acos((a.r - b.r) / apart))
    return at(a.centre, angle, a.r), at(b.centre, angle, b.r)


def _crossing(a: Point, b: Point, c: Point, d: Point) -> Point | None:
    """Where the stretches from a to b and from c to d cross, if they do."""
    x1, y1, x2, y2 = b[0] - a[0], b[1] - a[1], d[0] - c[0], d[1] - c[1]
    across = x1 * y2 - y1 * x2
    if abs(across) < _ALIKE:
        return None
    share = ((c[0] - a[0]) * y2 - (c[1] - a[1]) * x2) / across
    other = ((c[0] - a[0]) * y1 - (c[1] - a[1]) * x1) / across
    return between(a, b, share) if 0 <= share <= 1 and 0 <= other <= 1 else None


def hull(circles: Iterable[Circle]) -> Path:
    """The tightest outline around circles, as a ribbon drawn around coins."""
    coins = list(circles)
    start = max(coins, key=lambda coin: coin.x + coin.r)
    around: list[tuple[Circle, float]] = []
    current, heading = start, 0.0
    while not around or current is not start:
        following, heading = _next(current, heading, coins)
        around.append((following, heading))
        current = following
    path: list[Command] = [("M", *_touching(start, around[0][1]))]
    for (coin, reached), (_, left) in zip(around, (*around[1:], around[0]), strict=True):
        large = _ALIKE < (reached - left - pi) % (2 * pi) < pi
        path += [
            ("L", *_touching(coin, reached)),
            ("A", coin.r, coin.r, 0, int(large), 0, *_touching(coin, left)),
        ]
    return (*path, ("Z",))


def _next(current: Circle, heading: float, coins: list[Circle]) -> tuple[Circle, float]:
    """The coin that the ribbon touches after this one, and its heading on the way there."""
    headings = {
        coin: _normal(current, coin) for coin in coins if coin is not current and _outside(current, coin)
    }
    following = min(headings, key=lambda coin: (heading - headings[coin] + _ALIKE) % (2 * pi))
    return following, headings[following]


def _outside(a: Circle, b: Circle) -> bool:
    return hypot(b.x - a.x, b.y - a.y) > abs(a.r - b.r) + _ALIKE


def _normal(a: Circle, b: Circle) -> float:
    """The angle at which the ribbon leaves a for b, going anticlockwise around both, in radians."""
    apart = hypot(b.x - a.x, b.y - a.y)
    return atan2(b.y - a.y, b.x - a.x) + acos((a.r - b.r) / apart)


def _touching(coin: Circle, angle: float) -> Point:
    return (coin.x + coin.r * cos(angle), coin.y + coin.r * sin(angle))


def mirrored(path: Path, width: float) -> Path:
    """The path as in a mirror, in a view of that width."""
    return tuple(_mirrored(command, width) for command in path)


def moved(path: Path, by: Point) -> Path:
    """The path somewhere else."""
    return tuple(_moved(command, by) for command in path)


def _mirrored(command: Command, width: float) -> Command:
    name, *values = command
    if name == "A":
        rx, ry, tilt, large, sweep, x, y = (float(value) for value in values)
        return ("A", rx, ry, -tilt, large, 1 - sweep, width - x, y)
    return (name, *(value if place % 2 else width - float(value) for place, value in enumerate(values)))


def _moved(command: Command, by: Point) -> Command:
    name, *values = command
    if name == "A":
        *ahead, x, y = values
        return ("A", *ahead, float(x) + by[0], float(y) + by[1])
    return (name, *(float(value) + by[place % 2] for place, value in enumerate(values)))
