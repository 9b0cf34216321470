"""Pairs added by voice: the name first, with whatever is told beside it, then what they had run before."""

from skill.conversation.shoes.pair_changes import PairAdded
from skill.conversation.shoes.pairs_spoken_of import speak_of
from skill.conversation.shoes.replacing_pairs import put_in_place_of
from skill.conversation.shoes.replies import refusal_in_words, say_about_shoes
from skill.conversation.shoes.shoe_words import kinds_in_words, pair_in_words, rounded_distance
from skill.conversation.shoes.starting_distance import RunBefore, start_or_total
from skill.conversation.shoes.told_in_words import told_in_words
from skill.conversation.shoes.which_pair import AboutPair, points_to_one, vocabulary_of
from skill.conversation.turn.open_questions import answer_of
from skill.conversation.turn.question import AskedOnceMore, OpenQuestion, Wanted
from skill.conversation.turn.reply import Outcome
from skill.conversation.turn.talk import AskInsteadError, Talk, last_sentence
from skill.conversation.turn.turn import Slot
from skill.shoes.distance import SpokenDistance
from skill.shoes.lifetime import mark_announced
from skill.shoes.limits import Refusal, RefusedError
from skill.shoes.name_rules import check_name
from skill.shoes.names import bare_name
from skill.shoes.pairs import add_pair, new_id
from skill.shoes.shoe import Shoe
from skill.shoes.told_of_pair import NOTHING_TOLD, ToldOfPair
from skill.value import replace

NAME_CANNOT_HELP = (Refusal.TOO_MANY_PAIRS, Refusal.STARTING_DISTANCE, Refusal.BOUGHT)
"""Refusals of a new pair after which no other name is asked for."""


class NamePair(OpenQuestion, name="name-pair"):
    """What a new pair is called.

    Attributes:
        told: what was told of it.
    """

    wanted = Wanted.PAIR

    told: ToldOfPair = NOTHING_TOLD

    def pair(self, talk: Talk, heard: Slot) -> Outcome:
        """Add it under this name."""
        return _add(talk, heard, self.told)

    def words(self, talk: Talk) -> str:
        """The question without an example."""
        return talk.line("shoes.adding.which")


class FirstPair(OpenQuestion, name="first-pair"):
    """Which pair the runner has, where none is known yet; a name alone is taken, but not listened for."""

    waits = False  # the runner asked for something else

    def pair(self, talk: Talk, heard: Slot) -> Outcome:
        """Add it under this name."""
        return _add(talk, heard, NOTHING_TOLD)


class SameNameAgain(AskedOnceMore, AboutPair, name="same-name-again"):
    """Whether a pair whose name another has takes its place.

    Attributes:
        told: what was told of the new one.
    """

    told: ToldOfPair = NOTHING_TOLD

    def yes(self, talk: Talk) -> Outcome:
        """It does."""
        return put_in_place_of(talk, self.shoe(talk), None, self.told)

    def no(self, talk: Talk) -> Outcome:
        """It is a second one, and has to be called something else."""
        return talk.ask(NamePair(self.told), talk.line("pairs.adding.another_name", **self.values(talk)))

    def never_mind(self, talk: Talk) -> Outcome:
        """Nothing is added."""
        return say_about_shoes(talk, talk.line("answers.nothing_changed"))

    def pair(self, talk: Talk, heard: Slot) -> Outcome:
        """It is a second one of this name."""
        return _add(talk, heard, self.told)

    def values(self, talk: Talk) -> dict[str, str | int]:
        """The pair's name."""
        return {"pair": pair_in_words(talk, self.shoe(talk))}


def add_shoes(talk: Talk, heard: Slot | None, told: ToldOfPair) -> Outcome:
    """Add a pair with what is told of it; ask for its name, and then for what it had run before."""
    if isinstance(talk.asked, NamePair):
        told = told.together_with(talk.asked.told)
    if heard and told == NOTHING_TOLD:
        answer = answer_of(talk, lambda question: question.new_pair(talk, heard))
        if answer:
            return answer
    return talk.ask(NamePair(told)) if heard is None else _add(talk, heard, told)


def has_run(talk: Talk, heard: Slot | None, distance: SpokenDistance) -> Outcome:
    """How far a pair has run: the first of all is added with it.

    Args:
        talk: the turn.
        heard: the pair; None for the one that is spoken of.
        distance: what it has run.
    """
    metres = talk.place_settings.read_metres(distance)
    if heard and metres and not talk.shoes.rotation.shoes and can_be_new(talk, heard):
        return add_shoes(talk, heard, ToldOfPair(metres=metres))
    return start_or_total(talk, heard, distance)


def ask_for_first_pair(talk: Talk) -> AskInsteadError:
    """There is no pair in use: ask for one, or for a retired one; where a question waits, only say so."""
    retired = talk.shoes.rotation.retired
    if retired:
        text = talk.line("shoes.all_retired", one=pair_in_words(talk, retired[0]))
    else:
        text = talk.line("shoes.no_pairs")
    if talk.waiting:  # it is asked once more behind this, and nobody answers two requests in one breath
        text = text.removesuffix(last_sentence(text)).rstrip()
    return AskInsteadError(FirstPair(), text)


def can_be_new(talk: Talk, heard: Slot) -> bool:
    """Whether what was heard can be the name of a pair that nobody knows yet."""
    words = vocabulary_of(talk)
    try:
        check_name(bare_name(heard.said, words), talk.shoes.rotation, words)
    except RefusedError:
        return False
    return not points_to_one(heard, talk.shoes.rotation.shoes, words)


def new_pair(talk: Talk, heard: Slot, told: ToldOfPair) -> Shoe:
    """Take a pair into the rotation; its id comes from the request, so that one delivered twice adds one.

    Raises:
        RefusedError: its name, or what was told of it, is not allowed.
    """
    words, today = vocabulary_of(talk), talk.place_settings.read_local_time().date()
    shoe = told.of(
        Shoe(new_id(talk.shoes.rotation, talk.turn.id), bare_name(heard.said, words), talk.turn.at), today
    )
    talk.shoes.rotation = add_pair(talk.shoes.rotation, mark_announced(shoe), words)
    talk.changed(PairAdded(shoe.id))
    return speak_of(talk, talk.shoes.rotation.shoes[-1])


def _add(talk: Talk, heard: Slot, told: ToldOfPair) -> Outcome:
    """Add a pair under a name, with what was told of it beside."""
    talk.open_questions = tuple(one for one in talk.open_questions if not isinstance(one, NamePair))
    try:
        shoe = new_pair(talk, heard, told)
    except RefusedError as refused:
        if refused.why in NAME_CANNOT_HELP:
            raise
        if refused.why is Refusal.NAME_TAKEN and refused.shoe:
            raise AskInsteadError(SameNameAgain(refused.shoe.id, told=told)) from refused
        raise AskInsteadError(NamePair(told), refusal_in_words(talk, refused)) from refused
    return _say_added(talk, shoe, told)


def _say_added(talk: Talk, shoe: Shoe, told: ToldOfPair) -> Outcome:
    pair = pair_in_words(talk, shoe)
    if shoe.kinds:
        pair = talk.line("shoes.adding.for_kinds", pair=pair, kinds=kinds_in_words(talk, shoe))
    row = told_in_words(talk, shoe, replace(told, kinds=frozenset()))
    more = talk.line("pairs.told.they", told=row) if row else ""
    if shoe.starting_metres:
        distance = rounded_distance(talk, shoe.starting_metres)
        added = talk.line("shoes.adding.added_with", pair=pair, distance=distance)
        return say_about_shoes(talk, f"{added} {more}".strip())
    if told.metres is not None:
        return say_about_shoes(talk, f"{talk.line('pairs.adding.added_new', pair=pair)} {more}".strip())
    if more:
        added = talk.line("pairs.adding.added", pair=pair)
        return talk.ask(RunBefore(shoe.id), f"{added} {more} {talk.line('pairs.adding.run_already')}")
    return talk.ask(RunBefore(shoe.id), talk.line("shoes.adding.added", pair=pair))
