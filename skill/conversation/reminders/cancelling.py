"""Cancelling reminders: one, or all of them."""

from collections.abc import Sequence

from skill.conversation.reminders.elsewhere import in_trouble
from skill.conversation.reminders.reminder_changes import ReminderCancelled
from skill.conversation.reminders.reminder_words import reminder_in_words, text_of
from skill.conversation.reminders.time_questions import settle
from skill.conversation.reminders.which_reminder import WhichReminder, meant_by, newest, standing_reminders
from skill.conversation.turn.invitations import AnythingElse
from skill.conversation.turn.reminder_service import Reminder, ReminderError
from skill.conversation.turn.reply import Outcome
from skill.conversation.turn.spoken_time import SpokenTime
from skill.conversation.turn.talk import Talk


class CancelWhichReminder(WhichReminder, name="cancel-which-reminder"):
    """Which reminder is to be cancelled."""

    def use(self, talk: Talk, reminder: Reminder) -> Outcome:
        """Cancel it."""
        return _cancel(talk, [reminder])


def cancel_reminder(
    talk: Talk, told: SpokenTime, *, task: str | None = None, all_of_them: bool = False
) -> Outcome:
    """Cancel the reminder that is meant, and ask which where it may be several.

    Args:
        talk: the turn.
        told: its time, as far as it was said.
        task: what it is for, one of `TASKS`; None where that was not said.
        all_of_them: whether it is every one.
    """
    standing = standing_reminders(talk)
    if not isinstance(standing, tuple):
        return standing
    if all_of_them:
        return _cancel(talk, standing)
    if told or task:
        text = text_of(talk, task) if task else ""
        meant = [one for one in meant_by(standing, told) if text in ("", one.text)]
    else:
        last = newest(talk, standing)
        meant = [last] if last else list(standing)
    if len(meant) == 1:
        return _cancel(talk, meant)
    return talk.ask(CancelWhichReminder(tuple(one.token for one in meant or standing)))


def _cancel(talk: Talk, reminders: Sequence[Reminder]) -> Outcome:
    """Cancel them in order; where Alexa stops doing so, say what is done and what is not."""
    settle(talk)
    service = talk.turn.reminders
    assert service is not None  # noqa: S101 - they were read from it
    done = 0
    try:
        for one in reminders:
            service.cancel(one.token)
            talk.changed(ReminderCancelled(one.token, one.text, one.moment))
            done += 1
    except ReminderError as error:
        return in_trouble(talk, error) if not done else _say_done(talk, "reminders.some_cancelled", done)
    if done > 1:
        return _say_done(talk, "reminders.all_cancelled", done)
    only = reminder_in_words(talk, reminders[0].text, reminders[0].moment)
    return talk.say(talk.line("reminders.cancelled", reminder=only), invitation=AnythingElse())


def _say_done(talk: Talk, line: str, count: int) -> Outcome:
    return talk.say(talk.line(line, count=count), invitation=AnythingElse())
