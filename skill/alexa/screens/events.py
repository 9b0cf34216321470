"""What a screen sends: that its reply is over, and what was touched. Of each event's arguments, the first.

The second one is the token of the reply that the screen belongs to.
"""

from typing import Final

from skill.conversation.turn.reply import Touch

GO_ON: Final = "go-on"
"""The reply is over."""
INTENTS_TOUCHED: Final = {
    Touch.PAUSE: "AMAZON.PauseIntent",
    Touch.RESUME: "AMAZON.ResumeIntent",
    Touch.NEXT: "AMAZON.NextIntent",
    Touch.BACK: "AMAZON.PreviousIntent",
    Touch.REPEAT: "AMAZON.RepeatIntent",
}
"""What is touched, with the intent of the word that it stands for."""
