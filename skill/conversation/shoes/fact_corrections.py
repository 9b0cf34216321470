"""A pair's fact that was told wrongly: what was told or asked of a pair last is what is corrected."""

from skill.conversation.shoes import alerts, pair_facts, shoe_settings, starting_distance
from skill.conversation.shoes.money_words import usual_currency
from skill.conversation.shoes.which_pair import slot_of
from skill.conversation.turn.pair_fact import Fact
from skill.conversation.turn.reply import Outcome
from skill.conversation.turn.talk import Talk
from skill.shoes.days import Day
from skill.shoes.distance import SpokenDistance
from skill.shoes.shoe import Shoe
from skill.shoes.spans import day_span
from skill.shoes.spoken_price import SpokenPrice
from skill.shoes.told_of_pair import ToldOfPair


def correct_fact_by_distance(talk: Talk, told: SpokenDistance) -> Outcome | None:
    """Another number or distance for what was told last of a pair; None where that was nothing of the kind.

    A number alone is a price; one with a unit is none.
    """
    shoe, fact = _told_last(talk, Fact.PRICE, Fact.ALERT, Fact.LIFE, Fact.START)
    if shoe is None or talk.place_settings.read_metres(told) is None:
        return None
    match fact:
        case Fact.PRICE:
            if told != SpokenDistance(told.whole, told.decimals):
                return None
            currency = shoe.price.currency if shoe.price else usual_currency(talk)
            price = SpokenPrice(told.whole, told.decimals).price(currency)
            return pair_facts.note_facts(talk, slot_of(shoe), ToldOfPair(price=price))
        case Fact.ALERT:
            return alerts.set_alert(talk, slot_of(shoe), told)
        case Fact.LIFE:
            return shoe_settings.set_life(talk, slot_of(shoe), told)
        case _:
            return starting_distance.start_at(talk, slot_of(shoe), told)


def correct_fact_by_day(talk: Talk, day: Day) -> Outcome | None:
    """Another day on which the pair told of last was bought; None where its purchase was not told last."""
    shoe, _ = _told_last(talk, Fact.BOUGHT)
    if shoe is None or day.date is None or day.weekend:
        return None
    bought = day_span(day.date).gone_by(talk.place_settings.read_local_time())
    return pair_facts.note_facts(talk, slot_of(shoe), ToldOfPair(bought=bought))


def _told_last(talk: Talk, *fitting: Fact) -> tuple[Shoe | None, Fact | None]:
    """The pair and which of the fitting facts was told of it last; nothing where that was another thing."""
    told = talk.fact_told
    fact = next((one for one in told.facts if one in fitting), None) if told else None
    return (talk.shoes.rotation.find(told.pair) if told and fact else None), fact
