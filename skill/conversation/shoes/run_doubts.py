"""What speaks against logging a run as it was told: each doubt is asked about, in this order."""

from datetime import timedelta
from typing import Self

from skill.conversation.shoes.logging_runs import (
    Doubt,
    HowFar,
    WaitingRun,
    WhichDay,
    go_on_with,
)
from skill.conversation.shoes.replies import say_about_shoes
from skill.conversation.shoes.run_draft import RunDraft, with_day
from skill.conversation.shoes.shoe_words import exact_distance
from skill.conversation.turn.reply import Outcome
from skill.conversation.turn.talk import Talk
from skill.conversation.turn.turn import Slot
from skill.shoes.days import WEEK, Day
from skill.shoes.limits import is_surprising
from skill.shoes.pace import distance_at, usual_pace
from skill.shoes.run import RunKind
from skill.speech.dates import day_in_words
from skill.speech.numbers import duration_in_words
from skill.value import replace


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


class DayDoubt(Doubt, WaitingRun):
    """A doubt about the day of a run that is whole: it waits where another run is told."""


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
        day = self.draft.day - WEEK if self.draft.day else None
        return go_on_with(talk, replace(self.draft, day=day), others_wait=True)

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
        return go_on_with(talk, replace(self.draft, dated_ahead=False), others_wait=True)

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


def _then_how_far(talk: Talk, draft: RunDraft) -> Outcome:
    """Ask for the distance of a run that was another than was thought."""
    unknown = replace(draft, metres=None, sure=True)
    return talk.ask(HowFar(draft=unknown), talk.line("shoes.log.then_how_far"))
