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
    """So much of the towel's length is left, it has so many folds, and the toes are curled so far."""
    runner = seated(near=Leg(Foot((132, 262), toes=-16 * curl, working=curl > 0)), far=Leg(Foot((78, 255))))
    towel = Towel((160, 262), (84 * length, 0), (6, -10), folds, 0.13, rise=56)
    foot = FrontFoot((280, 128), 1.15, curl=curl)
    cloth = Towel((280, 112), (0, 78 * length), (50, 0), folds, 0.2, spread=1.14, rise=70)
    return (Floor(), CHAIR, towel, runner, Lens((290, 116), 96, (cloth, foot), floor=92))


FORMS = {
    Form.STANDARD: Pose(
        start=_frame(1, 0, 0),
        end=(*_frame(0.78, 3, 1), Arrow((358, 162), (358, 116), size=13)),
    ),
    Form.EASIER: Pose(
        start=_frame(1, 0, 0),
        end=(*_frame(0.92, 1, 0.5), Arrow((358, 156), (358, 128), size=13)),
    ),
}
