"""The big toes press and the little ones rise, then the other way round; the easier way seated."""

from skill.content.exercise import Form
from skill.pictures.body import Arm, Body, Leg
from skill.pictures.foot import Foot
from skill.pictures.front_foot import FrontFoot
from skill.pictures.palette import Role
from skill.pictures.pose import Pose
from skill.pictures.poses.seat import CHAIR, seated
from skill.pictures.view import Arrow, Floor, Lens, Part

STANDING = Body(
    hip=(64, 143),
    lean=-1,
    head=10,
    near=Leg(Foot((58, 262))),
    far=Leg(Foot((66, 256))),
    near_arm=Arm((62, 152), 88),
    far_arm=Arm((74, 152), 88),
)
SITTING = seated(near=Leg(Foot((126, 262))), far=Leg(Foot((134, 255))))


def _lens(x: float, y: float, *, little: float, big: float, now: bool) -> Lens:
    """Both feet, with arrows up where toes rise and down where they press."""
    up, down = (27.0, 9.0) if little else (10.0, 26.0)
    arrows = [
        Arrow((x + way * aside, y + start), (x + way * aside * lean, y + end), size=size)
        for way in (-1, 1)
        for aside, start, end, lean, size in ((up + 12, -18, -34, 1.1, 7.0), (down + 9, 43, 49, 1.0, 6.0))
    ]
    feet = (
        FrontFoot((x - 32, y + 37), 0.76, big=big, little=little),
        FrontFoot((x + 32, y + 37), 0.76, big=big, little=little, left=True),
    )
    return Lens((x, y), 70, (*feet, *arrows), floor=y + 19, rim=Role.ARROW if now else Role.THING)


def _form(left: float, top: float, right: float, low: float, *ahead: Part) -> Pose:
    """One lens for each half of a repetition; the rim of the one that is on is blue."""

    def frame(*, first: bool) -> tuple[Part | Lens, ...]:
        one = _lens(left, top, little=1, big=0, now=first)
        other = _lens(right, low, little=0, big=1, now=not first)
        return (Floor(), *ahead, one, other)

    return Pose(start=frame(first=True), end=frame(first=False))


FORMS = {
    Form.STANDARD: _form(174, 92, 320, 150, STANDING),
    Form.EASIER: _form(194, 80, 322, 170, CHAIR, SITTING),
}
