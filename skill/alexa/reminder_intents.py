"""Which use case answers which intent about reminders, and which slots it reads."""

from collections.abc import Mapping
from enum import StrEnum

from skill.alexa.built_in_types import clock_time
from skill.alexa.slots import Slots, SlotUseCase
from skill.conversation.not_understood import not_understood
from skill.conversation.reminders.cancelling import cancel_reminder
from skill.conversation.reminders.listing import tell_reminders
from skill.conversation.reminders.moving import move_reminder
from skill.conversation.reminders.setting import remind_me
from skill.conversation.turn.open_questions import answer_of
from skill.conversation.turn.reply import Outcome
from skill.conversation.turn.spoken_time import DayPart, SpokenTime
from skill.conversation.turn.talk import Talk

_WEEK = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_EVERY_DAY = tuple(range(len(_WEEK)))
DAYS_OF: Mapping[str, tuple[int, ...]] = {
    "day": _EVERY_DAY,
    **dict.fromkeys(map(str, DayPart), _EVERY_DAY),
    "weekday": _EVERY_DAY[:5],
    "weekend": _EVERY_DAY[5:],
    **{name: (day,) for day, name in enumerate(_WEEK)},
}
"""The days of the week, Monday 0, of each id of the slot types `Repeat` and `Weekday`."""


class HowMany(StrEnum):
    """Whether one reminder is meant, or all; the value is the id of the `HowMany` slot."""

    ALL = "all"


def spoken_time(slots: Slots, prefix: str = "") -> SpokenTime:
    """The time to come in the slots of an intent.

    Args:
        slots: the slots.
        prefix: of the names of those that tell which reminder is meant, beside those that tell a new time.
    """
    day = SpokenTime.of_day(slots.day(f"{prefix}day"))
    at, part = clock_time(slots.text(f"{prefix}time") or "")
    repeated = [_id(slots, f"{prefix}{name}") for name in ("repeat", "repeat_too", "weekday_too")]
    days = sorted({day for id_ in repeated for day in DAYS_OF.get(id_, ())})
    part = slots.word(f"{prefix}day_part", DayPart) or slots.word(f"{prefix}repeat", DayPart) or part
    return SpokenTime(
        day=day.day,
        part=part or day.part,
        clock=at,
        days=tuple(days),
        seconds=slots.seconds(f"{prefix}duration"),
    )


def _id(slots: Slots, name: str) -> str:
    slot = slots.get(name)
    return slot.ids[0] if slot and slot.ids else ""


def _task(slots: Slots) -> str | None:
    return _id(slots, "reminder_task") or _id(slots, "reminder_noun") or None


def _remind_me(talk: Talk, slots: Slots) -> Outcome:
    task = _task(slots) or ("shoes" if slots.get("other_shoe") else None)
    return remind_me(talk, task, spoken_time(slots), after_run=slots.get("run_word") is not None)


def _tell_time(talk: Talk, slots: Slots) -> Outcome:
    """A time alone answers what asks for one."""
    told = spoken_time(slots)
    return answer_of(talk, lambda question: question.time(talk, told)) or not_understood(talk)


def _cancel(talk: Talk, slots: Slots) -> Outcome:
    every = slots.word("how_many", HowMany) is HowMany.ALL
    return cancel_reminder(talk, spoken_time(slots), task=_task(slots), all_of_them=every)


REMINDER_INTENTS: Mapping[str, SlotUseCase] = {
    "RemindMeIntent": _remind_me,
    "TimeIntent": _tell_time,
    "ListRemindersIntent": lambda talk, _slots: tell_reminders(talk),
    "CancelReminderIntent": _cancel,
    "MoveReminderIntent": lambda talk, slots: move_reminder(
        talk, spoken_time(slots), spoken_time(slots, "which_")
    ),
}
