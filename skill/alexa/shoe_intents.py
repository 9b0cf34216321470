"""Which use case answers which intent about shoes, and which slots it reads."""

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from enum import StrEnum
from typing import TypeVar

from skill.alexa.slots import Slots
from skill.conversation import (
    shoes_adding,
    shoes_answering,
    shoes_choosing,
    shoes_correcting,
    shoes_logging,
    shoes_setting,
    shoes_telling,
)
from skill.conversation.reply import Question, Reply
from skill.conversation.shoe_periods import Period
from skill.conversation.talk import Talk
from skill.shoes.run import RunKind
from skill.speech.distances import Part, Race, Told, Unit

Answer = Callable[[Talk, Slots], Reply]
Word = TypeVar("Word", bound=StrEnum)


def told(slots: Slots) -> Told:
    """The distance in an intent's slots."""
    decimals = slots.text("decimal") or ""
    return Told(
        whole=_number(slots.text("distance")),
        decimals=decimals if re.fullmatch(r"\d{1,6}", decimals, re.ASCII) else "",
        part=_word(slots, "fraction", Part),
        unit=_word(slots, "unit", Unit),
        race=_word(slots, "race_distance", Race),
    )


def _choose(talk: Talk, slots: Slots) -> Reply:
    return shoes_choosing.choose_shoes(talk, slots.text("day"), _kind(slots), told(slots))


def _log(talk: Talk, slots: Slots) -> Reply:
    shoe, distance = slots.get("shoe"), told(slots)
    if talk.question is Question.WHICH_PAIR and shoe and distance == Told():
        return shoes_answering.which_shoes(talk, shoe)
    return shoes_logging.tell_run(talk, distance, slots.text("day"), _kind(slots), shoe)


def _shoe_distance(talk: Talk, slots: Slots) -> Reply:
    talk.wardrobe.asked_unit = _word(slots, "unit", Unit)
    return shoes_telling.shoe_distance(talk, slots.get("shoe"), _word(slots, "period", Period))


def _runs(talk: Talk, slots: Slots) -> Reply:
    talk.wardrobe.asked_unit = _word(slots, "unit", Unit)
    return shoes_telling.runs_in(talk, _word(slots, "period", Period))


def _rest(talk: Talk, slots: Slots) -> Reply:
    seconds = slots.seconds("duration")
    return shoes_setting.set_rest(talk, slots.whole("number") if seconds is None else round(seconds / 3600))


def _switch(talk: Talk, slots: Slots) -> Reply:
    switch = slots.get("switch")
    return shoes_setting.switch_rest(talk, on=switch.ids[0] == "on" if switch and switch.ids else None)


_INTENTS: Mapping[str, Answer] = {
    "ChooseShoesIntent": _choose,
    "WhyShoesIntent": lambda talk, _slots: shoes_choosing.why(talk),
    "OtherShoesIntent": lambda talk, _slots: shoes_choosing.other_shoes(talk),
    "AddShoesIntent": lambda talk, slots: shoes_adding.add_shoes(talk, slots.get("shoe"), told(slots)),
    "LogRunIntent": _log,
    "WhichShoeIntent": lambda talk, slots: shoes_answering.which_shoes(talk, slots.get("shoe")),
    "DistanceIntent": lambda talk, slots: shoes_answering.distance(talk, told(slots), slots.text("day")),
    "CorrectShoesIntent": lambda talk, slots: shoes_answering.correct_shoes(talk, slots.get("shoe")),
    "CorrectDistanceIntent": lambda talk, slots: shoes_answering.correct_distance(talk, told(slots)),
    "UndoIntent": lambda talk, _slots: shoes_correcting.ask_to_undo(talk),
    "ShoeDistanceIntent": _shoe_distance,
    "ReplaceWhenIntent": lambda talk, slots: shoes_telling.replace_when(talk, slots.get("shoe")),
    "ListShoesIntent": lambda talk, _slots: shoes_telling.list_shoes(talk),
    "RetireShoesIntent": lambda talk, slots: shoes_setting.ask_to_retire(talk, slots.get("shoe")),
    "BringBackShoesIntent": lambda talk, slots: shoes_setting.bring_back(talk, slots.get("shoe")),
    "RenameShoesIntent": lambda talk, slots: shoes_setting.rename(
        talk, slots.get("shoe"), slots.get("new_name")
    ),
    "SetShoeLifeIntent": lambda talk, slots: shoes_setting.set_life(talk, slots.get("shoe"), told(slots)),
    "SetShoeKindIntent": lambda talk, slots: shoes_setting.set_kind(talk, slots.get("shoe"), _kind(slots)),
    "SetStartingDistanceIntent": lambda talk, slots: shoes_adding.start_at(
        talk, slots.get("shoe"), told(slots)
    ),
    "SetRestIntent": _rest,
    "RestSwitchIntent": _switch,
    "SetUnitsIntent": lambda talk, slots: shoes_setting.set_unit(talk, _word(slots, "unit", Unit)),
    "RunsIntent": _runs,
}


def _with_notebook(use_case: Answer) -> Answer:
    """Without the notebook nothing can be said about the shoes, and nothing would be kept."""

    def answer(talk: Talk, slots: Slots) -> Reply:
        return use_case(talk, slots) if talk.wardrobe.known else shoes_answering.without_notebook(talk)

    return answer


SHOE_INTENTS: Mapping[str, Answer] = {name: _with_notebook(answer) for name, answer in _INTENTS.items()}


def _number(text: str | None) -> Decimal | None:
    """The number in an AMAZON.NUMBER; None when there is none, as when Alexa sends "?"."""
    if text is None or not re.fullmatch(r"-?\d{1,9}(\.\d{1,6})?", text, re.ASCII):
        return None
    return Decimal(text)


def _kind(slots: Slots) -> RunKind | None:
    return _word(slots, "run_kind", RunKind)


def _word(slots: Slots, name: str, kind: type[Word]) -> Word | None:
    """The first id of a slot that is one of these words."""
    slot = slots.get(name)
    known = list(kind)
    return next((kind(id_) for id_ in (slot.ids if slot else ()) if id_ in known), None)
