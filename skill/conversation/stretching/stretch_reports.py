"""What the runner asks about the log of practices: when, how often, how much, and what was left out."""

from collections.abc import Sequence
from datetime import date, datetime

from skill.coach.ledger import Held, of_side
from skill.coach.stretch_habits import practices_between
from skill.coach.stretch_log import Practice, Sum, recounted
from skill.content.exercise import RoutineName, Side
from skill.conversation.memory.stretch_pages import STRETCHES
from skill.conversation.stretching.exercise_names import exercise_name, exercise_names
from skill.conversation.stretching.practice_words import practice_in_words, when_in_words
from skill.conversation.turn.invitations import AnythingElse
from skill.conversation.turn.reply import Outcome
from skill.conversation.turn.talk import Talk
from skill.shoes.days import Day, latest
from skill.shoes.periods import Period, days_of, months_of
from skill.speech.dates import on_day_in_words
from skill.speech.numbers import duration_in_words
from skill.value import Value


class Asked(Value):
    """What a question about the log is about.

    Attributes:
        day: a single day; None where none was named.
        period: a span of days; None where none was named.
        exercise: its id; None for any.
        routine: None for any.
    """

    day: Day | None = None
    period: Period | None = None
    exercise: str | None = None
    routine: RoutineName | None = None

    def fits(self, practice: Practice) -> bool:
        """Whether the practice is of the exercise or the routine that was named."""
        if self.exercise:
            return self.exercise in practice.done
        return self.routine is None or practice.routine is self.routine

    def times(self, sum_: Sum) -> int:
        """How many of the practices of a sum fit."""
        if self.exercise:
            return sum_.done.get(self.exercise, 0)
        return sum(count for name, count in sum_.times.items() if self.routine in (None, name))


class AnotherTime(AnythingElse, kw_only=True, name="another-time"):
    """Whether there is more; "and yesterday?" asks the same of another time.

    Attributes:
        exercise_asked: its id; None for any.
        routine_asked: None for any.
    """

    exercise_asked: str | None = None
    routine_asked: RoutineName | None = None

    def day(self, talk: Talk, day: Day) -> Outcome:
        """The same of another day."""
        return how_often(talk, Asked(day=day, exercise=self.exercise_asked, routine=self.routine_asked))

    def period(self, talk: Talk, period: Period) -> Outcome:
        """The same of another span of days."""
        return how_often(talk, Asked(period=period, exercise=self.exercise_asked, routine=self.routine_asked))


def how_often(talk: Talk, asked: Asked) -> Outcome:
    """Whether and how often something was done, this week where no time was named, and when it was last."""
    span = _span(talk, asked)
    count = asked.times(span.sum)
    last = next((one for one in talk.stretches.recent if asked.fits(one)), None)
    if not count:
        return _say(talk, asked, _none_in(talk, span, asked, last))
    times = talk.line("stretch_log.times", count=count)
    if span.is_day:
        (done, *_) = [one for one in span.practices if asked.fits(one)]
        did = practice_in_words(talk, done)
        return _say(talk, asked, talk.line("stretch_log.on_that_day", times=times, when=span.when, what=did))
    latest_time = when_in_words(talk, last.at, span.local) if last else ""
    line = "stretch_log.in_period" if last else "stretch_log.in_period_before"
    return _say(talk, asked, talk.line(line, times=times, when=span.when, last=latest_time).strip())


def last_time(talk: Talk, asked: Asked) -> Outcome:
    """When something was done last, and what it was; of a time that was named, what was done then."""
    span = _span(talk, asked)
    named = asked.day is not None or asked.period is not None
    practices = span.practices if named and span.is_day else talk.stretches.recent
    found = next((one for one in practices if asked.fits(one)), None)
    if found is None:
        last = next((one for one in talk.stretches.recent if asked.fits(one)), None)
        return _say(talk, asked, _none_in(talk, span, asked, last) if named else _long_ago(talk, asked))
    when = when_in_words(talk, found.at, span.local)
    time = duration_in_words(talk.phrasebook, found.seconds)
    did = practice_in_words(talk, found)
    return _say(talk, asked, talk.line("stretch_log.last_time", when=when, what=did, time=time))


def what_was_finished(talk: Talk, asked: Asked) -> Outcome:
    """Whether all of the routine was done, else what was left out: on that day, or the last time."""
    span = _span(talk, asked)
    practices = span.practices if asked.day or asked.period else talk.stretches.recent
    found = next((one for one in practices if asked.fits(one)), None)
    if found is None:
        last = next((one for one in talk.stretches.recent if asked.fits(one)), None)
        return _say(talk, asked, _none_in(talk, span, asked, last))
    when = when_in_words(talk, found.at, span.local)
    if not found.left_out:
        return _say(
            talk, asked, talk.line("stretch_log.finished", when=when, what=practice_in_words(talk, found))
        )
    names = exercise_names(talk, (exercise for exercise in found.left_out if exercise in talk.exercises))
    return _say(talk, asked, talk.line("stretch_log.not_finished", when=when, exercises=names))


def time_held(talk: Talk, asked: Asked, side: Side | None) -> Outcome:
    """For how long holds, massages and repetitions lasted, this week where no time was named."""
    span = _span(talk, asked)
    held: Held = {
        part: seconds
        for part, seconds in span.sum.held.items()
        if asked.exercise in (None, part[0]) and _is_of(talk, part[0], asked.routine)
    }
    if not sum(held.values()):
        last = next((one for one in talk.stretches.recent if asked.fits(one)), None)
        return _say(talk, asked, _none_in(talk, span, asked, last))
    if side:
        other = next(one for one in Side if one is not side)
        return _say(
            talk,
            asked,
            talk.line(
                "stretch_log.held_on_side",
                side=talk.line(f"sides.{side}"),
                time=_time(talk, of_side(held, side)),
                other=talk.line(f"sides.{other}"),
                other_time=_time(talk, of_side(held, other)),
                when=span.when,
            ),
        )
    return _say(
        talk, asked, talk.line("stretch_log.held", time=_time(talk, sum(held.values())), when=span.when)
    )


def most_done(talk: Talk) -> Outcome:
    """Which exercise was done most often, and which least."""
    talk.needs(STRETCHES)
    done = {id_: count for id_, count in talk.stretches.told.sums.total.done.items() if id_ in talk.exercises}
    if not done:
        return _say(talk, Asked(), talk.line("stretch_log.never"))
    ranking = sorted(done, key=lambda id_: done[id_], reverse=True)
    most = talk.line("stretch_log.times", count=done[ranking[0]])
    name = exercise_name(talk, ranking[0])
    if len(ranking) == 1:
        return _say(talk, Asked(), talk.line("stretch_log.only_one", exercise=name, times=most))
    least = talk.line("stretch_log.times", count=done[ranking[-1]])
    rarest = exercise_name(talk, ranking[-1])
    return _say(
        talk, Asked(), talk.line("stretch_log.most", exercise=name, times=most, rarest=rarest, least=least)
    )


def what_is_logged(talk: Talk) -> Outcome:
    """Nothing is told to the log: it has what has sounded."""
    return _say(talk, Asked(), talk.line("stretch_log.what_sounds"))


def how_it_is_deleted(talk: Talk) -> Outcome:
    """The log goes with everything else, and not by itself."""
    return _say(talk, Asked(), talk.line("stretch_log.deleted_with_all"))


class _Span(Value):
    """The days that a question is about: what was done in them, and what they are called."""

    local: datetime
    last: date
    practices: Sequence[Practice]
    sum: Sum
    when: str
    is_day: bool

    @property
    def goes_on(self) -> bool:
        """Whether they are not over yet."""
        return self.last >= self.local.date()


def _span(talk: Talk, asked: Asked) -> _Span:
    talk.needs(STRETCHES)
    now = talk.place_settings.read_local_time()
    period = asked.period or Period.THIS_WEEK
    named = asked.day.date if asked.day else None
    months = None if named else months_of(period, now.date())
    if months is not None:
        sum_ = talk.stretches.told.sums.in_months(months)
        return _Span(now, now.date(), (), sum_, talk.line(f"stretch_log.periods.{period}"), is_day=False)
    if named:
        first = last = day = latest(named, now)
        when = on_day_in_words(talk.phrasebook, day, now.date())
    else:
        first, last = days_of(period, now.date())
        when = talk.line(f"stretch_log.periods.{period}")
    practices = practices_between(talk.stretches.recent, first, last, now)
    return _Span(now, last, practices, recounted(practices).total, when, is_day=first == last)


def _none_in(talk: Talk, span: _Span, asked: Asked, last: Practice | None) -> str:
    """That it was not done in that time; what was done instead, or when it was done last."""
    if talk.interrupted and span.goes_on:
        return talk.line("stretch_log.just_begun")
    if span.practices:
        did = practice_in_words(talk, span.practices[0])
        return talk.line("stretch_log.something_else", when=span.when, what=did)
    if last is None:
        return _long_ago(talk, asked)
    when = when_in_words(talk, last.at, span.local)
    return talk.line("stretch_log.not_then", when=span.when, last=when)


def _long_ago(talk: Talk, asked: Asked) -> str:
    """The month of the last time, where the newest practices do not reach so far; or that it never was."""
    months = talk.stretches.told.sums.months
    newest = max((name for name, sum_ in months.items() if asked.times(sum_)), default="")
    if not newest:
        return talk.line("stretch_log.never")
    first = date.fromisoformat(f"{newest}-01")
    return talk.line("stretch_log.in_month", month=talk.phrasebook.all("dates.months")[first.month - 1])


def _is_of(talk: Talk, exercise: str, routine: RoutineName | None) -> bool:
    return routine is None or (exercise in talk.exercises and talk.exercises[exercise].routine is routine)


def _time(talk: Talk, seconds: float) -> str:
    return duration_in_words(talk.phrasebook, seconds)


def _say(talk: Talk, asked: Asked, text: str) -> Outcome:
    another = AnotherTime(exercise_asked=asked.exercise, routine_asked=asked.routine)
    return talk.say(text, invitation=another)
