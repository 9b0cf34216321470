"""The calves roll over a foam roller: hips down in the easier way, a leg on the other in the stronger."""

from skill.content.exercise import Form
from skill.pictures.body import Arm, Body, Leg
from skill.pictures.foot import Foot
from skill.pictures.geometry import Point
from skill.pictures.pose import Pose
from skill.pictures.things import Roller
from skill.pictures.view import Arrow, Floor, Part

SCALE = 1.4
RADIUS = 22.0


def _runner(hip: Point, *, crossed: bool) -> Body:
    x = hip[0] + 160
    far = Foot((x - 8, 176), pitch=74, scale=SCALE) if crossed else Foot((x + 6, 208), pitch=84, scale=SCALE)
    return Body(
        hip=hip,
        lean=-26,
        head=26,
        scale=SCALE,
        near=Leg(Foot((x, 214), pitch=84, scale=SCALE), calf=True),
        far=Leg(far, calf=not crossed),
        near_arm=Arm((56, 250), 160),
        far_arm=Arm((66, 244), 160),
    )


def _frame(hip: Point, *, crossed: bool = False) -> tuple[Part, ...]:
    roller = 214 + (hip[0] - 100) * 0.5
    return (Floor(), Roller((roller, 240), RADIUS, (hip[0] - 100) * 2.0), _runner(hip, crossed=crossed))


ALONG = Arrow((160, 285), (270, 285), both=True, size=11)
FORMS = {
    Form.STANDARD: Pose(start=_frame((90, 222)), end=(*_frame((114, 222)), ALONG)),
    Form.EASIER: Pose(start=_frame((94, 232)), end=(*_frame((110, 232)), ALONG)),
    Form.STRONGER: Pose(
        start=_frame((92, 222), crossed=True), end=(*_frame((114, 222), crossed=True), ALONG)
    ),
}
