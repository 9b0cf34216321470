from datetime import timedelta
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from skill.shoes.ledger import log_run
from skill.shoes.recommendation import Criterion, Recommendation, Verdict, recommend
from skill.shoes.rotation import Rest, Rotation
from skill.shoes.run import RunKind
from skill.shoes.shoe import Shoe
from skill.shoes.standing import PlannedRun, Rested, Standing
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
        (shoe("A", 100, 50), shoe("B", 300, 90), PlannedRun(NOW), Criterion.WEAR),
        (shoe("A", 301, 90), shoe("B", 300, 50), PlannedRun(NOW), Criterion.LAST_WORN),
        (shoe("A", 300), shoe("B", 300, 90), PlannedRun(NOW), Criterion.LAST_WORN),
        (shoe("A"), shoe("B"), PlannedRun(NOW), Criterion.EQUAL),
        (shoe("A", 790, 15), shoe("B", 801, 90), PlannedRun(NOW), Criterion.PAST_LIFE),
        (shoe("A", 500, 10), shoe("B", 10, 90, "race"), PlannedRun(NOW), Criterion.RESERVED),
        (shoe("A", 500, 10), shoe("B", 10, 90, "race"), PlannedRun(NOW, RunKind.EASY), Criterion.RESERVED),
        (shoe("A", 500, 30, "race"), shoe("B", 10, 90), PlannedRun(NOW, RunKind.RACE), Criterion.KEPT_FOR_IT),
        (shoe("A", 500, 90, "long"), shoe("B", 10, 90), PlannedRun(NOW, RunKind.LONG), Criterion.KEPT_FOR_IT),
        (shoe("A", 10, 90), shoe("B", 500, 10, "long"), PlannedRun(NOW, RunKind.LONG), Criterion.TOO_TIRED),
        (shoe("A", 771, 90), shoe("B", 770, 50), PlannedRun(NOW), Criterion.LAST_WORN),
        (shoe("A", 300, 90), shoe("B", 795, 90), PlannedRun(NOW, None, 10_000), Criterion.LIFE_LEFT),
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


def test_without_the_rest_rule_wear_decides() -> None:
    shoes = (shoe("A", 300, 72), shoe("B", 100, 3))
    answer = recommend(Rotation(shoes, rest=Rest(on=False)), PlannedRun(NOW))

    assert order(answer) == ["B", "A"]
    assert reason(answer) is Criterion.WEAR
    assert answer.picks[0].standing.rested is Rested.IGNORED


def test_a_shorter_rest_lets_a_pair_back_sooner() -> None:
    shoes = (shoe("A", 300, 72), shoe("B", 100, 37))

    assert order(recommend(Rotation(shoes), PlannedRun(NOW))) == ["A", "B"]
    assert order(recommend(Rotation(shoes, rest=Rest(36)), PlannedRun(NOW))) == ["B", "A"]


def test_tomorrow_counts_the_hours_until_then() -> None:
    shoes = (shoe("A", 300, 72), shoe("B", 100, 30))

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
def test_a_pair_past_its_life_is_chosen_only_when_all_are_and_says_so(
    shoes: list[Shoe], asked: PlannedRun
) -> None:
    answer = recommend(Rotation(tuple(shoes)), asked)
    if answer.picks and answer.picks[0].standing.shoe.metres >= answer.picks[0].standing.shoe.life.due:
        assert all(one.metres >= one.life.due for one in shoes if one.active)
        assert answer.picks[0].standing.past_life


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
    return float("inf") if one.rest_hours is None else one.rest_hours


def is_so(by: Criterion, winner: Standing, loser: Standing) -> bool:
    return {
        Criterion.PAST_LIFE: loser.past_life and not winner.past_life,
        Criterion.RESERVED: loser.reserved and not winner.reserved,
        Criterion.TOO_TIRED: loser.rested is Rested.NOT and hours(winner) > hours(loser),
        Criterion.KEPT_FOR_IT: winner.kept_for_this_kind and not loser.kept_for_this_kind,
        Criterion.NOT_FULLY_RESTED: loser.rested is Rested.PARTLY and hours(winner) > hours(loser),
        Criterion.LIFE_LEFT: winner.covers_distance and not loser.covers_distance,
        Criterion.WEAR: winner.life_share < loser.life_share,
        Criterion.LAST_WORN: hours(winner) >= hours(loser),
        Criterion.EQUAL: hours(winner) == hours(loser),
    }[by]


@settings(max_examples=200)
@given(pairs, asked_for)
def test_the_reason_said_is_the_reason_used(shoes: list[Shoe], asked: PlannedRun) -> None:
    for pick in recommend(Rotation(tuple(shoes)), asked).picks:
        for beaten in pick.beaten:
            assert is_so(beaten.criterion, pick.standing, beaten.standing), beaten.criterion
