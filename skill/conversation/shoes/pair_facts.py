"""What is told of a pair after it was added: what it cost, when it was bought, who makes it."""

from skill.conversation.shoes.adding import ask_for_first_pair
from skill.conversation.shoes.money_words import usual_currency
from skill.conversation.shoes.pair_changes import change_pair
from skill.conversation.shoes.replies import say_about_shoes
from skill.conversation.shoes.shoe_words import capitalised, pair_in_words
from skill.conversation.shoes.told_in_words import told_in_words
from skill.conversation.shoes.which_pair import AboutPair, WhichPair, find_pair, slot_of
from skill.conversation.turn.pair_fact import Fact
from skill.conversation.turn.question import OpenQuestion, Wanted
from skill.conversation.turn.reply import Outcome
from skill.conversation.turn.talk import Talk
from skill.conversation.turn.turn import Slot
from skill.shoes.days import Day
from skill.shoes.distance import SpokenDistance
from skill.shoes.spoken_price import SpokenPrice
from skill.shoes.told_of_pair import NOTHING_TOLD, ToldOfPair


class FactOfWhichPair(WhichPair, kw_only=True, name="fact-of-which-pair"):
    """Which pair something was told of.

    Attributes:
        told: what was told.
    """

    told: ToldOfPair

    def use(self, talk: Talk, heard: Slot) -> Outcome:
        """Note it of this pair."""
        return note_facts(talk, heard, self.told)


class WhatPrice(AboutPair, OpenQuestion, name="what-price"):
    """What a pair cost."""

    wanted = Wanted.DISTANCE

    def distance(self, talk: Talk, distance: SpokenDistance, day: Day | None) -> Outcome | None:
        """A number alone is a price."""
        price = SpokenPrice(distance.whole, distance.decimals)
        if day or distance != SpokenDistance(distance.whole, distance.decimals):
            return None
        told = ToldOfPair(price=price.price(usual_currency(talk)))
        return note_facts(talk, slot_of(self.shoe(talk)), told)


def note_facts(talk: Talk, heard: Slot | None, told: ToldOfPair) -> Outcome:
    """Note what was told of a pair; where nothing was, ask what it cost."""
    if not talk.shoes.rotation.shoes:
        raise ask_for_first_pair(talk)
    shoe = find_pair(talk, heard, FactOfWhichPair(told=told))
    pair = pair_in_words(talk, shoe)
    if told == NOTHING_TOLD:
        return talk.ask(WhatPrice(shoe.id), talk.line("pairs.facts.what_price", pair=pair))
    noted = told.of(shoe, talk.place_settings.read_local_time().date())
    change_pair(talk, shoe, talk.shoes.rotation.with_shoe(noted))
    talk.speak_of_fact(shoe.id, *_facts(told))
    row = told_in_words(talk, noted, told)
    return say_about_shoes(talk, talk.line("pairs.told.noted", pair=capitalised(pair), told=row))


def _facts(told: ToldOfPair) -> list[Fact]:
    """What of it a number or a day alone would correct."""
    return [fact for fact, said in ((Fact.PRICE, told.price), (Fact.BOUGHT, told.bought)) if said]
