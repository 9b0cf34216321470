"""What suits a sore place, and what waits for pain."""

from skill.coach import selection
from skill.coach.walkthrough import Walkthrough
from skill.content.exercise import BodyArea
from skill.conversation.stretching.exercise_names import exercise_names
from skill.conversation.stretching.performing import wait
from skill.conversation.stretching.routines import StartOffered, doable_now
from skill.conversation.turn.invitations import Choice
from skill.conversation.turn.reply import Outcome, Reply
from skill.conversation.turn.talk import Talk
from skill.conversation.turn.turn import Slot


def offer_for_area(talk: Talk, heard: Slot | None, area: BodyArea | None, before: str = "") -> Outcome:
    """Offer what suits a sore place; a routine waits when it is one that the coach knows nothing of.

    Args:
        talk: the turn.
        heard: the place as it was said; None where none was.
        area: the place, None where it is none that the coach looks after.
        before: said ahead of an offer.
    """
    if area is None:
        other = talk.line("routine.other_area") if heard else ""
        if other and talk.resumable:
            return wait_in_pain(talk, talk.resumable, other)
        areas = talk.phrasebook.join([talk.line(f"areas.{name}") for name in BodyArea], choice=True)
        where = talk.line("routine.which_area", areas=areas)
        return talk.ask(Choice(where), f"{other} {where}".strip())
    suiting = selection.exercises_for_area(doable_now(talk), area)
    if not suiting:
        return talk.say(talk.line("routine.nothing_for_area", area=talk.line(f"areas.{area}")))
    ids = tuple(exercise.id for exercise in suiting)
    names = exercise_names(talk, ids)
    text = talk.line("routine.for_area", area=talk.line(f"areas.{area}"), exercises=names)
    text = f"{before} {text} {talk.line('routine.shall_we_start')}".strip()
    return talk.ask(StartOffered(exercises=ids), text)


def wait_in_pain(talk: Talk, walkthrough: Walkthrough, text: str) -> Reply:
    """Say it and let the routine wait: nobody goes on into pain."""
    return wait(talk, walkthrough, f"{text} {talk.line('walkthrough.paused_for_pain')}")
