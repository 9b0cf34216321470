from datetime import timedelta
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from skill.shoes.criterion import Criterion
from skill.shoes.ledger import log_run
from skill.shoes.recommendation import Recommendation, Verdict, recommend
from skill.shoes.rotation import Rest, Rotation
from skill.shoes.run import RunKind
from skill.shoes.shoe import Shoe
from skill.shoes.standing import PlannedRun, Rested, Standing
from skill.shoes.turns import LONGEST_WAIT, hours_waited
from skill.value import replace
from tests.shoes.samples import NOW, run, shoe

kinds = st.sampled_from(["", "", "race", "long", "easy", "easy long", "tempo race"])
pairs = st.lists(
    st.builds(
        shoe,
        st.sampled_from("ABCDEFGH"),
        st.integers(0, 1000),
        st.none() | st.integers(0, 100),
        kinds,
        retired=st.booleans(),
    ),
    max_size=6,
    unique_by=lambda one: one.id,
)
asked_for = st.builds(
    PlannedRun,
    st.just(NOW),
    st.none() | st.sampled_from(RunKind),
    st.none() | st.integers(1, 100_000),
)


def order(answer: Recommendation) -> list[str]:
    return [pick.standing.shoe.nickname for pick in answer.picks]


def reason(answer: Recommendation) -> Criterion:
    beaten = answer.picks[0].runner_up
    assert beaten is not None
    return beaten.criterion


@pytest.mark.parametrize(
    ("first", "second", "asked", "because"),
    [
        (shoe("A", 300, 72), shoe("B", 100, 15), PlannedRun(NOW), Criterion.TOO_TIRED),
        (shoe("A", 300, 20), shoe("B", 100, 15), PlannedRun(NOW), Criterion.TOO_TIRED),
        (shoe("A", 300, 72), shoe("B", 100, 30), PlannedRun(NOW), Criterion.NOT_FULLY_RESTED),
        (shoe("A", 300, 40), shoe("B", 100, 30), PlannedRun(NOW), Criterion.NOT_FULLY_RESTED),
        # Three hours of rest more or less decide nothing.
        (shoe("A", 301, 46), shoe("B", 300, 49), PlannedRun(NOW), Criterion.STAGGERED),
        # Each has its turn, a new pair among old ones too.
        (shoe("A", 300, 110), shoe("B", 301, 50), PlannedRun(NOW), Criterion.LAST_WORN),
        (shoe("A", 500, 90), shoe("B", 40, 50), PlannedRun(NOW), Criterion.LAST_WORN),
        (shoe("A", 300), shoe("B", 300, 90), PlannedRun(NOW), Criterion.LAST_WORN),
        (shoe("A"), shoe("B"), PlannedRun(NOW), Criterion.EQUAL),
        # Of two that are close together the one nearer its end goes ahead; of two far apart the other.
        (shoe("A", 320, 50), shoe("B", 300, 90), PlannedRun(NOW), Criterion.STAGGERED),
        (shoe("A", 100, 72), shoe("B", 500, 90), PlannedRun(NOW), Criterion.WEAR),
        (shoe("A", 790, 15), shoe("B", 801, 90), PlannedRun(NOW), Criterion.PAST_LIFE),
        # No race pair on an easy day, and no spikes: rather an old pair once more.
        (shoe("A", 500, 10), shoe("B", 10, 90, "race"), PlannedRun(NOW), Criterion.RESERVED),
        (shoe("A", 810, 90), shoe("B", 10, 90, "race"), PlannedRun(NOW), Criterion.RESERVED),
        (shoe("A", 500, 10), shoe("B", 40, 90, "intervals"), PlannedRun(NOW), Criterion.RESERVED),
        (shoe("A", 500, 10), shoe("B", 40, 90, "trail"), PlannedRun(NOW), Criterion.RESERVED),
        (shoe("A", 500, 10), shoe("B", 10, 90, "race"), PlannedRun(NOW, RunKind.EASY), Criterion.RESERVED),
        (shoe("A", 500, 30, "race"), shoe("B", 50, 90), PlannedRun(NOW, RunKind.RACE), Criterion.KEPT_FOR_IT),
        (shoe("A", 500, 90, "long"), shoe("B", 50, 90), PlannedRun(NOW, RunKind.LONG), Criterion.KEPT_FOR_IT),
        (shoe("A", 50, 90), shoe("B", 500, 10, "long"), PlannedRun(NOW, RunKind.LONG), Criterion.TOO_TIRED),
        # A pair that is kept for easy runs is not worn on all of them.
        (shoe("A", 300, 90), shoe("B", 300, 50, "easy"), PlannedRun(NOW, RunKind.EASY), Criterion.LAST_WORN),
        (shoe("A", 300, 90), shoe("B", 795, 90), PlannedRun(NOW, None, 10_000), Criterion.LIFE_LEFT),
        # A new pair is no pair for a race, a long run or a fast one; a short easy one breaks it in.
        (shoe("A", 300, 50), shoe("B", 20, 90), PlannedRun(NOW, RunKind.RACE), Criterion.TOO_NEW),
        (shoe("A", 300, 50), shoe("B", 20, 90), PlannedRun(NOW, RunKind.TEMPO), Criterion.TOO_NEW),
        (shoe("A", 300, 50), shoe("B", 20, 90), PlannedRun(NOW, None, 15_000), Criterion.TOO_NEW),
        (shoe("A", 20, 50), shoe("B", 300, 90), PlannedRun(NOW, RunKind.EASY), Criterion.BREAKING_IN),
        (shoe("A", 20, 50), shoe("B", 300, 90), PlannedRun(NOW, None, 10_000), Criterion.BREAKING_IN),
        (shoe("A", 300, 90), shoe("B", 20, 50), PlannedRun(NOW, RunKind.EASY, 12_000), Criterion.LAST_WORN),
        (shoe("A", 300, 90), shoe("B", 30, 50), PlannedRun(NOW, RunKind.EASY), Criterion.LAST_WORN),
    ],
)
def test_the_choice_and_its_reason(first: Shoe, second: Shoe, asked: PlannedRun, because: Criterion) -> None:
    answer = recommend(Rotation((second, first)), asked)

    assert order(answer) == ["A", "B"]
    assert reason(answer) is because


@pytest.mark.parametrize(
    ("shoes", "verdict"),
    [
        ((), Verdict.NO_PAIRS),
        ((shoe("A", retired=True),), Verdict.ALL_RETIRED),
        ((shoe("A"), shoe("B", retired=True)), Verdict.ONLY_PAIR),
        ((shoe("A", 10, 3), shoe("B", 10, 12)), Verdict.NONE_RESTED),
        ((shoe("A", 900, 72), shoe("B", 850, 72)), Verdict.NONE_LEFT),
        ((shoe("A", 10, 3), shoe("B", 10, 30)), Verdict.CHOSEN),
    ],
)
def test_each_situation_has_its_verdict(shoes: tuple[Shoe, ...], verdict: Verdict) -> None:
    assert recommend(Rotation(shoes), PlannedRun(NOW)).verdict is verdict


def test_without_the_rest_rule_the_turn_decides() -> None:
    shoes = (shoe("A", 100, 4), shoe("B", 500, 5))
    answer = recommend(Rotation(shoes, rest=Rest(on=False)), PlannedRun(NOW))

    assert order(answer) == ["A", "B"]
    assert reason(answer) is Criterion.WEAR
    assert answer.picks[0].standing.rested is Rested.IGNORED


def test_a_pair_that_ran_twice_lets_another_one_run() -> None:
    twice = log_run(Rotation((shoe("A", 320), shoe("B", 300, 60))), run("1", 59, 10, "a")).rotation
    once = recommend(twice, PlannedRun(NOW))
    twice = log_run(twice, run("2", 50, 10, "a")).rotation

    assert order(once) == ["A", "B"]
    assert order(recommend(twice, PlannedRun(NOW))) == ["B", "A"]
    assert reason(recommend(twice, PlannedRun(NOW))) is Criterion.TWICE_RUNNING


def test_in_a_race_nobody_has_a_turn() -> None:
    rotation = Rotation((shoe("A", 300, 90, "race"), shoe("B", 300, 100)))
    rotation = log_run(rotation, run("1", 70, 10, "a")).rotation

    assert order(recommend(rotation, PlannedRun(NOW, RunKind.RACE))) == ["A", "B"]


@pytest.mark.parametrize(("at", "chosen"), [(12, "A"), (13, "B")])
def test_half_a_day_of_a_run_without_an_hour_decides_nothing(at: int, chosen: str) -> None:
    """At noon stands what nobody told the hour of: it may be forty-eight hours ago, or thirty-six."""
    day = NOW - timedelta(days=2)
    rotation = Rotation((shoe("A", 300), shoe("B", 200, 54)))
    untold = replace(run("1", 0, 10, "a"), at=day.replace(hour=at))
    rotation = log_run(rotation, untold).rotation

    assert order(recommend(rotation, PlannedRun(NOW)))[0] == chosen


def test_a_shorter_rest_lets_a_pair_back_sooner() -> None:
    shoes = (shoe("A", 500, 45), shoe("B", 100, 37))

    assert order(recommend(Rotation(shoes), PlannedRun(NOW))) == ["A", "B"]
    assert order(recommend(Rotation(shoes, rest=Rest(36)), PlannedRun(NOW))) == ["B", "A"]


def test_tomorrow_counts_the_hours_until_then() -> None:
    shoes = (shoe("A", 500, 49), shoe("B", 100, 40))

    assert order(recommend(Rotation(shoes), PlannedRun(NOW))) == ["A", "B"]
    assert order(recommend(Rotation(shoes), PlannedRun(NOW + timedelta(days=1)))) == ["B", "A"]


def test_a_second_run_of_the_day_is_noticed() -> None:
    answer = recommend(Rotation((shoe("A", 10, 2), shoe("B", 10, 90))), PlannedRun(NOW))

    assert [worn.nickname for worn in answer.worn_that_day] == ["A"]


@pytest.mark.parametrize(("hours_ago", "noticed"), [(20, True), (47, True), (48, False)])
def test_a_run_in_an_unknown_pair_is_noticed_within_the_rest(hours_ago: float, noticed: bool) -> None:  # noqa: FBT001  a table's column
    rotation = log_run(Rotation((shoe("A"), shoe("B"))), run("r", hours_ago, 10)).rotation

    assert (recommend(rotation, PlannedRun(NOW)).unknown_run_at is not None) is noticed


@given(pairs, asked_for)
def test_every_active_pair_is_ranked_once_and_no_retired_one(shoes: list[Shoe], asked: PlannedRun) -> None:
    ranked = [pick.standing.shoe.id for pick in recommend(Rotation(tuple(shoes)), asked).picks]

    assert sorted(ranked) == sorted(one.id for one in shoes if one.active)


@given(pairs, asked_for)
def test_a_pair_past_its_life_is_chosen_only_where_no_other_suits_and_says_so(
    shoes: list[Shoe], asked: PlannedRun
) -> None:
    answer = recommend(Rotation(tuple(shoes)), asked)
    if answer.picks and answer.picks[0].standing.shoe.metres >= answer.picks[0].standing.shoe.life.due:
        others = answer.picks[0].beaten
        assert all(one.standing.past_life or one.standing.reserved for one in others)
        assert answer.picks[0].standing.past_life


@given(pairs, asked_for)
def test_a_pair_kept_for_something_else_is_chosen_only_where_all_are(
    shoes: list[Shoe], asked: PlannedRun
) -> None:
    answer = recommend(Rotation(tuple(shoes)), asked)
    if answer.picks and answer.picks[0].standing.reserved:
        assert all(pick.standing.reserved for pick in answer.picks)


@given(pairs, asked_for, st.randoms(use_true_random=False))
def test_the_same_facts_give_the_same_answer_in_any_order(
    shoes: list[Shoe], asked: PlannedRun, random: Random
) -> None:
    shuffled = list(shoes)
    random.shuffle(shuffled)

    assert recommend(Rotation(tuple(shuffled)), asked) == recommend(Rotation(tuple(shoes)), asked)


@given(pairs, asked_for, st.sampled_from([None, "deleted", "retired"]), st.integers(48, 50_000))
def test_an_unrelated_old_run_changes_nothing(
    shoes: list[Shoe], asked: PlannedRun, worn: str | None, hours_ago: int
) -> None:
    rotation = Rotation((*shoes, shoe("retired", retired=True)))
    longer = log_run(rotation, run("old", hours_ago, 12, worn))

    assert recommend(longer.rotation, asked) == recommend(rotation, asked)


def hours(one: Standing) -> float:
    return LONGEST_WAIT if one.rest_hours is None else min(one.rest_hours + one.unsure_hours, LONGEST_WAIT)


def is_so(by: Criterion, winner: Standing, loser: Standing) -> bool:
    return {
        Criterion.RESERVED: loser.reserved and not winner.reserved,
        Criterion.PAST_LIFE: loser.past_life and not winner.past_life,
        Criterion.TOO_TIRED: loser.rested is Rested.NOT and hours(winner) > hours(loser),
        Criterion.KEPT_FOR_IT: winner.kept_for_this_kind and not loser.kept_for_this_kind,
        Criterion.LIFE_LEFT: winner.covers_distance and not loser.covers_distance,
        Criterion.TWICE_RUNNING: False,
        Criterion.TOO_NEW: loser.too_new and not winner.too_new,
        Criterion.NOT_FULLY_RESTED: loser.rested in (Rested.NOT, Rested.PARTLY)
        and hours(winner) > hours(loser),
        Criterion.BREAKING_IN: winner.to_be_broken_in and not loser.to_be_broken_in,
        Criterion.LAST_WORN: hours_waited(winner) > hours_waited(loser),
        Criterion.WEAR: winner.shoe.metres_left > loser.shoe.metres_left,
        Criterion.STAGGERED: winner.shoe.metres_left <= loser.shoe.metres_left,
        Criterion.EQUAL: hours_waited(winner) == hours_waited(loser),
    }[by]  # of wishes, races and feelings: test_modes_and_races


@settings(max_examples=200)
@given(pairs, asked_for)
def test_the_reason_said_is_the_reason_used(shoes: list[Shoe], asked: PlannedRun) -> None:
    for pick in recommend(Rotation(tuple(shoes)), asked).picks:
        for beaten in pick.beaten:
            assert is_so(beaten.criterion, pick.standing, beaten.standing), beaten.criterion
