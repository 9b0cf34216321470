from datetime import timedelta

import pytest

from bench.books import RIGHT, first_guess
from skill.shoes.books import Cause, Guess, OtherBook, guesses
from skill.shoes.ledger import recount
from skill.shoes.rotation import Rotation
from skill.shoes.run import RecentRuns, Run
from tests.shoes.samples import NOW, run, shoe

TODAY = NOW.date()
PAIRS = Rotation((shoe("A"), shoe("B", 200)))


def three_times_a_week(km: float, worn: str = "a", without: int = -1) -> list[Run]:
    days = [7 * week + day for week in range(7) for day in (0, 2, 4)]
    return [run(f"r{day}", 24 * day + 1, km, worn) for day in days if day != without]


def first(runs: list[Run], apart_km: float, others: dict[str, int] | None = None) -> Guess:
    rotation = recount(PAIRS, runs)
    pair = rotation.shoes[0]
    book = OtherBook(pair, pair.metres + round(apart_km * 1000), 500, others or {})
    return guesses(rotation, RecentRuns(runs), book, TODAY)[0]


def test_a_run_missing_is_put_on_the_day_that_mostly_has_one() -> None:
    guess = first(three_times_a_week(8, without=9), 8)
    assert (guess.cause, guess.metres) == (Cause.MISSING, 8000)
    assert guess.day == TODAY - timedelta(days=9)


def test_a_run_that_is_there_twice_is_the_first_guess() -> None:
    runs = [*three_times_a_week(8), run("again", 24 * 4 + 2, 8, "a")]
    guess = first(runs, -8)
    assert guess.cause is Cause.DOUBLED
    assert guess.run is not None
    assert guess.run.day == TODAY - timedelta(days=4)


def test_a_run_in_the_other_pair_is_found_by_its_length() -> None:
    runs = [*three_times_a_week(8, without=9), run("there", 24 * 9 + 1, 13.2, "b")]
    guess = first(runs, 13.2)
    assert guess.cause is Cause.IN_OTHER_PAIR
    assert guess.run is not None
    assert guess.run.id == "there"


def test_a_round_difference_that_no_run_makes_is_the_start() -> None:
    assert first(three_times_a_week(8), 150).cause is Cause.START


def test_another_pairs_total_tells_a_run_that_is_missing_from_one_that_is_elsewhere() -> None:
    runs = [*three_times_a_week(8, without=9), run("there", 24 * 9 + 1, 8, "b")]
    b = recount(PAIRS, runs).shoes[1].metres
    assert first(runs, 8, {"b": b - 8000}).cause is Cause.IN_OTHER_PAIR
    assert first(runs, 8, {"b": b}).cause is Cause.MISSING


@pytest.mark.parametrize("how", list(RIGHT))
def test_the_first_guess_is_right_where_both_books_are_there(how: str) -> None:
    right = [first_guess(seed, how, 1000, by_watch=True, all_totals=True) in RIGHT[how] for seed in range(6)]
    assert all(right)
