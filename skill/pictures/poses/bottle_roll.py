"""Seated, a sock on, one foot rolls over a frozen bottle; in the easier way a towel is around it."""

from skill.content.exercise import Form
from skill.pictures.body import Leg
from skill.pictures.bottle import Bottle, LyingBottle
from skill.pictures.foot import Foot
from skill.pictures.front_foot import FrontFoot
from skill.pictures.pose import Pose
from skill.pictures.poses.seat import CHAIR, seated
from skill.pictures.view import Arrow, Floor, Lens, Part


def _frame(share: float, *, towel: bool) -> tuple[Part | Lens, ...]:
    """Share 0 with the bottle under the heel, 1 with it under the toes."""
    bottle = 155 + share * 10
    foot = Foot.over((bottle, 238), 2 + 20 * share, pitch=-4 + 10 * share, sock=True, sole=True)
    front = FrontFoot((284, 158 + 16 * (1 - share)), 1.3 - share * 0.08, sock=True)
    lens = Lens((290, 116), 96, (LyingBottle((276, 158), 27, towel=towel), front), floor=150)
    runner = seated(near=Leg(foot), far=Leg(Foot((122, 256), sock=True)))
    return (Floor(), CHAIR, Bottle((bottle, 249), 12, towel=towel), runner, lens)


ALONG = Arrow((352, 104), (352, 138), both=True, size=10)
FORMS = {
    form: Pose(
        start=_frame(0.0, towel=form is Form.EASIER),
        end=(*_frame(1.0, towel=form is Form.EASIER), ALONG),
    )
    for form in (Form.STANDARD, Form.EASIER)
}
