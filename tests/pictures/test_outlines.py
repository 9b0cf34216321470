from itertools import pairwise
from math import dist, hypot, inf

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from skill.pictures.geometry import Circle, Path, Point, at, bend, circle, closed, mirrored
from skill.pictures.outlines import hull, limb
from skill.pictures.path_data import path_data
from tests.pictures.outline import points

ROUNDING = 0.25
"""Of path data in tenths of a unit, at a few corners one after the other."""
places = st.floats(40, 360)
radii = st.floats(3, 25)
circles = st.builds(Circle, places, places, radii)


def apart(a: Circle, b: Circle) -> bool:
    return hypot(a.x - b.x, a.y - b.y) > abs(a.r - b.r) + 1


def inside(point: Point, outline: list[Point]) -> bool:
    """By how often a ray from the point crosses the outline."""
    crossings = 0
    for (x1, y1), (x2, y2) in zip(outline, outline[1:] + outline[:1], strict=True):
        if (y1 > point[1]) != (y2 > point[1]):
            crossings += point[0] < x1 + (point[1] - y1) / (y2 - y1) * (x2 - x1)
    return crossings % 2 == 1


def skin(coin: Circle) -> list[Point]:
    """Points just under the rim of a circle."""
    return [at(coin.centre, angle, coin.r - 1) for angle in range(0, 360, 15)]


@given(st.lists(circles, min_size=2, max_size=5))
def test_a_hull_holds_its_circles_and_touches_the_outermost(coins: list[Circle]) -> None:
    assume(all(apart(a, b) for place, a in enumerate(coins) for b in coins[:place]))
    outline = points(path_data(hull(coins)))
    assert all(inside(point, outline) for coin in coins for point in skin(coin))
    for axis in (0, 1):
        reach = max(coin[axis] + coin.r for coin in coins), min(coin[axis] - coin.r for coin in coins)
        found = max(point[axis] for point in outline), min(point[axis] for point in outline)
        assert found == pytest.approx(reach, abs=ROUNDING)


@given(circles, circles)
def test_a_limb_of_two_joints_is_their_hull(a: Circle, b: Circle) -> None:
    assume(apart(a, b))
    outline, coins = points(path_data(limb((a, b)))), (a, b)
    assert all(inside(point, outline) for coin in coins for point in skin(coin))
    hulled = points(path_data(hull(coins)))
    assert all(min(dist(point, other) for other in hulled) < 12 for point in outline)


@given(st.floats(-100, 100), st.floats(6, 14), st.floats(4, 6))
def test_a_bent_limb_holds_its_bones_and_grows_no_spikes(turn: float, knee: float, ankle: float) -> None:
    hip = Circle(200, 100, 15)
    middle = Circle(200, 160, knee)
    end = Circle(*at(middle.centre, 90 + turn, 60), ankle)
    outline = points(path_data(limb((hip, middle, end))))
    bones = [
        (a.x + (b.x - a.x) * share / 10, a.y + (b.y - a.y) * share / 10)
        for a, b in ((hip, middle), (middle, end))
        for share in range(11)
    ]
    assert all(inside(point, outline) for point in bones)
    assert all(min(dist(point, bone) for bone in bones) < 15 * 1.7 for point in outline)


def crosses(outline: list[Point]) -> bool:
    """Whether an outline crosses itself."""

    def side(a: Point, b: Point, point: Point) -> float:
        return (b[0] - a[0]) * (point[1] - a[1]) - (b[1] - a[1]) * (point[0] - a[0])

    edges = list(pairwise(outline))
    return any(
        side(a, b, c) * side(a, b, d) < -1e-9 and side(c, d, a) * side(c, d, b) < -1e-9
        for place, (a, b) in enumerate(edges)
        for c, d in edges[:place]
    )


@given(st.sampled_from([-1, 1]), st.floats(10, 125), st.floats(6, 12))
def test_a_limb_does_not_cross_itself_however_it_is_bent(way: int, turn: float, knee: float) -> None:
    middle = Circle(200, 160, knee)
    joints = (Circle(200, 100, 15), middle, Circle(*at(middle.centre, 90 + way * turn, 60), 6))
    outline = points(path_data(limb(joints)))[::3]
    assert not crosses(outline)


def test_outlines_in_one_path_stay_where_they_are() -> None:
    parts = [
        closed((10, 10), (30, 10), (20, 40)),
        closed((100, 60), (120, 60), (110, 90)),
        circle(200, 50, 9),
    ]
    alone = [point for part in parts for point in points(path_data(part))]
    together = points(path_data(tuple(command for part in parts for command in part)))
    assert all(dist(a, b) < 1e-6 for a, b in zip(together, alone, strict=True))


def test_circles_in_each_other_make_no_limb() -> None:
    with pytest.raises(ValueError, match="in each other"):
        limb((Circle(10, 10, 9), Circle(11, 10, 3)))


@given(st.floats(-60, 60), st.floats(-60, 60), st.booleans())
def test_a_joint_leaves_both_bones_as_long_as_they_are(x: float, y: float, outward: bool) -> None:  # noqa: FBT001
    root, end = (100.0, 100.0), (100 + x, 100 + y)
    assume(4 < hypot(x, y) < 85)
    joint = bend(root, end, 45, 42, outward=outward)
    assert dist(root, joint) == pytest.approx(45)
    assert dist(joint, end) == pytest.approx(42)
    across = (end[0] - root[0]) * (joint[1] - root[1]) - (end[1] - root[1]) * (joint[0] - root[0])
    assert (across < 1e-6) if outward else (across > -1e-6)


def test_bones_that_do_not_reach_are_refused() -> None:
    with pytest.raises(ValueError, match="do not reach"):
        bend((0, 0), (100, 0), 45, 42, outward=True)
    with pytest.raises(ValueError, match="do not reach"):
        bend((0, 0), (1, 0), 45, 42, outward=True)


def test_a_straight_limb_may_be_a_little_longer_than_its_bones() -> None:
    assert bend((0, 0), (89, 0), 45, 42, outward=True) == pytest.approx((89 * 45 / 87, 0))


@pytest.mark.parametrize(
    "path", [circle(100, 80, 20.06), limb((Circle(50, 60, 9), Circle(90, 80, 7), Circle(95, 140, 4)))]
)
def test_a_mirror_swaps_left_and_right_and_nothing_else(path: Path) -> None:
    there, back = mirrored(path, 400), mirrored(mirrored(path, 400), 400)
    flipped = [(400 - x, y) for x, y in points(path_data(there))]
    assert all(dist(a, b) < ROUNDING for a, b in zip(points(path_data(path)), flipped, strict=True))
    assert path_data(back) == path_data(path)


@given(st.lists(st.tuples(places, places), min_size=2, max_size=40))
def test_rounding_does_not_add_up(corners: list[Point]) -> None:
    path: Path = (("M", *corners[0]), *(("L", *corner) for corner in corners[1:]))
    written = points(path_data(path))
    nearest = [min((dist(corner, point) for point in written), default=inf) for corner in corners]
    assert max(nearest) < 0.08


@given(places, places, st.floats(1.5, 60))
def test_a_circle_is_round(x: float, y: float, r: float) -> None:
    outline = points(path_data(circle(x, y, r)))
    distances = [dist(point, (x, y)) for point in outline]
    assert max(distances) - min(distances) < 0.3
