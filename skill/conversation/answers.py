"""Short answers: each goes to what the coach asked, else to what it means anywhere."""

from skill.content.exercise import Side
from skill.conversation import my_data
from skill.conversation.not_understood import not_understood
from skill.conversation.shoes.replies import without_notebook
from skill.conversation.stretching import (
    navigating,
    pain,
    routine_questions,
    safety,
    sore_places,
    stopping,
)
from skill.conversation.stretching.bouts import has_begun, skip_bout
from skill.conversation.stretching.moving_on import go_on_ready
from skill.conversation.stretching.performing import Ready
from skill.conversation.turn.invitations import WhatNext, end_quietly
from skill.conversation.turn.open_questions import answer_of
from skill.conversation.turn.pain_kind import PainKind
from skill.conversation.turn.question import Offer, PlainWordsQuestion
from skill.conversation.turn.reply import Outcome
from skill.conversation.turn.talk import Talk
from skill.conversation.undo import ask_to_take_back


def yes(talk: Talk) -> Outcome:
    """Do what the coach asked about last."""
    if talk.asked and talk.asked.needs_notebook and not talk.shoes.readable:
        return without_notebook(talk)
    if talk.asked:
        return talk.asked.yes(_taken(talk))
    return go_on_ready(talk) if talk.interrupted else talk.ask(WhatNext(), talk.line("routine.which"))


def no(talk: Talk) -> Outcome:
    """Leave what the coach asked about last; where nothing was asked, a count goes on, and no explanation."""
    walkthrough = talk.resumable
    if talk.interrupted and not talk.waiting and walkthrough and not has_begun(talk, walkthrough):
        return navigating.wait_or_stop(talk, walkthrough)
    return talk.asked.no(_taken(talk)) if talk.asked else talk.say("")


def unsure(talk: Talk) -> Outcome:
    """What is as good as a no: "I don't know", "that's wrong"; where a no would write it is asked again."""
    asked = talk.asked
    return talk.ask(asked, asked.again(talk)) if asked and asked.no_writes else no(talk)


def later(talk: Talk) -> Outcome:
    """Not now; in the middle of a routine it was for somebody else, or the routine is to wait."""
    if talk.interrupted and talk.resumable:
        return navigating.wait_or_stop(talk, talk.resumable)
    return talk.asked.later(_taken(talk)) if talk.asked else talk.say("")


def another_day(talk: Talk) -> Outcome:
    """Not today: between two exercises that ends the routine for now, elsewhere it is not now."""
    at_a_rest = isinstance(talk.asked, Ready) and talk.resumable and not talk.interrupted
    return stopping.stop(talk) if at_a_rest else later(talk)


def stretch_plan(talk: Talk) -> Outcome:
    """The runner means to stretch some other time: nothing is begun, and nothing stops."""
    return talk.say(talk.line("answers.some_other_time"))


def never_mind(talk: Talk) -> Outcome:
    """Leave the question that waits; without one, or without the whole notebook, the session ends.

    In a routine it may be taken back what was said, or the routine cancelled: it waits.
    """
    if talk.interrupted and talk.resumable:
        return navigating.wait_or_stop(talk, talk.resumable)
    whole = talk.shoes.readable and not talk.unreadable
    left = talk.asked.never_mind(_taken(talk)) if talk.asked and whole else None
    return left or (stopping.stop(talk) if talk.resumable else end_quietly(talk))


def scratch(talk: Talk) -> Outcome:
    """What was just said is not meant: what the turn before changed is taken back, else a question is left.

    Behind what changed nothing, as a plan, nothing is taken back.
    """
    changed = (talk.run_told or talk.pair_told) and not talk.moved_on
    decides = talk.waiting and not isinstance(talk.waiting, Offer)
    if talk.changed_before or (changed and not decides):
        return ask_to_take_back(talk)
    return never_mind(talk)


def leave_as_it_is(talk: Talk) -> Outcome:
    """What was asked about is left; where nothing waits, nothing is changed and nothing ends."""
    left = answer_of(talk, lambda question: question.never_mind(talk))
    return left or talk.say(talk.line("answers.nothing_changed"))


def ready(talk: Talk) -> Outcome:
    """The runner is ready: go on, or do what was offered."""
    answer = answer_of(talk, lambda question: question.ready(talk))
    if answer:
        return answer
    if talk.resumable:
        return go_on_ready(talk)
    return talk.ask(WhatNext(), talk.line("routine.which"))


def done(talk: Talk) -> Outcome:
    """The runner is done: with the bout that is counted, with what the coach waits for, or for today."""
    if talk.resumable and talk.interrupted and has_begun(talk, talk.resumable):
        return skip_bout(talk)
    if talk.interrupted or isinstance(talk.asked, Ready):
        return ready(talk)
    if isinstance(talk.asked, WhatNext) and talk.walkthrough is None:
        return talk.ask(WhatNext(), talk.line("routine.which"))
    return never_mind(talk)


def side(talk: Talk, heard: Side | None) -> Outcome:
    """A side was named and nothing else; where it answers nothing, it is told which one this is."""
    if safety.held_back(talk):
        return safety.remind(talk)
    answer = answer_of(talk, lambda question: question.side(talk, heard)) if heard else None
    return answer or routine_questions.where_am_i(talk)


def side_alone(talk: Talk, heard: Side | None) -> Outcome:
    """A side in one word; "right" is a yes where no side is asked for and nothing hurts."""
    pains = isinstance(talk.asked, pain.Halted) or safety.held_back(talk)
    answer = answer_of(talk, lambda question: question.side(talk, heard)) if heard and not pains else None
    if answer or pains or heard is not Side.RIGHT:
        return answer or side(talk, heard)
    return yes(talk)


def all_right(talk: Talk) -> Outcome:
    """The runner is all right, or it is fine now; where nobody asked, "I'm all right" wants nothing more."""
    answer = answer_of(talk, lambda question: question.all_right(talk))
    if answer:
        return answer
    return talk.say(talk.line("pain.good")) if talk.interrupted else unsure(talk)


def no_pain(talk: Talk) -> Outcome:
    """Nothing hurts: after a red flag that is no word that all is right."""
    return safety.remind(talk) if safety.held_back(talk) else all_right(talk)


def pain_lasts(talk: Talk) -> Outcome:
    """What hurt still does, or does again; where nobody spoke of pain, it is nothing that is understood."""
    if safety.held_back(talk):
        return safety.still_hurts(talk)
    if talk.resumable and talk.resumable.cleared:
        return safety.injury(talk)  # what stopped the routine before is back
    if isinstance(talk.asked, pain.Halted):
        return talk.asked.no(talk)
    if isinstance(talk.asked, sore_places.AcheOrSharp) or talk.interrupted:
        return sore_places.hurts(talk, None, None)
    return not_understood(talk)


def pain_kind(talk: Talk, kind: PainKind | None) -> Outcome:
    """A kind of pain was named; where nobody asked, something hurts in that way."""
    answer = answer_of(talk, lambda question: question.pain_kind(talk, kind)) if kind else None
    return answer or (safety.injury(talk) if kind is PainKind.SHARP else sore_places.hurts(talk, None, None))


def thanks(talk: Talk) -> Outcome:
    """The runner is polite; that answers no question."""
    welcome = talk.line("answers.welcome")
    return talk.ask(talk.asked, f"{welcome} {talk.asked.again(talk)}") if talk.asked else talk.say(welcome)


def plain_words(talk: Talk) -> Outcome:
    """The words "yes, delete everything": they confirm that, and ask first where nobody has asked."""
    if isinstance(talk.asked, PlainWordsQuestion):
        return talk.asked.confirmed(_taken(talk))
    return my_data.delete_my_data(talk)


def _taken(talk: Talk) -> Talk:
    """The talk without the question asked last, which is being answered."""
    talk.open_questions = tuple(one for one in talk.open_questions if one is not talk.asked)
    return talk
