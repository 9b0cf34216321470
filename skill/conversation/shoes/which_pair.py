"""Which pair is meant by what was heard, and the question for it."""

from abc import abstractmethod
from collections.abc import Sequence

from skill.conversation.shoes.pairs_spoken_of import (
    pair_spoken_of,
    pairs_pointed_at,
    speak_of,
    speak_of_unknown,
    unknown_is_spoken_of,
)
from skill.conversation.shoes.shoe_words import NAMED_AT_MOST, pairs_in_words
from skill.conversation.turn.question import AskedOnceMore, OpenQuestion, Question, Wanted
from skill.conversation.turn.reply import Outcome
from skill.conversation.turn.talk import AskInsteadError, Talk
from skill.conversation.turn.turn import Slot
from skill.shoes.days import Day
from skill.shoes.distance import SpokenDistance
from skill.shoes.limits import Refusal, RefusedError
from skill.shoes.name_rules import is_speakable
from skill.shoes.name_vocabulary import NameVocabulary, load_name_vocabulary
from skill.shoes.names import (
    find_by_name,
    means_the_others,
    pair_by_position,
    pairs_for_a_use,
    points_back,
    position_said,
    says_an_age,
    says_older,
)
from skill.shoes.shoe import Shoe
from skill.value import replace


class WhichPair(OpenQuestion, AskedOnceMore, kw_only=True):
    """Which pair is meant; what for, each question of this kind says in `use`.

    Attributes:
        choices: ids of the pairs that come into question, in the order they are named.
    """

    wanted = Wanted.PAIR
    needs_notebook = True

    choices: tuple[str, ...] = ()

    @abstractmethod
    def use(self, talk: Talk, heard: Slot) -> Outcome:
        """The answer to the pair, or to a name that may be none."""

    def pair(self, talk: Talk, heard: Slot) -> Outcome:
        """The pair of that name among the choices, or at that position; else what the name means at all.

        A place in no row that was named, and what can be no name, leave the question as it is.
        """
        found = self.chosen(talk, heard)
        if len(found) == 1:
            return self.use(talk, slot_of(found[0]))
        known, words = found or meant(talk, heard, talk.shoes.rotation.shoes), vocabulary_of(talk)
        if not known and (position_said(heard.said, words) or not is_speakable(heard.said, words)):
            return talk.ask(self, self.again(talk))
        return self.use(talk, heard)

    def chosen(self, talk: Talk, heard: Slot) -> tuple[Shoe, ...]:
        """The choices that may be meant; a place in the row means one only where they were named."""
        choices = self._choices(talk)
        named = choices if len(choices) <= NAMED_AT_MOST else []
        placed = pair_by_position(heard.said, named, vocabulary_of(talk))
        return (placed,) if placed else meant(talk, heard, choices)

    def distance(self, talk: Talk, distance: SpokenDistance, day: Day | None) -> Outcome | None:
        """A number alone is a pair's model number, or its position, where the pairs were named in order."""
        number = distance.whole_number()
        if number is None or day:
            return None
        heard = Slot(str(number))
        if len(self.choices) > NAMED_AT_MOST and not self.chosen(talk, heard):
            return None
        return self.pair(talk, heard)

    def other_distance(self, talk: Talk, distance: SpokenDistance) -> Outcome | None:
        """A number that corrects a distance; where one of the pairs has it in its name it may mean that."""
        number = distance.whole_number()
        named = number is not None and self.chosen(talk, Slot(str(number)))
        return talk.ask(self, self.again(talk)) if named else None

    def yes(self, talk: Talk) -> Outcome:
        """The pair, where it was one alone; else a yes names none."""
        choices = self._choices(talk)
        return self.use(talk, slot_of(choices[0])) if len(choices) == 1 else super().yes(talk)

    def again(self, talk: Talk) -> str:
        """The question with the names, where they are few; of one pair it is asked whether it is meant."""
        choices = self._choices(talk)
        names = pairs_in_words(talk, choices, choice=True) if len(choices) <= NAMED_AT_MOST else ""
        if len(choices) == 1:
            return talk.line("shoes.which.only", names=names)
        among = talk.line("shoes.which.among", names=names) if names else ""
        return talk.line(self.line, among=among)

    def _choices(self, talk: Talk) -> list[Shoe]:
        """The pairs in question that are still there."""
        return [shoe for id_ in self.choices if (shoe := talk.shoes.rotation.find(id_))]


class AboutPair(Question):
    """A question about one pair.

    Attributes:
        about: its id.
    """

    needs_notebook = True

    about: str

    def shoe(self, talk: Talk) -> Shoe:
        """The pair.

        Raises:
            RefusedError: it is gone.
        """
        found = talk.shoes.rotation.find(self.about)
        if found is None:
            raise RefusedError(Refusal.PAIR_GONE)
        return found

    def still_open(self, talk: Talk) -> bool:
        """As long as the pair is there."""
        return talk.shoes.rotation.find(self.about) is not None


def vocabulary_of(talk: Talk) -> NameVocabulary:
    """The words of shoe names in the turn's language."""
    return load_name_vocabulary(talk.turn.language)


def slot_of(shoe: Shoe) -> Slot:
    """The pair as if it had been named."""
    return Slot(shoe.nickname, (shoe.id,))


def meant(talk: Talk, heard: Slot, shoes: Sequence[Shoe]) -> tuple[Shoe, ...]:
    """The pairs that may be meant: by their names, else by what Alexa made of them, or by their use."""
    words = vocabulary_of(talk)
    found = find_by_name(heard.said, shoes, words)
    resolved = tuple(shoe for shoe in shoes if shoe.id in heard.ids)
    if len(found) != 1 and len(resolved) == 1:
        return resolved
    if found:
        return found
    by_synonym = [shoe for name in heard.names for shoe in find_by_name(name, shoes, words)]
    return tuple(dict.fromkeys(by_synonym)) or pairs_for_a_use(heard.said, shoes, words)


def find_pair(talk: Talk, heard: Slot | None, question: WhichPair, among: Sequence[Shoe] = ()) -> Shoe:
    """The pair that is meant.

    Args:
        talk: the turn.
        heard: the slot; None where no pair was named: then the one spoken of is meant, or the only one, or
            the runner is asked.
        question: asked where it is not clear which.
        among: to choose from; the active pairs, and behind them the retired ones, where none are given.

    Raises:
        AskInsteadError: it is not clear.
    """
    rotation, words = talk.shoes.rotation, vocabulary_of(talk)
    choice = among or rotation.active or rotation.retired
    points = heard is None or points_back(heard.said, words)
    if points and unknown_is_spoken_of(talk):
        raise _ask(talk, question, choice)
    spoken_of = pair_spoken_of(talk)
    if points and not among and spoken_of and spoken_of not in choice:
        return spoken_of
    of_an_age = heard is not None and not among and says_an_age(heard.said, words)
    if points and len(choice) == 1:
        return speak_of(talk, choice[0])
    if heard and not among and rotation.retired and says_older(heard.said, words):
        raise _ask(talk, question, rotation.shoes)
    everything = rotation.shoes if of_an_age else choice
    found = meant(talk, heard, everything) if heard else ()
    if heard and not found and not among:
        found = meant(talk, heard, rotation.retired)
    found = found or pairs_pointed_at(talk, heard, choice)
    if len(found) == 1:
        return speak_of(talk, found[0])
    if found or heard is None or points_to_one(heard, choice, words) or not is_speakable(heard.said, words):
        raise _ask(talk, question, found or choice)
    speak_of_unknown(talk)
    raise _ask(talk, question, choice, talk.line("shoes.which.unknown", name=heard.said))


def points_to_one(heard: Slot, choice: Sequence[Shoe], words: NameVocabulary) -> bool:
    """Whether words without a name were said that mean some pair: "the others", "those", "the second one"."""
    said = heard.said
    return (
        means_the_others(said, words)
        or points_back(said, words)
        or pair_by_position(said, choice, words) is not None
    )


def _ask(talk: Talk, question: WhichPair, choice: Sequence[Shoe], unknown: str = "") -> AskInsteadError:
    """The question with its choices, behind the name that none of them has."""
    asked = replace(question, choices=tuple(shoe.id for shoe in choice))
    return AskInsteadError(asked, f"{unknown} {asked.again(talk)}".strip())
