"""What a pair had run before it was added."""

from skill.conversation.shoes.pair_changes import change_pair
from skill.conversation.shoes.replies import refusal_in_words, say_about_shoes
from skill.conversation.shoes.shoe_words import capitalised, pair_in_words, rounded_distance
from skill.conversation.shoes.which_pair import AboutPair, WhichPair, find_pair, slot_of
from skill.conversation.turn.pair_fact import Fact
from skill.conversation.turn.question import OpenQuestion, Wanted
from skill.conversation.turn.reply import Outcome
from skill.conversation.turn.talk import AskInsteadError, Talk
from skill.conversation.turn.turn import Slot
from skill.shoes.days import Day
from skill.shoes.distance import SpokenDistance
from skill.shoes.limits import RefusedError
from skill.shoes.pairs import with_starting_distance
from skill.shoes.shoe import Shoe
from skill.value import replace


class RunBefore(AboutPair, OpenQuestion, name="run-before"):
    """How far a new pair had run before it was added."""

    wanted = Wanted.DISTANCE

    def yes(self, talk: Talk) -> Outcome:
        """They have; how far is still to be said."""
        return talk.ask(self, talk.line("pairs.adding.how_far", **self.values(talk)))

    def no(self, talk: Talk) -> Outcome:
        """They are brand new."""
        return say_about_shoes(talk, talk.line("shoes.adding.added_new"))

    def distance(self, talk: Talk, distance: SpokenDistance, day: Day | None) -> Outcome | None:
        """So far."""
        return None if day else start_at(talk, slot_of(self.shoe(talk)), distance)

    def other_distance(self, talk: Talk, distance: SpokenDistance) -> Outcome | None:
        """That of the run or the fact which was told in this conversation; where there was none, so far."""
        of_run = talk.run_told and not talk.moved_on
        return None if of_run or talk.fact_told else super().other_distance(talk, distance)

    def values(self, talk: Talk) -> dict[str, str | int]:
        """The pair: another one may have been spoken of since."""
        return {"pair": pair_in_words(talk, self.shoe(talk))}

    def still_open(self, talk: Talk) -> bool:
        """As long as the pair is there and nothing is known of before, nor any run that would muddle it."""
        if not super().still_open(talk):
            return False
        return not self.shoe(talk).starting_metres and not self.shoe(talk).wear.tally.runs


class StartOfWhichPair(WhichPair, kw_only=True, name="start-of-which-pair"):
    """Which pair had run so far before it was added.

    Attributes:
        metres: so far; None when that was not told.
        perhaps_all: whether it may be all that it has run by now.
    """

    metres: float | None = None
    perhaps_all: bool = False

    def use(self, talk: Talk, heard: Slot) -> Outcome:
        """Set it, or ask which of both it is."""
        shoe = find_pair(talk, heard, self)
        return (_start_or_total if self.perhaps_all else _start)(talk, shoe, self.metres)


class TotalOfWhichPair(WhichPair, kw_only=True, name="total-of-which-pair"):
    """Which pair has run so far by now.

    Attributes:
        metres: so far; None when that was not told.
    """

    metres: float | None = None

    def use(self, talk: Talk, heard: Slot) -> Outcome:
        """Set it."""
        return _have(talk, find_pair(talk, heard, self), self.metres)


class StartOrTotal(AboutPair, name="start-or-total"):
    """Whether what a pair has run is all of it, the runs that are logged among it, or came before them.

    Attributes:
        metres: so far.
    """

    no_writes = True

    metres: float

    def yes(self, talk: Talk) -> Outcome:
        """It is all of it."""
        return _have(talk, self.shoe(talk), self.metres)

    def no(self, talk: Talk) -> Outcome:
        """It came before."""
        return _start(talk, self.shoe(talk), self.metres)

    def other_distance(self, talk: Talk, distance: SpokenDistance) -> Outcome | None:
        """It has run that far instead; what that is, is still asked."""
        metres = talk.place_settings.read_metres(distance)
        return None if metres is None else talk.ask(replace(self, metres=float(metres)))

    def never_mind(self, talk: Talk) -> Outcome:
        """Leave the sums as they are."""
        return say_about_shoes(talk, talk.line("answers.nothing_changed"))

    def values(self, talk: Talk) -> dict[str, str | int]:
        """What was told, and what is logged."""
        shoe = self.shoe(talk)
        logged = rounded_distance(talk, shoe.wear.tally.metres)
        return {"distance": rounded_distance(talk, round(self.metres)), "logged": logged}


def start_or_total(talk: Talk, heard: Slot | None, distance: SpokenDistance) -> Outcome:
    """What a pair has run: the start of one without a run, else it is asked whether its runs are among it.

    Args:
        talk: the turn.
        heard: the pair; None for the one that is spoken of.
        distance: what it has run.
    """
    metres = talk.place_settings.read_metres(distance)
    if heard is None and isinstance(talk.asked, RunBefore):
        heard = slot_of(talk.asked.shoe(talk))
    question = StartOfWhichPair(metres=metres, perhaps_all=True)
    return _start_or_total(talk, find_pair(talk, heard, question), metres)


def _start_or_total(talk: Talk, shoe: Shoe, metres: float | None) -> Outcome:
    logged = shoe.wear.tally.metres
    if metres is None or not logged or metres < logged:
        return _start(talk, shoe, metres)
    return talk.ask(StartOrTotal(shoe.id, metres))


def start_at(talk: Talk, heard: Slot | None, distance: SpokenDistance) -> Outcome:
    """What a pair had run before it was added: the one named, else the one just asked about or added."""
    metres = talk.place_settings.read_metres(distance)
    if heard is None and isinstance(talk.asked, RunBefore):
        heard = slot_of(talk.asked.shoe(talk))
    return _start(talk, find_pair(talk, heard, StartOfWhichPair(metres=metres)), metres)


def have_in_all(talk: Talk, heard: Slot | None, distance: SpokenDistance) -> Outcome:
    """What a pair has run by now, its runs among it: what it had run before them makes up the difference.

    Args:
        talk: the turn.
        heard: the pair; None for the one that is spoken of.
        distance: all that it has run.
    """
    metres = talk.place_settings.read_metres(distance)
    question = TotalOfWhichPair(metres=metres)
    return _have(talk, find_pair(talk, heard, question), metres)


def start_new(talk: Talk, heard: Slot | None) -> Outcome:
    """A pair had not run at all: the one named, else the one just asked about or added."""
    asked = talk.asked
    if isinstance(asked, RunBefore) and heard is None:
        talk.open_questions = tuple(one for one in talk.open_questions if one is not asked)
        return asked.no(talk)
    return _start(talk, find_pair(talk, heard, StartOfWhichPair(metres=0)), 0)


def _have(talk: Talk, shoe: Shoe, metres: float | None) -> Outcome:
    before = None if metres is None else metres - shoe.wear.tally.metres
    if before is not None and before < 0:
        logged = rounded_distance(talk, shoe.wear.tally.metres)
        pair = pair_in_words(talk, shoe)
        return say_about_shoes(talk, talk.line("shoes.setting.less_than_logged", pair=pair, distance=logged))
    return _start(talk, shoe, before)


def _start(talk: Talk, shoe: Shoe, metres: float | None) -> Outcome:
    question = RunBefore(shoe.id)
    if metres is None:
        return talk.ask(question, question.again(talk))
    try:
        started = with_starting_distance(shoe, metres)
    except RefusedError as refused:
        raise AskInsteadError(question, refusal_in_words(talk, refused)) from refused
    change_pair(talk, shoe, talk.shoes.rotation.with_shoe(started))
    talk.speak_of_fact(shoe.id, Fact.START)
    pair, total = pair_in_words(talk, started), rounded_distance(talk, started.metres)
    line = "shoes.setting.start" if started.wear.tally.runs else "shoes.setting.start_only"
    before = rounded_distance(talk, started.starting_metres)
    return say_about_shoes(talk, talk.line(line, pair=capitalised(pair), total=total, distance=before))
