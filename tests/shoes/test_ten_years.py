"""Ten years and hundreds of pairs: the sums that are kept stay few, and right."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skill.conversation.memory.shoe_pages import ShoesTold, rotation_of, shoes_page
from skill.shoes.ledger import differences, log_run, remove_run
from skill.shoes.limits import LONGEST_NAME, MOST_PAIRS_EVER
from skill.shoes.name_rules import check_name
from skill.shoes.name_vocabulary import NameVocabulary
from skill.shoes.periods import Period, tally_in
from skill.shoes.rotation import Rotation
from skill.shoes.run import Run
from skill.shoes.shoe import Shoe
from skill.shoes.wear import LATEST_KEPT, MONTHS_KEPT, NO_RUNS, UNWORN, Tally, Wear
from skill.storage import items
from skill.storage.repository import Page
from skill.value import replace
from tests.shoes.samples import shoe

BEGINNING = date(2016, 11, 23)
DAYS = 3652
LARGEST_ITEM = 409_600
"""Bytes that DynamoDB takes in one item ("Service, account, and table quotas")."""


def run(number: int, day: date, metres: int = 10_000) -> Run:
    return Run(f"{number:032x}", datetime.combine(day, time(8, 1, 2), UTC), day, metres, "a")


def every_day(days: int = DAYS) -> list[Run]:
    return [run(number, BEGINNING + timedelta(days=number), 100 + number) for number in range(days)]


def item_size(rotation: Rotation) -> int:
    """The bytes of the shoes' item, as DynamoDB counts them: names and values."""
    page = Page(shoes_page(ShoesTold(rotation)), version=10_000)
    item = items.page_item("f" * 64, "shoes", page, "w" * 36)
    return sum(len(name) + len(text) for name, typed in item.items() for text in typed.values())


def worn_for_ten_years() -> Shoe:
    wear = UNWORN
    for day in range(0, DAYS, 3):
        wear = wear.plus(run(day, BEGINNING + timedelta(days=day), 320_000))
    now = datetime(2026, 11, 22, 8, 1, 2, 123_456, tzinfo=UTC)
    return Shoe(f"pair-{'f' * 32}", "", now, starting_metres=3_000_000, retired_at=now, wear=wear)


PAIR = worn_for_ten_years()


@pytest.mark.parametrize(
    "name",
    ["x" * LONGEST_NAME, "é" * LONGEST_NAME, "靴" * LONGEST_NAME, "\N{GOTHIC LETTER AHSA}" * 30],
    ids=["ascii", "accents", "kanji", "gothic"],
)
def test_three_hundred_pairs_worn_for_ten_years_fit_far_below_the_limit(name: str) -> None:
    named = replace(PAIR, nickname=check_name(name, Rotation(), NameVocabulary()))
    rotation = Rotation((named,) * MOST_PAIRS_EVER, unknown=named.wear, former=named.wear)

    assert item_size(rotation) < (0.6 if name.isascii() else 0.85) * LARGEST_ITEM
    assert rotation_of(shoes_page(ShoesTold(rotation))) == rotation


def test_what_is_asked_for_is_right_on_every_day_of_ten_years() -> None:
    told: list[Run] = []
    wear = UNWORN
    for one in every_day():
        wear = wear.plus(one)
        told.append(one)
        if one.day.day in (1, 31):
            for period, first in (
                (Period.THIS_MONTH, one.day.replace(day=1)),
                (Period.THIS_YEAR, date(one.day.year, 1, 1)),
                (Period.ALL_TIME, BEGINNING),
            ):
                runs = [other for other in told if other.day >= first]
                assert tally_in(period, one.day, [wear], []) == Tally(sum(r.metres for r in runs), len(runs))
            last = [other for other in told if other.day.year == one.day.year - 1]
            assert tally_in(Period.LAST_YEAR, one.day, [wear], []) == Tally(
                sum(r.metres for r in last), len(last)
            )
    assert len(wear.months) <= MONTHS_KEPT
    assert len(wear.latest) == LATEST_KEPT


actions = st.lists(st.tuples(st.sampled_from(["log", "undo"]), st.integers(0, DAYS)), max_size=60)


@given(actions)
def test_the_runs_confirm_the_sums_over_ten_years(steps: Sequence[tuple[str, int]]) -> None:
    rotation, log = Rotation((shoe("a"),)), [run(0, BEGINNING + timedelta(days=DAYS))]
    rotation = log_run(rotation, log[0]).rotation
    for number, (action, day) in enumerate(steps, 1):
        newest_first = sorted(log, key=lambda one: one.at, reverse=True)
        if action == "log":
            log.append(run(number, BEGINNING + timedelta(days=day)))
            rotation = log_run(rotation, log[-1]).rotation
        elif len(log) > 1:
            gone = log.pop(1 + day % (len(log) - 1))
            rotation = remove_run(rotation, gone, newest_first).rotation

        assert not differences(rotation, log)
        assert rotation.shoes[0].wear.tally.runs == len(log)


def test_a_page_that_holds_every_month_loads_and_is_shortened() -> None:
    months: dict[str, Tally] = {}
    for one in every_day():
        name = f"{one.day:%Y-%m}"
        months[name] = months.get(name, NO_RUNS).plus(Tally(one.metres, 1))
    everything = sum((tally.metres for tally in months.values()), 0)
    newest = [one.at for one in reversed(every_day())][:LATEST_KEPT]
    old = Wear(Tally(everything, DAYS), tuple(newest), months)
    pair = Shoe(id="a", nickname="a", added_at=datetime(2016, 11, 23, 8, tzinfo=UTC))
    page = shoes_page(ShoesTold(Rotation((pair,))))
    body = {
        **page,
        "shoes": [
            {
                **page["shoes"][0],
                "wear": {
                    "metres": everything,
                    "runs": DAYS,
                    "latest": [at.isoformat() for at in newest],
                    "months": {name: [tally.metres, tally.runs] for name, tally in months.items()},
                },
            }
        ],
    }
    rotation = rotation_of(body)

    assert rotation.shoes[0].wear == old
    assert not differences(rotation, every_day())
    one_more = run(DAYS, BEGINNING + timedelta(days=DAYS))
    rotation = log_run(rotation, one_more).rotation
    assert len(rotation.shoes[0].wear.months) == MONTHS_KEPT
    assert not differences(rotation, [*every_day(), one_more])
