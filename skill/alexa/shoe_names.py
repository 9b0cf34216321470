"""Teaches Alexa the runner's own names for pairs, for half an hour (Dialog.UpdateDynamicEntities)."""

from collections.abc import Sequence
from typing import Any, Final

from skill.conversation.shoes.kept import PairName

MOST_ENTITIES: Final = 100
"""Amazon's limit on the values and synonyms of all types together."""
SLOT_TYPE: Final = "Shoe"
_TYPE: Final = "Dialog.UpdateDynamicEntities"


def names_directive(names: Sequence[PairName]) -> dict[str, Any]:
    """The directive, as JSON, that replaces what was taught before."""
    if not names:
        return {"type": _TYPE, "updateBehavior": "CLEAR"}
    values = [
        {"id": pair.id, "name": {"value": pair.nickname, "synonyms": []}} for pair in names[:MOST_ENTITIES]
    ]
    return {"type": _TYPE, "updateBehavior": "REPLACE", "types": [{"name": SLOT_TYPE, "values": values}]}
