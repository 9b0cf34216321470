from collections import Counter
from itertools import combinations
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skill.coach.exercise_pairs import (
    EXPLORE_ONE_IN,
    ExercisePair,
    Feeling,
    Score,
    best_pairs,
    is_clear,
    next_pair,
    pairs_of,
)

FOUR = ["toe-scrunches", "toe-lifts", "ball-roll", "calf-roll"]
PAIRS = [frozenset(pair) for pair in combinations(FOUR, 2)]
FEELINGS = st.none() | st.sampled_from(Feeling)


def chance(seed: int = 0) -> Random:
    return Random(seed)  # noqa: S311 - the same test twice is the same


class Weeks:
    """Runs one after the other, each with the pair whose turn it is."""

    def __init__(self, exercises: list[str] = FOUR, seed: int = 0) -> None:
        self.exercises = exercises
        self.scores: dict[ExercisePair, Score] = {}
        self.last: ExercisePair | None = None
        self.random = chance(seed)

    def run(self, feeling: Feeling | None = None) -> ExercisePair:
        pair = next_pair(self.exercises, self.scores, self.last, self.random)
        assert pair is not None
        score = self.scores.get(pair, Score())
        score = Score(score.done + 1, score.better, score.same, score.worse)
        self.scores[pair] = score.rate(feeling) if feeling else score
        self.last = pair
        return pair


def test_the_next_run_gets_the_other_two() -> None:
    weeks = Weeks()
    first, second = weeks.run(), weeks.run()
    assert first | second == set(FOUR)
    assert not first & second


@given(st.lists(FEELINGS, min_size=6, max_size=6))
def test_all_six_pairs_are_tried_in_six_runs_however_they_felt(feelings: list[Feeling | None]) -> None:
    weeks = Weeks()
    assert {weeks.run(feeling) for feeling in feelings} == set(PAIRS)


@given(st.integers(0, 1000))
def test_while_nothing_is_rated_every_pair_gets_its_turn(seed: int) -> None:
    weeks = Weeks(seed=seed)
    turns = Counter(weeks.run() for _ in range(24))
    assert set(turns.values()) == {4}


@pytest.mark.parametrize("best", PAIRS)
def test_what_helps_is_favoured_and_the_rest_still_tried(best: ExercisePair) -> None:
    weeks = Weeks(seed=7)
    for _ in range(6):
        weeks.run(Feeling.BETTER if weeks_pair(weeks) == best else Feeling.SAME)
    turns: Counter[ExercisePair] = Counter()
    for _ in range(120):
        pair = weeks_pair(weeks)
        turns[weeks.run(Feeling.BETTER if pair == best else Feeling.WORSE)] += 1
    assert turns[best] > 120 * (1 - 1 / EXPLORE_ONE_IN) * 0.8
    assert len(turns) == 6


def weeks_pair(weeks: Weeks) -> ExercisePair | None:
    """The pair that comes next, looked up without changing anything."""
    state = weeks.random.getstate()
    pair = next_pair(weeks.exercises, weeks.scores, weeks.last, weeks.random)
    weeks.random.setstate(state)
    return pair


def test_one_bad_run_is_no_verdict() -> None:
    scores = {pair: Score(done=2, same=2) for pair in PAIRS}
    scores[PAIRS[0]] = Score(done=6, better=5, worse=1)
    chosen = Counter(next_pair(FOUR, scores, None, chance(seed)) for seed in range(200))
    assert chosen[PAIRS[0]] > 100


@pytest.mark.parametrize("count", [0, 1, 2, 3])
def test_less_equipment_leaves_fewer_pairs(count: int) -> None:
    there = FOUR[:count]
    pair = next_pair(there, {}, frozenset(FOUR[2:]), chance())
    assert pairs_of(there) == [
        frozenset(names) for names in combinations(there, 2 if count > 1 else 1) if count
    ]
    assert pair == (pairs_of(there)[0] if count else None)


@given(
    st.lists(st.sampled_from(FOUR), unique=True, max_size=4),
    st.dictionaries(st.sampled_from(PAIRS), st.builds(Score, *[st.integers(0, 5)] * 4), max_size=6),
    st.none() | st.sampled_from([*PAIRS, frozenset({"a", "b"}), frozenset({"toe-lifts"})]),
    st.integers(0, 100),
)
def test_a_pair_is_always_of_what_there_is(
    there: list[str], scores: dict[ExercisePair, Score], last: ExercisePair | None, seed: int
) -> None:
    pair = next_pair(there, scores, last, chance(seed))
    assert (pair is None) == (not there)
    assert (pair or frozenset()) <= set(there)
    assert len(pair or ()) == min(2, len(there))


def test_the_value_of_a_pair_is_drawn_to_the_middle_while_little_is_known() -> None:
    once = Score(done=1, better=1)
    often = Score(done=9, better=8, same=1)
    assert 0 < once.value < often.value < 1
    assert Score(done=3, worse=3).value == -Score(done=3, better=3).value


def test_a_rating_can_be_taken_back() -> None:
    assert Score(done=1).rate(Feeling.WORSE).rate(Feeling.WORSE, -1) == Score(done=1)


def test_it_is_too_early_to_say_while_nothing_stands_out() -> None:
    a, b = PAIRS[0], PAIRS[1]
    assert best_pairs({}) == []
    assert best_pairs({a: Score(done=4)}) == []
    assert not is_clear(best_pairs({a: Score(done=1, better=1)}))
    assert not is_clear(best_pairs({a: Score(done=3, same=3)}))
    assert not is_clear(best_pairs({a: Score(2, better=2), b: Score(2, better=2)}))
    assert is_clear(best_pairs({a: Score(2, better=2), b: Score(2, better=1, same=1)}))


@given(st.dictionaries(st.sampled_from(PAIRS), st.builds(Score, *[st.integers(0, 5)] * 4)))
def test_the_ranking_begins_with_what_helped_most(scores: dict[ExercisePair, Score]) -> None:
    ranking = best_pairs(scores)
    values = [score.value for _, score in ranking]
    assert values == sorted(values, reverse=True)
    assert {pair for pair, _ in ranking} == {pair for pair, score in scores.items() if score.ratings}
