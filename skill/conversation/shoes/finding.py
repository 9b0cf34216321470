"""Which pair is meant by what was heard, or the question for it."""

from collections.abc import Mapping, Sequence
from typing import Any

from skill.conversation.reply import Question, Reply
from skill.conversation.shoes.words import NAMED_AT_MOST, pair_in_words, pairs_in_words
from skill.conversation.talk import Talk
from skill.conversation.turn import Slot
from skill.shoes.names import NameVocabulary, find_by_name, is_speakable, load_name_vocabulary
from skill.shoes.shoe import Shoe


def vocabulary_of(talk: Talk) -> NameVocabulary:
    """The words of shoe names in the turn's language."""
    return load_name_vocabulary(talk.turn.language)


def meant(talk: Talk, heard: Slot, shoes: Sequence[Shoe]) -> tuple[Shoe, ...]:
    """The pairs that may be meant: by their names, else by what Alexa made of them."""
    found = find_by_name(heard.said, shoes, vocabulary_of(talk))
    resolved = tuple(shoe for shoe in shoes if shoe.id in heard.ids)
    return resolved if len(found) != 1 and len(resolved) == 1 else found


def find(
    talk: Talk, heard: Slot | None, *, then: str, values: Mapping[str, Any], shoes: Sequence[Shoe] = ()
) -> Shoe | Reply:
    """The pair that is meant, or the reply that asks which.

    Args:
        talk: the turn.
        heard: the slot; None where no pair was named: then the only one is meant, or the runner is asked.
        then: what the answer is for, see `answering`.
        values: what else it needs, JSON-able.
        shoes: to choose from; the active pairs, and behind them the retired ones, where none are given.
    """
    rotation = talk.wardrobe.rotation
    choice = shoes or rotation.active or rotation.retired
    if heard is None and len(choice) == 1:
        return choice[0]
    if heard is None:
        return ask_which(talk, choice, "one", topic={"then": then, **values})
    found = meant(talk, heard, choice) or (() if shoes else meant(talk, heard, rotation.retired))
    if len(found) == 1:
        return found[0]
    topic = {"then": then, **values}
    if found:
        return ask_which(talk, found, "one", topic=topic)
    if not is_speakable(heard.said, vocabulary_of(talk)):
        return ask_which(talk, choice, "one", topic=topic)
    return ask_which(talk, choice, "unknown", topic=topic, name=heard.said)


def ask_which(
    talk: Talk, shoes: Sequence[Shoe], line: str, *, topic: Mapping[str, Any], name: str = ""
) -> Reply:
    """Ask which pair; a few are named, and of one it is asked whether it is meant."""
    if len(shoes) == 1:
        text = talk.say(f"shoes.which.{line}_only", name=name, names=pair_in_words(talk, shoes[0]))
        return talk.ask(text, Question.WHICH_PAIR, topic={**topic, "only": shoes[0].id})
    if len(shoes) > NAMED_AT_MOST:
        text = talk.say(f"shoes.which.{line}_many", name=name)
    else:
        text = talk.say(f"shoes.which.{line}", name=name, names=pairs_in_words(talk, shoes, choice=True))
    return talk.ask(text, Question.WHICH_PAIR, topic=topic)
