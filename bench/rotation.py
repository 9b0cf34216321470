"""A simulated year of running: what the choice does for rest and wear, against two habits.

    python -m bench.rotation            prints the table
    python -m bench.rotation --plot     also draws docs/rotation.svg

The runner runs four times a week: three shorter runs and the long one on Sunday, each with some chance in its
day, hour and length, about 43 km a week. A pair past its life is replaced before the next run.
"""

import argparse
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from statistics import fmean

from bench.rotation_plot import Panel, draw
from skill.shoes.ledger import log_run
from skill.shoes.recommendation import recommend
from skill.shoes.rotation import Rotation
from skill.shoes.run import Run
from skill.shoes.shoe import Shoe
from skill.shoes.standing import PlannedRun, Rested, standing_of

START = datetime(2026, 1, 5, tzinfo=UTC)
WEEKS = 52
WEEK = ((1, 8_000), (2, 9_500), (4, 9_000), (6, 17_000))
"""Day of the week from 0 on Monday, and usual metres."""
SETTLED_WEEKS = 8
"""Until then one long run is a large part of everything a pair has run."""
RUNNERS = 25

Choice = Callable[[Rotation, PlannedRun, int], Shoe]


@dataclass
class Year:
    """What happened.

    Attributes:
        rotation: one pair after another wears each of its places.
        places: metres run in each place, run by run.
        possible: days on which a pair had its full rest.
        rested: of these, the days such a pair was worn.
        replaced: pairs that were worn out.
    """

    rotation: Rotation
    places: list[tuple[datetime, tuple[int, ...]]] = field(default_factory=list)
    possible: int = 0
    rested: int = 0
    replaced: int = 0

    @property
    def kept(self) -> float:
        """Share of the possible days on which a rested pair was worn."""
        return self.rested / self.possible

    def gap(self, since: int) -> float:
        """The largest gap between most and least worn place from a week on, as a share of the most worn."""
        settled = [metres for at, metres in self.places if at >= START + timedelta(weeks=since)]
        return max((max(metres) - min(metres)) / max(metres) for metres in settled)


def coach(rotation: Rotation, asked: PlannedRun, number: int) -> Shoe:
    """The skill's own choice."""
    del number
    return recommend(rotation, asked).picks[0].standing.shoe


def favourite(rotation: Rotation, asked: PlannedRun, number: int) -> Shoe:
    """Always the same pair."""
    del asked, number
    return rotation.shoes[0]


def alternation(rotation: Rotation, asked: PlannedRun, number: int) -> Shoe:
    """One pair after the other, whatever was run in them."""
    del asked
    return rotation.shoes[number % len(rotation.shoes)]


CHOICES: dict[str, Choice] = {
    "the coach": coach,
    "strict alternation": alternation,
    "the favourite": favourite,
}


def runs_of_a_year(random: Random) -> Iterator[tuple[datetime, int]]:
    """Times and metres, oldest first."""
    for week in range(WEEKS):
        for day, metres in WEEK:
            moved = random.choice((0, 0, 0, -1)) if day else 0
            hour = random.choice((7, 7, 7, 18))
            at = START + timedelta(weeks=week, days=day + moved, hours=hour, minutes=random.randrange(60))
            yield at, round(metres * random.uniform(0.8, 1.2))


def live(pairs: int, choose: Choice, seed: int) -> Year:
    """Run one year with so many pairs."""
    shoes = tuple(Shoe(f"pair-{place}", f"pair {place + 1}", START) for place in range(pairs))
    year = Year(Rotation(shoes))
    total = [0] * pairs
    for number, (at, metres) in enumerate(runs_of_a_year(Random(seed))):  # noqa: S311  a simulation's chance
        asked = PlannedRun(at)
        standings = [standing_of(shoe, asked, year.rotation.rest) for shoe in year.rotation.shoes]
        chosen = choose(year.rotation, asked, number)
        rested = {one.shoe.id for one in standings if one.rested is Rested.FULLY}
        year.possible += bool(rested)
        year.rested += chosen.id in rested
        run = Run(str(number), at, at.date(), metres, chosen.id)
        year.rotation = log_run(year.rotation, run).rotation
        total[[shoe.id for shoe in shoes].index(chosen.id)] += metres
        year.places.append((at, tuple(total)))
        worn = year.rotation.find(chosen.id)
        if worn is not None and worn.metres_left <= 0:
            year.rotation = year.rotation.with_shoe(replace(chosen, wear=Shoe("", "", START).wear))
            year.replaced += 1
    return year


def table(pairs: Sequence[int]) -> Iterator[str]:
    """The figures of all runners, a line for each number of pairs and each way of choosing."""
    yield f"{'':27}{'rested 48 h':^18}{'wear gap from week 8':^24}{'at the end':^16}"
    yield f"pairs  chosen by{'':12}{'mean':>8}{'worst':>8}{'mean':>14}{'worst':>8}{'mean':>12}{'worst':>8}"
    for count in pairs:
        for name, choose in CHOICES.items():
            years = [live(count, choose, seed) for seed in range(RUNNERS)]
            kept = [year.kept for year in years]
            gaps = [year.gap(SETTLED_WEEKS) for year in years]
            ends = [year.gap(WEEKS - 1) for year in years]
            yield (
                f"{count:>5}  {name:<20}{fmean(kept):>8.1%}{min(kept):>8.1%}"
                f"{fmean(gaps):>14.1%}{max(gaps):>8.1%}{fmean(ends):>12.1%}{max(ends):>8.1%}"
            )


def panels(pairs: Sequence[int]) -> Iterator[Panel]:
    """One panel of the plot for each line of the table, of the first runner's year."""
    for name, choose in CHOICES.items():
        for count in pairs:
            year = live(count, choose, seed=0)
            weekly = year.places[:: len(WEEK)]
            lines = [
                [((at - START) / timedelta(weeks=1), metres[place] / 1000) for at, metres in weekly]
                for place in range(count)
            ]
            note = f"rested 48 h when possible: {year.kept:.0%} of days"
            yield Panel(f"{count} pairs, {name}", note, lines)


def main() -> None:
    """Print the table, and draw the plot when asked to."""
    parser = argparse.ArgumentParser(description="A simulated year of the rotation.")
    parser.add_argument("--plot", action="store_true", help="draw docs/rotation.svg")
    arguments = parser.parse_args()
    for line in table((2, 3, 4)):
        print(line)
    if arguments.plot:
        path = Path(__file__).parent.parent / "docs" / "rotation.svg"
        path.write_text(draw(tuple(panels((2, 3, 4))), columns=3), encoding="utf-8")
        print(f"drawn: {path.name}")


if __name__ == "__main__":
    main()
