"""What a device with a screen shows, and how it goes on by itself when a reply is over.

Sources, on developer.amazon.com/docs/alexa/alexa-presentation-language: `apl-document`, `apl-interface`,
`apl-idle-command` (a delay in a series of commands), `apl-send-event-command` (a `UserEvent` request with
arguments) and `apl-base-command-properties` (`screenLock`: the screen stays while a command runs;
`sequencer`: commands on one of their own are not ended by those on another).
"""

from typing import Any, Final

from skill.alexa.screens import closet, graphics, lines, routine
from skill.alexa.screens.colours import BACKGROUND, colour_resources
from skill.alexa.screens.events import GO_ON
from skill.alexa.screens.shown import shown
from skill.conversation.turn.reply import Screen

VERSION: Final = "1.4"
"""Of APL: 2020's, which every screen that still gets updates has, as has the viewhost that draws it here."""

AFTER_THE_SOUND: Final = 3.0
"""Seconds that a screen waits longer than the sheet lasts: its clock starts when it is shown, and the sound,
which is made first, a little later. Too early would cut the last words; later is only a longer rest."""

_SHOWN_FOR: Final = 30.0
"""Seconds that the screen stays when all is over: as long as Alexa then keeps a session."""


def render(screen: Screen, seconds: float, token: str, *, goes_on: bool) -> dict[str, Any]:
    """The `RenderDocument` directive of a screen.

    Args:
        screen: what it shows.
        seconds: how long the reply's sound takes.
        token: tells this reply from others; comes back as the second argument of each of its events.
        goes_on: whether the screen asks for what comes next when the sound is over.
    """
    datasources: dict[str, Any] = {"screen": shown(screen), "token": token}
    if screen.scenes:
        pictures = graphics.pictures(screen.scenes)
        layouts, drawn = routine.layouts(), {**pictures, **graphics.icons(), "ring": graphics.ring()}
        datasources |= graphics.data(screen.scenes, pictures)
    elif screen.closet is not None:
        layouts, drawn = closet.layouts(), closet.graphics()
    else:
        layouts, drawn = lines.layouts(), {}
    document: dict[str, Any] = {
        "type": "APL",
        "version": VERSION,
        "settings": {"idleTimeout": _milliseconds(seconds + AFTER_THE_SOUND + _SHOWN_FOR)},
        "background": BACKGROUND,
        "resources": colour_resources(),
        "graphics": drawn,
        "mainTemplate": {"parameters": ["payload"], "items": layouts},
    }
    if goes_on:
        document["onMount"] = [_timeline(seconds + AFTER_THE_SOUND, token)]
    return {
        "type": "Alexa.Presentation.APL.RenderDocument",
        "token": token,
        "document": document,
        "datasources": datasources,
    }


def _timeline(seconds: float, token: str) -> dict[str, Any]:
    """Wait with the screen on, then send the event; a touch that comes to nothing does not end it."""
    return {
        "type": "Sequential",
        "sequencer": GO_ON,
        "commands": [
            {"type": "Idle", "delay": _milliseconds(seconds), "screenLock": True},
            {"type": "SendEvent", "arguments": [GO_ON, token]},
        ],
    }


def _milliseconds(seconds: float) -> int:
    return round(seconds * 1000)
