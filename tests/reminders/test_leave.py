"""Leave for reminders, which Alexa asks for: what goes out, what comes back, and the reminder behind it."""

import json
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from skill.alexa.consent import REMINDERS
from skill.storage.sqlite import SQLiteRepository
from stand_ins.reminders import TOKEN, RemindersApi, reminders_api
from tests.conversation.mid_routine import holds
from tests.runner import Heard, Runner, filled, slots_of

MANIFEST = Path(__file__).parents[2] / "interaction_model" / "skill.json"
ON_MONDAY = {"reminder_task": "stretch", "day": "2026-11-23", "time": "08:00"}


@pytest.fixture
def api() -> Iterator[RemindersApi]:
    with reminders_api() as running:
        yield running
    assert not running.violations


class AlexasRunner:
    """A runner whose requests have the means to reach Alexa's services."""

    def __init__(self, runner: Runner, api: RemindersApi) -> None:
        self.runner, self._api = runner, api

    def says(self, intent: str, **slots: str) -> Heard:
        """The answer to an intent."""
        declared = slots_of(intent)
        values = {name: filled(declared[name], value) for name, value in slots.items()}
        return self._sends(self.runner.envelopes.intent(self.runner.now, intent, values, declared))

    def answers(self, asked: Heard, payload: dict[str, Any]) -> Heard:
        """The skill's answer once the runner has answered Alexa."""
        token = directive(asked)["token"]
        self.runner.envelopes.open_session()
        status = {"code": "200", "message": "OK"}
        return self._sends(
            self.runner.envelopes.event(
                self.runner.now,
                "Connections.Response",
                name="AskFor",
                token=token,
                status=status,
                payload=payload,
            )
        )

    def _sends(self, request: dict[str, Any]) -> Heard:
        request["context"]["System"] |= {"apiEndpoint": self._api.url, "apiAccessToken": TOKEN}
        return self.runner.sends(request)


@pytest.fixture
def runner(tmp_path: Path, api: RemindersApi) -> AlexasRunner:
    runner = Runner(SQLiteRepository(tmp_path / "notebooks.sqlite3"))
    runner.opens()
    return AlexasRunner(runner, api)


def directive(heard: Heard) -> dict[str, Any]:
    (only,) = heard.response["directives"]
    assert isinstance(only, dict)
    return only


def test_the_manifest_names_the_permission() -> None:
    permissions = json.loads(MANIFEST.read_text("utf-8"))["manifest"]["permissions"]
    assert {"name": REMINDERS} in permissions


def test_with_leave_a_reminder_is_set_and_said(runner: AlexasRunner, api: RemindersApi) -> None:
    heard = runner.says("RemindMeIntent", **ON_MONDAY)

    assert "I'll remind you tomorrow at eight in the morning to stretch." in heard.text
    (alert,) = api.alerts.values()
    assert alert["trigger"]["scheduledTime"] == "2026-11-23T08:00:00.000"
    assert alert["alertInfo"]["spokenInfo"]["content"] == [
        {"locale": "en-US", "text": "Stretch feet and calves"}
    ]


def test_without_leave_alexa_is_let_to_ask_and_nothing_else_plays(
    runner: AlexasRunner, api: RemindersApi
) -> None:
    api.granted = False

    heard = runner.says("RemindMeIntent", **ON_MONDAY)

    assert directive(heard) == {
        "type": "Connections.SendRequest",
        "name": "AskFor",
        "payload": {
            "@type": "AskForPermissionsConsentRequest",
            "@version": "2",
            "permissionScopes": [{"permissionScope": REMINDERS, "consentLevel": "ACCOUNT"}],
        },
        "token": "stretch 2026-11-23T08:00",
    }
    assert "let me set reminders" in heard.text
    assert heard.response["shouldEndSession"] is True
    assert not {"reprompt", "card"} & heard.response.keys()


@pytest.mark.parametrize(
    "payload",
    [
        {
            "status": "ACCEPTED",
            "permissionScopes": [{"permissionScope": REMINDERS, "consentLevel": "ACCOUNT"}],
        },
        {"permissionScopes": [{"permissionScope": REMINDERS, "status": "ACCEPTED"}], "isCardThrown": False},
    ],
)
def test_once_leave_is_given_the_reminder_is_set(
    runner: AlexasRunner, api: RemindersApi, payload: dict[str, Any]
) -> None:
    api.granted = False
    asked = runner.says("RemindMeIntent", **ON_MONDAY)
    api.granted = True

    heard = runner.answers(asked, payload)

    assert "I'll remind you tomorrow at eight in the morning to stretch." in heard.text
    assert len(api.alerts) == 1
    assert heard.open


def test_a_weekly_one_comes_back_whole(runner: AlexasRunner, api: RemindersApi) -> None:
    api.granted = False
    asked = runner.says("RemindMeIntent", repeat="monday", repeat_too="thursday", time="07:00")
    api.granted = True

    runner.answers(asked, {"status": "ACCEPTED"})

    (alert,) = api.alerts.values()
    assert len(alert["trigger"]["recurrence"]["recurrenceRules"]) == 2


@pytest.mark.parametrize("card_sent", [True, False])
@pytest.mark.parametrize("status", ["DENIED", "NOT_ANSWERED", "whatever Amazon adds"])
def test_without_leave_it_is_said_how_alexa_does_it_and_a_card_is_sent_once(
    runner: AlexasRunner, api: RemindersApi, status: str, *, card_sent: bool
) -> None:
    api.granted = False
    asked = runner.says("RemindMeIntent", **ON_MONDAY)

    heard = runner.answers(asked, {"status": status, "isCardThrown": card_sent})

    assert "You can allow it later in the Alexa app" in heard.text
    assert "Alexa, remind me to stretch tomorrow at eight in the morning" in heard.text
    card = {"type": "AskForPermissionsConsent", "permissions": [REMINDERS]}
    assert heard.response.get("card") == (None if card_sent else card)
    assert not api.alerts


def test_leave_that_is_given_and_does_not_hold_is_not_asked_for_again(
    runner: AlexasRunner, api: RemindersApi
) -> None:
    api.granted = False
    asked = runner.says("RemindMeIntent", **ON_MONDAY)

    heard = runner.answers(asked, {"status": "ACCEPTED"})

    assert "Alexa doesn't let me set reminders" in heard.text
    assert not any(one["type"].startswith("Connections") for one in heard.response.get("directives", ()))


@pytest.mark.parametrize(
    "token", ["", "stretch", "stretch soon", "run 2026-11-23T99:00", "x" * 500, "a b c d e"]
)
def test_a_wish_that_comes_back_broken_is_asked_for_again(
    runner: AlexasRunner, api: RemindersApi, token: str
) -> None:
    api.granted = False
    asked = runner.says("RemindMeIntent", **ON_MONDAY)
    directive(asked)["token"] = token
    api.granted = True

    heard = runner.answers(asked, {"status": "ACCEPTED"})

    assert "Say once more when I shall remind you." in heard.text
    assert not api.alerts


def test_a_wish_whose_time_is_over_by_then_is_not_set(runner: AlexasRunner, api: RemindersApi) -> None:
    api.granted = False
    asked = runner.says("RemindMeIntent", **ON_MONDAY)
    api.granted = True
    runner.runner.waits(timedelta(days=2).total_seconds())

    assert "Say once more" in runner.answers(asked, {"status": "ACCEPTED"}).text
    assert not api.alerts


def test_a_reminder_in_a_hold_lets_the_hold_go_on(runner: AlexasRunner, api: RemindersApi) -> None:
    holds(runner.runner)

    heard = runner.says("RemindMeIntent", **ON_MONDAY)

    assert "I'll remind you" in heard.text
    assert "nine" in heard.text
    assert len(api.alerts) == 1


def test_a_request_that_is_delivered_twice_sets_one_reminder(runner: AlexasRunner, api: RemindersApi) -> None:
    first = runner.says("RemindMeIntent", **ON_MONDAY)
    second = runner.says("RemindMeIntent", **ON_MONDAY)

    assert first.text == second.text
    assert len(api.alerts) == 1


def test_what_alexa_does_not_do_is_said_as_it_is(runner: AlexasRunner, api: RemindersApi) -> None:
    api.supported = False
    assert "takes no reminders on this device" in runner.says("RemindMeIntent", **ON_MONDAY).text
    api.supported, api.most = True, 0
    assert "no room for another reminder" in runner.says("RemindMeIntent", **ON_MONDAY).text
    api.fails = 503
    assert "didn't answer in time" in runner.says("ListRemindersIntent").text
    assert "didn't answer in time" in runner.says("CancelReminderIntent").text
    assert not api.alerts
