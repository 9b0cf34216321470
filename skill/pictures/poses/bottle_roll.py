"""Seated, a sock on, one foot rolls over a frozen bottle; in the easier way a towel is around it."""

from skill.content.exercise import Form
from skill.pictures.body import Leg
from skill.pictures.bottle import Bottle, Cold
from skill.pictures.foot import Foot
from skill.pictures.geometry import Point
from skill.pictures.pose import Pose
from skill.pictures.poses.seat import CHAIR, seated
from skill.pictures.view import Arrow, Floor, Lens, Part


def _foot(contact: Point, share: float, scale: float = 1.0) -> Foot:
    """A foot on the bottle: share 0 with it under the heel, 1 under the ball of the foot."""
    return Foot.over(
        contact,
        3 + 13 * share,
        pitch=-3 + 6 * share,
        toes=-10,
        scale=scale,
        sock=True,
        sole=True,
        shin=-98 if scale > 1 else None,
    )


def _frame(share: float, *, towel: bool) -> tuple[Part | Lens, ...]:
    bottle, large = 152 + share * 10, 272 + share * 26
    thick = 1.14 if towel else 1.0
    runner = seated(near=Leg(_foot((bottle, 249 - 12 * thick), share)), far=Leg(Foot((78, 255), sock=True)))
    lens = Lens(
        (292, 116),
        96,
        (
            Bottle((large, 149), 24, towel=towel),
            _foot((large, 150 - 24 * thick), share, 2.5),
            Cold(((226, 120), (364, 128)), 9),
            Arrow((268, 199), (316, 199), both=True, size=8),
        ),
        floor=146,
    )
    return (Floor(), CHAIR, Bottle((bottle, 249), 12, towel=towel), runner, lens)


FORMS = {
    form: Pose(
        start=_frame(0.0, towel=form is Form.EASIER),
        end=_frame(1.0, towel=form is Form.EASIER),
    )
    for form in (Form.STANDARD, Form.EASIER)
}
