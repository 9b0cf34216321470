"""Which use case answers which intent about pairs of shoes themselves, and which slots it reads."""

from collections.abc import Mapping

from skill.alexa.slots import Slots, SlotUseCase
from skill.alexa.spoken_amounts import spoken_distance, spoken_price
from skill.conversation.shoes import (
    adding,
    alerts,
    default_pairs,
    deleting_pairs,
    pair_facts,
    pair_kinds,
    pair_questions,
    replacing_pairs,
    shoe_settings,
    starting_distance,
)
from skill.conversation.shoes.money_words import usual_currency
from skill.conversation.shoes.pair_kinds import How
from skill.conversation.shoes.pair_questions import Topic
from skill.conversation.shoes.pairs_spoken_of import named_or_spoken_of
from skill.conversation.turn.reply import Outcome
from skill.conversation.turn.talk import Talk
from skill.conversation.turn.turn import Slot
from skill.shoes.distance import NO_DISTANCE, Unit
from skill.shoes.run import RunKind
from skill.shoes.spoken_price import FREE
from skill.shoes.told_of_pair import ToldOfPair

KINDS = ("run_kind", "second_kind", "third_kind")
"""The slots of the kinds of run that are named in one sentence."""


def pair_named(talk: Talk, slots: Slots) -> Slot | None:
    """The pair in an intent's slots: by its name, or by a pronoun that means the one spoken of."""
    return named_or_spoken_of(talk, slots.get("shoe"), slots.get("pair_pronoun"))


def _kinds(slots: Slots) -> frozenset[RunKind]:
    kinds = (slots.word(name, RunKind) for name in KINDS)
    return frozenset(kind for kind in kinds if kind)


def _told(talk: Talk, slots: Slots) -> ToldOfPair:
    """What an intent's slots tell of a pair."""
    distance, bought = spoken_distance(slots), slots.span("day")
    brand = slots.get("brand")
    metres = talk.place_settings.read_metres(distance) if distance != NO_DISTANCE else None
    if metres is None and slots.get("unworn"):
        metres = 0
    price = spoken_price(slots)
    if slots.get("gift"):
        price = FREE
    return ToldOfPair(
        metres=metres,
        kinds=_kinds(slots),
        price=price.price(usual_currency(talk)),
        bought=bought.gone_by(talk.place_settings.read_local_time()) if bought else None,
        brand=next(iter(brand.ids), None) if brand else None,
        model=slots.text("model"),
    )


def _change_kinds(how: How) -> SlotUseCase:
    return lambda talk, slots: pair_kinds.change_kinds(talk, pair_named(talk, slots), _kinds(slots), how)


def _set_default(talk: Talk, slots: Slots) -> Outcome:
    return default_pairs.set_default(talk, slots.get("shoe"), _kinds(slots))


def _replace(talk: Talk, slots: Slots) -> Outcome:
    return replacing_pairs.replace_with_new(
        talk, slots.get("shoe"), slots.get("new_name"), _told(talk, slots)
    )


def _delete(*, mistake: bool) -> SlotUseCase:
    return lambda talk, slots: deleting_pairs.ask_to_delete(talk, slots.get("shoe"), mistake=mistake)


def _tell(topic: Topic) -> SlotUseCase:
    return lambda talk, slots: pair_questions.tell_of_pair(
        talk, pair_named(talk, slots), topic, slots.word("unit", Unit)
    )


PAIR_INTENTS: Mapping[str, SlotUseCase] = {
    "AddShoesIntent": lambda talk, slots: adding.add_shoes(talk, slots.get("shoe"), _told(talk, slots)),
    "SetPairFactsIntent": lambda talk, slots: pair_facts.note_facts(
        talk, slots.get("shoe"), _told(talk, slots)
    ),
    "PairCostIntent": _tell(Topic.COST),
    "PairBoughtIntent": _tell(Topic.BOUGHT),
    "PairKindsIntent": _tell(Topic.KINDS),
    "PairAlertIntent": _tell(Topic.ALERT),
    "AboutPairIntent": _tell(Topic.ALL),
    "RetireShoesIntent": lambda talk, slots: shoe_settings.ask_to_retire(talk, slots.get("shoe")),
    "BringBackShoesIntent": lambda talk, slots: shoe_settings.bring_back(talk, slots.get("shoe")),
    "ReplacePairIntent": _replace,
    "DeletePairIntent": _delete(mistake=False),
    "PairByMistakeIntent": _delete(mistake=True),
    "RenameShoesIntent": lambda talk, slots: shoe_settings.rename(
        talk, slots.get("shoe"), slots.get("new_name")
    ),
    "SetShoeLifeIntent": lambda talk, slots: shoe_settings.set_life(
        talk, slots.get("shoe"), spoken_distance(slots)
    ),
    "SetShoeKindIntent": _change_kinds(How.SET),
    "AddShoeKindIntent": _change_kinds(How.ADD),
    "ClearShoeKindIntent": _change_kinds(How.CLEAR),
    "SetDefaultPairIntent": _set_default,
    "ClearDefaultPairIntent": lambda talk, slots: default_pairs.clear_default(
        talk, _kinds(slots), slots.get("shoe")
    ),
    "DefaultPairIntent": lambda talk, _slots: default_pairs.tell_defaults(talk),
    "SetPairAlertIntent": lambda talk, slots: alerts.set_alert(
        talk, slots.get("shoe"), spoken_distance(slots)
    ),
    "ClearPairAlertIntent": lambda talk, slots: alerts.clear_alert(talk, slots.get("shoe")),
    "SetStartingDistanceIntent": lambda talk, slots: starting_distance.start_at(
        talk, slots.get("shoe"), spoken_distance(slots)
    ),
    "PairHasRunIntent": lambda talk, slots: adding.has_run(talk, slots.get("shoe"), spoken_distance(slots)),
    "PairTotalIntent": lambda talk, slots: starting_distance.have_in_all(
        talk, slots.get("shoe"), spoken_distance(slots)
    ),
    "UnwornPairIntent": lambda talk, slots: starting_distance.start_new(talk, slots.get("shoe")),
}
