"""Toes up on the wall, heel down, the body leans in; the easier way with toes low and a soft knee."""

from skill.content.exercise import Form
from skill.pictures.body import Arm, Body, Leg
from skill.pictures.foot import Foot
from skill.pictures.geometry import Point
from skill.pictures.pose import Pose
from skill.pictures.things import Arrow, Floor, Lens, Part, Wall

WALL = 330.0
NEAR, FAR = 262.0, 256.0


def _runner(hip: Point, lean: float, pitch: float) -> Body:
    wall = WALL - 6
    return Body(
        hip=hip,
        lean=lean,
        head=6,
        near=Leg(Foot((WALL - 26, NEAR), pitch=pitch, toes=12, sole=True), calf=True),
        far=Leg(Foot((hip[0] - 44 + 18, FAR))),
        near_arm=Arm((wall, 104), -84),
        far_arm=Arm((wall - 2, 96), -84),
    )


def _lens(pitch: float, shin: float) -> Lens:
    foot = Foot((88, 152), pitch=pitch, toes=14, scale=2.5, shin=shin, five=True, sole=True)
    wall = Wall(153, -10, 240, 40)
    parts: tuple[Part, ...] = (wall, foot)
    return Lens((106, 112), 76, parts, floor=152)


FORMS = {
    Form.STANDARD: Pose(
        start=(Floor(), Wall(WALL), _runner((274, 147), 0, 46), _lens(46, -90)),
        end=(
            Floor(),
            Wall(WALL),
            _runner((291, 144), 6, 46),
            Arrow((214, 166), (246, 164)),
            _lens(46, -80),
        ),
    ),
    Form.EASIER: Pose(
        start=(Floor(), Wall(WALL), _runner((270, 146), 0, 24), _lens(24, -84)),
        end=(
            Floor(),
            Wall(WALL),
            _runner((282, 150), 6, 24),
            Arrow((206, 166), (228, 164)),
            _lens(24, -70),
        ),
    ),
}
