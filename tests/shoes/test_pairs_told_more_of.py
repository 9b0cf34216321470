"""What a pair costs a kilometre, when its runner is told of it, and which pair a run without one was in."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skill.shoes.alerts import alert_due, mark_alerted, with_alert
from skill.shoes.default_pairs import default_pair, with_default
from skill.shoes.distance import Unit
from skill.shoes.ledger import log_run, remove_run
from skill.shoes.limits import RefusedError
from skill.shoes.name_vocabulary import load_name_vocabulary
from skill.shoes.pairs import new_id
from skill.shoes.price import Currency, Price, cost_of_each
from skill.shoes.replacing import heir_of, replace_pair, take_replacement_back
from skill.shoes.rotation import Rotation
from skill.shoes.run import Run, RunKind
from skill.shoes.shoe import Basis, Life, Shoe
from skill.shoes.spans import day_span
from skill.shoes.told_of_pair import ToldOfPair
from skill.value import replace

NOW = datetime(2026, 11, 22, 19, tzinfo=UTC)
GHOST = Shoe(
    "g",
    "Ghost",
    NOW,
    kinds=frozenset({RunKind.EASY}),
    life=Life(400_000, 700_000),
    life_basis=Basis.TOLD,
    alert_metres=9_000,
)
RACER = Shoe("r", "Vaporfly", NOW, kinds=frozenset({RunKind.RACE}))
CLOSET = Rotation((GHOST, RACER))


@given(st.integers(0, 10**8), st.integers(1_000, 3_000_000))
def test_what_a_kilometre_costs_times_the_kilometres_is_the_price(hundredths: int, metres: int) -> None:
    each = cost_of_each(Price(hundredths, Currency.EUROS), metres, Unit.KILOMETRES)
    assert each
    assert abs(each.hundredths * metres / 1000 - hundredths) <= metres / 2000


def test_before_its_first_kilometre_a_pair_has_no_cost_of_each() -> None:
    assert cost_of_each(Price(100, Currency.EUROS), 999, Unit.KILOMETRES) is None


def test_an_alert_is_due_once_and_again_when_its_run_was_taken_back() -> None:
    run = Run("1", NOW, NOW.date(), 10_000, "g")
    logged = log_run(CLOSET, run).rotation
    passed = logged.find("g")
    assert passed
    assert alert_due(passed)
    told = logged.with_shoe(mark_alerted(passed))
    assert not any(map(alert_due, told.shoes))
    again = log_run(remove_run(told, run, [run]).rotation, run).rotation
    assert [shoe.id for shoe in again.shoes if alert_due(shoe)] == ["g"]


@pytest.mark.parametrize("metres", [0, -5, 3_000_001])
def test_an_alert_that_no_pair_reaches_is_refused(metres: int) -> None:
    with pytest.raises(RefusedError):
        with_alert(GHOST, metres)


@pytest.mark.parametrize(
    ("kind", "meant"),
    [(None, "g"), (RunKind.EASY, "g"), (RunKind.TEMPO, "g"), (RunKind.RACE, None), (RunKind.TRAIL, "r")],
)
def test_a_run_without_a_pair_was_in_its_default(kind: RunKind | None, meant: str | None) -> None:
    closet = with_default(with_default(CLOSET, None, "g"), RunKind.TRAIL, "r")
    found = default_pair(closet, kind)
    assert (found.id if found else None) == meant


def test_an_heir_is_used_as_the_old_pair_was_and_goes_without_a_trace() -> None:
    closet = with_default(CLOSET, None, "g")
    heir = heir_of(GHOST, "h", "Ghost", NOW)
    after = replace_pair(closet, GHOST, heir, "old Ghost", load_name_vocabulary("en"))
    assert (heir.kinds, heir.life, heir.alert_metres) == (GHOST.kinds, GHOST.life, GHOST.alert_metres)
    assert after.default == "h"
    assert [shoe.nickname for shoe in after.active] == ["Vaporfly", "Ghost"]
    old, new = after.find("g"), after.find("h")
    assert old
    assert new
    assert take_replacement_back(after, old, new, "Ghost") == closet


def test_a_pair_is_not_bought_tomorrow() -> None:
    with pytest.raises(RefusedError):
        ToldOfPair(bought=day_span(date(2026, 11, 23))).of(replace(GHOST), date(2026, 11, 22))


def test_two_pairs_that_one_request_tells_of_have_ids_of_their_own() -> None:
    first = Shoe(new_id(Rotation(), "request"), "ghosts", NOW)
    rotation = Rotation((first,))
    second = Shoe(new_id(rotation, "request"), "cliftons", NOW)

    assert len({first.id, second.id, new_id(Rotation((first, second)), "request")}) == 3
