"""Why a pair's life is counted as it is."""

from datetime import date

from skill.conversation.shoes.adding import ask_for_first_pair
from skill.conversation.shoes.check_up_words import found_in_words
from skill.conversation.shoes.replies import say_about_shoes
from skill.conversation.shoes.shoe_words import capitalised, estimated_distance, pair_in_words
from skill.conversation.shoes.which_pair import WhichPair, find_pair
from skill.conversation.turn.reply import Outcome
from skill.conversation.turn.talk import Talk
from skill.conversation.turn.turn import Slot
from skill.shoes.own_life import FEWEST_PAIRS, own_life
from skill.shoes.shoe import Basis, Shoe, Stage


class WhyLifeOfWhichPair(WhichPair, name="why-life-of-which-pair"):
    """Why which pair lasts so far."""

    def use(self, talk: Talk, heard: Slot) -> Outcome:
        """Tell it."""
        return why_life(talk, heard)


def why_life(talk: Talk, heard: Slot | None) -> Outcome:
    """Why the coach counts on so many kilometres: of a pair, or of the only figure that all of them have."""
    rotation = talk.shoes.rotation
    if not rotation.active:
        raise ask_for_first_pair(talk)
    alike = {(shoe.life, shoe.life_basis, shoe.examination) for shoe in rotation.active}
    first = rotation.active[0]
    shoe = first if heard is None and len(alike) == 1 else find_pair(talk, heard, WhyLifeOfWhichPair())
    pair, due = capitalised(pair_in_words(talk, shoe)), estimated_distance(talk, shoe.life.due)
    counted = talk.line("life.counted", pair=pair, due=due)
    told = shoe.life_basis in (Basis.CONVENTION, Basis.TOLD) and not shoe.examination
    because = _plain_reason(talk, shoe) if told else reason_of_life(talk, shoe)
    return say_about_shoes(talk, f"{counted} {because} {talk.line('check_up.convention')}")


class CheckOfWhichPair(WhichPair, name="check-of-which-pair"):
    """Which pair's last check-up is to be told."""

    def use(self, talk: Talk, heard: Slot) -> Outcome:
        """Tell it."""
        return last_check_up(talk, heard)


def last_check_up(talk: Talk, heard: Slot | None) -> Outcome:
    """What the last check-up found, of a pair or of the pair checked last, and what is counted on since."""
    rotation = talk.shoes.rotation
    if not rotation.active:
        raise ask_for_first_pair(talk)
    checked = [shoe for shoe in rotation.active if shoe.examination]
    if heard:
        shoe = find_pair(talk, heard, CheckOfWhichPair(), rotation.active)
    elif checked:
        shoe = max(checked, key=lambda one: (one.examination.on if one.examination else date.min, one.id))
    else:
        return say_about_shoes(talk, talk.line("check_up.never"))
    if shoe.examination is None:
        return say_about_shoes(talk, talk.line("check_up.never_this", pair=pair_in_words(talk, shoe)))
    pair, due = capitalised(pair_in_words(talk, shoe)), estimated_distance(talk, shoe.life.due)
    counted = talk.line("life.counted", pair=pair, due=due)
    return say_about_shoes(talk, f"{found_in_words(talk, shoe.examination)} {counted}")


def reason_of_life(talk: Talk, shoe: Shoe) -> str:
    """The reason behind a figure, as a sentence; empty where there is none but the runner's own word.

    A check-up is told first, then the runner's own pairs; convention is said of a pair that is coming to its
    end, when it matters.
    """
    said = found_in_words(talk, shoe.examination) if shoe.examination else ""
    match shoe.life_basis:
        case Basis.LEARNT:
            own = own_life(talk.shoes.rotation, shoe)
            count = own.pairs if own else FEWEST_PAIRS
            learnt = talk.line("life.learnt", count=count, due=estimated_distance(talk, shoe.life.due))
            return f"{said} {learnt}".strip()
        case Basis.CONVENTION if shoe.stage is not Stage.FRESH and not said:
            return talk.line("life.convention_and_eyes")
    return said


def _plain_reason(talk: Talk, shoe: Shoe) -> str:
    due = estimated_distance(talk, shoe.life.due)
    key = "told" if shoe.life_basis is Basis.TOLD else "convention"
    return talk.line(f"life.{key}", due=due, count=FEWEST_PAIRS)
