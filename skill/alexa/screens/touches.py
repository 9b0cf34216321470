"""What a touch on a screen means: the intent of the word that it stands for."""

from typing import Final

from skill.conversation.turn.reply import Touch

INTENTS_TOUCHED: Final = {
    Touch.PAUSE: "AMAZON.PauseIntent",
    Touch.RESUME: "AMAZON.ResumeIntent",
    Touch.NEXT: "AMAZON.NextIntent",
    Touch.BACK: "AMAZON.PreviousIntent",
    Touch.REPEAT: "AMAZON.RepeatIntent",
}
"""By the first argument of the event that a touched button sends; the second one is the reply's token."""
