"""What a value of the skill is made of: fields that never change, equal where they are equal.

A dataclass that is frozen would say the same, and costs a start half a millisecond: its methods are compiled
when its module is imported. Those of a Struct are there already.
"""

from typing import TYPE_CHECKING, dataclass_transform

from msgspec import Struct, field
from msgspec.structs import asdict

if TYPE_CHECKING:  # mypy checks what this one is given, of any class that is made as a dataclass is
    from dataclasses import replace
else:
    from msgspec.structs import replace

__all__ = ["Value", "asdict", "field", "replace"]


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
class Value(Struct, frozen=True):
    """A value; each class of values names its fields as a dataclass does.

    One with a mapping among its fields cannot be hashed. What leaves fields out of its `repr` is a dataclass;
    what leaves them out of a comparison has `eq=False` and compares itself.
    """
