"""The big toes press and the little ones rise, then the other way round; the easier way seated."""

from skill.content.exercise import Form
from skill.pictures.body import Arm, Body, Leg
from skill.pictures.foot import Foot
from skill.pictures.pose import Pose
from skill.pictures.poses.seat import CHAIR, seated
from skill.pictures.things import Arrow, Floor, Lens, Part
from skill.pictures.toes import FrontFoot

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
        FrontFoot((230, 190), 1.25, big=big, little=little),
        FrontFoot((332, 190), 1.25, big=big, little=little, left=True),
    )
    return Lens((281, 122), 106, feet, floor=166)


LITTLE_UP: tuple[Part, ...] = (Arrow((208, 124), (200, 96)), Arrow((354, 124), (362, 96)))
BIG_UP: tuple[Part, ...] = (Arrow((256, 116), (258, 88)), Arrow((306, 116), (304, 88)))


def _form(*ahead: Part) -> Pose:
    return Pose(
        start=(Floor(), *ahead, _lens(little=1, big=0), *LITTLE_UP),
        end=(Floor(), *ahead, _lens(little=0, big=1), *BIG_UP),
    )


FORMS = {
    Form.STANDARD: _form(STANDING),
    Form.EASIER: _form(CHAIR, seated(near=Leg(Foot((126, 262))))),
}
