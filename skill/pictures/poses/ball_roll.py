"""Standing, a hand on a chair, one foot rolls over a ball; the easier way seated."""

from skill.content.exercise import Form
from skill.pictures.body import Arm, Body, Leg
from skill.pictures.foot import Foot
from skill.pictures.geometry import Point
from skill.pictures.pose import Pose
from skill.pictures.poses.seat import CHAIR, seated
from skill.pictures.things import Ball, Chair
from skill.pictures.view import Arrow, Floor, Lens, Part


def _foot(contact: Point, share: float, scale: float = 1.0) -> Foot:
    """A foot on the ball: share 0 with it under the heel, 1 under the arch, toward the toes."""
    large = scale > 1
    return Foot.over(
        contact,
        2 + 11 * share,
        pitch=-4 + 6 * share,
        toes=-12,
        scale=scale,
        five=large,
        sole=True,
        shin=-98 if large else None,
    )


def _lens(share: float, r: float) -> Lens:
    ball = 284 + share * 22
    foot = _foot((ball, 165 - r * 2), share, 2.5)
    rolls = Arrow((286, 174), (326, 174), both=True, size=8)
    return Lens((306, 104), 84, (Ball((ball, 162 - r), r, turn=share * 70), foot, rolls), floor=152)


def _standing(share: float) -> tuple[Part | Lens, ...]:
    ball = 106 + share * 10
    runner = Body(
        hip=(84, 142),
        lean=2,
        head=10,
        near=Leg(_foot((ball, 245), share)),
        far=Leg(Foot((56, 256))),
        near_arm=Arm((148, 103), 30),
        far_arm=Arm((151, 101), 30),
    )
    return (Floor(), Chair(216, back=82), runner, Ball((ball, 253), 9, turn=share * 70), _lens(share, 24))


def _seated(share: float) -> tuple[Part | Lens, ...]:
    ball = 142 + share * 10
    runner = seated(near=Leg(_foot((ball, 237), share)), far=Leg(Foot((78, 255))))
    small = Ball((ball, 249), 12, turn=share * 70)
    return (Floor(), CHAIR, runner, small, _lens(share, 28))


FORMS = {
    Form.STANDARD: Pose(start=_standing(0), end=_standing(1)),
    Form.EASIER: Pose(start=_seated(0), end=_seated(1)),
}
