"""What was otherwise about a run: as the runner said it, and what the run becomes by it."""

from datetime import date
from typing import Final

from skill.conversation.shoes.shoe_words import exact_distance, pair_in_words
from skill.conversation.turn.talk import Talk
from skill.conversation.turn.turn import Slot
from skill.shoes.days import Day, past_time
from skill.shoes.distance import METRES_IN, NO_DISTANCE, SpokenDistance, Unit
from skill.shoes.limits import check_time
from skill.shoes.run import Run, RunKind
from skill.speech.dates import day_in_words
from skill.speech.numbers import duration_in_words
from skill.value import Value, replace


class Correction(Value):
    """What the runner says of a run; nothing where nothing is said of it.

    Attributes:
        heard: the pair it was in.
        distance: how far it was; a unit alone says that its number was told in another.
        day: when it was.
        kind: what it was for.
        seconds: how long it took.
    """

    heard: Slot | None = None
    distance: SpokenDistance = NO_DISTANCE
    day: Day | None = None
    kind: RunKind | None = None
    seconds: int | None = None


AS_IT_IS: Final = Correction()
"""Nothing is said of it."""


class Corrected(Value):
    """What a run becomes; None for what stays.

    Attributes:
        shoe: id of its pair.
        metres: its distance.
        day: the runner's own day.
        hour: of the part of that day, where it was told.
        kind: what it was for.
        seconds: how long it took.
    """

    shoe: str | None = None
    metres: int | None = None
    day: date | None = None
    hour: int | None = None
    kind: RunKind | None = None
    seconds: int | None = None

    def of(self, talk: Talk, run: Run) -> Run:
        """The run as it becomes.

        Raises:
            RefusedError: the day is still to come.
        """
        if self.shoe:
            run = run.put_on(self.shoe)
        if self.metres:
            run = run.of_length(self.metres)
        if self.day and self.day != run.day:
            now = talk.place_settings.read_local_time()
            at = past_time(self.day, self.hour, now)
            check_time(at, now)
            run = run.on_day(self.day, at)
        return replace(run, kind=self.kind or run.kind, seconds=self.seconds or run.seconds)

    def in_words(self, talk: Talk) -> str:
        """What is to become of the run: "twelve kilometres in the Ghost", "Friday"."""
        shoe, parts = talk.shoes.rotation.find(self.shoe), []
        distance = exact_distance(talk, self.metres) if self.metres else ""
        if shoe and distance:
            parts += [talk.line("shoes.correct.run", distance=distance, pair=pair_in_words(talk, shoe))]
        elif shoe or distance:
            parts += [distance or (pair_in_words(talk, shoe) if shoe else "")]
        if self.kind:
            parts += [talk.line(f"shoes.run_of_kind.{self.kind}")]
        if self.day:
            parts += [day_in_words(talk.phrasebook, self.day, talk.place_settings.read_local_time().date())]
        if self.seconds:
            parts += [duration_in_words(talk.phrasebook, self.seconds)]
        return talk.phrasebook.join(parts)


def in_other_unit(metres: int, unit: Unit, spoken: Unit) -> int:
    """A distance whose number was told in another unit: ten kilometres become ten miles, and the other way.

    What is a plain number of that unit already, and of no other, stays as it is. Sixteen miles are a plain
    number of kilometres too, to the metre: there the unit decides that the distance was said back in.

    Args:
        metres: as they were taken.
        unit: the one that was meant.
        spoken: the one that distances were spoken in so far.
    """
    other = Unit.KILOMETRES if unit is Unit.MILES else Unit.MILES
    if _is_plain_in(metres, unit) and (unit is spoken or not _is_plain_in(metres, other)):
        return metres
    return round(metres / METRES_IN[other] * METRES_IN[unit])


def _is_plain_in(metres: int, unit: Unit) -> bool:
    """Whether it is a whole number of quarters of the unit, to the metre."""
    quarter = METRES_IN[unit] / 4
    return abs(metres - round(metres / quarter) * quarter) < 1
