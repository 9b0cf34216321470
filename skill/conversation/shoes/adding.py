"""Pairs added by voice: the name first, then what they had run before."""

from dataclasses import dataclass

from skill.conversation.shoes.pair_changes import PairAdded, change_pair
from skill.conversation.shoes.replies import refusal_in_words, say_about_shoes
from skill.conversation.shoes.shoe_words import capitalised, kinds_in_words, pair_in_words, rounded_distance
from skill.conversation.shoes.which_pair import AboutPair, WhichPair, find_pair, slot_of, vocabulary_of
from skill.conversation.turn.question import OpenQuestion, Wanted
from skill.conversation.turn.reply import Outcome
from skill.conversation.turn.talk import AskInsteadError, Talk
from skill.conversation.turn.turn import Slot
from skill.shoes.days import Day
from skill.shoes.distance import SpokenDistance
from skill.shoes.lifetime import mark_announced
from skill.shoes.limits import Refusal, RefusedError, check_starting_distance
from skill.shoes.names import bare_name
from skill.shoes.pairs import add_pair, with_starting_distance
from skill.shoes.run import RunKind
from skill.shoes.shoe import Shoe

NAME_CANNOT_HELP = (Refusal.TOO_MANY_PAIRS, Refusal.STARTING_DISTANCE)
"""Refusals of a new pair after which no other name is asked for."""


@dataclass(frozen=True)
class NamePair(OpenQuestion, name="name-pair"):
    """What a new pair is called.

    Attributes:
        metres: what it had run before; None when that was not told.
        run_kind: what it is kept for; None when that was not told.
    """

    wanted = Wanted.PAIR

    metres: float | None = None
    run_kind: RunKind | None = None

    def pair(self, talk: Talk, heard: Slot) -> Outcome:
        """Add it under this name."""
        return _add(talk, heard, self)

    def words(self, talk: Talk) -> str:
        """The question without an example."""
        return talk.line("shoes.adding.which")


class FirstPair(OpenQuestion, name="first-pair"):
    """Which pair the runner has, where none is known yet; a name alone is taken, but not listened for."""

    waits = False  # the runner asked for something else

    def pair(self, talk: Talk, heard: Slot) -> Outcome:
        """Add it under this name."""
        return _add(talk, heard, NamePair())


class RunBefore(AboutPair, OpenQuestion, name="run-before"):
    """How far a new pair had run before it was added."""

    wanted = Wanted.DISTANCE

    def no(self, talk: Talk) -> Outcome:
        """They are brand new."""
        return say_about_shoes(talk, talk.line("shoes.adding.added_new"))

    def distance(self, talk: Talk, distance: SpokenDistance, day: Day | None) -> Outcome | None:
        """So far."""
        return None if day else start_at(talk, slot_of(self.shoe(talk)), distance)

    def other_distance(self, talk: Talk, distance: SpokenDistance) -> Outcome | None:
        """That of the run which was told in this conversation; where there was none, so far."""
        return None if talk.run_told else super().other_distance(talk, distance)

    def values(self, talk: Talk) -> dict[str, str | int]:
        """The pair: another one may have been spoken of since."""
        return {"pair": pair_in_words(talk, self.shoe(talk))}

    def still_open(self, talk: Talk) -> bool:
        """As long as the pair is there and nothing is known of before, nor any run that would muddle it."""
        if not super().still_open(talk):
            return False
        return not self.shoe(talk).starting_metres and not self.shoe(talk).wear.tally.runs


@dataclass(frozen=True, kw_only=True)
class StartOfWhichPair(WhichPair, name="start-of-which-pair"):
    """Which pair had run so far before it was added.

    Attributes:
        metres: so far; None when that was not told.
    """

    metres: float | None = None

    def use(self, talk: Talk, heard: Slot) -> Outcome:
        """Set it."""
        return _start(talk, find_pair(talk, heard, self), self.metres)


def add_shoes(
    talk: Talk, heard: Slot | None, distance: SpokenDistance, kind: RunKind | None = None
) -> Outcome:
    """Add a pair, perhaps for one kind of run; ask for its name, and then for what it had run before."""
    told = NamePair(talk.place_settings.read_metres(distance), kind)
    if isinstance(talk.asked, NamePair):
        metres = talk.asked.metres if told.metres is None else told.metres
        told = NamePair(metres, told.run_kind or talk.asked.run_kind)
    return talk.ask(told) if heard is None else _add(talk, heard, told)


def start_at(talk: Talk, heard: Slot | None, distance: SpokenDistance) -> Outcome:
    """What a pair had run before it was added: the one named, else the one just asked about or added."""
    metres = talk.place_settings.read_metres(distance)
    if heard is None and isinstance(talk.asked, RunBefore):
        heard = slot_of(talk.asked.shoe(talk))
    return _start(talk, find_pair(talk, heard, StartOfWhichPair(metres=metres)), metres)


def ask_for_first_pair(talk: Talk) -> AskInsteadError:
    """There is no pair yet: ask for one."""
    return AskInsteadError(FirstPair(), talk.line("shoes.no_pairs"))


def _id_of_new_pair(talk: Talk) -> str:
    """The pair's id comes from the request, so that one delivered twice adds one pair."""
    return f"pair-{talk.turn.id}"


def _add(talk: Talk, heard: Slot, told: NamePair) -> Outcome:
    """Add a pair under a name, with what was told of it beside."""
    talk.open_questions = tuple(one for one in talk.open_questions if not isinstance(one, NamePair))
    words = vocabulary_of(talk)
    try:
        before = check_starting_distance(told.metres or 0)
        name, kinds = bare_name(heard.said, words), frozenset({told.run_kind} if told.run_kind else ())
        shoe = Shoe(_id_of_new_pair(talk), name, talk.turn.at, starting_metres=before, kinds=kinds)
        talk.shoes.rotation = add_pair(talk.shoes.rotation, mark_announced(shoe), words)
    except RefusedError as refused:
        if refused.why in NAME_CANNOT_HELP:
            raise
        raise AskInsteadError(told, refusal_in_words(talk, refused)) from refused
    talk.changed(PairAdded(shoe.id))
    return _say_added(talk, talk.shoes.rotation.shoes[-1])


def _say_added(talk: Talk, shoe: Shoe) -> Outcome:
    pair = pair_in_words(talk, shoe)
    if shoe.kinds:
        pair = talk.line("shoes.adding.for_kinds", pair=pair, kinds=kinds_in_words(talk, shoe))
    if shoe.starting_metres:
        distance = rounded_distance(talk, shoe.starting_metres)
        return say_about_shoes(talk, talk.line("shoes.adding.added_with", pair=pair, distance=distance))
    return talk.ask(RunBefore(shoe.id), talk.line("shoes.adding.added", pair=pair))


def _start(talk: Talk, shoe: Shoe, metres: float | None) -> Outcome:
    question = RunBefore(shoe.id)
    if metres is None:
        return talk.ask(question, question.again(talk))
    try:
        started = with_starting_distance(shoe, metres)
    except RefusedError as refused:
        raise AskInsteadError(question, refusal_in_words(talk, refused)) from refused
    change_pair(talk, shoe, talk.shoes.rotation.with_shoe(started))
    pair, total = pair_in_words(talk, started), rounded_distance(talk, started.metres)
    line = "shoes.setting.start" if started.wear.tally.runs else "shoes.setting.start_only"
    before = rounded_distance(talk, started.starting_metres)
    return say_about_shoes(talk, talk.line(line, pair=capitalised(pair), total=total, distance=before))
