"""Seated, the toes scrunch a towel and pull it toward the chair; the easier way only curls them."""

from skill.content.exercise import Form
from skill.pictures.body import Leg
from skill.pictures.foot import Foot
from skill.pictures.front_foot import FrontFoot
from skill.pictures.pose import Pose
from skill.pictures.poses.seat import CHAIR, seated
from skill.pictures.towel import Towel
from skill.pictures.view import Arrow, Floor, Lens, Part


def _frame(length: float, folds: int, curl: float) -> tuple[Part | Lens, ...]:
    """Share 1 of the towel's length lies flat; it has so many folds, and the toes are curled so far."""
    runner = seated(near=Leg(Foot((132, 262), toes=-16 * curl, working=curl > 0)))
    towel = Towel((157, 260), (86 * length, 0), (7, -8), folds, 0.17, rise=36)
    foot = FrontFoot((292, 134), 1.25, curl=curl)
    cloth = Towel((292, 118), (0, 88 * length), (58, 0), folds, 0.2, spread=1.22, rise=60)
    return (Floor(), CHAIR, towel, runner, Lens((292, 116), 96, (cloth, foot), floor=96))


FORMS = {
    Form.STANDARD: Pose(
        start=_frame(1, 0, 0),
        end=(*_frame(0.72, 3, 1), Arrow((352, 168), (352, 128), size=10)),
    ),
    Form.EASIER: Pose(
        start=_frame(1, 0, 0),
        end=(*_frame(0.92, 1, 0.5), Arrow((352, 160), (352, 136), size=10)),
    ),
}
