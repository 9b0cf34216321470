"""A reminder whose time is certain: set, or the runner's leave asked for, and said what became of it.

Amazon wants leave for a skill's reminders at all, given once, and each reminder wished for by itself; and the
runner told what is set ("Alexa Reminders Guidelines for Usage"). Alexa asks for the leave in her own words;
meanwhile the reminder travels with the question, and nothing of it is kept here.
"""

from datetime import datetime

from skill.conversation.reminders.elsewhere import in_trouble, not_allowed, not_set_here, words_for_alexa
from skill.conversation.reminders.moments import is_to_come
from skill.conversation.reminders.reminder_changes import ReminderSet, set_once
from skill.conversation.reminders.reminder_words import STRETCH, TASKS, local_now, moment_in_words, text_of
from skill.conversation.reminders.time_questions import settle
from skill.conversation.turn.invitations import AnythingElse
from skill.conversation.turn.reminder_service import Moment, ReminderError
from skill.conversation.turn.reply import Outcome
from skill.conversation.turn.spoken_time import SpokenTime
from skill.conversation.turn.talk import Talk


def set_or_ask_leave(talk: Talk, task: str, moment: Moment, *, asked_before: bool = False) -> Outcome:
    """Set a reminder; where leave is missing, let Alexa ask for it, once.

    Args:
        talk: the turn.
        task: what for, one of `TASKS`.
        moment: when.
        asked_before: whether leave was asked for just now.
    """
    settle(talk)
    service, text = talk.turn.reminders, text_of(talk, task)
    if service is None:
        return not_set_here(talk, task, _spoken(moment))
    try:
        reminder, new = set_once(talk, service, text, moment)
        if new:
            talk.changed(ReminderSet(reminder.token, text, moment))
    except ReminderError as error:
        if not_allowed(error) and not asked_before:
            talk.consent = _written(task, moment)
            return talk.end(talk.line("reminders.ask_leave"))
        return in_trouble(talk, error)
    values = {"task": talk.line(f"reminders.task.{task}"), "when": moment_in_words(talk, moment)}
    return talk.say(talk.line("reminders.set", **values), invitation=AnythingElse())


def after_leave(talk: Talk, wish: str, *, given: bool, card_sent: bool) -> Outcome:
    """Go on with the reminder for which Alexa has asked leave.

    Args:
        talk: the turn.
        wish: the reminder, as it went out with the question; anything at all is survived.
        given: whether the runner gave leave.
        card_sent: whether Alexa has sent the card that leads to the setting.
    """
    task, moment = _read(wish)
    if not given:
        talk.consent_card = not card_sent
        words = words_for_alexa(talk, task, _spoken(moment))
        return talk.say(talk.line("reminders.no_leave", words=words), invitation=AnythingElse())
    if moment is None or not is_to_come(moment, local_now(talk)):
        return talk.say(talk.line("reminders.say_again"), invitation=AnythingElse())
    return set_or_ask_leave(talk, task, moment, asked_before=True)


def _spoken(moment: Moment | None) -> SpokenTime:
    return SpokenTime(moment.at.date(), clock=moment.at.time(), days=moment.days) if moment else SpokenTime()


def _written(task: str, moment: Moment) -> str:
    """A wish as a few words: "stretch 2026-11-23T08:00", and behind it the days of the week, if any."""
    return " ".join((task, moment.at.isoformat(timespec="minutes"), ",".join(map(str, moment.days)))).strip()


def _read(wish: str) -> tuple[str, Moment | None]:
    """The wish of those words; None for a time that came back broken."""
    task, _, rest = wish.partition(" ")
    at, _, days = rest.partition(" ")
    task = task if task in TASKS else STRETCH
    try:
        return task, Moment(
            datetime.fromisoformat(at).replace(tzinfo=None), tuple(int(day) for day in days.split(",") if day)
        )
    except ValueError:
        return task, None
