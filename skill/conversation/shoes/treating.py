"""How pairs are worn beside the rule: used up, saved, or evenly again."""

from datetime import date

from skill.conversation.shoes.adding import ask_for_first_pair
from skill.conversation.shoes.mode_words import saved_day_in_words, until_in_words
from skill.conversation.shoes.pair_kinds import How, change_kinds
from skill.conversation.shoes.pair_meant import pair_meant
from skill.conversation.shoes.race_words import race_in_words
from skill.conversation.shoes.replies import say_about_shoes
from skill.conversation.shoes.shoe_words import capitalised, named_in_words, pair_in_words
from skill.conversation.shoes.which_pair import WhichPair, find_pair
from skill.conversation.turn.change import Change
from skill.conversation.turn.reply import Outcome
from skill.conversation.turn.talk import Talk
from skill.conversation.turn.turn import Slot
from skill.shoes.mode import Moded, treated
from skill.shoes.planned_race import races_ahead
from skill.shoes.run import RunKind
from skill.shoes.shoe import Mode, Shoe


class ModesChanged(Change, name="modes-changed"):
    """Pairs were to be used up, saved, or worn evenly again.

    Attributes:
        before: how each of them was treated.
    """

    before: tuple[Moded, ...]

    def stands(self, talk: Talk) -> bool:
        """Whether one of the pairs is there and treated otherwise."""
        return any(shoe and Moded.of(shoe) != one for one, shoe in self._pairs(talk))

    def values(self, talk: Talk) -> dict[str, str | int]:
        """The pairs' names."""
        names = [named_in_words(talk, shoe.nickname) for _, shoe in self._pairs(talk) if shoe]
        return {"pairs": talk.phrasebook.join(names)}

    def take_back(self, talk: Talk) -> Outcome:
        """Treat the pairs as before."""
        text = self.done(talk)
        talk.shoes.rotation = treated(talk.shoes.rotation, self.before)
        return say_about_shoes(talk, capitalised(text))

    def _pairs(self, talk: Talk) -> list[tuple[Moded, Shoe | None]]:
        return [(one, talk.shoes.rotation.find(one.pair)) for one in self.before]


class UseUpWhichPair(WhichPair, name="use-up-which-pair"):
    """Which pair is to be used up."""

    def use(self, talk: Talk, heard: Slot) -> Outcome:
        """Use it up."""
        return use_up(talk, heard)


class SaveWhichPair(WhichPair, kw_only=True, name="save-which-pair"):
    """Which pair is to be saved.

    Attributes:
        until: see `save`, as is the other.
        run_kind: None where none was told.
    """

    until: date | None = None
    run_kind: RunKind | None = None

    def use(self, talk: Talk, heard: Slot) -> Outcome:
        """Save it."""
        return save(talk, heard, self.until, self.run_kind)


class TreatEvenlyWhichPair(WhichPair, name="treat-evenly-which-pair"):
    """Which pair is to be worn evenly again."""

    def use(self, talk: Talk, heard: Slot) -> Outcome:
        """Wear it evenly."""
        return wear_evenly(talk, heard)


def use_up(talk: Talk, heard: Slot | None) -> Outcome:
    """Name a pair whenever it is rested and suits, until it is done."""
    shoe = _find(talk, heard, UseUpWhichPair())
    if not shoe.active:
        return _say_retired(talk, shoe)
    _change(talk, (shoe,), Moded(shoe.id, Mode.USED_UP))
    return say_about_shoes(talk, talk.line("shoes.modes.used_up", pair=pair_in_words(talk, shoe)))


def save_or_keep(
    talk: Talk, heard: Slot | None, until: date | None, kind: RunKind | None, *, for_one_race: bool
) -> Outcome:
    """Save a pair for a day or for one race; "for long runs" says what it is for from now on.

    Args:
        talk: the turn.
        heard: the pair.
        until: see `save`, as is the other.
        kind: see `save`.
        for_one_race: whether a race was spoken of, and not races.
    """
    ahead = races_ahead(talk.shoes.rotation.races, talk.place_settings.read_local_time().date())
    if kind and until is None and not for_one_race and not (kind is RunKind.RACE and ahead):
        return change_kinds(talk, heard, frozenset({kind}), How.SET)
    return save(talk, heard, until, kind)


def save(talk: Talk, heard: Slot | None, until: date | None, kind: RunKind | None) -> Outcome:
    """Leave a pair alone: until a day, for a kind of run, for the next race, or until told otherwise.

    Args:
        talk: the turn.
        heard: the pair.
        until: the day from which it is worn again; None where none was told, or it is over.
        kind: the run that it waits for; None where none was told.
    """
    shoe = _find(talk, heard, SaveWhichPair(until=until, run_kind=kind))
    if not shoe.active:
        return _say_retired(talk, shoe)
    today = talk.place_settings.read_local_time().date()
    until = until if until and until > today else None
    ahead = races_ahead(talk.shoes.rotation.races, today)
    race = next((one for one in ahead if one.day == until), next(iter(ahead), None))
    if kind is RunKind.RACE and until is None and race:
        until = race.day
    _change(talk, (shoe,), Moded(shoe.id, Mode.SAVED, until, kind))
    if race and until == race.day:
        talk.speak_of_race(race.id)
    pair = pair_in_words(talk, shoe)
    if kind is RunKind.RACE and race and until == race.day:
        said = race_in_words(talk, race)
        text = talk.line(
            "shoes.modes.saved_for_race", pair=pair, race=said, day=saved_day_in_words(talk, race.day)
        )
    elif until:
        text = talk.line("shoes.modes.saved_until", pair=pair, day=saved_day_in_words(talk, until))
    elif kind:
        text = talk.line("shoes.modes.saved_for", pair=pair, kinds=talk.line(f"shoes.kinds.{kind}"))
    else:
        text = talk.line("shoes.modes.saved", pair=pair)
    return say_about_shoes(talk, text)


def wear_evenly(talk: Talk, heard: Slot | None) -> Outcome:
    """Treat a pair, or all of them, as the rule does."""
    rotation = talk.shoes.rotation
    if not rotation.active:
        raise ask_for_first_pair(talk)
    shoes = [find_pair(talk, heard, TreatEvenlyWhichPair())] if heard else list(rotation.active)
    moded = tuple(shoe for shoe in shoes if shoe.mode)
    if not moded:
        return say_about_shoes(talk, talk.line("shoes.modes.even_already"))
    _change(talk, moded, None)
    names = talk.phrasebook.join([pair_in_words(talk, shoe) for shoe in moded])
    return say_about_shoes(talk, capitalised(talk.line("shoes.modes.even", pairs=names)))


def tell_modes(talk: Talk) -> Outcome:
    """Which pairs are used up or saved, and until when."""
    today = talk.place_settings.read_local_time().date()
    told = []
    for shoe in talk.shoes.rotation.active:
        pair = pair_in_words(talk, shoe)
        if shoe.mode is Mode.USED_UP:
            told.append(talk.line("shoes.modes.is_used_up", pair=pair))
        elif shoe.mode is Mode.SAVED and not (shoe.saved_until and shoe.saved_until <= today):
            told.append(talk.line("shoes.modes.is_saved", pair=pair, until=until_in_words(talk, shoe)))
    text = talk.line("shoes.modes.told", list=talk.phrasebook.join(told)) if told else ""
    return say_about_shoes(talk, text or talk.line("shoes.modes.all_even"))


def _find(talk: Talk, heard: Slot | None, question: WhichPair) -> Shoe:
    if not talk.shoes.rotation.shoes:
        raise ask_for_first_pair(talk)
    spoken_of = None if heard else pair_meant(talk)
    return spoken_of or find_pair(talk, heard, question)


def _say_retired(talk: Talk, shoe: Shoe) -> Outcome:
    return say_about_shoes(talk, talk.line("shoes.modes.retired", pair=pair_in_words(talk, shoe)))


def _change(talk: Talk, shoes: tuple[Shoe, ...], wish: Moded | None) -> None:
    """Treat the pairs so, evenly where no wish is given, and note how they were."""
    change = ModesChanged(tuple(Moded.of(shoe) for shoe in shoes))
    wishes = [wish] if wish else [Moded(shoe.id) for shoe in shoes]
    talk.shoes.rotation = treated(talk.shoes.rotation, wishes)
    if change.stands(talk):
        talk.changed(change)
