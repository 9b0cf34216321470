"""How a pair is saved, in words."""

from datetime import date

from skill.conversation.turn.talk import Talk
from skill.shoes.shoe import Mode, Shoe
from skill.speech.dates import day_in_words


def until_in_words(talk: Talk, shoe: Shoe) -> str:
    """Until when or for what a pair is saved, with a space before it; empty where that was not told."""
    if shoe.mode is not Mode.SAVED:
        return ""
    if shoe.saved_until:
        return talk.line("shoes.modes.until", day=saved_day_in_words(talk, shoe.saved_until))
    if shoe.saved_for:
        return talk.line("shoes.modes.for_kind", kinds=talk.line(f"shoes.kinds.{shoe.saved_for}"))
    return ""


def saved_day_in_words(talk: Talk, day: date) -> str:
    """The day until which a pair is saved."""
    return day_in_words(talk.phrasebook, day, talk.place_settings.read_local_time().date())
