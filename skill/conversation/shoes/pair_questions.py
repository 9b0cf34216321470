"""What the runner asks about a pair itself: what it cost, when it was bought, all that is known of it."""

from enum import StrEnum
from typing import Final

from skill.conversation.shoes.adding import ask_for_first_pair
from skill.conversation.shoes.default_words import default_in_words
from skill.conversation.shoes.money_words import price_in_words, purchase_in_words
from skill.conversation.shoes.replies import say_about_shoes
from skill.conversation.shoes.shoe_words import (
    kinds_in_words,
    pair_in_words,
    rounded_distance,
    span_in_words,
)
from skill.conversation.shoes.which_pair import WhichPair, find_pair
from skill.conversation.turn.pair_fact import Fact
from skill.conversation.turn.reply import Outcome
from skill.conversation.turn.talk import Talk
from skill.conversation.turn.turn import Slot
from skill.shoes.default_pairs import kinds_of_default
from skill.shoes.distance import Unit
from skill.shoes.price import Price, cost_of_each
from skill.shoes.shoe import Shoe


class Topic(StrEnum):
    """What is asked about a pair."""

    COST = "cost"
    BOUGHT = "bought"
    KINDS = "kinds"
    ALERT = "alert"
    ALL = "all"


_FACTS: Final = {Topic.COST: Fact.PRICE, Topic.BOUGHT: Fact.BOUGHT, Topic.ALERT: Fact.ALERT}


class TellOfWhichPair(WhichPair, kw_only=True, name="tell-of-which-pair"):
    """Which pair something is asked about.

    Attributes:
        topic: what is asked.
    """

    topic: Topic

    def use(self, talk: Talk, heard: Slot) -> Outcome:
        """Tell it."""
        return tell_of_pair(talk, heard, self.topic)


def tell_of_pair(talk: Talk, heard: Slot | None, topic: Topic, unit: Unit | None = None) -> Outcome:
    """Tell what is asked about a pair; what all pairs cost, where none is named or spoken of."""
    talk.place_settings.asked_unit = unit
    rotation = talk.shoes.rotation
    if not rotation.shoes:
        raise ask_for_first_pair(talk)
    if heard is None and talk.pair_told is None and topic is Topic.COST:
        return say_about_shoes(talk, _all_costs(talk))
    if heard is None and topic is Topic.ALERT:
        return say_about_shoes(talk, _all_alerts(talk))
    shoe = find_pair(talk, heard, TellOfWhichPair(topic=topic))
    if topic in _FACTS:
        talk.speak_of_fact(shoe.id, _FACTS[topic])
    match topic:
        case Topic.COST:
            text = _cost(talk, shoe)
        case Topic.BOUGHT:
            text = _bought(talk, shoe)
        case Topic.KINDS:
            text = _kinds(talk, shoe)
        case Topic.ALERT:
            text = _alert(talk, shoe) or talk.line("pairs.alert.none", pair=pair_in_words(talk, shoe))
        case Topic.ALL:
            text = _everything(talk, shoe)
    return say_about_shoes(talk, text)


def _cost(talk: Talk, shoe: Shoe) -> str:
    pair = pair_in_words(talk, shoe)
    if shoe.price is None:
        return talk.line("pairs.cost.unknown", pair=pair)
    price, unit = price_in_words(talk, shoe.price), talk.place_settings.read_unit()
    each = cost_of_each(shoe.price, shoe.metres, unit)
    if each is None:
        return talk.line("pairs.cost.not_yet", pair=pair, price=price)
    return talk.line(
        "pairs.cost.each",
        pair=pair,
        price=price,
        each=price_in_words(talk, each),
        unit=talk.line(f"pairs.cost.unit.{unit}"),
        distance=rounded_distance(talk, shoe.metres),
    )


def _all_costs(talk: Talk) -> str:
    """What each pair with a price costs a kilometre or a mile, the cheapest first; else how to tell it."""
    unit = talk.place_settings.read_unit()
    told = [(shoe, each) for shoe in talk.shoes.rotation.shoes if (each := _each(shoe, unit))]
    if not told:
        return talk.line("pairs.cost.none_known")
    told.sort(key=lambda both: both[1].hundredths)
    rows = [
        talk.line("pairs.cost.one", pair=pair_in_words(talk, shoe), each=price_in_words(talk, each))
        for shoe, each in told
    ]
    return talk.line(
        "pairs.cost.all", list=talk.phrasebook.join(rows), unit=talk.line(f"pairs.cost.unit.{unit}")
    )


def _each(shoe: Shoe, unit: Unit) -> Price | None:
    return cost_of_each(shoe.price, shoe.metres, unit) if shoe.price else None


def _bought(talk: Talk, shoe: Shoe) -> str:
    pair = pair_in_words(talk, shoe)
    if shoe.bought is None:
        return talk.line("pairs.bought_unknown", pair=pair, distance=rounded_distance(talk, shoe.metres))
    return talk.line("pairs.bought_when", pair=pair, when=span_in_words(talk, shoe.bought))


def _kinds(talk: Talk, shoe: Shoe) -> str:
    line = "pairs.kinds.are" if shoe.kinds else "pairs.kinds.any_are"
    return talk.line(line, pair=pair_in_words(talk, shoe), kinds=kinds_in_words(talk, shoe))


def _alert(talk: Talk, shoe: Shoe) -> str:
    if shoe.alert_metres is None:
        return ""
    return talk.line("pairs.alert.is", alert=rounded_distance(talk, shoe.alert_metres))


def _all_alerts(talk: Talk) -> str:
    rows = [
        talk.line("pairs.alert.one", pair=pair_in_words(talk, shoe), alert=rounded_distance(talk, alert))
        for shoe in talk.shoes.rotation.active
        if (alert := shoe.alert_metres) is not None
    ]
    line = "pairs.alert.all" if rows else "pairs.alert.none_set"
    return talk.line(line, list=talk.phrasebook.join(rows))


def _everything(talk: Talk, shoe: Shoe) -> str:
    """The pair's distance and life, its kinds, what it cost, and what it is the default for."""
    distance, life = rounded_distance(talk, shoe.metres), rounded_distance(talk, shoe.life.due)
    known = " ".join(filter(None, (shoe.brand, shoe.model)))
    purchase = purchase_in_words(talk, shoe)
    runs = default_in_words(talk, kinds_of_default(talk.shoes.rotation, shoe))
    parts = [
        talk.line(
            "pairs.facts.run" if shoe.active else "pairs.facts.retired",
            pair=pair_in_words(talk, shoe),
            distance=distance,
            life=life,
        ),
        talk.line("pairs.facts.made", name=known) if known else "",
        talk.line("pairs.facts.kinds", kinds=kinds_in_words(talk, shoe)) if shoe.kinds else "",
        talk.line("pairs.facts.purchase", purchase=purchase) if purchase else "",
        _alert(talk, shoe),
        talk.line("pairs.facts.default", runs=runs) if runs else "",
    ]
    return " ".join(filter(None, parts))
