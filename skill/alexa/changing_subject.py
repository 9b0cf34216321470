"""What speaks of something else than the run told last, so that a "no, nine" behind it may be about that."""

from collections.abc import Mapping
from typing import Final

from skill.alexa.slots import Slots, SlotUseCase
from skill.conversation.turn.reply import Outcome
from skill.conversation.turn.talk import Talk

ABOUT_THE_RUN: Final = frozenset(
    {
        "CorrectShoesIntent",
        "CorrectDistanceIntent",
        "RanThatFarIntent",
        "CorrectDayIntent",
        "CorrectKindIntent",
        "WrongRunIntent",
        "DeleteRunIntent",
        "RunWasIntent",
        "PairsOfRunsIntent",
        "ShoesFeltIntent",
        "AboutThatIntent",
        "WhichShoeIntent",
        "DistanceIntent",
        "DayOrKindIntent",
        "UndoIntent",
        "DidNotIntent",
        "NotMyRunIntent",
    }
)
"""The intents of shoes and runs that are about the run told last, or a value that may be."""
OF_OTHERS: Final = ("SomebodyElseIntent", "OtherSportIntent", "AMAZON.FallbackIntent")
"""What others do, and what nobody understood."""


def changing_subject(intents: Mapping[str, SlotUseCase]) -> dict[str, SlotUseCase]:
    """Return the intents, each of those that speak of something else noting it for the turn behind."""
    return {name: one if name in ABOUT_THE_RUN else _noted(one) for name, one in intents.items()}


def _noted(use_case: SlotUseCase) -> SlotUseCase:
    def answer(talk: Talk, slots: Slots) -> Outcome:
        talk.moves_on = True
        return use_case(talk, slots)

    return answer
