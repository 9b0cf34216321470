"""What kind of pain somebody says it is."""

from enum import StrEnum


class PainKind(StrEnum):
    """What is sore may be stretched gently, what is sharp or burns may not. The values are the slot's ids.

    What burns in a stretch is eased off first: it may be the stretch itself.
    """

    ACHE = "ache"
    SHARP = "sharp"
    BURNING = "burning"
