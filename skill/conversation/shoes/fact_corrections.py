"""A pair's fact that was told wrongly: what was told or asked of a pair last is what is corrected."""

from skill.conversation.shoes import alerts, pair_facts, shoe_settings, starting_distance
from skill.conversation.shoes.money_words import usual_currency
from skill.conversation.shoes.pair_changes import PairChanged
from skill.conversation.shoes.replies import say_about_shoes
from skill.conversation.shoes.shoe_words import capitalised, pair_in_words
from skill.conversation.shoes.which_pair import meant, slot_of
from skill.conversation.turn.change import Change, read_change
from skill.conversation.turn.pair_fact import Fact
from skill.conversation.turn.reply import Outcome
from skill.conversation.turn.talk import Talk
from skill.conversation.turn.turn import Slot
from skill.shoes.days import Day
from skill.shoes.distance import SpokenDistance
from skill.shoes.shoe import Shoe
from skill.shoes.spans import day_span
from skill.shoes.spoken_price import SpokenPrice
from skill.shoes.told_of_pair import ToldOfPair
from skill.value import replace


class FactMoved(Change, name="fact-moved"):
    """What was told of a pair is another's.

    Attributes:
        told_of: the pair that it was told of, as it was then.
        meant: the other one, as it was before.
    """

    told_of: PairChanged
    meant: PairChanged

    def stands(self, talk: Talk) -> bool:
        """Whether the other one is otherwise than before."""
        return self.meant.stands(talk)

    def values(self, talk: Talk) -> dict[str, str | int]:
        """What both are called."""
        return {"pair": self.meant.values(talk)["pair"], "before": self.told_of.values(talk)["pair"]}

    def take_back(self, talk: Talk) -> Outcome:
        """Tell it of the first one again."""
        text = self.done(talk)
        self.meant.take_back(talk)
        self.told_of.take_back(talk)
        return say_about_shoes(talk, text)


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


def correct_fact_by_pair(talk: Talk, heard: Slot) -> Outcome | None:
    """What was told last of a pair is another's: the one becomes what it was, the other is told it.

    None where nothing was told of a pair just now, or it is not clear which other one is meant.
    """
    shoe, _ = _told_last(talk, *Fact)
    change = read_change(talk.profile.changes[0]) if talk.profile.changes else None
    others = meant(talk, heard, talk.shoes.rotation.active)
    if shoe is None or len(others) != 1 or others[0].id == shoe.id:
        return None
    if not isinstance(change, PairChanged) or change.pair != shoe.id or not change.stands(talk):
        return None
    (other,), told, facts = others, change.otherwise(shoe), talk.fact_told
    change.take_back(talk)
    talk.shoes.rotation = talk.shoes.rotation.with_shoe(replace(other, **told))
    talk.changed(FactMoved(PairChanged.of(shoe), PairChanged.of(other)))
    talk.speak_of_fact(other.id, *(facts.facts if facts else ()))
    pair, before = capitalised(pair_in_words(talk, other)), pair_in_words(talk, shoe)
    return say_about_shoes(talk, talk.line("pairs.told.moved", pair=pair, before=before))


def _told_last(talk: Talk, *fitting: Fact) -> tuple[Shoe | None, Fact | None]:
    """The pair and which of the fitting facts was told of it last; nothing where that was another thing."""
    told = talk.fact_told
    fact = next((one for one in told.facts if one in fitting), None) if told else None
    return (talk.shoes.rotation.find(told.pair) if told and fact else None), fact
