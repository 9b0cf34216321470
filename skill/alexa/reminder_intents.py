"""Which use case answers which intent about reminders, and which slots it reads."""

from collections.abc import Mapping
from enum import StrEnum

from skill.alexa.built_in_types import clock_time
from skill.alexa.slots import Slots, SlotUseCase
from skill.conversation import rescheduling
from skill.conversation.not_understood import not_understood
from skill.conversation.reminders.cancelling import cancel_reminder
from skill.conversation.reminders.listing import tell_reminders
from skill.conversation.reminders.reminder_words import TASKS
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


def spoken_time(slots: Slots) -> SpokenTime:
    """The time to come in the slots of an intent."""
    day = SpokenTime.of_day(slots.day("day"))
    clock, part = clock_time(slots.text("time") or "")
    repeated = [_id(slots, name) for name in ("repeat", "repeat_too", "weekday_too")]
    days = sorted({day for id_ in repeated for day in DAYS_OF.get(id_, ())})
    part = slots.word("day_part", DayPart) or slots.word("repeat", DayPart) or part
    return SpokenTime(day.day, part or day.part, clock, tuple(days), slots.seconds("duration"))


def _which(slots: Slots) -> SpokenTime:
    """The time of the reminder that is meant, beside the one it is to have."""
    day = SpokenTime.of_day(slots.day("which_day"))
    clock, part = clock_time(slots.text("which_time") or "")
    return SpokenTime(day.day, part or day.part, clock)


def _id(slots: Slots, name: str) -> str:
    slot = slots.get(name)
    return slot.ids[0] if slot and slot.ids else ""


def _task(slots: Slots) -> str | None:
    """What for; None where none was named, or one that is newer in the model than here."""
    told = (_id(slots, name) for name in ("reminder_task", "reminder_noun"))
    return next((task for task in told if task in TASKS), None)


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
    "ListRemindersIntent": lambda talk, slots: tell_reminders(talk, spoken_time(slots)),
    "CancelReminderIntent": _cancel,
    "MoveReminderIntent": lambda talk, slots: rescheduling.move(talk, spoken_time(slots), _which(slots)),
}
