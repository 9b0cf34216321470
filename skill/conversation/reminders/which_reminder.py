"""Which of the reminders that stand is meant: by its time, its day, its place in the row, or the newest."""

from abc import abstractmethod
from collections.abc import Sequence
from datetime import timedelta
from typing import Final

from skill.conversation.reminders.elsewhere import in_trouble, none_kept_here
from skill.conversation.reminders.moments import HALF_A_DAY, clock_of
from skill.conversation.reminders.reminder_words import in_order, reminder_in_words
from skill.conversation.reminders.time_questions import TimeQuestion
from skill.conversation.turn.invitations import AnythingElse
from skill.conversation.turn.question import OpenQuestion
from skill.conversation.turn.reminder_service import Reminder, ReminderError
from skill.conversation.turn.reply import Outcome
from skill.conversation.turn.spoken_time import DayPart, SpokenTime, part_of
from skill.conversation.turn.talk import Talk
from skill.conversation.turn.turn import Slot
from skill.shoes.name_vocabulary import load_name_vocabulary
from skill.shoes.names import position_said

NAMED_AT_MOST: Final = 3
"""Reminders that are told one by one; of more nobody keeps the first in mind."""
JUST_NOW: Final = timedelta(minutes=5)
"""So long "it" is the reminder that was set or moved last."""


class WhichReminder(TimeQuestion, OpenQuestion):
    """Which reminder is meant; what for, each question of this kind says in `use`.

    Attributes:
        tokens: of the reminders that were told, in order: what was said counts among these.
    """

    tokens: tuple[str, ...]

    @abstractmethod
    def use(self, talk: Talk, reminder: Reminder) -> Outcome:
        """The answer to one reminder."""

    def time(self, talk: Talk, told: SpokenTime) -> Outcome:
        """The reminder at that time, or on that day; where none or several are, it is asked again."""
        return self._answer(talk, told=told)

    def pair(self, talk: Talk, heard: Slot) -> Outcome | None:
        """The reminder at that place in the row."""
        position = position_said(heard.said, load_name_vocabulary(talk.turn.language))
        return self._answer(talk, position=position) if position else None

    def again(self, talk: Talk) -> str:
        """The question with the reminders; in general where they cannot be read."""
        try:
            named = in_words(talk, self._named(talk), choice=True)
        except ReminderError:
            named = ""
        return talk.line("reminders.which", reminders=named) if named else talk.line("reminders.which_at_all")

    def _answer(self, talk: Talk, told: SpokenTime | None = None, position: int = 0) -> Outcome:
        try:
            named = self._named(talk)
        except ReminderError as error:
            return in_trouble(talk, error)
        if told:
            meant = meant_by(named, told)
        else:
            placed = self.tokens[position - 1 : position] if position > 0 else self.tokens[-1:]
            meant = [one for one in named if one.token in placed]
        return self.use(talk, meant[0]) if len(meant) == 1 else talk.ask(self, self.again(talk))

    def _named(self, talk: Talk) -> tuple[Reminder, ...]:
        service = talk.turn.reminders
        standing = service.standing() if service else ()
        return in_order([one for one in standing if one.token in self.tokens])


def in_words(talk: Talk, reminders: Sequence[Reminder], *, choice: bool = False) -> str:
    """The reminders as a list, perhaps to choose from; of many, the first and how many there are beside."""
    named = [reminder_in_words(talk, one.text, one.moment) for one in reminders[:NAMED_AT_MOST]]
    more = len(reminders) - len(named)
    said = ", ".join(named) if more else talk.phrasebook.join(named, choice=choice)
    return talk.line("reminders.and_more", reminders=said, count=more) if more else said


def meant_by(reminders: Sequence[Reminder], told: SpokenTime) -> list[Reminder]:
    """Those at the time that was said; whether it is the morning's or the evening's may be open.

    On a day, one that comes on it alone is meant rather than one that comes on it too.

    Args:
        reminders: the ones that come into question.
        told: a day, a time, days of the week, a part of the day, or several of these.
    """
    fitting = [one for one in reminders if _fits(one, told)]
    once = [one for one in fitting if not one.moment.days]
    return once if once and told.day else fitting


def none_standing(talk: Talk) -> Outcome:
    """There is no reminder."""
    return talk.say(talk.line("reminders.none"), invitation=AnythingElse())


def standing_reminders(talk: Talk) -> tuple[Reminder, ...] | Outcome:
    """The reminders that stand, in order of time; what is said instead where there are none to be told."""
    service = talk.turn.reminders
    if service is None:
        return none_kept_here(talk)
    try:
        standing = in_order(service.standing())
    except ReminderError as error:
        return in_trouble(talk, error)
    return standing or none_standing(talk)


def newest(talk: Talk, reminders: Sequence[Reminder]) -> Reminder | None:
    """The one that was set or moved just now; None where it was longer ago."""
    known = [(one.made, one) for one in reminders if one.made and talk.turn.at - one.made <= JUST_NOW]
    return max(known, key=lambda pair: pair[0])[1] if known else None


def _fits(reminder: Reminder, told: SpokenTime) -> bool:
    moment = reminder.moment
    if told.days and set(told.days) != set(moment.days):
        return False
    if told.day and not (moment.at.date() == told.day or told.day.weekday() in moment.days):
        return False
    if told.clock is None:
        return told.part is None or _late(told.part) == _late(part_of(moment.at.hour))
    at, said = moment.at.time(), clock_of(told)
    same_half = told.part is not None or said.hour >= HALF_A_DAY
    return at == said if same_half else at in (said, said.replace(hour=said.hour + HALF_A_DAY))


def _late(part: DayPart) -> DayPart:
    """The part of the day, where the night is the evening: many say either."""
    return DayPart.EVENING if part is DayPart.NIGHT else part
