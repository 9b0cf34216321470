"""Runs told by voice: in one sentence, over several, or out of the blue."""

from dataclasses import replace

from skill.conversation.shoes.correcting import ChangeOlderRun
from skill.conversation.shoes.run_changes import known_run
from skill.conversation.shoes.run_draft import RunDraft, new_draft
from skill.conversation.shoes.runs import DraftQuestion, HowFar, LogIt, WhichDay, go_on_with, tell, with_told
from skill.conversation.turn.reply import Outcome
from skill.conversation.turn.talk import Talk
from skill.conversation.turn.turn import Slot
from skill.shoes.days import Day
from skill.shoes.distance import NO_DISTANCE, SpokenDistance
from skill.shoes.run import RunKind


def tell_run(
    talk: Talk,
    distance: SpokenDistance,
    day: Day | None,
    kind: RunKind | None,
    heard: Slot | None,
    *,
    timed: bool = False,
) -> Outcome:
    """Log a run as it was told, or ask for what is missing; what was told before the question stays.

    Args:
        talk: the turn.
        distance: how far it was, as it was said.
        day: on which day; None for today.
        kind: what it was for; None where it was not told.
        heard: the pair; None where none was named.
        timed: whether it was told how long it took.
    """
    told_before = _draft_told_before(talk, distance) or new_draft(talk)
    draft = replace(told_before, kind=kind or told_before.kind, heard=heard or told_before.heard, timed=timed)
    return tell(talk, draft, distance, day)


def offer_run(talk: Talk, distance: SpokenDistance, day: Day | None) -> Outcome:
    """A distance came out of the blue: ask whether it is that of the run just told, else a run of its own."""
    draft = with_told(talk, new_draft(talk), distance, day)
    if draft.metres is None or draft.day is None:
        return go_on_with(talk, draft)
    told = known_run(talk, talk.run_told)
    if told and told.metres != draft.metres and day is None:
        return talk.ask(ChangeOlderRun(told.id, metres=draft.metres))
    return talk.ask(LogIt(draft=draft))


def _draft_told_before(talk: Talk, distance: SpokenDistance) -> RunDraft | None:
    """The draft that more is told of; a distance tells of another run, unless it was asked for."""
    if isinstance(talk.asked, HowFar | WhichDay):
        return talk.asked.draft
    drafts = (one.draft for one in talk.open_questions if isinstance(one, DraftQuestion))
    return next(drafts, None) if distance == NO_DISTANCE else None
