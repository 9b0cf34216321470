"""The outlines around circles: a limb around joints in a row, a hull around all of them."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import acos, atan2, cos, dist, hypot, pi, radians, sin
from typing import Final

from skill.pictures.geometry import Circle, Command, Line, Path, Point, at, between, direction

SOFTNESS: Final = 0.9
"""How far from a bend its curve begins, in radii of the joint."""
SHARP: Final = 1.7
"""From how far outside a bend, in radii of the joint, an arc goes around it."""
PARALLEL: Final = 0.02
WIDE: Final = 2.0
"""How many radians an arc may go around, so that it is drawn in one."""
_ALIKE: Final = 1e-6


def limb(joints: Sequence[Circle]) -> Path:
    """The outline of flesh around joints in a row: round at both ends, soft at each bend.

    Args:
        joints: two or more; none lies inside its neighbour.
    """
    there, back = _side(joints), _side(tuple(reversed(joints)))
    return (("M", *there[0][1:]), *there[1:], *back[1:], ("Z",))


def _side(joints: Sequence[Circle]) -> list[Command]:
    """The tangents along one side, soft where joints bend it, and around the end."""
    tangents = [_tangent(a, b) for a, b in pairwise(joints)]
    steps: list[Command] = [("L", *tangents[0][0])]
    for joint, (along, onward) in zip(joints[1:], pairwise(tangents), strict=False):
        steps += _corner(joint, along, onward)
    before, last = joints[-2:]
    return [*steps, ("L", *tangents[-1][1]), *_around(last, _normal(before, last), _normal(last, before))]


def _corner(joint: Circle, along: Line, onward: Line) -> list[Command]:
    """What leads from one tangent to the next: a curve pulled toward the point at which they meet."""
    corner = _meeting(along, onward)
    if corner is None:
        return [("L", *along[1])]
    turn = direction(*onward) - direction(*along)
    outer = sin(radians(turn)) < 0
    if outer and dist(corner, joint.centre) > joint.r * SHARP:
        left, right = (radians(direction(joint.centre, point)) for point in (along[1], onward[0]))
        return [("L", *along[1]), *_around(joint, left, right)]
    if not outer and (dist(corner, along[1]) > dist(*along) or dist(corner, onward[0]) > dist(*onward)):
        return [("L", *between(*along, 0.5)), ("Q", *joint.centre, *between(*onward, 0.5))]
    room = min(dist(corner, between(*along, 0.5)), dist(corner, between(*onward, 0.5)))
    soft = min(room, dist(corner, along[1]) + joint.r * SOFTNESS)
    before, after = (at(corner, direction(*way), soft) for way in (along[::-1], onward))
    return [("L", *before), ("Q", *corner, *after)]


def _around(coin: Circle, start: float, end: float) -> list[Command]:
    """Anticlockwise around a circle, from one angle to another, in radians.

    In parts: an arc of nearly half a circle turns with the rounding of its ends.
    """
    turn = max((start - end + _ALIKE) % (2 * pi) - _ALIKE, 0.0)
    parts = 1 + int(turn / WIDE)
    ends = [_touching(coin, start - turn * part / parts) for part in range(1, parts + 1)]
    return [("A", coin.r, coin.r, 0, 0, 0, *point) for point in ends]


def _tangent(a: Circle, b: Circle) -> Line:
    """Where the line that touches both, on the right of the way from a to b as it is seen, touches them."""
    if not _outside(a, b):
        raise ValueError(f"{a} and {b} lie in each other")
    angle = _normal(a, b)
    return _touching(a, angle), _touching(b, angle)


def _meeting(a: Line, b: Line) -> Point | None:
    """Where two lines meet; None where they hardly ever do."""
    x1, y1, x2, y2 = (value for start, end in (a, b) for value in (end[0] - start[0], end[1] - start[1]))
    across = x1 * y2 - y1 * x2
    if abs(across) < PARALLEL * hypot(x1, y1) * hypot(x2, y2):
        return None
    share = ((b[0][0] - a[0][0]) * y2 - (b[0][1] - a[0][1]) * x2) / across
    return between(*a, share)


def hull(circles: Iterable[Circle]) -> Path:
    """The tightest outline around circles, as a ribbon drawn around coins."""
    coins = list(circles)
    start = max(coins, key=lambda coin: coin.x + coin.r)
    following, heading = _next(start, 0.0, coins)
    around = [(following, heading)]
    while (step := _next(following, heading, coins)) != around[0]:
        following, heading = step
        around.append(step)
    path: list[Command] = [("M", *_touching(start, around[0][1]))]
    for (coin, reached), (_, left) in zip(around, (*around[1:], around[0]), strict=True):
        path += [("L", *_touching(coin, reached)), *_around(coin, reached, left)]
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
