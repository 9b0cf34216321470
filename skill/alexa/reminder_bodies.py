"""Reminders as Alexa's Reminders API has them, in both directions.

Sources, on developer.amazon.com/docs/alexa/smapi: "Reminders REST API Reference" (the bodies) and "Alexa
Reminders Guidelines for Usage" (what a text may be). A trigger's `scheduledTime` is the time on the clock of
its `timeZoneId`, or of the device where there is none. `recurrenceRules` are RFC 5545's, and where they stand
the older `freq` and `byDay` count for nothing.
"""

import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Final
from zoneinfo import ZoneInfo

from skill.alexa.envelope import Shape
from skill.conversation.turn.reminder_service import Moment, Reminder

READ: Final[Shape] = {
    "alertToken": str,
    "code": str,
    "alerts": [
        {
            "alertToken": str,
            "createdTime": datetime,
            "updatedTime": datetime,
            "status": str,
            "trigger": {
                "scheduledTime": datetime,
                "timeZoneId": str,
                "recurrence": {"recurrenceRules": [str]},
            },
            "alertInfo": {"spokenInfo": {"content": [{"text": str}]}},
        }
    ],
}
"""What is read of any answer; the rest, and what Amazon adds, reaches nobody."""

_OVER: Final = "COMPLETED"
_DAYS: Final = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_BY_DAY: Final = re.compile(r"BYDAY=([A-Z,]+)")
_DAILY: Final = "FREQ=DAILY"


def body_of(text: str, moment: Moment, zone: str | None, *, locale: str, at: datetime) -> dict[str, Any]:
    """The body that sets a reminder, or changes one.

    Args:
        text: what Alexa says then.
        moment: when.
        zone: the IANA name of its time zone; None for the device's own.
        locale: of the text.
        at: the time of the request that it is set in, aware.
    """
    trigger: dict[str, Any] = {"type": "SCHEDULED_ABSOLUTE", "scheduledTime": _written(moment.at)}
    if zone:
        trigger["timeZoneId"] = zone
    if moment.days:
        trigger["recurrence"] = {
            "startDateTime": _written(moment.at),
            "recurrenceRules": list(_rules(moment)),
        }
    return {
        "requestTime": _written(at.astimezone(ZoneInfo(zone)).replace(tzinfo=None) if zone else at),
        "trigger": trigger,
        "alertInfo": {"spokenInfo": {"content": [{"locale": locale, "text": text}]}},
        "pushNotification": {"status": "ENABLED"},
    }


def reminder_of(alert: Mapping[str, Any]) -> Reminder | None:
    """A reminder that stands, of what is read of it; None for one that is over, or without a time."""
    trigger, token = alert["trigger"], alert.get("alertToken")
    if alert.get("status") == _OVER or "scheduledTime" not in trigger or not token:
        return None
    at = datetime.fromisoformat(trigger["scheduledTime"])
    if at.tzinfo and "timeZoneId" in trigger:
        at = at.astimezone(ZoneInfo(trigger["timeZoneId"]))
    texts = [content["text"] for content in alert["alertInfo"]["spokenInfo"]["content"] if "text" in content]
    days = _days(trigger["recurrence"]["recurrenceRules"])
    moment = Moment(at.replace(tzinfo=None, second=0, microsecond=0), days)
    return Reminder(token, next(iter(texts), ""), moment, _instant(alert))


def _instant(alert: Mapping[str, Any]) -> datetime | None:
    """When a reminder was set or changed last; None where that is not told as an instant."""
    told = alert.get("updatedTime") or alert.get("createdTime")
    at = datetime.fromisoformat(told) if told else None
    return at if at and at.tzinfo else None


def _rules(moment: Moment) -> tuple[str, ...]:
    clock = f"BYHOUR={moment.at.hour};BYMINUTE={moment.at.minute};BYSECOND=0;INTERVAL=1;"
    if len(moment.days) == len(_DAYS):
        return (f"{_DAILY};{clock}",)
    return tuple(f"FREQ=WEEKLY;BYDAY={_DAYS[day]};{clock}" for day in moment.days)


def _days(rules: Sequence[str]) -> tuple[int, ...]:
    """The days of the week on which a reminder comes again."""
    if any(_DAILY in rule and not _BY_DAY.search(rule) for rule in rules):
        return tuple(range(len(_DAYS)))
    named = {name for rule in rules if (found := _BY_DAY.search(rule)) for name in found[1].split(",")}
    return tuple(day for day, name in enumerate(_DAYS) if name in named)


def _written(at: datetime) -> str:
    """As the reference writes a time: "2019-09-22T19:00:00.000"."""
    return at.replace(tzinfo=None).isoformat(timespec="milliseconds")
