"""Toes up on the wall, heel down, the body leans in; the easier way with toes low and a soft knee."""

from skill.content.exercise import Form
from skill.pictures.body import Arm, Body, Leg
from skill.pictures.foot import Foot
from skill.pictures.geometry import Point
from skill.pictures.pose import Pose
from skill.pictures.things import Wall
from skill.pictures.view import Arrow, Floor, Lens

WALL = 330.0
NEAR, FAR = 262.0, 256.0
HIGH, LOW = 46.0, 24.0
"""How far the toes are lifted, in degrees."""


def _runner(hip: Point, lean: float, pitch: float) -> Body:
    hands = WALL - 6
    reach = 26 if pitch > LOW else 33
    return Body(
        hip=hip,
        lean=lean,
        head=6,
        near=Leg(Foot((WALL - reach, NEAR), pitch=pitch, toes=12, sole=True), calf=True),
        far=Leg(Foot((hip[0] - 26, FAR))),
        near_arm=Arm((hands, 104), -84),
        far_arm=Arm((hands - 2, 96), -84),
    )


def _lens(pitch: float, shin: float) -> Lens:
    foot = Foot((88, 152), pitch=pitch, toes=14, scale=2.5, shin=shin, five=True, sole=True)
    wall = Wall(146 if pitch > LOW else 168, -10, 240, 40)
    return Lens((106, 112), 76, (wall, foot), floor=152)


FORMS = {
    Form.STANDARD: Pose(
        start=(Floor(), Wall(WALL), _runner((274, 147), 0, HIGH), _lens(HIGH, -90)),
        end=(
            Floor(),
            Wall(WALL),
            _runner((291, 144), 6, HIGH),
            Arrow((214, 166), (246, 164)),
            _lens(HIGH, -80),
        ),
    ),
    Form.EASIER: Pose(
        start=(Floor(), Wall(WALL), _runner((270, 146), 0, LOW), _lens(LOW, -84)),
        end=(
            Floor(),
            Wall(WALL),
            _runner((282, 150), 6, LOW),
            Arrow((206, 166), (228, 164)),
            _lens(LOW, -70),
        ),
    ),
}
