from math import dist

import pytest

from skill.content.exercise import Equipment, Exercise, Form, Side
from skill.content.loader import exercises
from skill.pictures.body import Body
from skill.pictures.palette import Role
from skill.pictures.path_data import path_data
from skill.pictures.picture import KEYS, Frame, key_of, picture_of
from skill.pictures.poses import POSES
from skill.pictures.view import HEIGHT, WIDTH
from tests.pictures.drawn import ALL, FRAMES, extents, shapes
from tests.pictures.outline import points

ONE_SIDED = [key for key in KEYS if not key.endswith(".both")]
FORMS = [
    (exercise, form)
    for exercise in exercises().values()
    for form in exercise.forms
    if form is not Form.STANDARD
]


def data(key: str, frame: Frame) -> list[str]:
    return [path_data(shape.path) for shape in shapes(picture_of(key).frame(frame))]


def test_there_is_a_picture_of_every_exercise_in_every_form_on_every_side() -> None:
    wanted = {
        f"{exercise.id}.{form}.{side}"
        for exercise in exercises().values()
        for form in exercise.forms
        for side in exercise.sides_in(form) or ("both",)
    }
    assert set(KEYS) == wanted
    assert len(KEYS) == len(wanted)
    assert all(picture_of(key).key == key for key in KEYS)


def test_nothing_is_drawn_that_no_exercise_has() -> None:
    drawn = {(exercise, form) for exercise, forms in POSES.items() for form in forms}
    assert drawn == {(exercise.id, form) for exercise in exercises().values() for form in exercise.forms}


@pytest.mark.parametrize("key", ["toes-on-wall", "toes-on-wall.stronger.right", "toe-lifts.easier.right", ""])
def test_what_is_no_key_has_no_picture(key: str) -> None:
    with pytest.raises(KeyError):
        picture_of(key)


def test_a_key_is_made_of_exercise_form_and_side() -> None:
    assert key_of("toes-on-wall", Form.EASIER, Side.LEFT) == "toes-on-wall.easier.left"
    assert key_of("toe-lifts", Form.STANDARD, None) == "toe-lifts.standard.both"
    assert picture_of("calf-roll.stronger.left").side is Side.LEFT
    assert picture_of("calf-roll.standard.both").side is None


@pytest.mark.parametrize("key", KEYS)
def test_it_moves(key: str) -> None:
    start, end = (list(shapes(picture_of(key).frame(frame))) for frame in FRAMES)
    assert len([shape for shape in end if shape not in start]) >= 2


@pytest.mark.parametrize("key", [key for key in ONE_SIDED if key.endswith(".right")])
@pytest.mark.parametrize("frame", FRAMES)
def test_the_left_side_is_the_right_one_in_a_mirror(key: str, frame: Frame) -> None:
    right, left = data(key, frame), data(key.removesuffix("right") + "left", frame)
    for one, other in zip(right, left, strict=True):
        flipped = [(WIDTH - x, y) for x, y in points(other)]
        assert all(dist(a, b) < 0.3 for a, b in zip(points(one), flipped, strict=True))


@pytest.mark.parametrize(("exercise", "form"), FORMS)
def test_another_form_is_another_picture(exercise: Exercise, form: Form) -> None:
    for side in exercise.sides_in(form) or (None,):
        usual = side if exercise.sides else None
        one, other = (key_of(exercise.id, *which) for which in ((Form.STANDARD, usual), (form, side)))
        assert len(set(data(other, "end")) - set(data(one, "end"))) >= 2


@pytest.mark.parametrize(("key", "frame"), ALL)
def test_nothing_is_drawn_outside_the_view(key: str, frame: Frame) -> None:
    for left, top, right, bottom in extents(key, frame):
        assert left >= 0
        assert top >= 0
        assert right <= WIDTH
        assert bottom <= HEIGHT


@pytest.mark.parametrize(("key", "frame"), ALL)
def test_it_fills_the_view(key: str, frame: Frame) -> None:
    left, top, right, bottom = zip(*extents(key, frame), strict=True)
    assert max(right) - min(left) > 0.85 * WIDTH
    assert max(bottom) - min(top) > 0.6 * HEIGHT


@pytest.mark.parametrize("key", KEYS)
def test_what_is_stretched_or_works_stands_out(key: str) -> None:
    drawing = list(shapes(picture_of(key).end))
    accents = [shape for shape in drawing if Role.ACCENT in (shape.fill, shape.line)]
    assert accents
    assert len(accents) < len(drawing) / 3, "where all stands out, nothing does"


SHOWS = {
    Equipment.TOWEL: Role.SOFT,
    Equipment.BALL: Role.SOFT,
    Equipment.FOAM_ROLLER: Role.SOFT,
    Equipment.FROZEN_BOTTLE: Role.ICE,
    Equipment.WALL: Role.THING,
    Equipment.CHAIR: Role.THING,
}


@pytest.mark.parametrize("exercise", exercises().values(), ids=exercises())
def test_what_is_needed_is_shown(exercise: Exercise) -> None:
    side = next(iter(exercise.sides), None)
    used = {shape.fill for shape in shapes(picture_of(key_of(exercise.id, Form.STANDARD, side)).end)}
    assert {SHOWS[thing] for thing in exercise.equipment} <= used
    if Equipment.FROZEN_BOTTLE not in exercise.equipment:
        assert Role.ICE not in used


def bodies() -> list[tuple[str, Body]]:
    return [
        (f"{exercise}.{form}", part)
        for exercise, forms in POSES.items()
        for form, pose in forms.items()
        for part in (*pose.start, *pose.end)
        if isinstance(part, Body)
    ]


@pytest.mark.parametrize(("name", "body"), bodies())
def test_who_stands_or_kneels_does_so_on_the_ground(name: str, body: Body) -> None:
    lowest = max(y + shape.width / 2 for shape in body.shapes() for _, y in points(path_data(shape.path)))
    assert 254 <= lowest <= 274, name


def test_a_picture_is_made_once() -> None:
    assert picture_of(KEYS[0]) is picture_of(KEYS[0])
