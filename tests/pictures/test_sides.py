"""Right is right: whoever looks to the right has the right side toward us."""

from statistics import mean

import pytest

from skill.content.exercise import Side
from skill.pictures.body import Body
from skill.pictures.foot import Foot
from skill.pictures.palette import Role
from skill.pictures.path_data import path_data
from skill.pictures.picture import KEYS, Frame, picture_of
from skill.pictures.poses import POSES
from skill.pictures.shapes import LINE, Group, Shape, in_one
from tests.pictures.drawn import ALL, shapes
from tests.pictures.outline import points

CROSSED = "sole-massage"
"""The exercise in which the foot of the far leg comes over to us, its sole toward us."""
BODIES = [
    part
    for forms in POSES.values()
    for pose in forms.values()
    for part in (*pose.start, *pose.end)
    if isinstance(part, Body)
]


def middle(drawn: list[Shape]) -> float:
    return mean(x for shape in drawn for x, _ in points(path_data(shape.path)))


def looks(key: str, frame: Frame) -> Side:
    """Which way a runner looks is where the eye is, as seen from the hair: it is her near side, too."""
    drawing = list(shapes(picture_of(key).frame(frame)))
    eyes = [shape for shape in drawing if shape.fill is Role.LINE]
    hair = [shape for shape in drawing if shape.fill is Role.HAIR]
    assert len(eyes) == 1
    return Side.RIGHT if middle(eyes) > middle(hair) else Side.LEFT


@pytest.mark.parametrize(("key", "frame"), [(key, frame) for key, frame in ALL if not key.endswith(".both")])
def test_the_side_that_works_is_the_near_one_or_comes_over_to_us(key: str, frame: Frame) -> None:
    side = picture_of(key).side
    assert side is not None
    assert looks(key, frame) is (side.other if key.startswith(CROSSED) else side)


@pytest.mark.parametrize("body", BODIES)
def test_what_is_red_of_a_body_is_on_its_near_side(body: Body) -> None:
    far = body.far.foot
    assert (body.far.calf, far.sole, far.working) == (False, False, False)


@pytest.mark.parametrize("body", BODIES)
def test_the_far_leg_is_dark_down_to_its_toes(body: Body) -> None:
    drawn = list(body.shapes())
    far = body.far.foot
    dark = Foot(far.heel, far.pitch, far.toes, far.scale, sock=far.sock, skin=Role.SHADE)
    assert all(shape in drawn for shape in dark.shapes())


@pytest.mark.parametrize("key", [key for key in KEYS if key.startswith("toe-lifts")])
def test_the_half_of_a_toe_lift_that_is_on_has_the_blue_rim(key: str) -> None:
    """The first lens, where the little toes rise, then the second one."""
    rims = {
        frame: [
            shape for shape in shapes(picture_of(key).frame(frame)) if not shape.fill and shape.width == 4
        ]
        for frame in ("start", "end")
    }
    places = {}
    for frame, found in rims.items():
        assert sorted(str(rim.line) for rim in found) == [Role.ARROW, Role.THING]
        places[frame] = middle([rim for rim in found if rim.line is Role.ARROW])
    assert places["start"] < places["end"]


def test_lines_alike_become_one_and_nothing_else_does() -> None:
    def shape(x: float, fill: Role | None = None, width: float = LINE) -> Shape:
        return Shape((("M", x, 0.0), ("L", x, 9.0)), fill, Role.LINE, width)

    assert len(in_one([shape(1), shape(2), shape(3)])) == 1
    assert len(in_one([shape(1, Role.SKIN), shape(2, Role.SKIN)])) == 2
    assert len(in_one([shape(1), shape(2, width=1.0)])) == 2
    assert len(in_one([shape(1), shape(2, Role.SKIN), shape(3)])) == 3
    assert points(path_data(in_one([shape(1), shape(2)])[0].path))[-1] == (2, 9)


@pytest.mark.parametrize("key", [key for key in KEYS if key.startswith("toe-lifts")])
def test_toes_are_red_where_they_rise_and_have_nails_where_they_press(key: str) -> None:
    lenses = [item.shapes for item in picture_of(key).end if isinstance(item, Group)]
    assert len(lenses) == 2
    for drawn in lenses:
        red, nails = (
            [y for shape in drawn if shape.fill is role for _, y in points(path_data(shape.path))]
            for role in (Role.ACCENT, Role.SOCK)
        )
        assert mean(red) < min(nails)
