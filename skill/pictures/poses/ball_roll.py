"""Standing, a hand on a chair, one foot rolls over a ball; the easier way seated, with a soft ball."""

from skill.content.exercise import Form
from skill.pictures.body import Arm, Body, Leg
from skill.pictures.foot import Foot
from skill.pictures.geometry import Point
from skill.pictures.pose import Pose
from skill.pictures.poses.seat import CHAIR, seated
from skill.pictures.things import Ball, Chair
from skill.pictures.view import Arrow, Floor, Lens, Part


def _foot(contact: Point, share: float, scale: float = 1.0) -> Foot:
    """A foot on the ball: share 0 with it under the heel, 1 under the toes."""
    large = scale > 1
    return Foot.over(
        contact,
        2 + 20 * share,
        pitch=-5 + 10 * share,
        toes=4,
        scale=scale,
        five=large,
        sole=True,
        shin=-98 if large else None,
    )


def _lens(share: float, r: float, *, soft: bool = False) -> Lens:
    ball = 286 + share * 26
    foot = _foot((ball, 169 - r * 2), share, 2.5)
    return Lens((306, 104), 82, (Ball((ball, 168 - r), r, soft=soft, turn=share * 120), foot), floor=158)


def _standing(share: float) -> tuple[Part | Lens, ...]:
    ball = 106 + share * 8
    runner = Body(
        hip=(84, 140),
        lean=2,
        head=10,
        near=Leg(_foot((ball, 245), share)),
        far=Leg(Foot((72, 256))),
        near_arm=Arm((138, 102), 10),
        far_arm=Arm((142, 100), 10),
    )
    return (Floor(), Chair(212, back=82), runner, Ball((ball, 253), 9, turn=share * 120), _lens(share, 24))


def _seated(share: float) -> tuple[Part | Lens, ...]:
    ball = 142 + share * 10
    runner = seated(near=Leg(_foot((ball, 239), share)))
    return (
        Floor(),
        CHAIR,
        runner,
        Ball((ball, 250), 12, soft=True, turn=share * 120),
        _lens(share, 32, soft=True),
    )


ALONG = Arrow((268, 214), (344, 214), both=True, size=11)
FORMS = {
    Form.STANDARD: Pose(start=_standing(0), end=(*_standing(1), ALONG)),
    Form.EASIER: Pose(start=_seated(0), end=(*_seated(1), ALONG)),
}
