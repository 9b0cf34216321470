"""What in the log speaks against logging a run as told: its pair is retired, or it is in there already."""

from datetime import timedelta
from typing import Final, Self

from skill.conversation.shoes.logging_runs import (
    Doubt,
    LogInWhichPair,
    LogIt,
    go_on_with,
    tell_of_run,
)
from skill.conversation.shoes.replies import say_about_shoes
from skill.conversation.shoes.run_changes import known_run, run_to_change, runs_logged_since
from skill.conversation.shoes.run_draft import RunDraft
from skill.conversation.shoes.run_words import run_in_words
from skill.conversation.shoes.runs_come_in import run_that_came_in
from skill.conversation.shoes.shoe_settings import bring_back_in_words
from skill.conversation.shoes.shoe_words import exact_distance, pair_in_words, time_of_run
from skill.conversation.turn.reply import Outcome
from skill.conversation.turn.talk import Talk
from skill.shoes.run import Run
from skill.value import replace

TOLD_TWICE_WITHIN: Final = timedelta(hours=1)
"""Who tells the same run again within it may not know that it was heard; our figure."""


class InRetiredPair(Doubt, kw_only=True, name="in-retired-pair"):
    """Whether a run was in a pair that was retired by then: a yes brings the pair back.

    Attributes:
        shoe: the pair's id.
    """

    shoe: str

    @classmethod
    def about_run(cls, talk: Talk, draft: RunDraft, run: Run) -> Self | None:
        """Where the pair was retired before the run."""
        shoe = talk.shoes.rotation.find(run.shoe)
        return cls(draft=draft, shoe=shoe.id) if shoe and shoe.was_retired_by(run.at) else None

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


class OfTheLog(Doubt, kw_only=True):
    """Whether a run is one that is in the log already.

    Attributes:
        run: the id of that one.
    """

    run: str

    def no(self, talk: Talk) -> Outcome:
        """It is another one."""
        return go_on_with(talk, replace(self.draft, another=True))

    def still_open(self, talk: Talk) -> bool:
        """As long as both are there."""
        return super().still_open(talk) and known_run(talk, self.run) is not None


class SameRun(OfTheLog, kw_only=True, name="same-run"):
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


class ToldTwice(OfTheLog, kw_only=True, name="told-twice"):
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
