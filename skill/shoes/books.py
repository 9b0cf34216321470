"""Two books of one runner's shoes, and what may have made them differ: the likeliest cause first.

One book is the log; of the other, totals of pairs are known by the runner's word alone. So every cause that
the log leaves possible is weighed by how often it comes to what was said: odds, not proof, which is why
nothing is changed without a yes.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from skill.shoes.rotation import Rotation
from skill.shoes.run import RecentRuns, Run
from skill.shoes.shoe import Shoe
from skill.value import Value, field, replace

LOOKED_BACK: Final = timedelta(weeks=12)
"""So far back a cause is looked for; nobody remembers a run of longer ago."""
DOUBLED_ODDS: Final = 1.0
OTHER_PAIR_ODDS: Final = 1.0
MISSING_ODDS: Final = 1.0
"""How often a run is doubled, put on another pair or left out: equally, for want of better figures."""
START_ODDS: Final = 0.0002
"""How often the starting distance is the cause, for a quarter of a kilometre of difference as for any other:
a tenth as often as a run, and spread over hundreds of kilometres. Our figure."""
SAME_BY_CHANCE: Final = 0.002
"""How often somebody runs the same distance twice on one day in one pair."""
ALIKE: Final = 250
"""Metres: how usual a length is shows in the runs that differ from it by no more."""
SELDOM: Final = 0.02
"""The share of runs of a length that nobody has logged yet."""
LONGER: Final = 1.5
"""Nobody forgets a run so many times as long as all that were told."""
AGAINST: Final = 0.02
"""What is left of a cause that another pair's total speaks against: figures are misread."""


class Cause(StrEnum):
    """What may have made the books differ."""

    MISSING = "missing"
    """A run in the other book is not in the log."""
    DOUBLED = "doubled"
    """A run is in the log twice."""
    IN_OTHER_PAIR = "in_other_pair"
    """A run of this pair stands in another one in the log, or in none."""
    FROM_OTHER_PAIR = "from_other_pair"
    """A run that the log has in this pair was in another one, or the other book lacks it."""
    START = "start"
    """The books began at another distance."""


class Guess(Value):
    """A cause, and what would put it right.

    Attributes:
        cause: the cause.
        metres: by how much the pair's total changes when it is put right.
        weight: how likely it is; only comparisons mean anything.
        run: the run that is in the log and wrong; None where none is.
        day: of a run that is missing, the day that is likeliest; None elsewhere.
        pair: id of the pair in which the run belongs instead; None where that is this one, or not known.
    """

    cause: Cause
    metres: int
    weight: float
    run: Run | None = None
    day: date | None = None
    pair: str | None = None


class OtherBook(Value):
    """What the other book says.

    Attributes:
        shoe: the pair whose totals differ.
        metres: what the other book has on it.
        grain: metres by which its figures may be off, because they were told in whole kilometres.
        others: its totals of other pairs, by their ids, as far as they were told.
    """

    shoe: Shoe
    metres: int
    grain: int
    others: Mapping[str, int] = field(default_factory=dict)

    @property
    def apart(self) -> int:
        """By how much it has more on the pair; below 0 where it has less."""
        return self.metres - self.shoe.metres

    @property
    def agrees(self) -> bool:
        """Whether both books say the same of the pair."""
        return abs(self.apart) <= self.grain


def guesses(rotation: Rotation, recent: RecentRuns, book: OtherBook, today: date) -> tuple[Guess, ...]:
    """What may have made the books differ, the likeliest first; of each cause the likeliest case alone.

    Args:
        rotation: every pair.
        recent: the newest runs of the log.
        book: the other book.
        today: the runner's own day.
    """
    lately = [run for run in recent.runs if run.day >= today - LOOKED_BACK]
    found = [_by_the_others(rotation, book, one) for one in _possible(lately, book, today)]
    summed = {cause: sum(one.weight for one in found if one.cause is cause) for cause in Cause}
    likeliest = (
        max(
            (one for one in found if one.cause is cause), key=lambda one: (one.weight, _at(one)), default=None
        )
        for cause in sorted(summed, key=lambda cause: -summed[cause])
    )
    return tuple(replace(one, weight=summed[one.cause]) for one in likeliest if one)


def _possible(runs: Sequence[Run], book: OtherBook, today: date) -> Iterator[Guess]:
    if book.apart > 0:
        yield from _in_other_pairs(runs, book)
        yield from _missing(runs, book, today)
    else:
        yield from _doubled(runs, book)
        yield from _from_other_pairs(runs, book)
    if book.shoe.starting_metres + book.apart >= 0:
        yield Guess(Cause.START, book.apart, _start_weight(book))


def _at(guess: Guess) -> date:
    return guess.day or (guess.run.day if guess.run else date.min)


def _by_the_others(rotation: Rotation, book: OtherBook, guess: Guess) -> Guess:
    """The guess by what the other book says of other pairs: what one has too little another has too much."""
    grain = 2 * book.grain
    apart = {id_: metres - shoe.metres for id_, metres in book.others.items() if (shoe := rotation.find(id_))}
    if guess.cause is Cause.IN_OTHER_PAIR and guess.run and guess.run.shoe in apart:
        fits = abs(apart[guess.run.shoe] + guess.metres) <= grain
        return guess if fits else replace(guess, weight=guess.weight * AGAINST)
    if guess.cause is Cause.FROM_OTHER_PAIR:
        fitting = [id_ for id_, more in apart.items() if abs(more + guess.metres) <= grain]
        return replace(guess, pair=fitting[0]) if fitting else guess
    opposite = any(abs(more + book.apart) <= grain for more in apart.values() if abs(more) > grain)
    return replace(guess, weight=guess.weight * AGAINST) if opposite else guess


def _in_other_pairs(runs: Sequence[Run], book: OtherBook) -> Iterator[Guess]:
    """Runs of that length that stand in another pair, or in none: of those the pair was asked for in vain."""
    for run in runs:
        if run.shoe != book.shoe.id and abs(run.metres - book.apart) <= book.grain:
            known = 1.0 if run.shoe else 3.0
            yield Guess(Cause.IN_OTHER_PAIR, run.metres, OTHER_PAIR_ODDS * known / len(runs), run)


def _from_other_pairs(runs: Sequence[Run], book: OtherBook) -> Iterator[Guess]:
    for run in runs:
        if run.shoe == book.shoe.id and abs(run.metres + book.apart) <= book.grain:
            yield Guess(Cause.FROM_OTHER_PAIR, -run.metres, OTHER_PAIR_ODDS / len(runs), run)


def _doubled(runs: Sequence[Run], book: OtherBook) -> Iterator[Guess]:
    """Runs of that length that are there twice on a day."""
    twice = Counter((run.day, run.metres) for run in runs if run.shoe == book.shoe.id)
    for run in runs:
        again = run.shoe == book.shoe.id and twice[run.day, run.metres] > 1
        if again and abs(run.metres + book.apart) <= book.grain:
            yield Guess(Cause.DOUBLED, -run.metres, DOUBLED_ODDS / len(runs) / SAME_BY_CHANCE, run)


def _missing(runs: Sequence[Run], book: OtherBook, today: date) -> Iterator[Guess]:
    """Days on which this runner mostly runs, and on which the log has nothing."""
    if not runs:
        yield Guess(Cause.MISSING, book.apart, MISSING_ODDS, None, today)
        return
    days = {run.day for run in runs}
    first = min(days)
    looked_at = [first + timedelta(days=n) for n in range((today - first).days + 1)]
    usual = _usual_by_weekday(days, looked_at)
    long, worn = _share_of_length(runs, book), _share_of_pair(runs, book.shoe)
    for day in looked_at:
        if day not in days:
            odds = usual[day.weekday()] / (1 - usual[day.weekday()])
            yield Guess(Cause.MISSING, book.apart, MISSING_ODDS * odds * long * worn / len(runs), None, day)


def _usual_by_weekday(days: set[date], looked_at: Sequence[date]) -> list[float]:
    """How often there is a run on each day of the week, Monday first; one half of a day is put to either."""
    whole = Counter(day.weekday() for day in looked_at)
    run = Counter(day.weekday() for day in looked_at if day in days)
    return [(run[weekday] + 0.5) / (whole[weekday] + 1) for weekday in range(7)]


def _share_of_length(runs: Sequence[Run], book: OtherBook) -> float:
    """How likely a run is so long that it makes the difference, as well as that is told."""
    exactly = sum(abs(run.metres - book.apart) <= book.grain for run in runs) / len(runs)
    if book.apart > LONGER * max(run.metres for run in runs):
        return SELDOM * SELDOM * book.grain / ALIKE
    window = max(ALIKE, book.grain)
    about = sum(abs(run.metres - book.apart) <= window for run in runs) / len(runs)
    return max(exactly, max(about, SELDOM) * book.grain / window)


def _share_of_pair(runs: Sequence[Run], shoe: Shoe) -> float:
    return (sum(run.shoe == shoe.id for run in runs) + 1) / (len(runs) + 1)


def _start_weight(book: OtherBook) -> float:
    """Figures that were guessed are round, and are guessed where a pair had run before."""
    rounded = 3.0 if book.apart % 50_000 == 0 else 1.0
    return START_ODDS * rounded * (2.0 if book.shoe.starting_metres else 1.0) * book.grain / ALIKE
