"""Seated, a sock on, one foot rolls over a frozen bottle; in the easier way a towel is around it."""

from skill.content.exercise import Form
from skill.pictures.body import Leg
from skill.pictures.foot import Foot
from skill.pictures.pose import Pose
from skill.pictures.poses.seat import CHAIR, seated
from skill.pictures.things import Arrow, Bottle, Floor, Lens, Part


def _frame(share: float, *, towel: bool) -> tuple[Part | Lens, ...]:
    """Share 0 with the bottle under the heel, 1 with it under the toes."""
    bottle = 156 - share * 10
    foot = Foot((bottle - 6 - share * 17, 236), pitch=6 - share * 10, sock=True)
    large = 296 - share * 20
    sole = Foot((large - 8 - share * 48, 122), pitch=6 - share * 10, scale=2.7, shin=-98, sock=True)
    lens = Lens((292, 118), 92, (Bottle((large, 158), 34, towel=towel), sole), floor=176)
    runner = seated(near=Leg(foot), far=Leg(Foot((122, 256), sock=True)))
    return (Floor(), CHAIR, Bottle((bottle, 249), 12, towel=towel), runner, lens)


ALONG = Arrow((248, 240), (336, 240), both=True, size=11)
FORMS = {
    form: Pose(
        start=_frame(0.0, towel=form is Form.EASIER),
        end=(*_frame(1.0, towel=form is Form.EASIER), ALONG),
    )
    for form in (Form.STANDARD, Form.EASIER)
}
