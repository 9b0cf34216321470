"""The sums of practices as a page: small after ten years, and as they were when they come back."""

import json
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skill.coach.ledger import Held
from skill.coach.stretch_log import NO_PRACTICES, Practice, recounted
from skill.content.exercise import RoutineName
from skill.content.loader import exercises
from skill.conversation.memory.stretch_pages import (
    StretchesTold,
    practice_entry,
    practice_in,
    stretches_of,
    stretches_page,
)
from skill.storage.repository import UnreadableError
from tests.coach.test_stretch_log import practices

EVERYTHING: Held = {
    (exercise.id, side): 40 for exercise in exercises().values() for side in exercise.sides or (None,)
}


@given(st.lists(practices, max_size=8))
def test_the_sums_and_each_practice_come_back_as_they_were(done: list[Practice]) -> None:
    told = StretchesTold(recounted(done), remarked=datetime(2026, 11, 22, tzinfo=UTC))

    assert stretches_of(json.loads(json.dumps(stretches_page(told)))) == told
    assert [practice_in(practice_entry(practice)) for practice in done] == done


def test_ten_years_of_everything_twice_a_day_make_a_page_of_a_few_kilobytes() -> None:
    sums = NO_PRACTICES
    for day in range(3650):
        month = f"{date(2016, 12, 1) + timedelta(days=day):%Y-%m}"
        for routine in RoutineName:
            practice = Practice(str(day), datetime(2026, 1, 1, tzinfo=UTC), "", month, routine, EVERYTHING)
            sums = sums.plus(practice)

    assert len(json.dumps(stretches_page(StretchesTold(sums)))) < 5_000


def test_sums_that_are_not_as_many_as_what_they_are_of_are_unreadable() -> None:
    page = stretches_page(StretchesTold(recounted([])))

    with pytest.raises(UnreadableError):
        stretches_of({**page, "exercises": ["toes-on-wall"]})
