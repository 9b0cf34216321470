from datetime import date, timedelta

import pytest

from skill.shoes.forecast_record import Fared, Foretold, record_of
from skill.shoes.own_life import own_life, settled, spread_of_life
from skill.shoes.rotation import Rotation
from skill.shoes.shoe import Basis, Life, Shoe
from skill.value import replace
from tests.shoes.samples import NOW, shoe


def retired(name: str, km: float, days_ago: int = 1, kinds: str = "", life: Life | None = None) -> Shoe:
    pair = replace(shoe(name, km, kinds=kinds), retired_at=NOW - timedelta(days=days_ago))
    return replace(pair, life=life or Life())


def learnt(*pairs: Shoe) -> Life:
    return settled(Rotation((*pairs, shoe("Now", 100)))).shoes[-1].life


def test_before_three_pairs_are_retired_the_convention_stands() -> None:
    assert learnt() == learnt(retired("A", 600), retired("B", 640)) == Life()


@pytest.mark.parametrize(
    ("went", "due"),
    [
        ((600, 620, 640), 620),
        ((580, 620, 660, 700), 640),
        ((600, 620, 640, 90), 620),  # one that did not fit
        ((600, 620, 640, 20), 620),
        ((300, 310, 320), 310),
    ],
)
def test_three_retired_pairs_tell_how_far_the_next_one_goes(went: tuple[int, ...], due: int) -> None:
    life = learnt(*(retired(f"P{n}", km, n) for n, km in enumerate(went)))
    assert life.due == due * 1000
    assert life.soon < life.due


def test_a_pair_stopped_at_the_coachs_word_might_have_gone_further() -> None:
    at_the_word = [retired(f"P{n}", 620, n, life=Life(530_000, 620_000)) for n in range(3)]
    assert learnt(*at_the_word).due == 650_000


def test_race_pairs_tell_nothing_of_everyday_ones() -> None:
    flats = [retired(f"P{n}", 300, n, kinds="race") for n in range(3)]
    rotation = settled(Rotation((*flats, shoe("Now"), shoe("Fast", kinds="race"))))
    assert [pair.life.due for pair in rotation.active] == [800_000, 300_000]


@pytest.mark.parametrize("basis", [Basis.TOLD, Basis.CHECKED])
def test_a_life_that_was_told_or_checked_stays(basis: Basis) -> None:
    own = replace(shoe("Now"), life=Life(400_000, 700_000), life_basis=basis)
    pairs = [retired(f"P{n}", 620, n) for n in range(3)]
    assert settled(Rotation((*pairs, own))).active[0] == own


def test_what_follows_from_the_rest_follows_once_and_goes_with_it() -> None:
    pairs = tuple(retired(f"P{n}", 600 + 20 * n, n) for n in range(3))
    rotation = settled(Rotation((*pairs, shoe("Now"))))
    assert settled(rotation) == rotation
    assert rotation.active[0].life_basis is Basis.LEARNT
    assert spread_of_life(rotation, rotation.active[0]) > 0

    back = rotation.with_shoe(replace(rotation.shoes[0], retired_at=None))
    assert settled(back).shoes[-1].life == Life()
    assert own_life(back, back.shoes[-1]) is None


TOLD = Foretold(date(2026, 9, 1), date(2026, 11, 1), date(2026, 12, 1))


@pytest.mark.parametrize(("days_ago", "fared"), [(1, Fared.HELD), (60, Fared.SOONER), (-40, Fared.LATER)])
def test_a_forecast_is_judged_when_its_pair_is_retired(days_ago: int, fared: Fared) -> None:
    pair = replace(retired("A", 500, days_ago), foretold=TOLD)
    judged = settled(Rotation((pair,))).shoes[0].foretold
    assert judged is not None
    assert judged.fared is fared


def test_a_forecast_is_judged_on_the_day_the_life_was_over_and_not_later() -> None:
    over = replace(shoe("A", 805, rested_hours=30), foretold=TOLD)
    judged = settled(Rotation((over,)))
    assert judged.shoes[0].foretold == replace(TOLD, ended=date(2026, 11, 21))

    later = replace(judged.shoes[0], retired_at=NOW + timedelta(days=90))
    assert settled(Rotation((later,))).shoes[0].foretold == judged.shoes[0].foretold


def test_a_pair_that_is_not_over_after_all_waits_for_its_end_again() -> None:
    pair = replace(shoe("A", 500), foretold=replace(TOLD, ended=date(2026, 11, 2)))
    assert settled(Rotation((pair,))).shoes[0].foretold == TOLD


def test_the_record_counts_the_newest_that_came_due() -> None:
    ended = [replace(TOLD, ended=date(2026, month, 2)) for month in (6, 7, 8, 10, 11, 12)]
    record = record_of([*ended, TOLD, None])
    assert (record.held, record.judged) == (1, 5)
