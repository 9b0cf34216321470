from datetime import timedelta

import pytest

from bench.forecast import year
from skill.shoes.ledger import log_run, remove_run
from skill.shoes.lifetime import forecast, mark_announced, stage_to_announce, with_life
from skill.shoes.limits import life_until
from skill.shoes.rotation import Rotation
from skill.shoes.run import RecentRuns, Run
from skill.shoes.shoe import Life, Shoe, Stage
from skill.shoes.wear import Tally
from skill.value import replace
from tests.shoes.samples import NOW, run, shoe


def worn_by(km: float, *, start: float = 0) -> Shoe:
    rotation = log_run(Rotation((shoe("A", start),)), run("r", 5, km, "a")).rotation
    return rotation.shoes[0]


@pytest.mark.parametrize(
    ("km", "stage"),
    [(499.9, None), (500, Stage.SOON), (799.9, Stage.SOON), (800, Stage.DUE), (2000, Stage.DUE)],
)
def test_each_stage_reached_is_to_be_announced(km: float, stage: Stage | None) -> None:
    assert stage_to_announce(worn_by(10, start=km - 10)) is stage


def test_a_stage_is_announced_once_and_the_next_one_too() -> None:
    soon = mark_announced(worn_by(10, start=495))
    assert stage_to_announce(soon) is None

    rotation = log_run(Rotation((soon,)), run("more", 2, 300, "a")).rotation
    assert stage_to_announce(rotation.shoes[0]) is Stage.DUE


def test_under_a_raised_life_later_stages_are_announced_again() -> None:
    due = mark_announced(worn_by(10, start=795))
    raised = with_life(due, Life(soon=700_000, due=1_000_000))
    assert (raised.announced, stage_to_announce(raised)) == (Stage.SOON, None)

    far = with_life(due, Life(soon=900_000, due=1_000_000))
    rotation = log_run(Rotation((far,)), run("more", 2, 100, "a")).rotation
    assert stage_to_announce(rotation.shoes[0]) is Stage.SOON


def test_a_stage_that_was_taken_back_is_announced_when_it_comes_again() -> None:
    mistaken = run("wrong", 2, 100, "a")
    rotation = log_run(Rotation((shoe("A", 450),)), mistaken).rotation
    rotation = rotation.with_shoe(mark_announced(rotation.shoes[0]))
    rotation = remove_run(rotation, mistaken, [mistaken]).rotation
    rotation = log_run(rotation, run("right", 1, 60, "a")).rotation

    assert stage_to_announce(rotation.shoes[0]) is Stage.SOON


def test_a_retired_pair_has_no_stage_to_announce() -> None:
    assert stage_to_announce(replace(worn_by(10, start=900), retired_at=NOW)) is None


def test_a_life_of_the_runners_own_keeps_the_articles_proportion() -> None:
    assert life_until(800_000) == Life()
    assert life_until(640_000) == Life(soon=400_000, due=640_000)


def weekly(km: float, weeks: int) -> list[Run]:
    return [run(f"r{week}", 24 * 7 * week + 1, km, "a") for week in range(weeks)]


@pytest.mark.parametrize(
    ("runs", "start", "weeks_left"),
    [
        (weekly(20, 12), 600, 10),
        (weekly(20, 5), 640, 7),
        (weekly(20, 4), 720, None),
        ([], 600, None),
        (weekly(1, 12), 100, 521.4),
        (weekly(20, 12), 900, None),
    ],
)
def test_the_end_of_a_life_is_forecast_from_the_last_weeks(
    runs: list[Run], start: float, weeks_left: float | None
) -> None:
    pair = shoe("A", start)
    pair = replace(pair, wear=replace(pair.wear, tally=replace(pair.wear.tally, runs=len(runs))))
    day = forecast(pair, RecentRuns(runs), NOW)

    if weeks_left is None:
        assert day is None
    else:
        assert day is not None
        assert (day.likely - NOW) / timedelta(weeks=1) == pytest.approx(weeks_left, rel=0.25)
        assert NOW < day.earliest <= day.likely <= day.latest


def test_a_forecast_knows_how_far_back_its_runs_go() -> None:
    pair = shoe("A", 600, 1)
    twice_a_day = [run(f"r{number}", 12 * number + 1, 5, "a") for number in range(60)]
    day = forecast(pair, RecentRuns(twice_a_day, complete_since=twice_a_day[-1].at), NOW)

    assert day is not None
    assert (day.likely - NOW).days == pytest.approx(21, abs=1)


def test_a_forecast_is_surer_the_nearer_the_end_and_the_more_runs_it_goes_by() -> None:
    def width(runs: list[Run], start: float) -> float:
        said = forecast(shoe("A", start, 1), RecentRuns(runs), NOW)
        assert said is not None
        return (said.latest - said.earliest) / (said.likely - NOW)

    assert width(weekly(20, 8), 300) < width(weekly(20, 8), 700)
    first_weeks = replace(shoe("A", 300), wear=replace(shoe("A", 300).wear, tally=Tally(100_000, 5)))
    young = forecast(first_weeks, RecentRuns(weekly(20, 5)), NOW)
    assert young is not None
    assert width(weekly(20, 8), 400) < (young.latest - young.earliest) / (young.likely - NOW)


@pytest.mark.slow
def test_what_is_forecast_comes_true_eight_times_out_of_ten() -> None:
    told = [one for seed in range(60) for one in year(seed) if one.said.likely - one.at < timedelta(weeks=52)]

    assert 0.75 <= sum(one.held for one in told) / len(told) <= 0.85
