"""The calves roll over a foam roller: hips down in the easier way, a leg on the other in the stronger."""

from math import atan2, degrees

from skill.content.exercise import Form
from skill.pictures.body import SHIN, THIGH, Arm, Body, Leg
from skill.pictures.foot import Foot
from skill.pictures.geometry import Point, at
from skill.pictures.pose import Pose
from skill.pictures.things import Roller
from skill.pictures.view import Arrow, Floor, Part
from skill.value import replace

SCALE = 1.45
RADIUS = 19.0
FURTHEST = (128.0, 150.0)
"""Where the hips are, when the roller is near the ankles and when it is near the knees."""
LEG = (THIGH + SHIN) * SCALE
CALF = 14.5 * SCALE
"""From the bones to the calf's underside."""


def _foot(hip: Point, rise: float, back: float) -> Foot:
    """The foot of a leg that rises so many degrees from the hip, its toes so far from upright."""
    ankle = at(hip, -rise, LEG)
    upright = Foot((0, 0), pitch=84 - back, scale=SCALE)
    return replace(upright, heel=(ankle[0] - upright.ankle.x, ankle[1] - upright.ankle.y))


def _frame(hip: Point, lean: float, hand: float, *, crossed: bool = False) -> tuple[Part, ...]:
    """The legs lie on the roller; it has come half as far as the hips. A hand is so far behind the hip."""
    roller = (FURTHEST[0] + 118 + (hip[0] - FURTHEST[0]) * 0.5, 260 - RADIUS)
    rise = degrees(atan2(hip[1] - (roller[1] - RADIUS - CALF), roller[0] - hip[0]))
    far = _foot(hip, rise + 20, 10) if crossed else _foot(hip, rise + 3, 0)
    runner = Body(
        hip=hip,
        lean=lean,
        head=-lean,
        scale=SCALE,
        near=Leg(_foot(hip, rise, 0), calf=True),
        far=Leg(far),
        near_arm=Arm((hip[0] - hand, 256), 170),
        far_arm=Arm((hip[0] - hand + 12, 250), 170),
    )
    return (Floor(), Roller(roller, RADIUS, (hip[0] - FURTHEST[0]) * 1.2), runner)


def _form(low: float, lean: float, hand: float, *, crossed: bool = False) -> Pose:
    left, high = (168.0, 132.0) if crossed else (204.0, 158.0)
    start, end = (_frame((x, low), lean, hand, crossed=crossed) for x in FURTHEST)
    return Pose(start, (*end, Arrow((left, high), (left + 64, high), both=True, size=11)))


FORMS = {
    Form.STANDARD: _form(221, -36, 54),
    Form.EASIER: _form(232, -22, 44),
    Form.STRONGER: _form(221, -36, 54, crossed=True),
}
