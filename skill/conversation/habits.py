"""What is remembered of a runner beside the shoes: the unit, where the devices stand, what was told last."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from skill.shoes.distance import Unit
from skill.shoes.run import Run


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """What a device's settings say of where it stands.

    Attributes:
        zone: IANA name of its time zone; None when it did not tell.
        unit: its unit of distance; None when it did not tell.
        asked_at: when it was asked, aware, UTC.
    """

    zone: str | None
    unit: Unit | None
    asked_at: datetime


@dataclass(frozen=True, slots=True)
class LastTold:
    """What "undo that" and "no, I wore the others" are about: the run told last, or the pair added last."""

    run: Run | None = None
    pair: str | None = None


@dataclass(frozen=True, slots=True)
class Habits:
    """What is remembered beside the shoes.

    Attributes:
        unit: the one the runner asked for; None until then.
        heard_unit: the one a distance was told in last; None until then.
        whereabouts: by the device's id.
        last_told: None when nothing was told, or it was taken back.
        asked_about: id of the run whose pair was asked for after a routine; that happens once.
    """

    unit: Unit | None = None
    heard_unit: Unit | None = None
    whereabouts: Mapping[str, Whereabouts] = field(default_factory=dict)
    last_told: LastTold | None = None
    asked_about: str | None = None
