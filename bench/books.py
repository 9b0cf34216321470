"""How often the first guess is right, of two books of which one has a run dropped, doubled or swapped.

    python -m bench.books

Each runner has one to four pairs and half a year of runs on the days of habit, some left out. In one book a
run is dropped, doubled, or stands in another pair. The coach hears the other book's totals as a voice says
them, in whole kilometres or with a decimal: those of every pair, or that of the pair concerned alone.
"""

from datetime import UTC, datetime, timedelta
from itertools import product
from random import Random
from statistics import fmean

from bench.forecast import DAYS_A_WEEK
from skill.shoes.books import Cause, OtherBook, guesses
from skill.shoes.ledger import recount
from skill.shoes.rotation import Rotation
from skill.shoes.run import RecentRuns, Run
from skill.shoes.shoe import Shoe
from skill.value import replace

BOOKS = 2000
START = datetime(2026, 1, 5, 7, tzinfo=UTC)
WEEKS = 26
RECENT = 100
"""The newest runs that a turn has at hand."""
GRAINS = {"whole kilometres": 1000, "with a decimal": 100}
RIGHT = {
    "dropped": {Cause.MISSING},
    "doubled": {Cause.DOUBLED},
    "swapped out": {Cause.IN_OTHER_PAIR},
    "swapped in": {Cause.FROM_OTHER_PAIR},
}


def book(random: Random, *, by_watch: bool) -> tuple[Rotation, list[Run]]:
    """A runner's pairs and runs, as they were.

    Args:
        random: the chance.
        by_watch: whether distances are measured, and not told in half kilometres.
    """
    pairs = tuple(
        Shoe(
            f"{place}",
            f"pair {place}",
            START - timedelta(days=1),
            starting_metres=random.randrange(400) * 1000,
        )
        for place in range(random.choice((2, 2, 3, 4)))
    )
    days = random.choice(list(DAYS_A_WEEK.values()))
    usual = random.uniform(5000, 12000)
    runs = list[Run]()
    for week in range(WEEKS):
        for day in range(7):
            if random.random() > (0.9 if day in days else 0.06):
                continue
            at = START + timedelta(weeks=week, days=day, minutes=random.randrange(120))
            length = usual * (1.7 if day == max(days) else 1.0) * random.uniform(0.75, 1.25)
            metres = round(length) if by_watch else max(round(length / 500), 2) * 500
            runs.append(Run(f"{len(runs)}", at, at.date(), metres, random.choice(pairs).id))
    return Rotation(pairs), runs


def spoilt(random: Random, rotation: Rotation, runs: list[Run], how: str) -> tuple[list[Run], str]:
    """The log with one mistake of the last two months, and the pair whose total is asked about."""
    wrong = random.choice(runs[-len(runs) // 3 :])
    others = [run for run in runs if run is not wrong]
    other = random.choice([shoe.id for shoe in rotation.shoes if shoe.id != wrong.shoe])
    match how:
        case "dropped":
            return others, str(wrong.shoe)
        case "doubled":
            twice = replace(wrong, id="again", at=wrong.at + timedelta(minutes=random.randrange(300)))
            return [*runs, twice], str(wrong.shoe)
        case "swapped out":
            return [*others, replace(wrong, shoe=other)], str(wrong.shoe)
    return [*others, replace(wrong, shoe=other)], other


def first_guess(seed: int, how: str, grain: int, *, by_watch: bool, all_totals: bool) -> Cause | None:
    """What is guessed first; None where nothing is."""
    random = Random(seed)  # noqa: S311 - a simulation's chance
    rotation, runs = book(random, by_watch=by_watch)
    log, asked = spoilt(random, rotation, runs, how)
    true, kept = recount(rotation, runs), recount(rotation, log)
    said = {shoe.id: round(shoe.metres / grain) * grain for shoe in true.shoes}
    pair = next(shoe for shoe in kept.shoes if shoe.id == asked)
    theirs = said.pop(asked)
    other_book = OtherBook(pair, theirs, grain // 2, said if all_totals else {})
    newest = sorted(log, key=lambda run: run.at, reverse=True)[:RECENT]
    recent = RecentRuns(newest, newest[-1].at if len(log) > RECENT else None)
    found = guesses(kept, recent, other_book, (START + timedelta(weeks=WEEKS)).date())
    return found[0].cause if found else None


def main() -> None:
    """Print how often the first guess is right, by what was told, and by what was wrong."""
    each = BOOKS // len(RIGHT)
    print(f"{'totals told':>12}{'in':>18}{'log by':>8}{'all':>8}" + "".join(f"{how:>13}" for how in RIGHT))
    for all_totals, grain_name, by_watch in product((True, False), GRAINS, (True, False)):
        right = {
            how: fmean(
                first_guess(seed, how, GRAINS[grain_name], by_watch=by_watch, all_totals=all_totals) in causes
                for seed in range(each)
            )
            for how, causes in RIGHT.items()
        }
        told, log = "every pair's" if all_totals else "one pair's", "watch" if by_watch else "voice"
        shares = "".join(f"{share:>13.1%}" for share in right.values())
        print(f"{told:>12}{grain_name:>18}{log:>8}{fmean(right.values()):>8.1%}{shares}")


if __name__ == "__main__":
    main()
