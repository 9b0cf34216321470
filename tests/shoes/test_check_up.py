from datetime import timedelta

import pytest

from skill.shoes.check_up import CheckUp, Condition, Examination, Finding, HandTest, Point
from skill.shoes.own_life import after_check_up, check_up_due
from skill.shoes.shoe import Basis, Life, Shoe, Stage
from skill.value import replace
from tests.shoes.samples import NOW, shoe

TODAY = NOW.date()


def found(worn: str = "", good: str = "", km: float = 480) -> Examination:
    points = [frozenset(Point(point) for point in said.split()) for said in (worn, good)]
    return Examination(round(km * 1000), TODAY, *points)


@pytest.mark.parametrize(
    ("worn", "good", "condition"),
    [
        ("", "shape tread foam", Condition.GOOD),
        ("", "tread foam", Condition.GOOD),
        ("", "tread", Condition.UNCLEAR),
        ("", "", Condition.UNCLEAR),
        ("foam", "shape tread", Condition.WEARING),
        ("upper", "shape tread foam", Condition.WEARING),
        ("tread", "shape foam", Condition.WORN),
        ("shape foam", "tread", Condition.WORN),
    ],
)
def test_a_tread_that_is_through_ends_a_pair_and_other_signs_only_together(
    worn: str, good: str, condition: Condition
) -> None:
    assert found(worn, good).condition is condition


@pytest.mark.parametrize(
    ("km", "worn", "good", "due", "stage"),
    [
        (480, "", "shape tread foam", 800, Stage.FRESH),
        (720, "", "shape tread foam", 870, Stage.FRESH),
        (850, "", "shape tread foam", 1000, Stage.FRESH),
        (480, "foam", "shape tread", 580, Stage.SOON),
        (760, "foam", "shape tread", 800, Stage.SOON),
        (480, "tread", "shape foam", 480, Stage.DUE),
        (480, "", "tread", 800, Stage.FRESH),
    ],
)
def test_what_is_found_moves_the_life_and_nothing_else_does(
    km: float, worn: str, good: str, due: float, stage: Stage
) -> None:
    before = shoe("A", km)
    after = after_check_up(before, found(worn, good, km))
    assert (after.life.due, after.stage) == (due * 1000, stage)
    moved = due != 800
    assert after.life_basis is (Basis.CHECKED if moved else Basis.CONVENTION)
    assert after.life.soon < after.life.due


def test_what_a_check_up_said_is_not_announced_once_more() -> None:
    after = after_check_up(shoe("A", 480), found("tread"))
    assert after.announced is Stage.DUE


def playing(place: int = 0) -> CheckUp:
    return CheckUp("a", NOW, place).play(tuple(10.0 * n for n in range(6 - place)), NOW)


@pytest.mark.parametrize(
    ("seconds", "place", "reached"),
    [
        (0, 0, 0),
        (9, 0, 0),
        (10, 0, 1),
        (25, 0, 2),
        (25, 2, 4),
        (49, 0, 4),
        (50, 0, 5),
        (160, 0, 5),
        (900, 0, 0),
    ],
)
def test_a_word_stops_it_at_the_test_that_was_reached(seconds: float, place: int, reached: int) -> None:
    stopped = playing(place).stop_at(NOW + timedelta(seconds=seconds))
    assert stopped.place == reached
    assert stopped.stop_at(NOW + timedelta(hours=1)) == stopped


def test_a_check_up_is_kept_for_a_day() -> None:
    assert playing().can_go_on(NOW + timedelta(hours=23))
    assert not playing().can_go_on(NOW + timedelta(hours=25))


def test_it_stays_within_its_tests() -> None:
    check_up = CheckUp("a", NOW)
    assert check_up.at(-1).test is HandTest.LEAN
    assert check_up.at(99).test is None
    assert check_up.find(Point.TREAD, Finding.GOOD).open_points == (Point.SHAPE, Point.FOAM)


def run_to(km: float, start: float = 0, **known: object) -> Shoe:
    pair = replace(shoe("A", km, 5), starting_metres=round(start * 1000))
    wear = replace(pair.wear, tally=replace(pair.wear.tally, metres=round((km - start) * 1000)))
    return replace(pair, wear=wear, **known)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("pair", "due"),
    [
        (run_to(399), None),
        (run_to(401), 400_000),
        (run_to(550), 500_000),
        (run_to(900), 600_000),
        (run_to(505, check_offered=500_000), None),
        (run_to(605, check_offered=500_000), 600_000),
        (run_to(505, start=495), 500_000),
        (run_to(560, start=520), None),
        (run_to(505, examination=found(km=495)), None),
        (run_to(505, examination=found(km=420)), 500_000),
        (run_to(505, retired_at=NOW), None),
    ],
)
def test_a_check_up_is_offered_once_at_each_hundred_from_four_to_six(pair: Shoe, due: int | None) -> None:
    assert check_up_due(pair) == due


def test_a_life_that_was_moved_keeps_its_order() -> None:
    for km in range(0, 1200, 40):
        for worn in ("", "foam", "tread"):
            after = after_check_up(
                replace(shoe("A", km), life=Life(390_000, 620_000)), found(worn, "shape", km)
            )
            assert 0 < after.life.soon < after.life.due
