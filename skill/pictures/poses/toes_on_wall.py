"""Toes up on the wall, heel down, the body leans in; the easier way with toes low and a soft knee."""

from skill.content.exercise import Form
from skill.pictures.body import Arm, Body, Leg
from skill.pictures.foot import Foot
from skill.pictures.geometry import Point
from skill.pictures.pose import Pose
from skill.pictures.things import Wall
from skill.pictures.view import Arrow, Floor, Lens, Part

WALL = 328.0
NEAR, FAR = 262.0, 256.0
HIGH, LOW = 46.0, 24.0
"""How far the toes are lifted, in degrees."""


def _runner(hip: Point, lean: float, pitch: float) -> Body:
    hands = WALL - 6
    reach = 31 if pitch > LOW else 36
    return Body(
        hip=hip,
        lean=lean,
        head=4,
        near=Leg(Foot((WALL - reach, NEAR), pitch=pitch, toes=12, sole=True), calf=True),
        far=Leg(Foot((hip[0] - 30, FAR))),
        near_arm=Arm((hands, 104), -84),
        far_arm=Arm((hands - 2, 96), -84),
    )


def _lens(pitch: float, shin: float) -> Lens:
    foot = Foot((84, 152), pitch=pitch, toes=14, scale=2.5, shin=shin, five=True, sole=True)
    wall = Wall(147 if pitch > LOW else 168, 190, 20, 152, 30)
    return Lens((106, 112), 76, (wall, foot), floor=152)


def _frame(runner: Body, lens: Lens) -> tuple[Part | Lens, ...]:
    return (Floor(), Wall(WALL, 386, 14, 262), runner, lens)


FORMS = {
    Form.STANDARD: Pose(
        start=_frame(_runner((266, 149), 4, HIGH), _lens(HIGH, -92)),
        end=(
            *_frame(_runner((286, 145), 8, HIGH), _lens(HIGH, -80)),
            Arrow((214, 150), (252, 147), size=11),
        ),
    ),
    Form.EASIER: Pose(
        start=_frame(_runner((264, 148), 2, LOW), _lens(LOW, -84)),
        end=(*_frame(_runner((278, 150), 7, LOW), _lens(LOW, -70)), Arrow((218, 154), (244, 152), size=11)),
    ),
}
