"""What speaks against logging a run as it was told: each doubt is asked about, in this order."""

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Final, Self

from skill.conversation.shoes.logging_runs import (
    Doubt,
    HowFar,
    LogInWhichPair,
    LogIt,
    WhichDay,
    go_on_with,
    tell_of_run,
)
from skill.conversation.shoes.replies import say_about_shoes
from skill.conversation.shoes.run_changes import known_run, run_to_change, runs_logged_since
from skill.conversation.shoes.run_draft import RunDraft, with_day
from skill.conversation.shoes.run_words import run_in_words
from skill.conversation.shoes.runs_come_in import run_that_came_in
from skill.conversation.shoes.shoe_settings import bring_back_in_words
from skill.conversation.shoes.shoe_words import exact_distance, pair_in_words, time_of_run
from skill.conversation.turn.reply import Outcome
from skill.conversation.turn.talk import Talk
from skill.conversation.turn.turn import Slot
from skill.shoes.days import WEEK, Day
from skill.shoes.limits import is_surprising
from skill.shoes.pace import distance_at, usual_pace
from skill.shoes.run import Run, RunKind
from skill.speech.dates import day_in_words
from skill.speech.numbers import duration_in_words

TOLD_TWICE_WITHIN: Final = timedelta(hours=1)
"""Who tells the same run again within it may not know that it was heard; our figure."""


class AtUsualPace(Doubt, name="at-usual-pace"):
    """Whether a run of which the time was told was as long as the runner usually goes in that time."""

    @classmethod
    def about_draft(cls, talk: Talk, draft: RunDraft) -> Self | None:
        """Where the time is all that tells how far it was, and a pace is usual."""
        if draft.metres is not None or draft.seconds is None or draft.sure:
            return None
        usual = usual_pace(talk.shoes.recent.runs)
        metres = distance_at(usual, draft.seconds, talk.place_settings.read_unit()) if usual else 0
        return cls(draft=replace(draft, metres=metres)) if metres else None

    def yes(self, talk: Talk) -> Outcome:
        """It was."""
        return go_on_with(talk, self.draft)

    def no(self, talk: Talk) -> Outcome:
        """Then it was another distance."""
        return _then_how_far(talk, self.draft)

    def again(self, talk: Talk) -> str:
        """The question with the time and the distance."""
        time = duration_in_words(talk.phrasebook, self.draft.seconds or 0)
        distance = exact_distance(talk, self.draft.metres or 0)
        return talk.line("shoes.log.at_usual_pace", time=time, distance=distance)

    def pair(self, talk: Talk, heard: Slot) -> Outcome:
        """The pair that was worn; it is asked again whether it was that far."""
        return talk.ask(replace(self, draft=self.draft.worn(heard)))

    def kind(self, talk: Talk, kind: RunKind) -> Outcome:
        """What kind of run it was; as for the pair."""
        return talk.ask(replace(self, draft=replace(self.draft, kind=kind)))

    def day(self, talk: Talk, day: Day) -> Outcome | None:
        """The day; as for the pair."""
        return talk.ask(replace(self, draft=with_day(talk, self.draft, day)))


class DayDoubt(Doubt):
    """A doubt about the day of a run that is whole: it waits where another run is told."""

    def is_of_another_run(self, metres: int | None) -> bool:
        """Whether it is of another length."""
        return None not in (metres, self.draft.metres) and metres != self.draft.metres


class LastWeekday(DayDoubt, name="last-weekday"):
    """Whether a run told for tomorrow was on the same day of the week before."""

    @classmethod
    def about_draft(cls, talk: Talk, draft: RunDraft) -> Self | None:
        """Where it was told for tomorrow."""
        tomorrow = talk.place_settings.read_local_time().date() + timedelta(days=1)
        for_tomorrow = draft.metres is not None and draft.day == tomorrow
        return cls(draft=draft) if for_tomorrow else None

    def yes(self, talk: Talk) -> Outcome:
        """It was."""
        return go_on_with(talk, replace(self.draft, day=self.draft.day - WEEK if self.draft.day else None))

    def no(self, talk: Talk) -> Outcome:
        """Then it is still to come."""
        return say_about_shoes(talk, talk.line("shoes.log.not_tomorrow"))

    def again(self, talk: Talk) -> str:
        """The question with the name of the day."""
        weekday = self.draft.day.weekday() if self.draft.day else 0
        return talk.line("shoes.log.tomorrow", weekday=talk.phrasebook.all("dates.weekdays")[weekday])


class ThatDay(DayDoubt, name="that-day"):
    """Whether a run was on the day gone by that its date may mean."""

    @classmethod
    def about_draft(cls, _talk: Talk, draft: RunDraft) -> Self | None:
        """Where it was told by a date to come."""
        return cls(draft=draft) if draft.dated_ahead and draft.metres else None

    def yes(self, talk: Talk) -> Outcome:
        """It was."""
        return go_on_with(talk, replace(self.draft, dated_ahead=False))

    def day(self, talk: Talk, day: Day) -> Outcome | None:
        """The day it was instead; one to come may be one that shoes are wanted for, so it is asked about."""
        answer = super().day(talk, day)
        if answer:
            return answer
        draft = with_day(talk, self.draft, day)
        is_over = draft.day is not None and draft.day < talk.place_settings.read_local_time().date()
        return talk.ask(replace(self, draft=replace(draft, dated_ahead=False))) if is_over else None

    def no(self, talk: Talk) -> Outcome:
        """Then it was on another."""
        return talk.ask(WhichDay(draft=replace(self.draft, day=None)))

    def again(self, talk: Talk) -> str:
        """The question with the day."""
        today = talk.place_settings.read_local_time().date()
        day = day_in_words(talk.phrasebook, self.draft.day or today, today)
        return talk.line(self.line, distance=exact_distance(talk, self.draft.metres or 0), day=day)


class ReallyThatFar(Doubt, name="really-that-far"):
    """Whether a surprising distance is right."""

    @classmethod
    def about_draft(cls, _talk: Talk, draft: RunDraft) -> Self | None:
        """Where it is further than a marathon by far, or not half a lap."""
        surprising = draft.metres is not None and is_surprising(draft.metres)
        return cls(draft=draft) if surprising and not draft.sure else None

    def yes(self, talk: Talk) -> Outcome:
        """It is."""
        return go_on_with(talk, replace(self.draft, sure=True))

    def no(self, talk: Talk) -> Outcome:
        """Then it was another."""
        return _then_how_far(talk, self.draft)

    def again(self, talk: Talk) -> str:
        """The question with the distance."""
        return talk.line("shoes.log.surprising", distance=exact_distance(talk, self.draft.metres or 0))


class AllInAll(Doubt, name="all-in-all"):
    """Whether repetitions were all of a run, or it was longer with what was run around them."""

    @classmethod
    def about_draft(cls, _talk: Talk, draft: RunDraft) -> Self | None:
        """Where repetitions were told."""
        return cls(draft=replace(draft, worked_out=False)) if draft.worked_out and draft.metres else None

    def yes(self, talk: Talk) -> Outcome:
        """They were all."""
        return go_on_with(talk, self.draft)

    def no(self, talk: Talk) -> Outcome:
        """Then it was longer."""
        return _then_how_far(talk, self.draft)

    def again(self, talk: Talk) -> str:
        """The question with the sum."""
        return talk.line(self.line, distance=exact_distance(talk, self.draft.metres or 0))


@dataclass(frozen=True, kw_only=True)
class InRetiredPair(Doubt, name="in-retired-pair"):
    """Whether a run was in a pair that was retired by then: a yes brings the pair back.

    Attributes:
        shoe: the pair's id.
    """

    shoe: str

    @classmethod
    def about_run(cls, talk: Talk, draft: RunDraft, run: Run) -> Self | None:
        """Where the pair was retired before the run."""
        shoe = talk.shoes.rotation.find(run.shoe)
        retired = shoe is not None and shoe.retired_at is not None and run.at >= shoe.retired_at
        return cls(draft=draft, shoe=shoe.id) if shoe and retired else None

    def yes(self, talk: Talk) -> Outcome:
        """It was."""
        shoe = talk.shoes.rotation.find(self.shoe)
        if shoe and not shoe.active:
            talk.notice = talk.noticed(bring_back_in_words(talk, shoe))
        return go_on_with(talk, self.draft)

    def no(self, talk: Talk) -> Outcome:
        """The run is not lost: it was in another pair, or is logged in none."""
        others = tuple(shoe.id for shoe in talk.shoes.rotation.active)
        draft = replace(self.draft, heard=None)
        if others:
            return talk.ask(LogInWhichPair(draft=draft, choices=others))
        return talk.ask(LogIt(draft=replace(draft, in_no_pair=True)))

    def again(self, talk: Talk) -> str:
        """The question with the pair and the distance."""
        shoe = talk.shoes.rotation.find(self.shoe)
        pair = pair_in_words(talk, shoe) if shoe else ""
        return talk.line(self.line, pair=pair, distance=exact_distance(talk, self.draft.metres or 0))

    def still_open(self, talk: Talk) -> bool:
        """As long as the pair is there."""
        return super().still_open(talk) and talk.shoes.rotation.find(self.shoe) is not None


@dataclass(frozen=True, kw_only=True)
class OfTheLog(Doubt):
    """Whether a run is one that is in the log already.

    Attributes:
        run: the id of that one.
    """

    run: str

    def no(self, talk: Talk) -> Outcome:
        """It is another one."""
        return go_on_with(talk, replace(self.draft, another=True))

    def never_mind(self, talk: Talk) -> Outcome:
        """Nothing is logged."""
        return say_about_shoes(talk, talk.line("shoes.log.nothing_logged"))

    def still_open(self, talk: Talk) -> bool:
        """As long as both are there."""
        return super().still_open(talk) and known_run(talk, self.run) is not None


@dataclass(frozen=True, kw_only=True)
class SameRun(OfTheLog, name="same-run"):
    """Whether a run is one that came in already."""

    no_writes = True

    @classmethod
    def about_run(cls, talk: Talk, draft: RunDraft, run: Run) -> Self | None:
        """Where one came in of that day, about as far."""
        came_in = None if draft.another else run_that_came_in(talk, run)
        return cls(draft=draft, run=came_in.id) if came_in else None

    def yes(self, talk: Talk) -> Outcome:
        """It is: what was told of it is kept with it."""
        return tell_of_run(talk, run_to_change(talk, self.run), self.draft)

    def again(self, talk: Talk) -> str:
        """The question with the run that came in."""
        run = run_to_change(talk, self.run)
        distance, day = exact_distance(talk, run.metres), time_of_run(talk, run.at)
        return talk.line("shoes.log.same_run", distance=distance, day=day)


@dataclass(frozen=True, kw_only=True)
class ToldTwice(OfTheLog, name="told-twice"):
    """Whether a run was told a second time on purpose: a yes logs another."""

    @classmethod
    def about_run(cls, talk: Talk, draft: RunDraft, run: Run) -> Self | None:
        """Where one like it was told within the hour, or is in the log in the same pair."""
        same = None if draft.another else run_told_before(talk, run)
        return cls(draft=draft, run=same.id) if same else None

    def yes(self, talk: Talk) -> Outcome:
        """It is another one."""
        return super().no(talk)

    def no(self, talk: Talk) -> Outcome:
        """It is the same: nothing more is logged."""
        talk.run_told = self.run
        return say_about_shoes(talk, talk.line("shoes.log.once_only"))

    def again(self, talk: Talk) -> str:
        """The question with the run."""
        return talk.line(self.line, **run_in_words(talk, run_to_change(talk, self.run)))


def run_told_before(talk: Talk, run: Run) -> Run | None:
    """The run of the log that may be this one, told twice; None where there is none.

    As far on the same day in the same pair is the same run; where a pair is not known, only if it was told
    just now.
    """
    lately = runs_logged_since(talk, talk.turn.at - TOLD_TWICE_WITHIN)
    told = (one for one in lately if len({one.shoe, run.shoe} - {None}) <= 1)
    in_same_pair = (one for one in talk.shoes.recent.runs if one.shoe and one.shoe == run.shoe)
    others = (one for one in (*told, *in_same_pair) if one.id != run.id)  # delivered again, it is the same
    of_that_day = (one for one in others if one.day == run.day)
    return next((one for one in of_that_day if one.metres == run.metres), None)


def _then_how_far(talk: Talk, draft: RunDraft) -> Outcome:
    """Ask for the distance of a run that was another than was thought."""
    unknown = replace(draft, metres=None, sure=True)
    return talk.ask(HowFar(draft=unknown), talk.line("shoes.log.then_how_far"))
