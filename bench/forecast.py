"""How often a pair's life ends within the days that the coach names, in simulated years of running.

    python -m bench.forecast

Each runner runs in one to four pairs, chosen by the coach, at a level that drifts through the year, with
weeks off and weeks of injury that are come back from bit by bit. Every four weeks each pair is forecast, and
what was said is held against the day on which its life ended.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from math import exp, pi, sin
from random import Random
from statistics import fmean

from skill.shoes.ledger import log_run
from skill.shoes.lifetime import Forecast, forecast
from skill.shoes.recommendation import recommend
from skill.shoes.rotation import Rotation
from skill.shoes.run import RecentRuns, Run
from skill.shoes.shoe import Shoe
from skill.shoes.standing import PlannedRun
from skill.shoes.wear import Wear
from skill.value import replace

START = datetime(2026, 1, 5, 7, tzinfo=UTC)
YEARS = 500
WEEKS = 52
LEAD_WEEKS = 12
"""Before the year in which forecasts are asked for."""
WEEKS_BEHIND = 104
"""Behind it, in which they come true."""
RECENT = 100
"""The newest runs that a turn has at hand."""
DAYS_A_WEEK = {2: (1, 6), 3: (1, 3, 6), 4: (1, 2, 4, 6), 5: (0, 1, 3, 4, 6)}


@dataclass(frozen=True)
class Told:
    """What was said, and what became of it.

    Attributes:
        said: the forecast.
        at: when it was said.
        ended: when the life was over.
    """

    said: Forecast
    at: datetime
    ended: datetime

    @property
    def held(self) -> bool:
        """Whether it ended within what was said."""
        return self.said.earliest <= self.ended <= self.said.latest


def levels(random: Random, weeks: int) -> Iterator[float]:
    """How much of the usual distance is run, week by week."""
    drift, season, phase = 0.0, random.uniform(0.0, 0.3), random.uniform(0, 2 * pi)
    off = back = 0
    for week in range(weeks):
        drift = 0.95 * drift + random.gauss(0, 0.05)
        if not off and random.random() < 2 / 52:
            off, back = random.choice((1, 1, 2)), 0
        if not off and random.random() < 1 / 52:
            off = random.choice((1, 2, 3, 5))
            back = off
        if off:
            off -= 1
            yield random.choice((0.0, 0.0, 0.3))
            continue
        returning = 0.5 if back else 1.0
        back = max(back - 1, 0)
        yield returning * exp(drift + season * sin(2 * pi * week / 52 + phase) + random.gauss(0, 0.2))


def year(seed: int) -> list[Told]:
    """All forecasts of one runner's year."""
    random = Random(seed)  # noqa: S311  a simulation's chance
    a_week, days = random.uniform(15, 60), random.choice(list(DAYS_A_WEEK.values()))
    shoes = tuple(
        Shoe(f"{place}", f"pair {place}", START, starting_metres=random.randrange(700) * 1000)
        for place in range(random.choice((1, 2, 2, 3, 4)))
    )
    rotation, runs = Rotation(shoes), list[Run]()
    open_ones: list[tuple[str, datetime, Forecast]] = []
    told: list[Told] = []
    for week, level in enumerate(levels(random, LEAD_WEEKS + WEEKS + WEEKS_BEHIND)):
        for day in days:
            share = 1.6 if day == max(days) else 0.8
            metres = round(a_week * 1000 / len(days) * share * level * random.uniform(0.8, 1.2))
            if metres < 2000:  # noqa: PLR2004  nobody ties shoes for less
                continue
            at = START + timedelta(weeks=week, days=day, minutes=random.randrange(120))
            worn = recommend(rotation, PlannedRun(at)).picks[0].standing.shoe
            run = Run(f"{len(runs)}", at, at.date(), metres, worn.id)
            runs.append(run)
            rotation = log_run(rotation, run).rotation
            after = rotation.find(worn.id)
            if after and after.metres_left <= 0:
                told += [Told(said, when, at) for pair, when, said in open_ones if pair == worn.id]
                open_ones = [one for one in open_ones if one[0] != worn.id]
                new = replace(worn, id=f"{worn.id}+", starting_metres=0, wear=Wear())
                rotation = replace(
                    rotation, shoes=tuple(new if one.id == worn.id else one for one in rotation.shoes)
                )
        now = START + timedelta(weeks=week + 1)
        if LEAD_WEEKS <= week < LEAD_WEEKS + WEEKS and week % 4 == 0:
            newest = runs[-RECENT:][::-1]
            recent = RecentRuns(newest, newest[-1].at if len(runs) > RECENT else None)
            for shoe in rotation.active:
                said = forecast(shoe, recent, now)
                if said:
                    open_ones.append((shoe.id, now, said))
    return told


def main() -> None:
    """Print how often what was said held, for near ends and far ones."""
    every = [one for seed in range(YEARS) for one in year(seed)]
    print(f"{'said to end in':>20}{'forecasts':>11}{'held':>8}{'sooner':>9}{'later':>9}{'range, days':>13}")
    for least, most in ((0, 4), (4, 8), (8, 16), (16, 32), (32, 52), (0, 52)):
        chosen = [one for one in every if least <= (one.said.likely - one.at) / timedelta(weeks=1) < most]
        if not chosen:
            continue
        early = fmean(one.ended < one.said.earliest for one in chosen)
        late = fmean(one.ended > one.said.latest for one in chosen)
        width = fmean((one.said.latest - one.said.earliest) / timedelta(days=1) for one in chosen)
        print(
            f"{f'{least} to {most} weeks':>20}{len(chosen):>11}{fmean(one.held for one in chosen):>8.1%}"
            f"{early:>9.1%}{late:>9.1%}{width:>13.0f}"
        )


if __name__ == "__main__":
    main()
