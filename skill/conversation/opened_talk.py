"""Opens a talk: what was kept of the runner, and what the session carried, as a turn finds them."""

import logging
from collections.abc import Mapping
from random import Random
from typing import Any

from skill.coach.stretch_log import Practice
from skill.content.exercise import Exercise
from skill.conversation.follow_up import left_to_ask
from skill.conversation.memory.profile_pages import PROFILE
from skill.conversation.memory.run_entries import complete_since, recent_runs_of
from skill.conversation.memory.shoe_pages import SHOES
from skill.conversation.memory.stretch_pages import practices_of
from skill.conversation.memory.walkthrough_pages import walkthrough_of
from skill.conversation.notebook_pages import KeptPages
from skill.conversation.practice_noted import note_practice
from skill.conversation.stretching.at_hand import lapse
from skill.conversation.turn.imports_in_turn import ImportsInTurn
from skill.conversation.turn.interruption import stop_walkthrough
from skill.conversation.turn.open_questions import recall_questions
from skill.conversation.turn.pair_fact import PairFact
from skill.conversation.turn.place_settings import PlaceSettings
from skill.conversation.turn.shoes_in_turn import ShoesInTurn
from skill.conversation.turn.stretches_in_turn import StretchesInTurn
from skill.conversation.turn.subject import Subject
from skill.conversation.turn.talk import Talk
from skill.conversation.turn.turn import Turn
from skill.shoes.own_life import settled
from skill.shoes.run import RecentRuns
from skill.speech.phrasebook import Phrasebook
from skill.storage.repository import Notebook

logger = logging.getLogger("foot_coach")


def opened_talk(
    turn: Turn, notebook: Notebook, page: str, exercises: Mapping[str, Exercise], random: Random
) -> Talk:
    """The talk as the turn finds it, a routine that was sounding stopped at the place it has reached.

    Args:
        turn: the turn.
        notebook: what is kept of the runner.
        page: the name of the page on which the walkthrough of whoever speaks is kept.
        exercises: the article's, by id.
        random: where chance decides.
    """
    kept = KeptPages.of(notebook)
    stored = notebook.pages.get(page)
    found = [
        walkthrough
        for body in (stored and stored.body, turn.attributes.get("walkthrough"))
        if isinstance(body, Mapping) and (walkthrough := walkthrough_of(body, exercises))
    ]
    as_found = max(found, key=lambda walkthrough: walkthrough.touched_at, default=None)
    talk = Talk(
        turn,
        phrasebook=Phrasebook.of(turn.language, random),
        exercises=exercises,
        random=random,
        profile=kept.profile,
        shoes=ShoesInTurn(
            settled(kept.shoes.rotation),
            lambda: _recent_runs(notebook),
            pair_asked_for=kept.shoes.pair_asked_for,
            taken=kept.shoes.taken,
            check_up=kept.shoes.check_up,
            left=kept.shoes.left,
            readable=SHOES not in kept.unreadable,
        ),
        place_settings=PlaceSettings(turn, kept.shoes.local_settings),
        imports=ImportsInTurn(kept.imports, notebook.entries, complete_since(notebook)),
        stretches=StretchesInTurn(kept.stretches, lambda: _recent_practices(notebook)),
        unreadable=kept.unreadable,
        as_found=as_found,
        run_told=_text(turn.attributes.get("run")),
        moved_on=turn.attributes.get("moved_on") is True,
        changed_before=turn.attributes.get("changed") is True,
        pair_told=_text(turn.attributes.get("pair")),
        fact_told=PairFact.read(turn.attributes.get("fact")),
        subject=Subject.read(turn.attributes.get("subject")),
        left_to_ask=left_to_ask,
    )
    if PROFILE in talk.unreadable and not turn.attributes.get("told_unreadable"):
        talk.notice = talk.line("trouble.coached_as_usual")
    lapse(talk)
    stop_walkthrough(talk)
    talk.shoes.stop_check_up(turn.at)
    note_practice(talk, notebook)
    recall_questions(talk)
    return talk


def _recent_runs(notebook: Notebook) -> RecentRuns:
    """The newest runs, with a line in the log when some of them cannot be read."""
    recent, unreadable = recent_runs_of(notebook)
    if unreadable:
        logger.warning("left out what cannot be read: runs: %d", len(unreadable))
    return recent


def _recent_practices(notebook: Notebook) -> list[Practice]:
    """The newest practices, with a line in the log when some of them cannot be read."""
    recent, unreadable = practices_of(notebook.entries)
    if unreadable:
        logger.warning("left out what cannot be read: practices: %d", len(unreadable))
    return recent


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) else None
