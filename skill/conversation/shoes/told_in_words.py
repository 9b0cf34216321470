"""What was told of a pair, said back."""

from skill.conversation.shoes.money_words import price_in_words
from skill.conversation.shoes.shoe_words import kinds_in_words, span_in_words
from skill.conversation.turn.talk import Talk
from skill.shoes.shoe import Shoe
from skill.shoes.told_of_pair import ToldOfPair


def told_in_words(talk: Talk, shoe: Shoe, told: ToldOfPair) -> str:
    """What of a pair was just told, as a row behind "They": empty where nothing was."""
    parts = [
        talk.line("pairs.told.made_by", brand=shoe.brand or "") if told.brand else "",
        talk.line("pairs.told.model", model=shoe.model or "") if told.model else "",
        talk.line("pairs.told.kinds", kinds=kinds_in_words(talk, shoe)) if told.kinds else "",
        talk.line("pairs.told.price", price=price_in_words(talk, told.price)) if told.price else "",
        talk.line("pairs.told.bought", when=span_in_words(talk, told.bought)) if told.bought else "",
    ]
    return talk.phrasebook.join([part for part in parts if part])
