"""Goes on behind a bout that is over, or unasked behind a performance, and ends where nothing is left."""

from skill.coach.bout_moves import after_bout, ending_here
from skill.coach.entry import Entry
from skill.coach.walkthrough import Walkthrough
from skill.content.exercise import DoseKind
from skill.conversation.stretching.performing import perform, resume, resume_if_any
from skill.conversation.stretching.routine_endings import ending_of_routine
from skill.conversation.turn.reply import Outcome, Reply
from skill.conversation.turn.talk import Talk


def go_on_ready(talk: Talk) -> Outcome:
    """Go on with the walkthrough; repetitions of which the runner has done most are over with "done".

    Said in an explanation it begins the bout at once. Everybody has a pace of their own, and nobody does the
    last repetition again.
    """
    walkthrough = talk.resumable
    if walkthrough is None or talk.as_found is None or not talk.interrupted:
        return resume_if_any(talk)
    if talk.as_found.prepares_at(talk.turn.at):
        return perform(talk, walkthrough, walkthrough.place, entry=Entry.AT_ONCE)
    plan, place = walkthrough.plan, walkthrough.place
    bout = plan.routine.steps[place.step].bouts(plan.preferences)[place.bout]
    if bout.kind is not DoseKind.REPETITIONS or place.count <= bout.amount / 2:
        return resume(talk, walkthrough)
    return go_on_behind(talk, walkthrough)


def go_on_behind(talk: Talk, walkthrough: Walkthrough, opening: str = "") -> Outcome:
    """Go on with what comes behind the bout of the walkthrough's place, having said the opening."""
    after = after_bout(walkthrough.plan, walkthrough.place)
    if after is None:
        return finish(talk, walkthrough, opening)
    entry = Entry.MOVED_ON if after.step == walkthrough.place.step else Entry.EXPLAINED
    return perform(talk, walkthrough, after, opening, entry=entry)


def resume_unasked(talk: Talk) -> Reply:
    """Go on when what was performed is over and nobody has said anything; otherwise nothing happens."""
    playing = talk.as_found.performance if talk.as_found else None
    if playing is None or talk.interrupted or talk.resumable is None:
        leave_as_found(talk)
        return talk.end("")
    return resume(talk, talk.resumable)


def leave_as_found(talk: Talk) -> None:
    """Let what is being performed go on as if nothing had come in."""
    talk.walkthrough = talk.as_found
    talk.stretches.drop()


def end_after_this(talk: Talk) -> Outcome:
    """End the routine behind the exercise under way."""
    walkthrough = talk.resumable
    if walkthrough is None:
        return talk.say(talk.line("walkthrough.nothing_under_way"))
    talk.walkthrough = ending_here(walkthrough)
    return talk.say(talk.line("moving.last_one"))


def finish(talk: Talk, walkthrough: Walkthrough, text: str) -> Outcome:
    """End the walkthrough where nothing is left to do, having said why; a detour goes back at once."""
    if walkthrough.goes_back_to:
        back = walkthrough.finish(talk.turn.at)
        return perform(talk, back, back.place, text, entry=Entry.POSITIONED)
    ending = ending_of_routine(talk, walkthrough, text)
    talk.walkthrough = walkthrough.finish(talk.turn.at)
    return talk.ask(ending.question, ending.text) if ending.question else talk.end(ending.text)
