"""What is changed of reminders, and how it is taken back."""

from abc import abstractmethod

from skill.conversation.reminders.elsewhere import in_trouble, none_kept_here
from skill.conversation.reminders.moments import is_to_come
from skill.conversation.reminders.reminder_words import moment_in_words, reminder_in_words
from skill.conversation.reminders.time_questions import settle
from skill.conversation.turn.change import Change
from skill.conversation.turn.reminder_service import Moment, Reminder, ReminderError, ReminderService
from skill.conversation.turn.reply import Outcome
from skill.conversation.turn.talk import Talk


class ReminderChange(Change):
    """A change of one reminder.

    Attributes:
        token: the reminder's; of one that was cancelled, the one it had.
        text: what it says.
        moment: when it comes, or came.
    """

    token: str
    text: str
    moment: Moment

    def stands(self, talk: Talk) -> bool:
        """Until its time is over; whether Alexa still has it is asked when it is taken back."""
        now = talk.place_settings.known_local_time().replace(tzinfo=None)
        return talk.turn.reminders is not None and is_to_come(self.moment, now)

    def values(self, talk: Talk) -> dict[str, str | int]:
        """The reminder in words."""
        return {"reminder": reminder_in_words(talk, self.text, self.moment)}

    def take_back(self, talk: Talk) -> Outcome:
        """Have Alexa's reminder be as it was."""
        service = talk.turn.reminders
        if service is None:
            return none_kept_here(talk)
        settle(talk)
        try:
            self.undo(talk, service)
        except ReminderError as error:
            return in_trouble(talk, error)
        return talk.say(self.done(talk))

    @abstractmethod
    def undo(self, talk: Talk, service: ReminderService) -> None:
        """What it takes.

        Raises:
            ReminderError: the reminder is as it is.
        """


class ReminderSet(ReminderChange, name="reminder-set"):
    """A reminder was set."""

    def undo(self, talk: Talk, service: ReminderService) -> None:  # noqa: ARG002 - as its like
        """Cancel it."""
        service.cancel(self.token)


class ReminderCancelled(ReminderChange, name="reminder-cancelled"):
    """A reminder was cancelled."""

    def undo(self, talk: Talk, service: ReminderService) -> None:
        """Set it again."""
        set_once(talk, service, self.text, self.moment)


class ReminderMoved(ReminderChange, name="reminder-moved"):
    """A reminder was moved.

    Attributes:
        before: when it came before.
    """

    before: Moment

    def stands(self, talk: Talk) -> bool:
        """While the time that it had is to come; nobody is reminded in the past."""
        now = talk.place_settings.known_local_time().replace(tzinfo=None)
        return super().stands(talk) and is_to_come(self.before, now)

    def values(self, talk: Talk) -> dict[str, str | int]:
        """The reminder, and when it came before."""
        return {**super().values(talk), "before": moment_in_words(talk, self.before)}

    def undo(self, talk: Talk, service: ReminderService) -> None:
        """Move it back."""
        reminder = Reminder(self.token, self.text, self.moment)
        service.move(reminder, self.before, talk.place_settings.read_zone())


def set_once(talk: Talk, service: ReminderService, text: str, moment: Moment) -> tuple[Reminder, bool]:
    """The reminder with that text at that moment, and whether it is new.

    It stands already where it was said twice, or the request was delivered twice.

    Raises:
        ReminderError: it is not set.
    """
    same = [one for one in service.standing() if (one.text, one.moment) == (text, moment)]
    if same:
        return same[0], False
    return service.set(text, moment, talk.place_settings.read_zone()), True
