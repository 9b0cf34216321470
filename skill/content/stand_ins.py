"""What does as well where a thing is not at hand."""

from collections.abc import Mapping
from enum import StrEnum
from functools import cache

from skill.content.exercise import Equipment
from skill.content.loader import content_folder, read

STAND_INS_FILE = "stand_ins.toml"


class StandIn(StrEnum):
    """A thing that does as well."""

    DOOR = "door"
    TREE = "tree"
    STEP = "step"
    BED = "bed"
    SHIRT = "shirt"
    SOCK = "sock"
    BOTTLE = "bottle"
    CAN = "can"
    ROLLING_PIN = "rolling-pin"
    PEAS = "peas"
    HANDS = "hands"


@cache
def stand_ins() -> Mapping[Equipment, tuple[StandIn, ...]]:
    """What stands in for each thing, in the order in which it is offered, at least one each; read once.

    Raises:
        ContentError: the data is wrong.
    """
    table = read(content_folder(), STAND_INS_FILE)
    table.expect_only(*Equipment)
    return {item: table.choices(item, StandIn) for item in Equipment}
