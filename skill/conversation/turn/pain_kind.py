"""What kind of pain somebody says it is."""

from enum import StrEnum


class PainKind(StrEnum):
    """What is sore may be stretched gently, what is sharp may not; the values are the ids of the slot."""

    ACHE = "ache"
    SHARP = "sharp"
