"""What can be touched on a screen: each does what its word does."""

from enum import StrEnum
from typing import Final


class Touch(StrEnum):
    """The first argument of the event that a touched button sends; the second one is the reply's token."""

    PAUSE = "pause"
    RESUME = "resume"
    NEXT = "next"
    BACK = "back"
    REPEAT = "repeat"


INTENTS_TOUCHED: Final = {
    Touch.PAUSE: "AMAZON.PauseIntent",
    Touch.RESUME: "AMAZON.ResumeIntent",
    Touch.NEXT: "AMAZON.NextIntent",
    Touch.BACK: "AMAZON.PreviousIntent",
    Touch.REPEAT: "AMAZON.RepeatIntent",
}
"""The intent of the word that each stands for."""
