"""How a reply about shoes ends: what the runner may say next, and what to say instead of what was refused."""

from skill.conversation.reply import Question, Reply, Screen
from skill.conversation.shoes.crossing import speak_up
from skill.conversation.shoes.words import pair_in_words, starting
from skill.conversation.stretching.performing import carry_on
from skill.conversation.talk import Talk
from skill.shoes.limits import RefusedError
from skill.shoes.shoe import Shoe


def go_on_after(
    talk: Talk, text: str, *, just_named: Shoe | None = None, screen: Screen | None = None
) -> Reply:
    """Say it, speak up where there is cause, and go on with the routine under way or ask what else."""
    whole = " ".join(filter(None, [starting(text), speak_up(talk, just_named)]))
    if talk.under_way:
        return carry_on(talk, whole)
    return talk.ask(f"{whole} {talk.say('shoes.anything_else')}", Question.ANYTHING_ELSE, screen=screen)


def ask_for_first_pair(talk: Talk) -> Reply:
    """There is no pair yet: ask for one."""
    text, reprompt = talk.say("shoes.no_pairs"), talk.say("shoes.no_pairs_reprompt")
    return talk.ask(text, Question.NAME_PAIR, reprompt=reprompt)


def refusal_in_words(talk: Talk, refused: RefusedError) -> str:
    """Why a wish was refused, and what to say instead."""
    shoe = refused.shoe
    pair = pair_in_words(talk, shoe) if shoe else ""
    return starting(talk.say(f"shoes.refusals.{refused.why}", pair=pair, name=shoe.nickname if shoe else ""))
