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
"""How far the foot is lifted around its heel, in degrees."""
BEND = 84.0
"""How steep the toes lie on the wall."""


def _runner(hip: Point, lean: float, pitch: float) -> Body:
    hands = WALL - 6
    near = Foot.against(WALL, NEAR, pitch=pitch, toes=BEND - pitch, sole=True)
    return Body(
        hip=hip,
        lean=lean,
        head=2,
        near=Leg(near, calf=True),
        far=Leg(Foot((hip[0] - 46, FAR))),
        near_arm=Arm((hands, 100), -84),
        far_arm=Arm((hands - 2, 92), -84),
    )


def _lens(pitch: float, shin: float) -> Lens:
    foot = Foot.against(150, 154, pitch=pitch, toes=BEND - pitch, scale=2.3, shin=shin, five=True, sole=True)
    return Lens((106, 112), 76, (Wall(150, 190, 20, 154, 30), foot), floor=154)


def _moment(hip: Point, lean: float, pitch: float, shin: float) -> tuple[Part | Lens, ...]:
    return (Floor(), Wall(WALL, 386, 14, 262), _runner(hip, lean, pitch), _lens(pitch, shin))


FORMS = {
    Form.STANDARD: Pose(
        start=_moment((262, 151), 5, HIGH, -97),
        end=(*_moment((274, 149), 14, HIGH, -82), Arrow((198, 150), (240, 147), size=11)),
    ),
    Form.EASIER: Pose(
        start=_moment((260, 151), 4, LOW, -88),
        end=(*_moment((270, 154), 10, LOW, -72), Arrow((204, 154), (236, 152), size=11)),
    ),
}
