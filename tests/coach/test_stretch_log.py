"""What is kept of each time of stretching, and the sums by month."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from skill.coach.cue_sheet import Place
from skill.coach.ledger import Held
from skill.coach.preferences import Preferences
from skill.coach.routine import Plan
from skill.coach.stretch_log import (
    MONTHS_KEPT,
    NO_PRACTICES,
    Practice,
    StretchSums,
    practice_of,
    recounted,
)
from skill.coach.walkthrough import Progress, Walkthrough
from skill.content.exercise import RoutineName, Side
from tests.coach.plans import POST_RUN

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
TOES, HEEL, SOLE, BOTTLE = (step.exercise.id for step in POST_RUN.steps)


def kept(held: Held) -> Practice | None:
    walkthrough = Walkthrough(
        Plan(POST_RUN, Preferences()),
        Place(0),
        Progress.PAUSED,
        NOW,
        NOW,
        intended=(TOES, HEEL, SOLE, BOTTLE),
        held=held,
    )
    return practice_of(walkthrough, id_="one", voice="", month="2026-11")


def test_an_exercise_of_which_half_sounded_is_done_and_the_others_were_left_out() -> None:
    practice = kept({(TOES, Side.RIGHT): 40.2, (TOES, Side.LEFT): 30.7, (HEEL, None): 9.0})

    assert practice
    assert practice.held == {(TOES, Side.RIGHT): 40, (TOES, Side.LEFT): 31, (HEEL, None): 9}
    assert practice.done == (TOES,)
    assert practice.left_out == (HEEL, SOLE, BOTTLE)


def test_what_never_sounded_is_no_practice_and_a_beginning_does_not_count() -> None:
    beginning = kept({(TOES, Side.RIGHT): 6.0})

    assert kept({}) is None
    assert kept({(TOES, Side.RIGHT): 0.3}) is None
    assert beginning
    assert not beginning.counts
    assert NO_PRACTICES.plus(beginning).total.times == {}
    assert NO_PRACTICES.plus(beginning).total.held == {(TOES, Side.RIGHT): 6}


months = st.builds("{:04d}-{:02d}".format, st.integers(2020, 2026), st.integers(1, 12))
practices = st.builds(
    Practice,
    id=st.uuids().map(str),
    at=st.just(NOW),
    voice=st.just(""),
    month=months,
    routine=st.sampled_from(RoutineName),
    held=st.dictionaries(
        st.tuples(st.sampled_from([TOES, SOLE]), st.sampled_from(Side)), st.integers(1, 90), min_size=1
    ),
    left_out=st.sampled_from([(), (BOTTLE,), (TOES,)]),
)


@given(st.lists(practices, max_size=12), practices)
def test_one_taken_back_leaves_the_sums_as_they_were(others: list[Practice], one: Practice) -> None:
    sums = recounted(others)

    assert sums.plus(one).plus(one, -1) == sums


def test_of_ten_years_of_stretching_the_newest_months_are_kept_and_all_of_it_in_total() -> None:
    sums: StretchSums = NO_PRACTICES
    for day in range(3650):
        month = f"{datetime(2016, 1, 1, tzinfo=UTC) + timedelta(days=day):%Y-%m}"
        held: Held = {(TOES, Side.RIGHT): 40, (TOES, Side.LEFT): 40}
        sums = sums.plus(Practice(str(day), NOW, "", month, RoutineName.POST_RUN, held))

    assert len(sums.months) == MONTHS_KEPT
    assert sums.total.times == {RoutineName.POST_RUN: 3650}
    assert sums.total.held[TOES, Side.LEFT] == 40 * 3650
    assert sums.in_months("2025").times == {RoutineName.POST_RUN: 362}
