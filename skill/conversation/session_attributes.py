"""What a session carries from one turn to the next."""

from typing import Any

from skill.conversation.memory.profile_pages import PROFILE
from skill.conversation.memory.walkthrough_pages import walkthrough_page
from skill.conversation.notebook_pages import walker
from skill.conversation.turn.open_questions import still_open
from skill.conversation.turn.reply import Reply
from skill.conversation.turn.talk import Talk

LONGEST_REMEMBERED_TEXT = 1500
"""Characters of the last words kept for "say that again"; session attributes travel with every request."""


def session_attributes(talk: Talk, reply: Reply) -> dict[str, Any]:
    """What the session carries to its next turn."""
    turn = talk.turn
    if not reply.text:
        return dict(turn.attributes)
    attributes: dict[str, Any] = {"walker": walker(turn), "said": reply.text[:LONGEST_REMEMBERED_TEXT]}
    if reply.performs:
        attributes["said"] = ""
    if reply.screen:
        attributes["shown"] = turn.id
    questions = still_open(talk, reply.question)
    if questions:
        attributes["questions"] = [question.body() for question in questions]
    spoken_of = {
        "run": talk.run_told,
        "pair": talk.pair_told,
        "fact": talk.fact_told.body() if talk.fact_told else None,
        "subject": talk.subject.body() if talk.subject and talk.spoken_of_now else None,
        "metres": talk.metres_said,
    }
    attributes |= {name: value for name, value in spoken_of.items() if value is not None}
    if (talk.moved_on or talk.moves_on) and not (talk.shoes.added or talk.shoes.replaced):
        attributes["moved_on"] = True
    if talk.changes_made:
        attributes["changed"] = True
    if talk.walkthrough:
        attributes["walkthrough"] = walkthrough_page(talk.walkthrough)
    if PROFILE in talk.unreadable:
        attributes["told_unreadable"] = True
    return attributes
