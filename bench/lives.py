"""What a life that is learnt from a runner's own retired pairs is worth, in simulated years of running.

    python -m bench.lives

Each runner's pairs truly last 620 kilometres, give or take 40, which nobody tells the coach: each is retired
when it is done, or when the coach calls it past its life, whichever comes first. The life that is counted on
is held against the true mean after each retired pair, and each forecast against the day on which its pair was
retired or past its life.
"""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random
from statistics import fmean

from bench.forecast import DAYS_A_WEEK, RECENT, START, Told, levels
from skill.shoes.ledger import log_run
from skill.shoes.lifetime import Forecast, forecast
from skill.shoes.own_life import own_life, settled, spread_of_life
from skill.shoes.pairs import retire_pair
from skill.shoes.recommendation import recommend
from skill.shoes.rotation import Rotation
from skill.shoes.run import RecentRuns, Run
from skill.shoes.shoe import Basis, Shoe
from skill.shoes.standing import PlannedRun
from skill.value import replace

RUNNERS = 500
WEEKS = 6 * 52
"""So long each runs: at 15 to 60 km a week three pairs are done after one to four years."""
TRUE_LIFE, SPREAD = 620_000, 40_000
"""Metres."""
WITHIN = 0.1
A_YEAR = timedelta(days=365)
"""Beyond it the coach names no days."""


@dataclass
class Lived:
    """What became of one runner.

    Attributes:
        due: by how many pairs were retired, the life in metres that was counted on for the next.
        told: what was foretold of a pair whose life was learnt, and what became of it.
    """

    due: dict[int, int] = field(default_factory=dict)
    told: list[Told] = field(default_factory=list)


def years(seed: int) -> Lived:
    """One runner's years."""
    random = Random(seed)  # noqa: S311 - a simulation's chance
    a_week, days = random.uniform(15, 60), random.choice(list(DAYS_A_WEEK.values()))
    pairs = random.choice((1, 2, 2, 3))
    true = {f"{number}": random.gauss(TRUE_LIFE, SPREAD) for number in range(100)}
    rotation = Rotation(
        tuple(
            Shoe(f"{number}", f"pair {number}", START, starting_metres=number * 150_000)
            for number in range(pairs)
        )
    )
    runs, lived = list[Run](), Lived()
    open_ones: list[tuple[str, datetime, Forecast]] = []
    for week, level in enumerate(levels(random, WEEKS)):
        for day in days:
            share = 1.6 if day == max(days) else 0.8
            metres = round(a_week * 1000 / len(days) * share * level * random.uniform(0.8, 1.2))
            if metres < 2000:  # noqa: PLR2004  nobody ties shoes for less
                continue
            at = START + timedelta(weeks=week, days=day, minutes=random.randrange(120))
            worn = recommend(rotation, PlannedRun(at)).picks[0].standing.shoe
            run = Run(f"{len(runs)}", at, at.date(), metres, worn.id)
            runs.append(run)
            rotation = settled(log_run(rotation, run).rotation)
            after = rotation.find(worn.id)
            if after and (after.metres_left <= 0 or after.metres >= true[after.id]):
                lived.told += [Told(said, when, at) for pair, when, said in open_ones if pair == worn.id]
                open_ones = [one for one in open_ones if one[0] != worn.id]
                number = len(rotation.shoes)
                rotation = retire_pair(rotation, after, at)
                new = Shoe(f"{number}", f"pair {number}", at)
                rotation = settled(replace(rotation, shoes=(*rotation.shoes, new)))
                own = own_life(rotation, new)
                lived.due[len(rotation.retired)] = own.life.due if own else 0
        now = START + timedelta(weeks=week + 1)
        if week % 4 == 0:
            newest = runs[-RECENT:][::-1]
            recent = RecentRuns(newest, newest[-1].at if len(runs) > RECENT else None)
            for shoe in rotation.active:
                said = forecast(shoe, recent, now, spread_of_life(rotation, shoe))
                if said and said.likely - now < A_YEAR and shoe.life_basis is Basis.LEARNT:
                    open_ones.append((shoe.id, now, said))
    return lived


def main() -> None:
    """Print how near the learnt life comes, and how often what was foretold by it held."""
    every = [years(seed) for seed in range(RUNNERS)]
    print(f"{'retired pairs':>14}{'runners':>9}{'life, mean km':>15}{'within 10 %':>13}")
    for count in range(1, 13):
        due = [lived.due[count] for lived in every if count in lived.due]
        if not due:
            continue
        learnt = [metres for metres in due if metres]
        if not learnt:
            print(f"{count:>14}{len(due):>9}{'500 to 800':>15}{'-':>13}")
            continue
        near = fmean(abs(metres - TRUE_LIFE) <= WITHIN * TRUE_LIFE for metres in due)
        print(f"{count:>14}{len(due):>9}{fmean(learnt) / 1000:>15.0f}{near:>13.1%}")
    told = [one for lived in every for one in lived.told]
    early = fmean(one.ended < one.said.earliest for one in told)
    late = fmean(one.ended > one.said.latest for one in told)
    held = fmean(one.held for one in told)
    print(f"\nof {len(told)} forecasts by a learnt life {held:.1%} held;")
    print(f"{early:.1%} ended sooner, {late:.1%} later")


if __name__ == "__main__":
    main()
