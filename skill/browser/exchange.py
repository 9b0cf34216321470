"""What a page is told of a reply: what is performed, what is shown, and what comes by itself after it."""

from typing import Any

from skill.browser.screen import screen_of
from skill.browser.speech import AddressOf, speech_of
from skill.device.echo import Echo, Exchange, Reprompt


def as_json(heard: Exchange | Reprompt, echo: Echo, reply: int, address_of: AddressOf) -> dict[str, Any]:
    """A reply as JSON.

    Args:
        heard: what the device has just got.
        echo: the device, its clock at the reply's beginning.
        reply: the reply's number, which comes back with what is said in it.
        address_of: names the sound of a text.

    Returns:
        `reply`; `began`, by the device's clock, ISO 8601; `said`, `understood` (an intent's name) and `guess`
        of what it answers; `speech`, a `Node`; `seconds`, its planned length; `text`; `open`, whether the
        session is; `microphone`, whether it opens after the sound; `due`, the second of the reply at which
        something comes by itself, None for never; `screen`, the datasource that the screen draws, None where
        it stays as it was; `card`, the kind of a card that wants something done, else None.
    """
    is_reprompt = isinstance(heard, Reprompt)
    response = heard.response if is_reprompt else heard.response.get("response") or {}
    understood = None if isinstance(heard, Reprompt) else heard.understood
    due = echo.due
    return {
        "reply": reply,
        "began": echo.now.isoformat(),
        "said": "" if isinstance(heard, Reprompt) else heard.said,
        "understood": understood.intent if understood else None,
        "guess": understood.guess if understood else "",
        "speech": speech_of(response, echo.envelopes.locale.partition("-")[0], address_of),
        "seconds": round(heard.timeline.seconds, 3),
        "text": heard.timeline.text,
        "open": echo.open,
        "microphone": echo.open and not echo.goes_on,
        "due": round((due - echo.now).total_seconds(), 3) if due else None,
        "screen": screen_of(response),
        "card": (response.get("card") or {}).get("type") if not is_reprompt else None,
    }
