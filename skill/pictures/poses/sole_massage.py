"""One ankle on the other knee, the thumbs work the sole; written with the left sole up, toward us."""

from collections.abc import Iterator
from dataclasses import dataclass

from skill.content.exercise import Form, Side
from skill.pictures.body import Arm, Leg
from skill.pictures.foot import Foot
from skill.pictures.geometry import Point
from skill.pictures.pose import Pose
from skill.pictures.poses.seat import CHAIR, seated
from skill.pictures.shapes import Shape
from skill.pictures.things import Arrow, Floor, Lens
from skill.pictures.toes import Sole


@dataclass(frozen=True, slots=True)
class Sitting:
    """A runner whose left foot lies on the right leg, at that point."""

    foot: Point
    lean: float

    def shapes(self) -> Iterator[Shape]:
        """The runner, the sole, and the near hand on it."""
        x, y = self.foot
        hand = Arm((x - 4, y - 10), 30)
        body = seated(
            near=Leg(Foot((126, 262))),
            far=Leg(Foot((x - 14, y + 9)), knee=(112, 168)),
            near_arm=hand,
            far_arm=Arm((x + 8, y - 12), 60),
            lean=self.lean,
            head=22,
        )
        *behind, arm, sleeve = body.shapes()
        yield from behind
        yield from Sole((x + 6, y + 4), 0.23, 98).shapes()
        yield from (arm, sleeve)


def _lens(thumbs: float) -> Lens:
    return Lens((292, 122), 100, (Sole((300, 116), 0.98, 66, thumbs),))


ALONG = Arrow((244, 196), (336, 60), -62, size=11)
FORMS = {
    Form.STANDARD: Pose(
        start=(Floor(), CHAIR, Sitting((130, 162), 16), _lens(0)),
        end=(Floor(), CHAIR, Sitting((130, 162), 16), _lens(0.75), ALONG),
        side=Side.LEFT,
    ),
    Form.EASIER: Pose(
        start=(Floor(), CHAIR, Sitting((142, 198), 34), _lens(0)),
        end=(Floor(), CHAIR, Sitting((142, 198), 34), _lens(0.75), ALONG),
        side=Side.LEFT,
    ),
}
