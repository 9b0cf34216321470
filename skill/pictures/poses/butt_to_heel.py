"""Hands and knees, toes curled under; the hips go back toward the heels, in the easier way only a little."""

from skill.content.exercise import Form
from skill.pictures.body import Arm, Body, Leg
from skill.pictures.foot import Foot
from skill.pictures.geometry import Point
from skill.pictures.pose import Pose
from skill.pictures.view import Arrow, Floor, Ghost, Lens

SCALE = 1.3


def _runner(hip: Point, lean: float, head: float, hands: float) -> Body:
    knee = (200.0, 244.0)
    return Body(
        hip=hip,
        lean=lean,
        head=head,
        scale=SCALE,
        near=Leg(Foot((120, 222), pitch=-80, toes=78, scale=SCALE, sole=True), knee=knee),
        far=Leg(Foot((124, 218), pitch=-80, toes=78, scale=SCALE), knee=(knee[0] + 4, knee[1] - 4)),
        near_arm=Arm((hands, 250), 0),
        far_arm=Arm((hands + 3, 245), 0),
    )


LENS = Lens(
    (88, 92),
    76,
    (Foot((56, 66), pitch=-80, toes=80, five=True, sole=True, scale=2.7, shin=-8),),
    floor=135,
)
FLAT = _runner((200, 170), 86, -34, 304)


def _back(runner: Body, arrow: Arrow) -> Pose:
    return Pose(start=(Floor(), FLAT, LENS), end=(Floor(), Ghost(FLAT), runner, LENS, arrow))


FORMS = {
    Form.STANDARD: _back(_runner((156, 190), 96, -10, 304), Arrow((222, 142), (122, 186), -26, size=11)),
    Form.EASIER: _back(_runner((182, 177), 86, -22, 304), Arrow((222, 142), (147, 174), -18, size=11)),
}
