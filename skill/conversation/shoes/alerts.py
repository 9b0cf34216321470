"""The distance at which the runner wants to be told of a pair, apart from its life."""

from skill.conversation.shoes.adding import ask_for_first_pair
from skill.conversation.shoes.pair_changes import change_pair
from skill.conversation.shoes.replies import refusal_in_words, say_about_shoes
from skill.conversation.shoes.shoe_words import capitalised, pair_in_words, rounded_distance
from skill.conversation.shoes.which_pair import AboutPair, WhichPair, find_pair
from skill.conversation.turn.pair_fact import Fact
from skill.conversation.turn.question import OpenQuestion, Wanted
from skill.conversation.turn.reply import Outcome
from skill.conversation.turn.talk import AskInsteadError, Talk
from skill.conversation.turn.turn import Slot
from skill.shoes.alerts import with_alert
from skill.shoes.days import Day
from skill.shoes.distance import SpokenDistance
from skill.shoes.limits import RefusedError
from skill.shoes.shoe import Shoe


class AlertOfWhichPair(WhichPair, kw_only=True, name="alert-of-which-pair"):
    """Which pair the runner wants to be told of.

    Attributes:
        metres: at this distance; None where it was not told.
        off: whether the runner does not want to be told any more.
    """

    metres: float | None = None
    off: bool = False

    def use(self, talk: Talk, heard: Slot) -> Outcome:
        """Set it, or clear it."""
        shoe = find_pair(talk, heard, self)
        return _clear(talk, shoe) if self.off else _set(talk, shoe, self.metres)


class AlertAtWhat(AboutPair, OpenQuestion, name="alert-at-what"):
    """At which distance the runner wants to be told of a pair."""

    wanted = Wanted.DISTANCE

    def distance(self, talk: Talk, distance: SpokenDistance, day: Day | None) -> Outcome | None:
        """At that one."""
        return None if day else _set(talk, self.shoe(talk), talk.place_settings.read_metres(distance))


def set_alert(talk: Talk, heard: Slot | None, distance: SpokenDistance) -> Outcome:
    """Tell the runner when a pair has run so far."""
    metres = talk.place_settings.read_metres(distance)
    return _set(talk, _find(talk, heard, AlertOfWhichPair(metres=metres)), metres)


def clear_alert(talk: Talk, heard: Slot | None) -> Outcome:
    """Tell the runner no more; where no pair is named and one alone has an alert, that one."""
    alerted = [shoe for shoe in talk.shoes.rotation.active if shoe.alert_metres]
    if heard is None and len(alerted) == 1:
        return _clear(talk, alerted[0])
    return _clear(talk, _find(talk, heard, AlertOfWhichPair(off=True)))


def _find(talk: Talk, heard: Slot | None, question: AlertOfWhichPair) -> Shoe:
    if not talk.shoes.rotation.active:
        raise ask_for_first_pair(talk)
    return find_pair(talk, heard, question, talk.shoes.rotation.active)


def _set(talk: Talk, shoe: Shoe, metres: float | None) -> Outcome:
    question, pair = AlertAtWhat(shoe.id), pair_in_words(talk, shoe)
    if metres is None:
        return talk.ask(question, talk.line("pairs.alert.at_what", pair=pair))
    try:
        told = with_alert(shoe, metres)
    except RefusedError as refused:
        raise AskInsteadError(question, refusal_in_words(talk, refused)) from refused
    if told.alerted:
        # It could never be told; the alert that there was is kept.
        distance = rounded_distance(talk, shoe.metres)
        return talk.ask(question, talk.line("pairs.alert.passed", pair=capitalised(pair), distance=distance))
    change_pair(talk, shoe, talk.shoes.rotation.with_shoe(told))
    talk.speak_of_fact(shoe.id, Fact.ALERT)
    values = {"alert": rounded_distance(talk, round(metres)), "distance": rounded_distance(talk, shoe.metres)}
    return say_about_shoes(talk, talk.line("pairs.alert.set", pair=pair, **values))


def _clear(talk: Talk, shoe: Shoe) -> Outcome:
    change_pair(talk, shoe, talk.shoes.rotation.with_shoe(with_alert(shoe, None)))
    line = "pairs.alert.cleared" if shoe.alert_metres else "pairs.alert.none"
    return say_about_shoes(talk, talk.line(line, pair=pair_in_words(talk, shoe)))
