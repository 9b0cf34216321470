"""How all who sit on a chair sit there."""

from skill.pictures.body import Arm, Body, Leg
from skill.pictures.foot import Foot
from skill.pictures.geometry import Point
from skill.pictures.things import Chair

HIP: Point = (74.0, 174.0)
CHAIR = Chair(116, seat=190, depth=56)


def seated(
    near: Leg,
    far: Leg | None = None,
    near_arm: Arm | None = None,
    far_arm: Arm | None = None,
    *,
    lean: float = -2,
    head: float = 8,
) -> Body:
    """A runner on the chair.

    Args:
        near: the leg on our side.
        far: the other one; its foot flat on the ground where nothing is said.
        near_arm: the arm on our side, its hand in the lap where nothing is said.
        far_arm: the other one, likewise.
        lean: as a body has it.
        head: likewise.
    """
    return Body(
        hip=HIP,
        lean=lean,
        head=head,
        near=near,
        far=far or Leg(Foot((78, 255))),
        near_arm=near_arm or Arm((102, 160), 14),
        far_arm=far_arm or Arm((110, 159), 14),
    )
