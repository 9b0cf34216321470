"""What every keeper of reminders does, the one in memory and Alexa's over HTTP, told by one suite."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

import pytest

from skill.alexa.alexa_reminders import reminders_at_alexa
from skill.conversation.turn.reminder_service import (
    Moment,
    ReminderError,
    ReminderService,
    ReminderTrouble,
)
from stand_ins.reminders import TOKEN, RemindersApi, reminders_api
from tests.device.a_reminder_service import KeptReminders
from tests.reminders.clocks import on_the_clock

AT = datetime(2026, 11, 22, 18, 30, tzinfo=UTC)
TOMORROW = Moment(on_the_clock("2026-11-23T08:00"))
SUNDAYS = Moment(on_the_clock("2026-11-29T10:30"), (6,))
DAILY = Moment(on_the_clock("2026-11-22T21:00"), (0, 1, 2, 3, 4, 5, 6))
MONDAYS_AND_THURSDAYS = Moment(on_the_clock("2026-11-23T07:00"), (0, 3))
TEXT = "Stretch feet and calves"
ZONE = "America/New_York"

NextTurn = Callable[[], ReminderService]


@pytest.fixture
def api() -> Iterator[RemindersApi]:
    with reminders_api() as running:
        yield running
    assert not running.violations


@pytest.fixture(params=["in memory", "at Alexa"])
def next_turn(request: pytest.FixtureRequest) -> NextTurn:
    """Gives the reminders of one and the same runner for another turn."""
    if request.param == "in memory":
        kept = KeptReminders()
        return lambda: kept.for_turn("", "", "en-US", AT)
    api: RemindersApi = request.getfixturevalue("api")

    def at_alexa() -> ReminderService:
        service = reminders_at_alexa(api.url, TOKEN, "en-US", AT)
        assert service
        return service

    return at_alexa


def test_nothing_stands_before_anything_is_set(next_turn: NextTurn) -> None:
    assert list(next_turn().standing()) == []


@pytest.mark.parametrize("moment", [TOMORROW, SUNDAYS, DAILY, MONDAYS_AND_THURSDAYS])
@pytest.mark.parametrize("zone", [ZONE, None])
def test_what_is_set_stands_as_it_was_set(next_turn: NextTurn, moment: Moment, zone: str | None) -> None:
    made = next_turn().set(TEXT, moment, zone)

    (found,) = next_turn().standing()

    assert (found.token, found.text, found.moment) == (made.token, TEXT, moment)
    assert found.made
    assert abs(found.made - AT) < timedelta(minutes=1)


def test_the_same_reminder_is_set_once_in_a_turn_that_is_tried_again(next_turn: NextTurn) -> None:
    turn = next_turn()

    assert turn.set(TEXT, TOMORROW, ZONE) == turn.set(TEXT, TOMORROW, ZONE)
    assert len(next_turn().standing()) == 1


def test_what_is_moved_stands_at_its_new_time_alone(next_turn: NextTurn) -> None:
    made = next_turn().set(TEXT, TOMORROW, ZONE)

    next_turn().move(made, SUNDAYS, ZONE)

    assert [(one.token, one.text, one.moment) for one in next_turn().standing()] == [
        (made.token, TEXT, SUNDAYS)
    ]


def test_what_is_cancelled_stands_no_more_and_the_rest_does(next_turn: NextTurn) -> None:
    made, other = next_turn().set(TEXT, TOMORROW, ZONE), next_turn().set(TEXT, SUNDAYS, ZONE)
    turn = next_turn()

    turn.cancel(made.token)
    turn.cancel(made.token)

    assert [one.token for one in next_turn().standing()] == [other.token]


def test_a_turn_sees_what_stood_when_it_asked_first(next_turn: NextTurn) -> None:
    made = next_turn().set(TEXT, TOMORROW, ZONE)
    turn = next_turn()
    before = list(turn.standing())

    turn.cancel(made.token)

    assert list(turn.standing()) == before


def test_what_is_gone_can_be_neither_moved_nor_cancelled(next_turn: NextTurn) -> None:
    made = next_turn().set(TEXT, TOMORROW, ZONE)
    next_turn().cancel(made.token)

    for change in (
        lambda: next_turn().cancel(made.token),
        lambda: next_turn().move(made, SUNDAYS, ZONE),
    ):
        with pytest.raises(ReminderError) as caught:
            change()
        assert caught.value.trouble is ReminderTrouble.GONE
