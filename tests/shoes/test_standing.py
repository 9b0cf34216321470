import pytest

from skill.shoes.rotation import Rest, Rotation
from skill.shoes.run import RunKind
from skill.shoes.standing import PlannedRun, Rested, standing_of
from tests.shoes.samples import NOW, shoe


@pytest.mark.parametrize(
    ("hours", "rest", "rested"),
    [
        (None, Rest(), Rested.FULLY),
        (48, Rest(), Rested.FULLY),
        (47.9, Rest(), Rested.PARTLY),
        (24, Rest(), Rested.PARTLY),
        (23.9, Rest(), Rested.NOT),
        (0, Rest(), Rested.NOT),
        (36, Rest(36), Rested.FULLY),
        (18, Rest(36), Rested.PARTLY),
        (17, Rest(36), Rested.NOT),
        (0, Rest(on=False), Rested.IGNORED),
    ],
)
def test_a_pair_is_rested_from_the_hour_the_rule_names(
    hours: float | None, rest: Rest, rested: Rested
) -> None:
    assert standing_of(shoe("A", 10, hours), PlannedRun(NOW), Rotation(rest=rest)).rested is rested


@pytest.mark.parametrize(("km", "past"), [(799.999, False), (800, True), (801, True)])
def test_a_pair_is_past_its_life_from_the_metre_it_is_due(km: float, past: bool) -> None:  # noqa: FBT001  a table's column
    assert standing_of(shoe("A", km), PlannedRun(NOW), Rotation()).past_life is past


@pytest.mark.parametrize(
    ("kinds", "kind", "reserved", "meant"),
    [
        ("", None, False, False),
        ("", RunKind.RACE, False, False),
        ("race", None, True, False),
        ("race", RunKind.EASY, True, False),
        ("race", RunKind.RACE, False, True),
        ("trail", None, True, False),
        ("tempo intervals", None, True, False),
        ("easy race", None, False, False),
        ("easy", RunKind.EASY, False, False),
        ("long", None, False, False),
        ("long", RunKind.LONG, False, True),
        ("long", RunKind.EASY, True, False),
    ],
)
def test_a_pair_kept_for_some_runs_is_reserved_from_others(
    kinds: str,
    kind: RunKind | None,
    reserved: bool,  # noqa: FBT001  a table's column
    meant: bool,  # noqa: FBT001  a table's column
) -> None:
    one = standing_of(shoe("A", 10, kinds=kinds), PlannedRun(NOW, kind), Rotation())

    assert (one.reserved, one.kept_for_this_kind) == (reserved, meant)
