"""The rotation: all pairs of a runner, with the sums of every run."""

from collections.abc import Mapping

from skill.shoes.limits import LONGEST_REST, Refusal, RefusedError
from skill.shoes.planned_race import PlannedRace
from skill.shoes.run import RunKind
from skill.shoes.shoe import Shoe
from skill.shoes.wear import UNWORN, Wear
from skill.value import Value, field, replace


class Rest(Value):
    """How long a pair should rest between runs.

    The article's 24 to 48 hours for the foam to decompress: common advice, contested by laboratory work,
    so the runner may set it or switch it off.

    Attributes:
        hours: a full rest, 1 to 168.
        on: whether rest counts in the choice.
    """

    hours: int = 48
    on: bool = True

    @property
    def partly_hours(self) -> float:
        """Hours after which a pair counts as partly rested: half a full rest."""
        return self.hours / 2


class Rotation(Value):
    """All pairs of a runner: everything that a turn needs of the shoes beside the newest runs.

    The sums equal the runs of the log at all times; `recount` makes them anew from it.

    Attributes:
        shoes: every pair, retired ones included, in the order they were added.
        rest: the runner's rule.
        unknown: the runs whose pair is not known.
        former: the runs of pairs that were deleted, without their times.
        races: those to come, and those just over, that the runner has told of.
        default: id of the pair that a run without a pair was in; None for none.
        default_of: ids of such pairs for kinds of run.
    """

    shoes: tuple[Shoe, ...] = ()
    rest: Rest = Rest()
    unknown: Wear = UNWORN
    former: Wear = UNWORN
    races: tuple[PlannedRace, ...] = ()
    default: str | None = None
    default_of: Mapping[RunKind, str] = field(default_factory=dict)

    @property
    def active(self) -> tuple[Shoe, ...]:
        """The pairs in use."""
        return tuple(shoe for shoe in self.shoes if shoe.active)

    @property
    def retired(self) -> tuple[Shoe, ...]:
        """The pairs no longer in use."""
        return tuple(shoe for shoe in self.shoes if not shoe.active)

    @property
    def wears(self) -> tuple[Wear, ...]:
        """The sums that together are all runs."""
        return (*(shoe.wear for shoe in self.shoes), self.unknown, self.former)

    def find(self, shoe_id: str | None) -> Shoe | None:
        """The pair with this id; None when there is none."""
        return next((shoe for shoe in self.shoes if shoe.id == shoe_id), None)

    def with_shoe(self, changed: Shoe) -> "Rotation":
        """With the pair of the same id replaced."""
        return replace(
            self,
            shoes=tuple(changed if shoe.id == changed.id else shoe for shoe in self.shoes),
        )

    def with_rest(self, rest: Rest) -> "Rotation":
        """Under another rule of rest.

        Raises:
            RefusedError: under an hour or over a week.
        """
        if not 1 <= rest.hours <= LONGEST_REST:
            raise RefusedError(Refusal.REST)
        return replace(self, rest=rest)
