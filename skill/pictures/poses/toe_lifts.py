"""The big toes press and the little ones rise, then the other way round; the easier way seated."""

from skill.content.exercise import Form
from skill.pictures.body import Arm, Body, Leg
from skill.pictures.foot import Foot
from skill.pictures.front_foot import FrontFoot
from skill.pictures.pose import Pose
from skill.pictures.poses.seat import CHAIR, seated
from skill.pictures.view import Arrow, Floor, Lens, Part

STANDING = Body(
    hip=(92, 144),
    lean=0,
    head=16,
    near=Leg(Foot((84, 262))),
    far=Leg(Foot((98, 255))),
    near_arm=Arm((88, 152), 86),
    far_arm=Arm((104, 152), 86),
)


def _lens(*, little: float, big: float) -> Lens:
    feet = (
        FrontFoot((236, 186), 1.12, big=big, little=little),
        FrontFoot((326, 186), 1.12, big=big, little=little, left=True),
    )
    return Lens((281, 122), 106, feet, floor=166)


def _lift_and_press(lift: float, press: float) -> tuple[Part, ...]:
    """Arrows up and down, that far from the middle on both sides."""
    return tuple(
        Arrow((281 + way * aside, start), (281 + way * aside * lean, end), size=size)
        for way in (-1, 1)
        for aside, start, end, lean, size in (
            (lift, 118, 92, 1.12, 9.0),
            (press, 192, 204, 1.0, 7.0),
        )
    )


def _form(*ahead: Part) -> Pose:
    return Pose(
        start=(Floor(), *ahead, _lens(little=1, big=0), *_lift_and_press(64, 21)),
        end=(Floor(), *ahead, _lens(little=0, big=1), *_lift_and_press(22, 60)),
    )


FORMS = {
    Form.STANDARD: _form(STANDING),
    Form.EASIER: _form(CHAIR, seated(near=Leg(Foot((126, 262))))),
}
