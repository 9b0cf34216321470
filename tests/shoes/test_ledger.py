from collections.abc import Sequence
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skill.shoes.ledger import Update, differences, log_run, recount, remove_run, replace_run
from skill.shoes.limits import Refusal, RefusedError
from skill.shoes.name_vocabulary import NameVocabulary
from skill.shoes.pairs import bring_back_pair, delete_pair, retire_pair
from skill.shoes.rotation import Rotation
from skill.shoes.run import Run
from skill.shoes.wear import LATEST_KEPT
from skill.value import replace
from tests.shoes.samples import NOW, run, shoe

WORDS = NameVocabulary()
SHOES = ("a", "b", "c", None)
actions = st.lists(
    st.tuples(
        st.sampled_from(["log", "undo", "move", "retire", "bring back", "delete"]),
        st.integers(0, 400),
        st.integers(1, 42_195),
        st.sampled_from(SHOES),
    ),
    max_size=60,
)


class Diary:
    """A rotation and its log, kept as a store would keep them."""

    def __init__(self) -> None:
        self.rotation = Rotation((shoe("a"), shoe("b"), shoe("c")))
        self.log: dict[str, Run] = {}

    @property
    def newest_first(self) -> Sequence[Run]:
        return sorted(self.log.values(), key=lambda one: one.at, reverse=True)

    def keep(self, update: Update) -> None:
        self.rotation = update.rotation
        for gone in update.removed:
            del self.log[gone.id]
        for kept in (*update.added, *update.replaced):
            self.log[kept.id] = kept

    def act(self, action: str, number: int, metres: int, worn: str | None) -> None:
        told = run(f"run-{len(self.log)}-{number}", number, metres / 1000, worn)
        runs = self.newest_first
        target = self.rotation.find(worn)
        if action == "log" and told.id not in self.log:
            self.keep(log_run(self.rotation, told))
        elif action == "undo" and runs:
            self.keep(remove_run(self.rotation, runs[number % len(runs)], runs))
        elif action == "move" and runs:
            before = runs[number % len(runs)]
            self.keep(replace_run(self.rotation, before, replace(before, shoe=worn, metres=metres), runs))
        elif action == "retire" and target:
            self.rotation = retire_pair(self.rotation, target, NOW)
        elif action == "bring back" and target:
            self.rotation = bring_back_pair(self.rotation, target, WORDS)
        elif action == "delete" and target:
            self.rotation = delete_pair(self.rotation, target)


@given(actions)
def test_the_sums_equal_the_runs_after_anything(steps: list[tuple[str, int, int, str | None]]) -> None:
    diary = Diary()
    for step in steps:
        try:
            diary.act(*step)
        except RefusedError:
            continue

    assert recount(diary.rotation, diary.log.values()) == diary.rotation
    assert not differences(diary.rotation, diary.log.values())
    for pair in diary.rotation.shoes:
        runs = [one for one in diary.newest_first if one.shoe == pair.id]
        assert pair.wear.tally.metres == sum(one.metres for one in runs)
        assert pair.wear.last_run_at == (runs[0].at if runs else None)
    everything = sum(one.metres for one in diary.log.values())
    assert sum(wear.tally.metres for wear in diary.rotation.wears) == everything
    assert sum(month.metres for wear in diary.rotation.wears for month in wear.months.values()) == everything


def test_a_pair_knows_its_last_run_after_more_undos_than_it_remembers() -> None:
    diary = Diary()
    for number in range(LATEST_KEPT * 2):
        diary.keep(log_run(diary.rotation, run(str(number), 100 - number, 5, "a")))
    for _ in range(LATEST_KEPT + 2):
        diary.keep(remove_run(diary.rotation, diary.newest_first[0], diary.newest_first))

    pair = diary.rotation.find("a")
    assert pair is not None
    assert pair.wear.last_run_at == diary.newest_first[0].at


def test_an_old_run_is_not_taken_for_one_of_the_newest() -> None:
    diary = Diary()
    for number in range(LATEST_KEPT * 2):
        diary.keep(log_run(diary.rotation, run(str(number), 100 - number, 5, "a")))
    for _ in range(LATEST_KEPT - 2):
        diary.keep(remove_run(diary.rotation, diary.newest_first[0], diary.newest_first))
    diary.keep(log_run(diary.rotation, run("told late", 500, 5, "a")))

    pair = diary.rotation.find("a")
    assert pair is not None
    newest = tuple(one.at for one in diary.newest_first)
    assert pair.wear.latest == newest[: len(pair.wear.latest)]


def test_a_retired_pair_takes_no_run_after_its_day_but_an_earlier_one() -> None:
    rotation = Rotation((shoe("a", retired=True),))

    with pytest.raises(RefusedError) as refused:
        log_run(rotation, run("late", 1, 5, "a"))
    assert refused.value.why is Refusal.RETIRED
    assert log_run(rotation, run("early", 48, 5, "a")).added


def test_a_run_told_for_another_day_keeps_its_id() -> None:
    before = run("r", 30, 5, "a")
    rotation = log_run(Rotation((shoe("a"),)), before).rotation
    after = replace(before, at=before.at - timedelta(days=1))
    update = replace_run(rotation, before, after, [before])

    assert (update.removed, update.added) == ((before,), (after,))
    pair = update.rotation.find("a")
    assert pair is not None
    assert pair.wear.last_run_at == after.at


def test_a_sum_that_is_not_its_runs_is_found() -> None:
    told = run("r", 30, 5, "a")
    rotation = log_run(Rotation((shoe("a"), shoe("b"))), told).rotation

    assert not differences(rotation, [told])
    found = differences(rotation, [told, run("missed", 20, 7, "b"), run("nowhere", 10, 3)])
    assert [difference.shoe and difference.shoe.nickname for difference in found] == ["b", None]
    assert [difference.counted.tally.metres for difference in found] == [7_000, 3_000]


def test_the_newest_run_taken_back_leaves_the_sums_of_a_pair_not_worn_for_years_right() -> None:
    old, new = run("old", 24 * 365 * 4, 7, "blue"), run("new", 3, 10, "blue")
    state = log_run(log_run(Rotation((shoe("blue"),)), old).rotation, new).rotation
    state = remove_run(state, new, [new, old]).rotation

    assert differences(state, [old]) == ()
