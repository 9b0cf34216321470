"""The exercises' poses, by exercise and form."""

from collections.abc import Mapping
from typing import Final

from skill.content.exercise import Form
from skill.pictures.pose import Pose
from skill.pictures.poses import (
    ball_roll,
    bottle_roll,
    butt_to_heel,
    calf_roll,
    sole_massage,
    toe_lifts,
    toe_scrunches,
    toes_on_wall,
)

POSES: Final[Mapping[str, Mapping[Form, Pose]]] = {
    "toes-on-wall": toes_on_wall.FORMS,
    "butt-to-heel": butt_to_heel.FORMS,
    "sole-massage": sole_massage.FORMS,
    "bottle-roll": bottle_roll.FORMS,
    "toe-scrunches": toe_scrunches.FORMS,
    "toe-lifts": toe_lifts.FORMS,
    "ball-roll": ball_roll.FORMS,
    "calf-roll": calf_roll.FORMS,
}
