"""Which run is meant: the one told last, one of a day, or of a length, or in a pair."""

from abc import abstractmethod
from collections.abc import Sequence
from datetime import date, time
from typing import Final

from skill.conversation.shoes.replies import say_about_shoes
from skill.conversation.shoes.run_changes import known_run, run_to_change
from skill.conversation.shoes.shoe_words import exact_distance, pair_in_words
from skill.conversation.shoes.which_pair import meant, vocabulary_of
from skill.conversation.turn.question import OpenQuestion, Question, Wanted
from skill.conversation.turn.reply import Outcome
from skill.conversation.turn.subject import SubjectKind
from skill.conversation.turn.talk import AskInsteadError, Talk
from skill.conversation.turn.turn import Slot
from skill.shoes.days import UNTOLD_HOUR, WEEK, Day, latest, same_part_of_day, weekend_gone_by
from skill.shoes.distance import NO_DISTANCE, SpokenDistance, Unit
from skill.shoes.limits import Refusal, RefusedError
from skill.shoes.names import position_said
from skill.shoes.run import Run
from skill.speech.dates import on_day_in_words
from skill.value import Value, replace

NEAR_ENOUGH: Final = 0.06
"""A run may be named by a distance that is off by such a share of it: "the ten k" of 9.6 km; our figure."""


class NamedRun(Value):
    """By what a run is named; all of it has to fit.

    Attributes:
        day: None where none was said.
        distance: as it was said.
        heard: the pair; None where none was named.
    """

    day: Day | None = None
    distance: SpokenDistance = NO_DISTANCE
    heard: Slot | None = None

    @property
    def by_nothing(self) -> bool:
        """Whether nothing was said by which it may be known."""
        return self == NamedRun()


class AboutRun(Question):
    """A question about one run.

    Attributes:
        run: its id.
    """

    needs_notebook = True
    about_a_run = True

    run: str

    def still_open(self, talk: Talk) -> bool:
        """As long as the run is there."""
        return known_run(talk, self.run) is not None


class WhichRun(OpenQuestion, kw_only=True):
    """Which run is meant of several; what for, each question of this kind says in `use`.

    Attributes:
        runs: ids of those that come into question, in the order they are named.
    """

    wanted = Wanted.PAIR
    needs_notebook = True

    runs: tuple[str, ...] = ()

    @abstractmethod
    def use(self, talk: Talk, run: Run) -> Outcome:
        """The answer to the run."""

    def distance(self, talk: Talk, distance: SpokenDistance, day: Day | None) -> Outcome | None:
        """The run of about that length."""
        metres = talk.place_settings.read_metres(distance)
        if metres is None or day:
            return None
        near = [run for run in self._choices(talk) if abs(run.metres - metres) <= NEAR_ENOUGH * metres]
        return self._take(talk, near)

    def other_distance(self, talk: Talk, distance: SpokenDistance) -> Outcome:  # noqa: ARG002 - it names no run
        """What corrects a distance says of none which one is meant."""
        return talk.ask(self, self.again(talk))

    def named(self, talk: Talk, named: NamedRun) -> Outcome | None:
        """The one that is named so: "the four mile run"; None where none of them is."""
        found = _fitting(talk, self._choices(talk), named)
        return self._take(talk, found) if found else None

    def pair(self, talk: Talk, heard: Slot) -> Outcome:
        """The run in that pair, or at that place in the row."""
        choices = self._choices(talk)
        place = position_said(heard.said, vocabulary_of(talk))
        if place and abs(place) <= len(choices):
            return self.use(talk, choices[place if place < 0 else place - 1])
        shoes = {shoe.id for shoe in meant(talk, heard, talk.shoes.rotation.shoes)}
        return self._take(talk, [run for run in choices if run.shoe in shoes])

    def day(self, talk: Talk, day: Day) -> Outcome | None:
        """The run of that day, or of that part of it; none of them was on any other."""
        on_that_day = [run for run in self._choices(talk) if is_on(talk, run, day)]
        return self._take(talk, _of_part(talk, on_that_day, day.hour)) if on_that_day else None

    def no(self, talk: Talk) -> Outcome:
        """None of them."""
        return say_about_shoes(talk, talk.line("answers.nothing_changed"))

    def again(self, talk: Talk) -> str:
        """The question with the runs; where they are of several days, with those."""
        choices = self._choices(talk)
        days = {run.day for run in choices}
        told = [_named(talk, run, with_day=len(days) > 1) for run in choices]
        today = talk.place_settings.read_local_time().date()
        day = on_day_in_words(talk.phrasebook, min(days), today) if len(days) == 1 else ""
        line = "shoes.correct.which_run" if day else "shoes.correct.which_run_of_days"
        return talk.line(line, runs=talk.phrasebook.join(told), day=day)

    def still_open(self, talk: Talk) -> bool:
        """As long as there are several."""
        return len(self._choices(talk)) > 1

    def _take(self, talk: Talk, found: Sequence[Run]) -> Outcome:
        return self.use(talk, found[0]) if len(found) == 1 else talk.ask(self, self.again(talk))

    def _choices(self, talk: Talk) -> list[Run]:
        return [run for id_ in self.runs if (run := known_run(talk, id_))]


def run_spoken_of(talk: Talk) -> Run | None:
    """The run that the answer before was about, else the one told last in this conversation."""
    subject = talk.subject
    if subject and subject.kind is SubjectKind.RUN:
        return known_run(talk, subject.id)
    return known_run(talk, talk.run_told)


def run_in_question(talk: Talk, named: NamedRun, question: WhichRun) -> Run:
    """The run spoken of last in this conversation, else the newest; where it was named by more, that one.

    Of several on the day that was told, none is taken for the one that is meant, not even the one told last.

    Args:
        talk: the turn.
        named: by what it was named.
        question: asked where several fit.

    Raises:
        RefusedError: there is none, or none that fits.
        AskInsteadError: it is not clear which.
    """
    told, recent = run_spoken_of(talk), talk.shoes.recent.runs
    if named.by_nothing:
        return told or run_to_change(talk, recent[0].id if recent else None)
    if told and named.day is None and _fitting(talk, [told], named):
        return told
    ids = dict.fromkeys([*(run.id for run in recent), *([told.id] if told else [])])
    known = [run for id_ in ids if (run := known_run(talk, id_))]
    fitting = _fitting(talk, known, named)
    if not fitting:
        raise RefusedError(_why_none(talk, named))
    of_one_day = [run for run in fitting if named.day or run.day == fitting[0].day]
    of_one_day = _of_part(talk, of_one_day, named.day.hour if named.day else None)
    if len(of_one_day) == 1:
        return of_one_day[0]
    raise AskInsteadError(replace(question, runs=tuple(run.id for run in reversed(of_one_day))))


def is_on(talk: Talk, run: Run, day: Day) -> bool:
    """Whether the run was on the day, which is one gone by, or on one of the weekend."""
    first, last = _days_gone_by(talk, day) or (None, None)
    return first is not None and last is not None and first <= run.day <= last


def _days_gone_by(talk: Talk, day: Day) -> tuple[date, date] | None:
    """The first and the last day that may be meant; None where it is no day that is counted."""
    now = talk.place_settings.read_local_time()
    if day.date is None:
        return None
    if day.weekend:
        saturday = weekend_gone_by(day.date, now)
        return saturday, saturday + (WEEK / 7)
    meant = latest(day.date, now)
    return (meant - WEEK, meant - WEEK) if meant > now.date() else (meant, meant)


def _fitting(talk: Talk, runs: Sequence[Run], named: NamedRun) -> list[Run]:
    """Those that are named so; by a number alone also in the other unit: "Sunday's sixteen was miles"."""
    metres = talk.place_settings.read_metres(named.distance)
    fitting = [run for run in runs if _fits(talk, run, named, metres)]
    if fitting or named.distance.unit or metres is None:
        return fitting
    unit = Unit.KILOMETRES if talk.place_settings.read_unit() is Unit.MILES else Unit.MILES
    in_other = named.distance.metres(unit)
    return [run for run in runs if in_other and _fits(talk, run, named, float(in_other))]


def _fits(talk: Talk, run: Run, named: NamedRun, metres: float | None) -> bool:
    if named.day and not is_on(talk, run, named.day):
        return False
    if metres is not None and abs(run.metres - metres) > NEAR_ENOUGH * metres:
        return False
    return named.heard is None or run.shoe in {
        shoe.id for shoe in meant(talk, named.heard, talk.shoes.rotation.shoes)
    }


def _of_part(talk: Talk, runs: Sequence[Run], hour: int | None) -> list[Run]:
    """The runs of the part of the day that was told; all where none is known to be of it."""
    zone = talk.place_settings.read_local_time().tzinfo
    times = [(run, run.at.astimezone(zone).time()) for run in runs]
    known = [(run, at.hour) for run, at in times if at != time(UNTOLD_HOUR)]
    return [run for run, at in known if hour is not None and same_part_of_day(at, hour)] or list(runs)


def _why_none(talk: Talk, named: NamedRun) -> Refusal:
    days = _days_gone_by(talk, named.day) if named.day else None
    known_since = talk.shoes.recent.complete_since
    if days and known_since and days[0] < known_since.date():
        return Refusal.RUN_TOO_LONG_AGO
    return Refusal.NO_RUN_THEN if named.day else Refusal.NO_SUCH_RUN


def _named(talk: Talk, run: Run, *, with_day: bool) -> str:
    shoe = talk.shoes.rotation.find(run.shoe)
    text = exact_distance(talk, run.metres)
    if shoe:
        text = talk.line("shoes.correct.run", distance=text, pair=pair_in_words(talk, shoe))
    today = talk.place_settings.read_local_time().date()
    return f"{text} {on_day_in_words(talk.phrasebook, run.day, today)}" if with_day else text
