"""Hands and knees, toes curled under; the hips go back toward the heels, in the easier way only a little."""

from skill.content.exercise import Form
from skill.pictures.body import Arm, Body, Leg
from skill.pictures.foot import Foot
from skill.pictures.geometry import Point
from skill.pictures.pose import Pose
from skill.pictures.things import Arrow, Floor, Lens

SCALE = 1.3


def _runner(hip: Point, lean: float, head: float, hands: float) -> Body:
    knee = (150.0, 244.0)
    return Body(
        hip=hip,
        lean=lean,
        head=head,
        scale=SCALE,
        near=Leg(Foot((78, 222), pitch=-68, toes=66, scale=SCALE, sole=True), knee=knee),
        far=Leg(Foot((82, 218), pitch=-68, toes=66, scale=SCALE), knee=(knee[0] + 4, knee[1] - 4)),
        near_arm=Arm((hands, 230), 0),
        far_arm=Arm((hands + 8, 247), 0),
    )


LENS = Lens(
    (66, 70), 52, (Foot((48, 60), pitch=-64, toes=60, scale=2.0, five=True, sole=True, shin=-20),), floor=100
)
FORMS = {
    Form.STANDARD: Pose(
        start=(Floor(), _runner((152, 172), 84, -30, 230), LENS),
        end=(Floor(), _runner((106, 188), 84, -4, 230), Arrow((180, 130), (140, 136), -8), LENS),
    ),
    Form.EASIER: Pose(
        start=(Floor(), _runner((152, 172), 84, -30, 230), LENS),
        end=(Floor(), _runner((132, 176), 84, -20, 230), Arrow((180, 130), (155, 132), -6), LENS),
    ),
}
