"""What a reply about shoes has in common: how it goes on, the first pair asked for, a refusal in words."""

from skill.conversation.memory.shoe_pages import SHOES
from skill.conversation.shoes.life_notices import announce_stages
from skill.conversation.shoes.shoe_words import capitalised, pair_in_words
from skill.conversation.turn.invitations import AnythingElse
from skill.conversation.turn.reply import Screen, Statement
from skill.conversation.turn.talk import Talk
from skill.shoes.limits import RefusedError
from skill.shoes.shoe import Shoe


def say_about_shoes(
    talk: Talk, text: str, *, just_named: Shoe | None = None, screen: Screen | None = None
) -> Statement:
    """Say it, announce the pairs that have come to an end, and ask whether there is anything else.

    Args:
        talk: the turn.
        text: what is said.
        just_named: the pair whose distance is said in it.
        screen: what a screen shows.
    """
    whole = " ".join(filter(None, [capitalised(text), announce_stages(talk, just_named)]))
    return talk.say(whole, invitation=AnythingElse(), screen=screen)


def refusal_in_words(talk: Talk, refused: RefusedError) -> str:
    """Why a wish was refused, and what to say instead."""
    shoe = refused.shoe
    pair = pair_in_words(talk, shoe) if shoe else ""
    line = talk.line(f"shoes.refusals.{refused.why}", pair=pair, name=shoe.nickname if shoe else "")
    return capitalised(line)


def without_notebook(talk: Talk) -> Statement:
    """The notebook, or its page of the shoes, cannot be read or written, or is nobody's."""
    talk.needs(SHOES)
    talk.notice = ""
    if talk.being_erased:
        return talk.say(talk.line("shoes.being_erased"))
    if talk.perhaps_kept:
        return talk.say(talk.line("shoes.perhaps_kept"))
    return talk.say(talk.line("shoes.nothing_kept" if talk.turn.user else "shoes.nobody"))
