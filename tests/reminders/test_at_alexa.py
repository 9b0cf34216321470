"""Alexa's reminders over HTTP: what is sent, what is read, and what each fault means."""

import time
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from skill.alexa.alexa_reminders import AlexaReminders, reminders_at_alexa
from skill.conversation.turn.reminder_service import Moment, ReminderError, ReminderTrouble
from stand_ins.reminders import ENDLESS, GARBAGE, HANG, TOKEN, RemindersApi, reminders_api
from tests.reminders.clocks import on_the_clock

AT = datetime(2026, 11, 22, 18, 30, tzinfo=UTC)
TOMORROW = Moment(on_the_clock("2026-11-23T08:00"))
ANOTHER = "another-token"
WEEKLY = Moment(on_the_clock("2026-11-23T07:05"), (0, 3))


@pytest.fixture
def api() -> Iterator[RemindersApi]:
    with reminders_api() as running:
        yield running
    assert not running.violations


def service(api: RemindersApi, token: str = TOKEN, seconds: float = 2.0) -> AlexaReminders:
    return AlexaReminders(api.url, token, "en-GB", AT, seconds)


def trouble(reminders: AlexaReminders, moment: Moment = TOMORROW) -> ReminderTrouble:
    with pytest.raises(ReminderError) as caught:
        reminders.set("Stretch", moment, "Europe/London")
    return caught.value.trouble


def test_a_reminder_is_sent_as_the_reference_has_it(api: RemindersApi) -> None:
    token = service(api).set("Stretch", TOMORROW, "America/New_York").token

    assert api.alerts[token] == {
        "requestTime": "2026-11-22T13:30:00.000",
        "trigger": {
            "type": "SCHEDULED_ABSOLUTE",
            "scheduledTime": "2026-11-23T08:00:00.000",
            "timeZoneId": "America/New_York",
        },
        "alertInfo": {"spokenInfo": {"content": [{"locale": "en-GB", "text": "Stretch"}]}},
        "pushNotification": {"status": "ENABLED"},
        "status": "ON",
    }


def test_one_that_comes_again_has_a_rule_for_each_day(api: RemindersApi) -> None:
    token = service(api).set("Stretch", WEEKLY, None).token

    trigger = api.alerts[token]["trigger"]
    assert trigger["recurrence"] == {
        "startDateTime": "2026-11-23T07:05:00.000",
        "recurrenceRules": [
            "FREQ=WEEKLY;BYDAY=MO;BYHOUR=7;BYMINUTE=5;BYSECOND=0;INTERVAL=1;",
            "FREQ=WEEKLY;BYDAY=TH;BYHOUR=7;BYMINUTE=5;BYSECOND=0;INTERVAL=1;",
        ],
    }
    assert "timeZoneId" not in trigger


def test_one_that_is_over_does_not_stand(api: RemindersApi) -> None:
    api.is_over(service(api).set("Stretch", TOMORROW, None).token)

    assert list(service(api).standing()) == []


def test_a_time_that_comes_with_its_zone_is_told_by_the_runners_clock(api: RemindersApi) -> None:
    token = service(api).set("Stretch", TOMORROW, "America/New_York").token
    api.alerts[token]["trigger"]["scheduledTime"] = "2026-11-23T13:00:00.000Z"

    assert [one.moment for one in service(api).standing()] == [TOMORROW]


def test_leave_that_is_missing_is_told_apart_from_a_device_without_reminders(api: RemindersApi) -> None:
    api.granted = False
    assert trouble(service(api)) is ReminderTrouble.NOT_ALLOWED
    api.granted, api.supported = True, False
    assert trouble(service(api)) is ReminderTrouble.NOT_HERE
    api.supported, api.most = True, 0
    assert trouble(service(api)) is ReminderTrouble.TOO_MANY


def test_a_time_gone_by_is_refused(api: RemindersApi) -> None:
    assert trouble(service(api), Moment(on_the_clock("2026-11-20T08:00"))) is ReminderTrouble.REFUSED


def test_a_token_that_is_none_means_that_leave_is_missing(api: RemindersApi) -> None:
    assert trouble(service(api, ANOTHER)) is ReminderTrouble.NOT_ALLOWED


@pytest.mark.parametrize("failure", [429, 500, 503, GARBAGE, ENDLESS])
def test_a_service_that_is_amiss_does_not_answer(api: RemindersApi, failure: int | str) -> None:
    api.fails = failure
    assert trouble(service(api)) is ReminderTrouble.NOT_ANSWERING


@pytest.mark.real_time
def test_a_service_that_hangs_is_waited_for_once_and_no_longer_than_told(api: RemindersApi) -> None:
    api.fails = HANG
    reminders = service(api, seconds=0.2)
    begun = time.monotonic()

    assert trouble(reminders) is ReminderTrouble.NOT_ANSWERING
    assert trouble(reminders, WEEKLY) is ReminderTrouble.NOT_ANSWERING
    assert time.monotonic() - begun < 1
    assert len(api.asked) == 1


@pytest.mark.parametrize(
    "endpoint", ["https://api.amazonalexa.com.evil.test", "http://api.amazonalexa.com", "nowhere"]
)
def test_a_token_goes_nowhere_but_to_amazon(endpoint: str) -> None:
    assert trouble(AlexaReminders(endpoint, TOKEN, "en-US", AT)) is ReminderTrouble.NOT_ANSWERING


@pytest.mark.parametrize(("endpoint", "token"), [("", TOKEN), ("https://api.amazonalexa.com", "")])
def test_a_request_without_the_means_has_no_reminders(endpoint: str, token: str) -> None:
    assert reminders_at_alexa(endpoint, token, "en-US", AT) is None
