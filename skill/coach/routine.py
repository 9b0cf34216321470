"""A routine: exercises in order, each cut into bouts by the runner's preferences; with them it is a plan."""

from collections.abc import Mapping
from itertools import product
from typing import Final, Self

from skill.coach.cue_sheet import Place
from skill.coach.preferences import Preferences
from skill.coach.sides import Sides
from skill.coach.telling import Telling
from skill.content.exercise import DoseKind, Exercise, Form, RoutineName, Side
from skill.value import Value, field, replace

LONGEST_BOUT: Final[Mapping[DoseKind, int]] = {
    DoseKind.HOLD: 90,
    DoseKind.MASSAGE: 180,
    DoseKind.REPETITIONS: 20,
}
"""Counts that a single bout may be extended to (our figure): half as long again as can be set, and less than
a reply holds."""
NO_MORE: Final = (0, 0)
"""No bout of a step is longer than the others."""


class Bout(Value):
    """One set on one side.

    Attributes:
        set: which set it is, from 1.
        sets: how many sets the step has.
        side: the side that works; None when both do.
        amount: seconds of the hold or massage, or repetitions; at least 1.
        unit: seconds that one count takes: 1 in holds and massages, the tempo in repetitions.
        last: whether it is the last bout of its step.
    """

    set: int
    sets: int
    side: Side | None
    kind: DoseKind
    amount: int
    unit: float
    last: bool


class Step(Value):
    """An exercise in the form in which it is done, on the sides that the runner wants.

    Attributes:
        exercise: the exercise.
        form: the form.
        sides: the sides, and which of them comes first.
        more: the index of a bout that the runner wants longer, and by how many counts.
    """

    exercise: Exercise
    form: Form = Form.STANDARD
    sides: Sides = Sides.BOTH
    more: tuple[int, int] = NO_MORE

    @property
    def order(self) -> tuple[Side, ...]:
        """The sides in the order they work; empty when both feet work at once."""
        return self.sides.order(self.exercise.sides_in(self.form))

    def extended(self, bout: int, by: int) -> "Step":
        """The step with this bout longer by so many counts, in addition to what it was extended by before."""
        return replace(self, more=(bout, by + (self.more[1] if self.more[0] == bout else 0)))

    def bouts(self, preferences: Preferences) -> tuple[Bout, ...]:
        """The bouts in order: each set goes through every side before the next set begins."""
        dose = self.exercise.dose
        wanted = {
            DoseKind.HOLD: preferences.hold_seconds,
            DoseKind.MASSAGE: preferences.massage_seconds,
            DoseKind.REPETITIONS: preferences.repetitions,
        }[dose.kind]
        amount = dose.amount.clamp(wanted)
        sets = dose.sets.clamp(preferences.sets)
        sides: tuple[Side | None, ...] = self.order or (None,)
        return tuple(
            Bout(
                set=number,
                sets=sets,
                side=side,
                kind=dose.kind,
                amount=amount + (self.more[1] if self.more[0] == index else 0),
                unit=float(dose.tempo or 1),
                last=number == sets and side == sides[-1],
            )
            for index, (number, side) in enumerate(product(range(1, sets + 1), sides))
        )


class Routine(Value):
    """Steps in order, at least one.

    Attributes:
        name: which of the article's routines it is or was taken from.
        steps: in the order in which they are done.
    """

    name: RoutineName
    steps: tuple[Step, ...]

    @property
    def ids(self) -> frozenset[str]:
        """Ids of its exercises."""
        return frozenset(step.exercise.id for step in self.steps)

    def has_place(self, place: Place, preferences: Preferences) -> bool:
        """Whether the routine has this place; the end of a bout is a place too."""
        if not 0 <= place.step < len(self.steps):
            return False
        bouts = self.steps[place.step].bouts(preferences)
        return 0 <= place.bout < len(bouts) and 0 <= place.count <= bouts[place.bout].amount

    def next_place(self, place: Place, preferences: Preferences) -> Place | None:
        """The place itself, or the next one when its bout is done; None after the last step.

        A place outside the routine, as after a change of preferences, is brought inside it.
        """
        if place.step >= len(self.steps):
            return None
        bouts = self.steps[place.step].bouts(preferences)
        if place.bout >= len(bouts):
            return self.next_place(Place(place.step + 1), preferences)
        if place.count >= bouts[place.bout].amount:
            return self.next_place(Place(place.step, place.bout + 1), preferences)
        return place


class Plan(Value):
    """A routine and how it is done: what there is to perform.

    Attributes:
        tellings: how much is told of an exercise, by its id; of those that are not in it, everything.
    """

    routine: Routine
    preferences: Preferences
    tellings: Mapping[str, Telling] = field(default_factory=dict)

    def telling(self, step: Step) -> Telling:
        """How much is told of a step's exercise."""
        own = self.tellings.get(step.exercise.id, Telling.FULL)
        return own.wanted(self.preferences.words)

    def with_telling(self, exercise: str, telling: Telling) -> Self:
        """The plan in which so much is told of the exercise with this id."""
        return replace(self, tellings={**self.tellings, exercise: telling})

    def explained_briefly(self) -> Self:
        """The plan in which no exercise is explained in full."""
        brief = {
            step.exercise.id: self.tellings.get(step.exercise.id, Telling.FULL).no_more_than(Telling.BRIEF)
            for step in self.routine.steps
        }
        return replace(self, tellings={**self.tellings, **brief})
