"""Moving a reminder to another time."""

from skill.conversation.reminders.elsewhere import in_trouble
from skill.conversation.reminders.moments import HALF_A_DAY, Missing, moment_of
from skill.conversation.reminders.reminder_changes import ReminderMoved
from skill.conversation.reminders.reminder_words import local_now, moment_in_words
from skill.conversation.reminders.time_questions import TimeQuestion, settle
from skill.conversation.reminders.which_reminder import WhichReminder, meant_by, newest, standing_reminders
from skill.conversation.turn.invitations import AnythingElse
from skill.conversation.turn.question import OpenQuestion
from skill.conversation.turn.reminder_service import Moment, Reminder, ReminderError
from skill.conversation.turn.reply import Outcome
from skill.conversation.turn.spoken_time import SpokenTime
from skill.conversation.turn.talk import Talk
from skill.value import replace


class MoveWhichReminder(WhichReminder, name="move-which-reminder"):
    """Which reminder is to be moved.

    Attributes:
        to: where to.
    """

    to: SpokenTime

    def use(self, talk: Talk, reminder: Reminder) -> Outcome:
        """Move it."""
        return _move(talk, reminder, self.to)


class MoveToWhen(TimeQuestion, OpenQuestion, name="move-to-when"):
    """To which time a reminder is to be moved.

    Attributes:
        token: the reminder's.
    """

    token: str

    def time(self, talk: Talk, told: SpokenTime) -> Outcome:
        """Move it there."""
        standing = standing_reminders(talk)
        if not isinstance(standing, tuple):
            return standing
        found = [one for one in standing if one.token == self.token]
        if not found:
            return talk.say(talk.line("reminders.trouble.gone"), invitation=AnythingElse())
        return _move(talk, found[0], told)


def move_reminder(talk: Talk, to: SpokenTime, which: SpokenTime) -> Outcome:
    """Move the reminder that is meant: the one at a time that was named, else the newest, else the only one.

    Args:
        talk: the turn.
        to: where to.
        which: the time that it has, as far as it was said.
    """
    standing = standing_reminders(talk)
    if not isinstance(standing, tuple):
        return standing
    if which:
        meant = meant_by(standing, which)
    else:
        last = newest(talk, standing)
        meant = [last] if last else list(standing)
    if len(meant) != 1:
        return talk.ask(MoveWhichReminder(tuple(one.token for one in meant or standing), to))
    return _move(talk, meant[0], to)


def _move(talk: Talk, reminder: Reminder, to: SpokenTime) -> Outcome:
    moment = _moved(talk, reminder.moment, to)
    if isinstance(moment, Missing):
        return talk.ask(MoveToWhen(reminder.token), talk.line(_ASKED.get(moment, "questions.move-to-when")))
    settle(talk)
    service = talk.turn.reminders
    assert service is not None  # noqa: S101 - it was read from it
    try:
        if moment != reminder.moment:
            moved = service.move(reminder, moment, talk.place_settings.read_zone())
            talk.changed(ReminderMoved(moved.token, reminder.text, moment, reminder.moment))
    except ReminderError as error:
        return in_trouble(talk, error)
    when = moment_in_words(talk, moment)
    return talk.say(talk.line("reminders.moved", when=when), invitation=AnythingElse())


_ASKED = {Missing.GONE: "reminders.gone_when"}


def _moved(talk: Talk, moment: Moment, to: SpokenTime) -> Moment | Missing:
    """Where it comes then: what was not said of it stays as it was.

    "To nine" of a reminder in the evening is nine in the evening.
    """
    now = local_now(talk)
    if to.seconds is not None:
        return moment_of(to, now)
    if not to:
        return Missing.WHEN
    told = SpokenTime(moment.at.date(), clock=moment.at.time(), days=moment.days).with_more(to)
    said = to.clock
    if said and to.part is None and said.hour < HALF_A_DAY <= moment.at.hour:
        told = replace(told, clock=said.replace(hour=said.hour + HALF_A_DAY))
    return moment_of(replace(told, day=None) if told.days else told, now)
