"""Which shoes today: the pairs in order, each with the reason it stands where it stands.

The pairs play a knock-out: one criterion after another takes out every pair that does worse by it than the
best one left, until a single pair stands. The criterion that took a pair out is the reason it lost; the
choice's own reason is the one that took out its runner-up. So the reason said is always the reason used.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from enum import StrEnum
from typing import Final

from skill.shoes.criterion import Criterion
from skill.shoes.rotation import Rotation
from skill.shoes.run import RunKind
from skill.shoes.shoe import Shoe
from skill.shoes.standing import PlannedRun, Rested, Standing, standing_of
from skill.shoes.turns import hours_waited, next_in_turn, weights_of, worn_twice_running
from skill.value import Value

AS_WELL_RESTED: Final = 0.0625
"""Share of a full rest that does not decide between two pairs: 3 of 48 hours."""

_Shortfall = Callable[[Standing], float]
_Test = tuple[Criterion, _Shortfall, float]


class Verdict(StrEnum):
    """What kind of answer it is."""

    CHOSEN = "chosen"
    ONLY_PAIR = "only_pair"
    NONE_RESTED = "none_rested"
    NONE_LEFT = "none_left"
    ALL_RETIRED = "all_retired"
    NO_PAIRS = "no_pairs"


class Beaten(Value):
    """A pair that stands behind another, and the criterion that put it there."""

    standing: Standing
    criterion: Criterion


class Pick(Value):
    """One place in the order.

    Attributes:
        standing: the pair and the facts about it.
        beaten: the pairs behind it, the runner-up first.
    """

    standing: Standing
    beaten: tuple[Beaten, ...]

    @property
    def runner_up(self) -> Beaten | None:
        """The runner-up and why it lost; None for the last pair."""
        return self.beaten[0] if self.beaten else None


class Recommendation(Value):
    """The answer.

    Attributes:
        verdict: what kind of answer it is.
        picks: every active pair once, best first; empty when there is none.
        worn_that_day: the pairs worn already on the planned day, the latest first.
        unknown_run_at: time of a run within the rest whose pair is unknown, so may be any; None without one.
    """

    verdict: Verdict
    picks: tuple[Pick, ...] = ()
    worn_that_day: tuple[Shoe, ...] = ()
    unknown_run_at: datetime | None = None


def recommend(rotation: Rotation, planned: PlannedRun) -> Recommendation:
    """Rank the active pairs for a run.

    The answer depends on nothing but the arguments, whatever the order of the shoes. It goes by sums and
    last-worn times, so ten thousand runs cost what ten do; and a run of an unknown, retired or deleted pair
    older than the rest changes nothing in it.
    """
    standings = [standing_of(shoe, planned, rotation) for shoe in rotation.active]
    if not standings:
        return Recommendation(Verdict.ALL_RETIRED if rotation.shoes else Verdict.NO_PAIRS)
    return Recommendation(
        verdict=_verdict(standings),
        picks=_ranking(standings, rotation, planned),
        worn_that_day=_worn_that_day(rotation, planned.at),
        unknown_run_at=_unknown_run_within_rest(rotation, planned.at),
    )


def shortcoming(one: Standing) -> Criterion | None:
    """What speaks against a pair whatever the others are like, the gravest first; None where nothing does."""
    found = {
        Criterion.PAST_LIFE: one.past_life,
        Criterion.RESERVED: one.reserved,
        Criterion.SAVED: one.saved,
        Criterion.KEPT_FOR_RACE: one.kept_for_race is not None,
        Criterion.TOO_TIRED: one.rested is Rested.NOT,
        Criterion.TOO_NEW: one.too_new,
        Criterion.LIFE_LEFT: not one.covers_distance,
        Criterion.NOT_FULLY_RESTED: one.rested is Rested.PARTLY,
    }
    return next((criterion for criterion, applies in found.items() if applies), None)


def _verdict(standings: Sequence[Standing]) -> Verdict:
    if len(standings) == 1:
        return Verdict.ONLY_PAIR
    if all(one.past_life for one in standings):
        return Verdict.NONE_LEFT
    if all(one.rested is Rested.NOT for one in standings):
        return Verdict.NONE_RESTED
    return Verdict.CHOSEN


def _ranking(standings: Sequence[Standing], rotation: Rotation, planned: PlannedRun) -> tuple[Pick, ...]:
    left = sorted(standings, key=lambda one: (one.shoe.added_at, one.shoe.id))
    criteria = _criteria(rotation, planned, standings)
    everyday = [one for one in left if one.shoe.everyday]
    order: list[Standing] = []
    lost: list[dict[str, Criterion]] = []
    while left:
        winner, by = _knock_out(left, criteria, everyday)
        order.append(winner)
        lost.append(by)
        left = [one for one in left if one is not winner]
    return tuple(
        Pick(winner, tuple(Beaten(later, by[later.shoe.id]) for later in order[place + 1 :]))
        for place, (winner, by) in enumerate(zip(order, lost, strict=True))
    )


def _knock_out(
    standings: Sequence[Standing], criteria: Sequence[_Test], everyday: Sequence[Standing]
) -> tuple[Standing, dict[str, Criterion]]:
    lost: dict[str, Criterion] = {}
    remaining = list(standings)
    for criterion, shortfall, tolerance in criteria:
        best = min(shortfall(one) for one in remaining)
        for one in remaining:
            if shortfall(one) > best + tolerance:
                lost[one.shoe.id] = criterion
        remaining = [one for one in remaining if one.shoe.id not in lost]
    winner = next_in_turn(remaining, everyday)
    weights = weights_of(remaining, everyday)
    by_turn = {one.shoe.id: _by_turn(winner, one, weights) for one in remaining if one is not winner}
    return winner, lost | by_turn


def _by_turn(winner: Standing, loser: Standing, weights: Mapping[str, float]) -> Criterion:
    """Why one pair's turn comes before another's, which would do as well."""
    ahead, behind = (hours_waited(one) * weights[one.shoe.id] for one in (winner, loser))
    if ahead <= behind and winner.liking > loser.liking:
        return Criterion.DISLIKED if loser.liking < 1 else Criterion.LIKED
    if hours_waited(winner) > hours_waited(loser):
        return Criterion.LAST_WORN
    if hours_waited(winner) == hours_waited(loser) and winner.shoe.metres_left == loser.shoe.metres_left:
        return Criterion.EQUAL
    further = winner.shoe.metres_left > loser.shoe.metres_left
    return Criterion.WEAR if further else Criterion.STAGGERED


def is_rested(one: Standing) -> bool:
    """Whether the pair has had its full rest, or the rule does not count."""
    return one.rested in (Rested.FULLY, Rested.IGNORED)


def _worn_enough(rotation: Rotation, planned: PlannedRun, standings: Sequence[Standing]) -> str | None:
    """The id of the pair whose turn it cannot be again, because another may be worn; a race has no turns."""
    twice = worn_twice_running(rotation)
    others = (
        one
        for one in standings
        if one.shoe.id != twice and not (one.reserved or one.past_life or one.saved or one.kept_for_race)
    )
    rested = any(is_rested(one) for one in others)
    return twice if rested and planned.kind is not RunKind.RACE else None


def _criteria(rotation: Rotation, planned: PlannedRun, standings: Sequence[Standing]) -> tuple[_Test, ...]:
    """Each with how far a pair falls short of it (the best pair least), and how much more counts as equal."""
    full, half = rotation.rest.hours, rotation.rest.partly_hours
    slack = full * AS_WELL_RESTED
    worn_enough = _worn_enough(rotation, planned, standings)

    def short_of(hours: float) -> _Shortfall:
        def missing(one: Standing) -> float:
            if one.rest_hours is None or not rotation.rest.on:
                return 0.0
            return max(hours - one.rest_hours - one.unsure_hours, 0.0)

        return missing

    return (
        (Criterion.RESERVED, lambda one: one.reserved, 0),
        (Criterion.SAVED, lambda one: one.saved, 0),
        (Criterion.KEPT_FOR_RACE, lambda one: one.kept_for_race is not None, 0),
        (Criterion.PAST_LIFE, lambda one: one.past_life, 0),
        (Criterion.TOO_TIRED, short_of(half), slack),
        (Criterion.READIED, lambda one: one.readied_for is None, 0),
        (Criterion.KEPT_FOR_IT, lambda one: not one.kept_for_this_kind, 0),
        (Criterion.LIFE_LEFT, lambda one: not one.covers_distance, 0),
        (Criterion.USED_UP, lambda one: not (one.used_up and is_rested(one)), 0),
        (Criterion.TWICE_RUNNING, lambda one: one.shoe.id == worn_enough, 0),
        (Criterion.TOO_NEW, lambda one: one.too_new, 0),
        (Criterion.CHOSEN_BEFORE, lambda one: not one.runs_race, 0),
        (Criterion.NOT_FULLY_RESTED, short_of(full), slack),
        (Criterion.BREAKING_IN, lambda one: not one.to_be_broken_in, 0),
    )


def _worn_that_day(rotation: Rotation, at: datetime) -> tuple[Shoe, ...]:
    worn = [(last, shoe) for shoe in rotation.active if (last := shoe.wear.last_run_at) is not None]
    worn.sort(key=lambda pair: (pair[0], pair[1].id), reverse=True)
    return tuple(shoe for last, shoe in worn if last.astimezone(at.tzinfo).date() == at.date())


def _unknown_run_within_rest(rotation: Rotation, at: datetime) -> datetime | None:
    last = rotation.unknown.last_run_at
    if last is None or (at - last).total_seconds() >= rotation.rest.hours * 3600:
        return None
    return last
