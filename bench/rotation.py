"""Simulated years of running: what the choice does for rest, turns and ends of life, against two habits.

    python -m bench.rotation            prints the table
    python -m bench.rotation --plot     also draws docs/rotation.svg

The runner runs four times a week: three shorter runs and the long one on Sunday, each with some chance in its
day, hour and length, about 43 km a week, and says of each which kind it is. A pair past its life is replaced
before the next run.
"""

import argparse
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from random import Random
from statistics import fmean

from bench.rotation_plot import Panel, draw
from skill.shoes.ledger import log_run
from skill.shoes.recommendation import recommend
from skill.shoes.rotation import Rotation
from skill.shoes.run import Felt, Run, RunKind
from skill.shoes.shoe import Mode, Shoe
from skill.shoes.standing import PlannedRun, Rested, Standing, standing_of
from skill.shoes.wear import Wear
from skill.value import replace

START = datetime(2026, 1, 5, tzinfo=UTC)
WEEKS = 104
WEEK = (
    (1, 8_000, RunKind.EASY),
    (2, 9_500, None),
    (4, 9_000, RunKind.TEMPO),
    (6, 17_000, RunKind.LONG),
)
"""Day of the week from 0 on Monday, usual metres, and what the runner says it is."""
RUNNERS = 20
EVERYDAY = {RunKind.EASY, RunKind.LONG}

Choice = Callable[[Rotation, PlannedRun, int], Shoe]


@dataclass(frozen=True)
class Closet:
    """Pairs as they stand at the beginning.

    Attributes:
        pairs: kilometres on each, and what it is kept for.
    """

    pairs: tuple[tuple[int, str], ...]

    @property
    def name(self) -> str:
        """The pairs in a few words."""
        return ", ".join(f"{km} {kinds}".strip() for km, kinds in self.pairs)

    def rotation(self) -> Rotation:
        """The pairs."""
        return Rotation(
            tuple(
                Shoe(
                    f"pair-{place}",
                    f"pair {place + 1}",
                    START,
                    starting_metres=km * 1000,
                    kinds=frozenset(map(RunKind, kinds.split())),
                )
                for place, (km, kinds) in enumerate(self.pairs)
            )
        )


CLOSETS = (
    Closet(((0, ""), (0, ""))),
    Closet(((0, ""), (0, ""), (0, ""))),
    Closet(((500, ""), (0, ""))),
    Closet(((100, ""), (0, ""))),
    Closet(((600, ""), (300, ""), (0, ""))),
    Closet(((40, ""), (20, ""), (0, ""))),
    Closet(((400, ""), (200, ""), (100, ""), (0, ""))),
    Closet(((300, "easy"), (100, "long"), (0, ""), (0, "race"), (50, "tempo"))),
)


@dataclass
class Years:
    """What happened.

    Attributes:
        rotation: one pair after another wears each of its places.
        everyday: the ids of the places that are kept for nothing, or for everyday runs.
        places: metres run in each place, run by run.
        worn: runs by place.
        possible: days on which a pair that suited had its full rest.
        rested: of these, the days such a pair was worn.
        longest_row: how often running an everyday pair was named at most, with another one rested.
        ends: weeks at which an everyday pair was worn out.
    """

    rotation: Rotation
    everyday: frozenset[str]
    places: list[tuple[datetime, tuple[int, ...]]] = field(default_factory=list)
    worn: Counter[str] = field(default_factory=Counter)
    possible: int = 0
    rested: int = 0
    longest_row: int = 0
    ends: list[float] = field(default_factory=list)
    _row: tuple[str, int] = ("", 0)

    @property
    def kept(self) -> float:
        """Share of the possible days on which a rested pair was worn."""
        return self.rested / self.possible

    @property
    def least_share(self) -> float:
        """Share of the everyday runs that the least worn everyday place got."""
        runs = [self.worn[place] for place in self.everyday]
        return min(runs) / sum(runs)

    @property
    def weeks_between_ends(self) -> float:
        """The least time between two ends of life."""
        return min(later - earlier for earlier, later in pairwise(self.ends))

    def note(self, chosen: Shoe, standings: Sequence[Standing]) -> None:
        """Note what was named, and what could have been."""
        rested = {one.shoe.id for one in standings if one.rested is Rested.FULLY and not one.reserved}
        self.possible += bool(rested)
        self.rested += chosen.id in rested
        self.worn[chosen.id] += 1
        row = self._row[1] + 1 if self._row[0] == chosen.id else 1
        self._row = (chosen.id, row)
        if chosen.id in self.everyday and (rested & self.everyday) - {chosen.id}:
            self.longest_row = max(self.longest_row, row)


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


@dataclass(frozen=True)
class Told:
    """What the runner tells of pairs beside their runs.

    Attributes:
        felt: how each run in a place feels.
        mode: how the first place is treated.
    """

    felt: Mapping[str, Felt] = field(default_factory=dict)
    mode: Mode | None = None

    def begin(self, rotation: Rotation) -> Rotation:
        """The pairs, the first of them treated so."""
        return rotation.with_shoe(replace(rotation.shoes[0], mode=self.mode))


TOLD = {
    "nothing": Told(),
    "the first feels bad on every run": Told({"pair-0": Felt.BAD}),
    "the first feels good on every run": Told({"pair-0": Felt.GOOD}),
    "the first is used up": Told(mode=Mode.USED_UP),
    "the first is saved": Told(mode=Mode.SAVED),
}


def runs_of_years(random: Random) -> list[tuple[datetime, int, RunKind | None]]:
    """Times, metres and kinds, oldest first."""
    runs = []
    for week in range(WEEKS):
        for day, metres, kind in WEEK:
            moved = random.choice((0, 0, 0, -1)) if day else 0
            hour = random.choice((7, 7, 7, 18))
            at = START + timedelta(weeks=week, days=day + moved, hours=hour, minutes=random.randrange(60))
            runs.append((at, round(metres * random.uniform(0.8, 1.2)), kind))
    return sorted(runs)


def live(closet: Closet, choose: Choice, seed: int, told: Told | None = None) -> Years:
    """Run the years with these pairs, of which nothing is told but what they are kept for, or this."""
    rotation = told.begin(closet.rotation()) if told else closet.rotation()
    everyday = frozenset(shoe.id for shoe in rotation.shoes if not shoe.kinds or shoe.kinds & EVERYDAY)
    years = Years(rotation, everyday)
    total = [shoe.starting_metres for shoe in rotation.shoes]
    for number, (at, metres, kind) in enumerate(runs_of_years(Random(seed))):  # noqa: S311  a simulation's chance
        asked = PlannedRun(at, kind)
        standings = [standing_of(shoe, asked, years.rotation) for shoe in years.rotation.shoes]
        chosen = choose(years.rotation, asked, number)
        years.note(chosen, standings)
        felt = told.felt.get(chosen.id) if told else None
        run = Run(str(number), at, at.date(), metres, chosen.id, felt=felt)
        years.rotation = log_run(years.rotation, run).rotation
        total[[shoe.id for shoe in rotation.shoes].index(chosen.id)] += metres
        years.places.append((at, tuple(total)))
        worn = years.rotation.find(chosen.id)
        if worn is not None and worn.metres_left <= 0:
            if worn.id in everyday:
                years.ends.append((at - START) / timedelta(weeks=1))
            years.rotation = years.rotation.with_shoe(_replaced(worn))
    return years


def _replaced(worn: Shoe) -> Shoe:
    """A new pair in the place of one that is worn out; that the place ran of late is known still."""
    return replace(worn, starting_metres=0, wear=Wear(latest=worn.wear.latest, felt=worn.wear.felt))


def told_table(closet: Closet) -> Iterator[str]:
    """What a wish or a feeling does to a closet of three."""
    yield f"{'of ' + closet.name + ' is told':44}{'rested 48 h, worst':>20}{'share of each pair':>32}"
    for name, told in TOLD.items():
        lived = [live(closet, coach, seed, told) for seed in range(RUNNERS)]
        runs = sum((years.worn for years in lived), Counter[str]())
        shares = "  ".join(f"{runs[place] / runs.total():.0%}" for place in sorted(lived[0].everyday))
        yield f"{name:44}{min(years.kept for years in lived):>20.1%}{shares:>32}"


def table(closets: Sequence[Closet]) -> Iterator[str]:
    """The figures of all runners, mean and worst, a line for each closet and each way of choosing."""
    yield (
        f"{'pairs: km on each':44}{'chosen by':20}{'rested 48 h':^16}{'least share':^14}{'longest':>9}"
        f"{'weeks between ends':^20}"
    )
    yield f"{'':64}{'mean':>8}{'worst':>8}{'worst':>10}{'row':>13}{'mean':>10}{'worst':>8}"
    for closet in closets:
        for name, choose in CHOICES.items():
            lived = [live(closet, choose, seed) for seed in range(RUNNERS)]
            kept = [years.kept for years in lived]
            ends = [years.weeks_between_ends for years in lived]
            yield (
                f"{closet.name:<44}{name:<20}{fmean(kept):>8.1%}{min(kept):>8.1%}"
                f"{min(years.least_share for years in lived):>10.0%}"
                f"{max(years.longest_row for years in lived):>13}{fmean(ends):>10.1f}{min(ends):>8.1f}"
            )


def panels(closets: Sequence[Closet]) -> Iterator[Panel]:
    """One panel of the plot for each closet and way of choosing, of the first runner's years."""
    for name, choose in CHOICES.items():
        for closet in closets:
            years = live(closet, choose, seed=0)
            weekly = years.places[:: len(WEEK)]
            lines = [
                [((at - START) / timedelta(weeks=1), metres[place] / 1000) for at, metres in weekly]
                for place in range(len(closet.pairs))
            ]
            note = f"rested 48 h when possible: {years.kept:.0%} of days"
            yield Panel(f"{closet.name} km, {name}", note, lines)


PLOTTED = (CLOSETS[1], CLOSETS[2], CLOSETS[4])


def main() -> None:
    """Print the table, and draw the plot when asked to."""
    parser = argparse.ArgumentParser(description="Simulated years of the rotation.")
    parser.add_argument("--plot", action="store_true", help="draw docs/rotation.svg")
    arguments = parser.parse_args()
    for line in table(CLOSETS):
        print(line)
    for line in told_table(CLOSETS[1]):
        print(line)
    if arguments.plot:
        path = Path(__file__).parent.parent / "docs" / "rotation.svg"
        path.write_text(draw(tuple(panels(PLOTTED)), columns=3), encoding="utf-8")
        print(f"drawn: {path.name}")


if __name__ == "__main__":
    main()
