"""A pair of running shoes."""

from datetime import date, datetime
from enum import IntEnum, StrEnum
from typing import Final

from skill.shoes.check_up import Examination
from skill.shoes.forecast_record import Foretold
from skill.shoes.price import Price
from skill.shoes.run import RunKind
from skill.shoes.spans import Span
from skill.shoes.wear import UNWORN, Wear
from skill.value import Value


class Life(Value):
    """How far a pair goes, in metres; `soon` is less than `due`.

    The defaults are the article's 500 to 800 kilometres (convention; comfort and wear count too).

    Attributes:
        soon: after so much it is time to think of a new pair.
        due: after so much the pair is past its life.
    """

    soon: int = 500_000
    due: int = 800_000


class Basis(StrEnum):
    """Why a life is what it is."""

    CONVENTION = "convention"
    TOLD = "told"
    """The runner said how far the pair goes."""
    LEARNT = "learnt"
    """From how far the runner's own pairs went."""
    CHECKED = "checked"
    """By what a check-up found."""


EVERYDAY: Final = frozenset({RunKind.EASY, RunKind.LONG})
"""The kinds of run that a runner without another word may mean."""


class Stage(IntEnum):
    """How far through its life a pair is; a later stage is a greater number."""

    FRESH = 0
    SOON = 1
    DUE = 2


class Mode(StrEnum):
    """How the runner wants a pair treated otherwise than the rest."""

    USED_UP = "used-up"
    """Worn whenever it is rested and suits, until it is done."""
    SAVED = "saved"
    """Left alone until a day or for a kind of run."""


class Shoe(Value):
    """One pair.

    Attributes:
        id: never said aloud, never changed.
        nickname: what the runner calls it, as said.
        added_at: aware, UTC.
        brand: None when not told.
        model: None when not told.
        starting_metres: how far it had run before it was added, 0 or more.
        life: how far it goes.
        kinds: the kinds of run it is kept for; empty means any.
        retired_at: None while it is in use.
        wear: the sum of its runs.
        announced: the latest stage the runner has been told of.
        life_basis: why its life is what it is.
        examination: what its last check-up found; None when it had none.
        foretold: what the runner was first told of its end; None when nothing was.
        check_offered: metres at which a check-up was offered last; 0 when none was.
        price: what it cost; None when not told.
        bought: when it was bought, as exactly as was told; None when not told.
        alert_metres: a distance at which the runner wants to be told; None for none.
        alerted: whether the runner has been told that it has passed that distance.
        mode: None where it wears evenly with the others.
        saved_until: the runner's own day from which a saved pair is worn again; None where none was told.
        saved_for: the kind of run that a saved pair waits for; None where none was told.
    """

    id: str
    nickname: str
    added_at: datetime
    brand: str | None = None
    model: str | None = None
    starting_metres: int = 0
    life: Life = Life()
    kinds: frozenset[RunKind] = frozenset()
    retired_at: datetime | None = None
    wear: Wear = UNWORN
    announced: Stage = Stage.FRESH
    life_basis: Basis = Basis.CONVENTION
    examination: Examination | None = None
    foretold: Foretold | None = None
    check_offered: int = 0
    price: Price | None = None
    bought: Span | None = None
    alert_metres: int | None = None
    alerted: bool = False
    mode: Mode | None = None
    saved_until: date | None = None
    saved_for: RunKind | None = None

    @property
    def metres(self) -> int:
        """Everything that it has run, also before it was added.

        Runs that came in from before then are part of its starting distance, and are not counted twice.
        """
        return max(self.starting_metres - self.wear.before, 0) + self.wear.tally.metres

    @property
    def metres_left(self) -> int:
        """Metres until its life is over; below 0 when it is past."""
        return self.life.due - self.metres

    @property
    def stage(self) -> Stage:
        """Where in its life it is."""
        if self.metres >= self.life.due:
            return Stage.DUE
        return Stage.SOON if self.metres >= self.life.soon else Stage.FRESH

    @property
    def everyday(self) -> bool:
        """Whether it may be meant where no kind of run is told: not kept for races, trails or speed alone."""
        return not self.kinds or bool(self.kinds & EVERYDAY)

    @property
    def active(self) -> bool:
        """Whether it is in use."""
        return self.retired_at is None

    def was_retired_by(self, at: datetime) -> bool:
        """Whether it had been retired by a time, so that no run of then can be logged in it.

        Args:
            at: aware, UTC.
        """
        return self.retired_at is not None and at >= self.retired_at
