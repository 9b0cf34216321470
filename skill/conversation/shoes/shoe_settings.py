"""What the runner changes about a pair: retire, bring back, rename, life."""

from skill.conversation.shoes.adding import ask_for_first_pair
from skill.conversation.shoes.pair_changes import change_pair
from skill.conversation.shoes.pairs_spoken_of import pair_spoken_of
from skill.conversation.shoes.replies import refusal_in_words, say_about_shoes
from skill.conversation.shoes.shoe_words import (
    capitalised,
    estimated_distance,
    pair_in_words,
    rounded_distance,
)
from skill.conversation.shoes.which_pair import AboutPair, WhichPair, find_pair, meant, slot_of, vocabulary_of
from skill.conversation.turn.pair_fact import Fact
from skill.conversation.turn.question import AskedOnceMore, OpenQuestion, Wanted
from skill.conversation.turn.reply import Outcome
from skill.conversation.turn.talk import AskInsteadError, Talk
from skill.conversation.turn.turn import Slot
from skill.shoes.days import Day
from skill.shoes.distance import SpokenDistance
from skill.shoes.lifetime import mark_announced, with_life
from skill.shoes.limits import Refusal, RefusedError, life_until
from skill.shoes.names import bare_name, is_part_of_name
from skill.shoes.pairs import bring_back_pair, rename_pair, retire_pair
from skill.shoes.shoe import Shoe


class RetirePair(AskedOnceMore, AboutPair, name="retire-pair"):
    """Whether a pair is to be taken out of the rotation."""

    def yes(self, talk: Talk) -> Outcome:
        """Take it out; one that is out stays out."""
        shoe = self.shoe(talk)
        if shoe.active:
            retired = retire_pair(talk.shoes.rotation, mark_announced(shoe), talk.turn.at)
            change_pair(talk, shoe, retired)
        line = "shoes.retiring.done" if shoe.metres else "shoes.retiring.done_new"
        return say_about_shoes(talk, talk.line(line, **self.values(talk)))

    def no(self, talk: Talk) -> Outcome:
        """Keep it."""
        return say_about_shoes(talk, talk.line("shoes.retiring.kept", **self.values(talk)))

    def other_pair(self, talk: Talk, heard: Slot) -> Outcome:
        """Another one was meant, which is asked about."""
        return ask_to_retire(talk, heard)

    def values(self, talk: Talk) -> dict[str, str | int]:
        """The pair and everything it has run."""
        shoe = self.shoe(talk)
        return {"pair": pair_in_words(talk, shoe), "distance": rounded_distance(talk, shoe.metres)}

    def again(self, talk: Talk) -> str:
        """The question with the pair."""
        line = "shoes.retiring.sure" if self.shoe(talk).metres else "shoes.retiring.sure_new"
        return talk.line(line, **self.values(talk))

    def still_open(self, talk: Talk) -> bool:
        """As long as the pair is in use."""
        return super().still_open(talk) and self.shoe(talk).active


class RetireWhichPair(WhichPair, name="retire-which-pair"):
    """Which pair to retire."""

    def use(self, talk: Talk, heard: Slot) -> Outcome:
        """Ask whether it really is to be retired."""
        return ask_to_retire(talk, heard)


class BringBackWhichPair(WhichPair, name="bring-back-which-pair"):
    """Which pair to bring back."""

    def use(self, talk: Talk, heard: Slot) -> Outcome:
        """Bring it back."""
        return bring_back(talk, heard)


class RenameWhichPair(WhichPair, kw_only=True, name="rename-which-pair"):
    """Which pair to rename.

    Attributes:
        new_name: None when it was not told.
    """

    new_name: str | None

    def use(self, talk: Talk, heard: Slot) -> Outcome:
        """Rename it."""
        return rename(talk, heard, Slot(self.new_name) if self.new_name else None)


class NewName(AboutPair, OpenQuestion, name="new-name"):
    """What a pair is to be called."""

    wanted = Wanted.PAIR

    def pair(self, talk: Talk, heard: Slot) -> Outcome:
        """Call it so."""
        return rename(talk, slot_of(self.shoe(talk)), heard)

    def other_pair(self, talk: Talk, heard: Slot) -> None:
        """No name: "no, I wore the Clifton"."""


class LifeOfWhichPair(WhichPair, kw_only=True, name="life-of-which-pair"):
    """Which pair lasts so far.

    Attributes:
        metres: so far; None when that was not told.
    """

    metres: float | None

    def use(self, talk: Talk, heard: Slot) -> Outcome:
        """Set its life."""
        return _set_life(talk, find_pair(talk, heard, self), self.metres)


class HowFarItLasts(AboutPair, OpenQuestion, name="how-far-it-lasts"):
    """How far a pair lasts."""

    wanted = Wanted.DISTANCE

    def distance(self, talk: Talk, distance: SpokenDistance, day: Day | None) -> Outcome | None:
        """Set its life."""
        return None if day else _set_life(talk, self.shoe(talk), talk.place_settings.read_metres(distance))


def ask_to_retire(talk: Talk, heard: Slot | None) -> Outcome:
    """Ask before a pair is taken out of the rotation."""
    if not talk.shoes.rotation.active:
        raise ask_for_first_pair(talk)
    found = find_pair(talk, heard, RetireWhichPair(), talk.shoes.rotation.active)
    return talk.ask(RetirePair(found.id))


def bring_back(talk: Talk, heard: Slot | None) -> Outcome:
    """Take a retired pair into the rotation again."""
    rotation = talk.shoes.rotation
    if isinstance(talk.asked, RetirePair):
        asked, talk.open_questions = talk.asked, talk.open_questions[1:]
        return asked.no(talk)
    if not rotation.retired:
        return say_about_shoes(talk, talk.line("shoes.retiring.none_retired"))
    spoken_of = pair_spoken_of(talk)
    if heard is None and spoken_of and spoken_of.active:
        raise RefusedError(Refusal.NOT_RETIRED, spoken_of)
    among = rotation.retired
    if heard and not meant(talk, heard, among):
        among = (*rotation.retired, *rotation.active)
    found = find_pair(talk, heard, BringBackWhichPair(), among)
    return say_about_shoes(talk, bring_back_in_words(talk, found))


def bring_back_in_words(talk: Talk, retired: Shoe) -> str:
    """Take a retired pair into the rotation again; returns what is said of it.

    Raises:
        RefusedError: another pair in use has its name, or there are too many pairs.
    """
    change_pair(talk, retired, bring_back_pair(talk.shoes.rotation, retired, vocabulary_of(talk)))
    pair, distance = capitalised(pair_in_words(talk, retired)), rounded_distance(talk, retired.metres)
    return talk.line("shoes.retiring.back", pair=pair, distance=distance)


def rename(talk: Talk, heard: Slot | None, name: Slot | None) -> Outcome:
    """Call a pair something else."""
    if heard and name:
        heard, name = _name_and_new_name(talk, heard, name)
    found = _find(talk, heard, RenameWhichPair(new_name=name.said if name else None))
    question = NewName(found.id)
    if name is None:
        return talk.ask(question, talk.line("shoes.setting.new_name", pair=pair_in_words(talk, found)))
    words = vocabulary_of(talk)
    try:
        renamed = rename_pair(talk.shoes.rotation, found, bare_name(name.said, words), words)
    except RefusedError as refused:
        raise AskInsteadError(question, refusal_in_words(talk, refused)) from refused
    talk.open_questions = tuple(
        one for one in talk.open_questions if not (isinstance(one, NewName) and one.about == found.id)
    )
    return _say_renamed(talk, change_pair(talk, found, renamed))


def set_life(talk: Talk, heard: Slot | None, distance: SpokenDistance) -> Outcome:
    """How far a pair lasts."""
    metres = talk.place_settings.read_metres(distance)
    return _set_life(talk, _find(talk, heard, LifeOfWhichPair(metres=metres)), metres)


def _say_renamed(talk: Talk, shoe: Shoe) -> Outcome:
    return say_about_shoes(talk, talk.line("shoes.setting.renamed", pair=pair_in_words(talk, shoe)))


def _set_life(talk: Talk, shoe: Shoe, metres: float | None) -> Outcome:
    pair = pair_in_words(talk, shoe)
    if metres is None:
        return talk.ask(HowFarItLasts(shoe.id), talk.line("shoes.setting.which_life", pair=pair))
    try:
        life = life_until(metres)
    except RefusedError as refused:
        raise AskInsteadError(HowFarItLasts(shoe.id), refusal_in_words(talk, refused)) from refused
    change_pair(talk, shoe, talk.shoes.rotation.with_shoe(with_life(shoe, life)))
    talk.speak_of_fact(shoe.id, Fact.LIFE)
    line = "shoes.setting.life_soon" if shoe.metres < life.soon else "shoes.setting.life"
    due, soon = rounded_distance(talk, life.due), estimated_distance(talk, life.soon)
    return say_about_shoes(talk, talk.line(line, pair=capitalised(pair), due=due, soon=soon))


def _find(talk: Talk, heard: Slot | None, question: WhichPair) -> Shoe:
    if not talk.shoes.rotation.shoes:
        raise ask_for_first_pair(talk)
    return find_pair(talk, heard, question)


def _name_and_new_name(talk: Talk, heard: Slot, name: Slot) -> tuple[Slot, Slot]:
    """Both names, cut apart where a pair's own name ends: what is heard has no mark between them."""
    words = [*heard.said.split(), *name.said.split()]
    heard_words = len(heard.said.split())
    for cut in (heard_words, *reversed(range(1, len(words)))):
        first = Slot(" ".join(words[:cut]))
        found = meant(talk, first, talk.shoes.rotation.shoes)
        if len(found) == 1 and is_part_of_name(first.said, found[0], vocabulary_of(talk)):
            return first, Slot(" ".join(words[cut:]))
    return heard, name
