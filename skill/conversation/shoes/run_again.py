"""The same run once more: "same again as Wednesday"."""

from skill.conversation.shoes.logging_runs import DraftQuestion, go_on_with
from skill.conversation.shoes.replies import say_about_shoes
from skill.conversation.shoes.run_changes import known_run
from skill.conversation.shoes.run_draft import RunDraft, new_draft, with_day
from skill.conversation.shoes.shoe_words import day_of_run, exact_distance, pair_in_words
from skill.conversation.shoes.which_pair import meant, slot_of
from skill.conversation.shoes.which_run import is_on
from skill.conversation.turn.reply import Outcome
from skill.conversation.turn.talk import Talk
from skill.conversation.turn.turn import Slot
from skill.shoes.days import Day
from skill.shoes.run import Run
from skill.value import replace


class LogAgain(DraftQuestion, kw_only=True, name="log-again"):
    """Whether a run like one of before is to be logged."""

    draft: RunDraft

    def yes(self, talk: Talk) -> Outcome:
        """It is; that it is like another is no doubt about it."""
        return go_on_with(talk, replace(self.draft, sure=True, another=True))

    def again(self, talk: Talk) -> str:
        """The question with the distance and the pair."""
        heard = self.draft.heard
        known = meant(talk, heard, talk.shoes.rotation.active) if heard else ()
        shoe = known[0] if len(known) == 1 else None
        distance = exact_distance(talk, self.draft.metres or 0) + day_of_run(talk, self.draft.day)
        if shoe is None:
            return talk.line("shoes.log.again", distance=distance)
        return talk.line("shoes.log.again_in", distance=distance, pair=pair_in_words(talk, shoe))


def run_again(talk: Talk, day: Day | None, on: Day | None = None, heard: Slot | None = None) -> Outcome:
    """Ask whether to log a run like that of a day, else like the one told or run last.

    Args:
        talk: the turn.
        day: of the run that it was like; None for the last one.
        on: of the run itself; None for today.
        heard: its pair; None for that of the run before.
    """
    before = _run_of(talk, day)
    if before is None:
        return say_about_shoes(talk, talk.line("shoes.log.none_to_repeat"))
    draft = with_day(talk, _like(talk, before), on)
    return talk.ask(LogAgain(draft=draft.worn(heard) if heard else draft))


def _run_of(talk: Talk, day: Day | None) -> Run | None:
    recent = talk.shoes.recent.runs
    if day:
        return next((run for run in recent if is_on(talk, run, day)), None)
    return known_run(talk, talk.run_told) or next(iter(recent), None)


def _like(talk: Talk, before: Run) -> RunDraft:
    """A run of today as long as the one before, of its kind, in its pair if that is still worn."""
    shoe = talk.shoes.rotation.find(before.shoe)
    worn = slot_of(shoe) if shoe and shoe.retired_at is None else None
    return replace(new_draft(talk), metres=before.metres, kind=before.kind, heard=worn)
