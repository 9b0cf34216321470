"""A value that was said alone, as the intent that it means.

Amazon wants samples that are nothing but a slot kept apart from all others ("Best Practices for Sample
Utterances", developer.amazon.com), so "ten kilometres" alone arrives as `ChoiceIntent`, with the slots of
that value filled.
"""

from collections.abc import Mapping
from typing import Final

from skill.alexa.slots import Slots, SlotUseCase
from skill.content.exercise import Equipment
from skill.conversation.not_understood import not_understood
from skill.conversation.stretching.equipment_questions import ask_whether_at_hand
from skill.conversation.turn.reply import Outcome
from skill.conversation.turn.talk import Talk

MEANT: Final[Mapping[str, str]] = {
    "routine": "StartRoutineIntent",
    "exercise": "StartExerciseIntent",
    "pace": "SetPaceIntent",
    "flow": "SetFlowIntent",
    "words": "SetWordsIntent",
    "aspect": "FormQuestionIntent",
    "form": "ChangeFormIntent",
    "count_style": "SetCountStyleIntent",
    "count_direction": "SetCountDirectionIntent",
    "hold_change": "ChangeHoldIntent",
    "feeling": "RateRunIntent",
    "finding": "FindingsIntent",
    "sign": "FindingsIntent",
    "fine_sign": "FindingsIntent",
    "sound": "FindingsIntent",
    "topic": "AdviceIntent",
    "elsewhere": "OutOfScopeIntent",
    "source": "RunSourceIntent",
    "body_area": "SoreAreaIntent",
    "duration": "DurationIntent",
    "side": "SideAloneIntent",
    "asked_of_that": "AboutThatIntent",
    "distance": "DistanceIntent",
    "decimal": "DistanceIntent",
    "fraction": "DistanceIntent",
    "race_distance": "DistanceIntent",
    "more_metres": "DistanceIntent",
    "shoe": "WhichShoeIntent",
    "day": "DayOrKindIntent",
    "run_kind": "DayOrKindIntent",
    "repeat": "TimeIntent",
    "period": "RunsIntent",
    "unit": "SetUnitsIntent",
    "whereabouts": "AwayFromHomeIntent",
    "attack": "EmergencyIntent",
    "unwell": "EmergencyIntent",
    "gasping": "EmergencyIntent",
    "fallen": "InjuryIntent",
    "cramp": "CrampIntent",
    "cramping": "CrampIntent",
    "pain_kind": "PainKindIntent",
    "sport_done": "OtherSportIntent",
    "switch": "RestSwitchIntent",
    "rest_change": "RestIntent",
}
"""The intent that each slot means alone; where several are filled, as by a distance, the first one counts."""

EQUIPMENT: Final = "equipment"
"""The slot of a thing that was named and nothing else: whether it is at hand is not said by that."""


def choice(intents: Mapping[str, SlotUseCase]) -> SlotUseCase:
    """The use case of a value alone.

    Args:
        intents: the use cases that the values are passed on to.
    """

    def answer(talk: Talk, slots: Slots) -> Outcome:
        meant = [intent for slot, intent in MEANT.items() if slots.get(slot)]
        if meant:
            return intents[meant[0]](talk, slots)
        item = slots.word(EQUIPMENT, Equipment)
        return ask_whether_at_hand(talk, item) if item else not_understood(talk)

    return answer
