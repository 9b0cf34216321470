"""Seated, the toes scrunch a towel and pull it toward the chair; the easier way only curls them."""

from skill.content.exercise import Form
from skill.pictures.body import Leg
from skill.pictures.foot import Foot
from skill.pictures.pose import Pose
from skill.pictures.poses.seat import CHAIR, seated
from skill.pictures.things import Arrow, Floor, Lens, Part, Towel


def _frame(folds: int, curl: float) -> tuple[Part | Lens, ...]:
    foot = Foot((132, 262), toes=-curl * 0.5)
    runner = seated(near=Leg(foot))
    towel = Towel(152, 232 - folds * 6, 264, folds, 7)
    large = Foot((228, 172), scale=2.9, shin=-96, five=True, toes=-curl, toes_accent=curl > 0)
    lens = Lens((292, 112), 92, (Towel(278, 420, 176, folds, 20), large), floor=172)
    return (Floor(), CHAIR, towel, runner, lens)


FORMS = {
    Form.STANDARD: Pose(start=_frame(0, 0), end=(*_frame(3, 30), Arrow((350, 226), (262, 226), size=11))),
    Form.EASIER: Pose(start=_frame(0, 0), end=(*_frame(1, 18), Arrow((330, 226), (280, 226), size=11))),
}
