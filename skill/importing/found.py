"""What is found in a file or at a service: runs, pairs, and what was left out and why."""

from collections.abc import Mapping
from datetime import date, datetime
from enum import IntEnum, StrEnum

from skill.value import Value, field


class Measure(IntEnum):
    """How a run's metres were had, the least exact first: of a run found twice, the greatest is kept."""

    POSITIONS = 1
    """Summed from the positions of a track: some two percent short."""
    SHOWN = 2
    """A figure of a table with two decimals, cut or rounded by up to ten metres."""
    SERVICE = 3
    """What a service keeps, in metres or finer."""
    WATCH = 4
    """What the watch or the phone itself wrote into its file."""


class Why(StrEnum):
    """Why something that was found is no run of the runner's; the values are ids of lines."""

    OTHER_SPORT = "other-sport"
    UNKNOWN_SPORT = "unknown-sport"
    NO_DISTANCE = "no-distance"
    NO_START = "no-start"
    TOO_LONG = "too-long"
    NOT_SAID_TO_BE_A_RUN = "not-said-to-be-a-run"
    MULTISPORT_AS_ONE = "multisport-as-one"
    TWICE_IN_IT = "twice-in-it"
    A_PLAN = "a-plan"
    NOTHING_IN_IT = "nothing-in-it"
    UNKNOWN_FILE = "unknown-file"
    DAMAGED = "damaged"
    UNREADABLE_ROW = "unreadable-row"


class FoundRun(Value):
    """One run.

    Attributes:
        id: what makes it the same run when it is found again: "strava:123", "garmin:456", and, where nothing
            gives it an id, its source and its start: "garmin-table:2024-06-03T20:42:16",
            "fit:2017-10-08T14:54:11Z".
        start: when it began. Aware, UTC; naive where only the runner's own clock is known.
        metres: more than 0.
        measure: how they were had.
        pairs: keys of the pairs it is said to be on: none, one, or more, where the runner is to be asked.
        is_run: whether the source says that it is a run; else the runner is to be asked.
        title: as the runner typed it, for the question which run is meant; never stored.
    """

    id: str
    start: datetime
    metres: float
    measure: Measure
    pairs: tuple[str, ...] = ()
    is_run: bool = True
    title: str = ""


class FoundPair(Value, eq=False):
    """One pair of shoes.

    Attributes:
        key: what makes it the same pair when it is found again: "strava:g123", "garmin:uuid", and, where it
            has no number, the name as typed: "strava:Asics 01".
        name: what its runner calls it; empty where it has no name.
        brand: empty where it is not known.
        model: empty where it is not known.
        begun: the day it was first used; None where it is not known.
        retired: the day it was retired; None while it is in use, or where it is not known.
        life_metres: how far its runner lets it go; None for no limit.
        metres: how far it has run altogether, as its source counts; None where it does not tell. Two pairs
            are equal that differ in nothing else.
    """

    key: str
    name: str = ""
    brand: str = ""
    model: str = ""
    begun: date | None = None
    retired: date | None = None
    life_metres: int | None = None
    metres: int | None = None

    def __eq__(self, other: object) -> bool:
        """Whether both are the same but for how far they have run."""
        return isinstance(other, FoundPair) and self._but_metres() == other._but_metres()

    def __ne__(self, other: object) -> bool:
        """As it is compared: a Struct has its own answer to this."""
        return not self == other

    def __hash__(self) -> int:
        """As it is compared."""
        return hash(self._but_metres())

    def _but_metres(self) -> tuple[object, ...]:
        return self.key, self.name, self.brand, self.model, self.begun, self.retired, self.life_metres


class LeftOut(Value):
    """Something that was found and is not taken.

    Attributes:
        where: the file's name, with the row where it has rows.
        why: the reason.
        what: the sport, the title or the fault, as it stands there; may be empty.
    """

    where: str
    why: Why
    what: str = ""


class Found(Value):
    """All that was found.

    Attributes:
        runs: each of another id, the earliest first.
        pairs: by key; every key that a run names is there.
        left_out: in the order in which it was met.
    """

    runs: tuple[FoundRun, ...] = ()
    pairs: Mapping[str, FoundPair] = field(default_factory=dict)
    left_out: tuple[LeftOut, ...] = ()


class ImportingError(Exception):
    """Nothing could be read; the message is one line for the runner that says what to do instead."""


class UnitNeededError(ImportingError):
    """A table does not say whether its distances are kilometres or miles, and nobody else did."""
