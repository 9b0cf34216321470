"""Standing, a hand on a chair, one foot rolls over a ball; the easier way seated, with a soft ball."""

from skill.content.exercise import Form
from skill.pictures.body import Arm, Body, Leg
from skill.pictures.foot import Foot
from skill.pictures.pose import Pose
from skill.pictures.poses.seat import CHAIR, seated
from skill.pictures.things import Arrow, Ball, Chair, Floor, Lens, Part


def _lens(share: float, r: float) -> Lens:
    ball = 306 - share * 26
    foot = Foot(
        (ball - 12 - share * 52, 168 - r * 2), pitch=5 - share * 12, scale=2.5, shin=-96, five=True, sole=True
    )
    return Lens((306, 104), 82, (Ball((ball, 168 - r), r, turn=share * 120), foot), floor=158)


def _standing(share: float) -> tuple[Part | Lens, ...]:
    ball = 104 - share * 8
    foot = Foot((ball - 4 - share * 18, 244), pitch=5 - share * 12)
    runner = Body(
        hip=(84, 140),
        lean=2,
        head=10,
        near=Leg(foot),
        far=Leg(Foot((72, 256))),
        near_arm=Arm((138, 102), 10),
        far_arm=Arm((142, 100), 10),
    )
    return (Floor(), Chair(212, back=82), runner, Ball((ball, 253), 9, turn=share * 120), _lens(share, 24))


def _seated(share: float) -> tuple[Part | Lens, ...]:
    ball = 150 - share * 8
    foot = Foot((ball - 4 - share * 18, 238), pitch=5 - share * 12)
    return (Floor(), CHAIR, seated(near=Leg(foot)), Ball((ball, 250), 12, turn=share * 120), _lens(share, 32))


ALONG = Arrow((268, 214), (344, 214), both=True, size=11)
FORMS = {
    Form.STANDARD: Pose(start=_standing(0), end=(*_standing(1), ALONG)),
    Form.EASIER: Pose(start=_seated(0), end=(*_seated(1), ALONG)),
}
