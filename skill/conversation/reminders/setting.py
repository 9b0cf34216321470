"""Setting a reminder: what is missing of its time is asked for."""

from skill.conversation.reminders.elsewhere import not_set_here
from skill.conversation.reminders.leave import set_or_ask_leave
from skill.conversation.reminders.moments import DAY, HALF_A_DAY, Missing, clock_of, moment_of
from skill.conversation.reminders.reminder_words import STRETCH, clock_in_words, day_in_words, local_now
from skill.conversation.reminders.time_questions import TimeQuestion
from skill.conversation.turn.invitations import AnythingElse
from skill.conversation.turn.open_questions import answer_of
from skill.conversation.turn.question import AskedOnceMore, OpenQuestion
from skill.conversation.turn.reminder_service import Moment
from skill.conversation.turn.reply import Outcome
from skill.conversation.turn.spoken_time import DayPart, SpokenTime
from skill.conversation.turn.talk import Talk
from skill.value import replace


def remind_me(talk: Talk, task: str | None, told: SpokenTime, *, after_run: bool = False) -> Outcome:
    """Set a reminder, or ask for what is missing.

    Args:
        talk: the turn.
        task: what for, one of `TASKS`; None where none was named: it answers a question for a time, else
            it is the stretches.
        told: when.
        after_run: whether it was to be after a run, whose end nobody here hears of.
    """
    if task is None and told:
        answer = answer_of(talk, lambda question: question.time(talk, told))
        if answer:
            return answer
    return set_reminder(talk, task or STRETCH, told, after_run=after_run)


def set_reminder(talk: Talk, task: str, told: SpokenTime, *, after_run: bool = False) -> Outcome:
    """Set a reminder of this for then; ask where the time is not certain."""
    if talk.turn.reminders is None:
        return not_set_here(talk, task, told)
    zone = talk.place_settings.read_zone()
    moment = moment_of(told, local_now(talk), knows_today=zone is not None or talk.turn.device.ask is None)
    if isinstance(moment, Moment):
        return set_or_ask_leave(talk, task, moment)
    if moment is Missing.HALF:
        return talk.ask(ReminderHalf(task, told))
    if moment is Missing.GONE and told.day == local_now(talk).date():
        return talk.ask(ReminderTomorrow(task, told))
    if moment is Missing.GONE:
        return talk.ask(ReminderWhen(task, replace(told, day=None)), talk.line("reminders.gone_which_day"))
    return talk.ask(ReminderWhen(task, told, moment, after_run=after_run))


class ReminderWish(TimeQuestion, OpenQuestion):
    """A question about a reminder that is wished for.

    Attributes:
        task: what for.
        told: when, as far as it was said.
    """

    task: str
    told: SpokenTime

    def no(self, talk: Talk) -> Outcome:
        """Set none."""
        return talk.say(talk.line("reminders.none_set"), invitation=AnythingElse())

    def time(self, talk: Talk, told: SpokenTime) -> Outcome:
        """The reminder with that."""
        return set_reminder(talk, self.task, self.told.with_more(told))


class ReminderWhen(ReminderWish, name="reminder-when"):
    """When the reminder is to come: the time, the day, or both.

    Attributes:
        missing: what is not known.
        after_run: whether it was to be after a run.
    """

    missing: Missing = Missing.DAY
    after_run: bool = False

    def words(self, talk: Talk) -> str:
        """The question; after a run, with the reason for it."""
        asked = self.again(talk)
        return f"{talk.line('reminders.after_run')} {asked}" if self.after_run else asked

    def again(self, talk: Talk) -> str:
        """The question for what is missing."""
        if self.missing is Missing.TIME and self.told.day:
            return talk.line("reminders.ask.time_on", day=day_in_words(talk, self.told.day))
        return talk.line(f"reminders.ask.{self.missing}")


class ReminderHalf(ReminderWish, name="reminder-half"):
    """Whether the eight o'clock of this evening is meant, or that of tomorrow morning."""

    def time(self, talk: Talk, told: SpokenTime) -> Outcome:
        """That one; a part of the day alone tells the day too."""
        if told.part and told.day is None and told.clock is None and not told.days:
            today = local_now(talk).date()
            told = replace(told, day=today + DAY if told.part is DayPart.MORNING else today)
        elif told.day and told.part is None and told.clock is None:
            tomorrow = told.day > local_now(talk).date()
            told = replace(told, part=DayPart.MORNING if tomorrow else DayPart.EVENING)
        return super().time(talk, told)

    def values(self, talk: Talk) -> dict[str, str | int]:
        """The two times."""
        at = clock_of(self.told)
        later = at.replace(hour=at.hour % HALF_A_DAY + HALF_A_DAY)
        return {"later": clock_in_words(talk, later), "tomorrow": clock_in_words(talk, at)}


class ReminderTomorrow(TimeQuestion, AskedOnceMore, name="reminder-tomorrow"):
    """Whether tomorrow is meant, where the time has gone by today.

    Attributes:
        task: what for.
        told: when, as it was said.
    """

    task: str
    told: SpokenTime

    def yes(self, talk: Talk) -> Outcome:
        """Set it for tomorrow."""
        tomorrow = local_now(talk).date() + DAY
        return set_reminder(talk, self.task, replace(self.told, day=tomorrow))

    def no(self, talk: Talk) -> Outcome:
        """Set none."""
        return talk.say(talk.line("reminders.none_set"), invitation=AnythingElse())

    def time(self, talk: Talk, told: SpokenTime) -> Outcome:
        """Another time."""
        return set_reminder(talk, self.task, self.told.with_more(told))

    def values(self, talk: Talk) -> dict[str, str | int]:
        """The time."""
        return {"clock": clock_in_words(talk, clock_of(self.told))}
