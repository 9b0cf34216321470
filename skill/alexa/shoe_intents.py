"""Which use case answers which intent about shoes, and which slots it reads."""

import re
from collections.abc import Mapping

from skill.alexa.slots import Slots, SlotUseCase
from skill.conversation.reply import Reply
from skill.conversation.shoes import adding, answering, choosing, correcting, setting, telling
from skill.conversation.talk import Talk
from skill.shoes.distance import Fraction, Race, SpokenDistance, Unit
from skill.shoes.periods import Period
from skill.shoes.run import RunKind


def spoken_distance(slots: Slots) -> SpokenDistance:
    """The distance in an intent's slots."""
    decimals = slots.text("decimal") or ""
    return SpokenDistance(
        whole=slots.number("distance"),
        decimals=decimals if re.fullmatch(r"\d{1,6}", decimals, re.ASCII) else "",
        fraction=slots.word("fraction", Fraction),
        unit=slots.word("unit", Unit),
        race=slots.word("race_distance", Race),
    )


def _choose(talk: Talk, slots: Slots) -> Reply:
    return choosing.choose_shoes(
        talk, slots.text("day"), slots.word("run_kind", RunKind), spoken_distance(slots)
    )


def _log(talk: Talk, slots: Slots) -> Reply:
    kind, shoe = slots.word("run_kind", RunKind), slots.get("shoe")
    return answering.tell_run(talk, spoken_distance(slots), slots.text("day"), kind, shoe)


def _shoe_distance(talk: Talk, slots: Slots) -> Reply:
    period, unit = slots.word("period", Period), slots.word("unit", Unit)
    return telling.shoe_distance(talk, slots.get("shoe"), period, unit)


def _runs(talk: Talk, slots: Slots) -> Reply:
    return telling.runs_in(talk, slots.word("period", Period), slots.word("unit", Unit))


def _rest(talk: Talk, slots: Slots) -> Reply:
    seconds = slots.seconds("duration")
    return setting.set_rest(talk, slots.whole("number") if seconds is None else round(seconds / 3600))


def _switch(talk: Talk, slots: Slots) -> Reply:
    switch = slots.get("switch")
    return setting.switch_rest(talk, on=switch.ids[0] == "on" if switch and switch.ids else None)


_INTENTS: Mapping[str, SlotUseCase] = {
    "ChooseShoesIntent": _choose,
    "WhyShoesIntent": lambda talk, _slots: choosing.why(talk),
    "OtherShoesIntent": lambda talk, _slots: choosing.other_shoes(talk),
    "AddShoesIntent": lambda talk, slots: adding.add_shoes(talk, slots.get("shoe"), spoken_distance(slots)),
    "LogRunIntent": _log,
    "WhichShoeIntent": lambda talk, slots: answering.which_shoes(talk, slots.get("shoe")),
    "DistanceIntent": lambda talk, slots: answering.distance(talk, spoken_distance(slots), slots.text("day")),
    "CorrectShoesIntent": lambda talk, slots: answering.correct_shoes(talk, slots.get("shoe")),
    "CorrectDistanceIntent": lambda talk, slots: answering.correct_distance(talk, spoken_distance(slots)),
    "UndoIntent": lambda talk, _slots: correcting.ask_to_undo(talk),
    "ShoeDistanceIntent": _shoe_distance,
    "ReplaceWhenIntent": lambda talk, slots: telling.replace_when(talk, slots.get("shoe")),
    "ListShoesIntent": lambda talk, _slots: telling.list_shoes(talk),
    "RetireShoesIntent": lambda talk, slots: setting.ask_to_retire(talk, slots.get("shoe")),
    "BringBackShoesIntent": lambda talk, slots: setting.bring_back(talk, slots.get("shoe")),
    "RenameShoesIntent": lambda talk, slots: setting.rename(talk, slots.get("shoe"), slots.get("new_name")),
    "SetShoeLifeIntent": lambda talk, slots: setting.set_life(
        talk, slots.get("shoe"), spoken_distance(slots)
    ),
    "SetShoeKindIntent": lambda talk, slots: setting.set_kind(
        talk, slots.get("shoe"), slots.word("run_kind", RunKind)
    ),
    "SetStartingDistanceIntent": lambda talk, slots: adding.start_at(
        talk, slots.get("shoe"), spoken_distance(slots)
    ),
    "SetRestIntent": _rest,
    "RestSwitchIntent": _switch,
    "SetUnitsIntent": lambda talk, slots: setting.set_unit(talk, slots.word("unit", Unit)),
    "RunsIntent": _runs,
}


def _with_notebook(use_case: SlotUseCase) -> SlotUseCase:
    """Without the notebook nothing can be said about the shoes, and nothing would be kept."""

    def answer(talk: Talk, slots: Slots) -> Reply:
        return use_case(talk, slots) if talk.wardrobe.known else answering.without_notebook(talk)

    return answer


SHOE_INTENTS: Mapping[str, SlotUseCase] = {name: _with_notebook(answer) for name, answer in _INTENTS.items()}
