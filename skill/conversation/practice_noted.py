"""What has sounded of a walkthrough is noted in the log of practices, at each turn that finds more of it."""

from datetime import datetime

from skill.coach.stretch_log import Practice, practice_of
from skill.conversation.memory.stretch_pages import STRETCHES, can_tell, practice_in
from skill.conversation.notebook_pages import walker
from skill.conversation.turn.talk import Talk
from skill.shoes.wear import month_of
from skill.storage.repository import Notebook, UnreadableError


def note_practice(talk: Talk, notebook: Notebook) -> None:
    """Note what has sounded of the talk's walkthrough, where the log does not tell of it yet.

    A walkthrough is known again in the log by its beginning and its voice. So a turn whose write failed is
    made up for by the next, and of two turns that note the same sounds the slower one finds it done.
    """
    walkthrough = talk.walkthrough
    if walkthrough is None or not walkthrough.held or STRETCHES in talk.unreadable:
        return
    voice = walker(talk.turn)
    try:
        before = _practice_before(notebook, walkthrough.begun_at, voice)
    except UnreadableError:
        return
    if before is None and not can_tell(notebook, walkthrough.begun_at):
        return
    month = before.month if before else month_of(talk.place_settings.known_local_time().date())
    id_ = before.id if before else f"{talk.turn.id}-practice"
    practice = practice_of(walkthrough, id_=id_, voice=voice, month=month)
    if practice and practice != before:
        talk.stretches.keep(practice, before)


def _practice_before(notebook: Notebook, begun_at: datetime, voice: str) -> Practice | None:
    """What the log has of the walkthrough that this voice began at this time.

    Raises:
        UnreadableError: it cannot be read.
    """
    at_that_time = (practice_in(entry) for entry in notebook.entries if entry.at == begun_at)
    return next((practice for practice in at_that_time if practice and practice.voice == voice), None)
