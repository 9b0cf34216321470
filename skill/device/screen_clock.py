"""What a screen sends: by itself, when the timeline of its document is over, and when it is touched."""

from collections.abc import Mapping
from typing import Any, Final

from skill.value import Value

_RENDER: Final = "Alexa.Presentation.APL.RenderDocument"


class ScreenEvent(Value):
    """A `UserEvent` to come.

    Attributes:
        after: seconds from when the document is shown; 0 for a touch.
        token: of the document.
        arguments: what it tells the skill.
        touched: whether a touch sends it.
    """

    after: float
    token: str
    arguments: list[Any]
    touched: bool = False


def token_of(response: Mapping[str, Any]) -> str | None:
    """The token of the document that a response shows; None where it shows none."""
    shown = [each for each in response.get("directives") or () if each.get("type") == _RENDER]
    return str(shown[0].get("token", "")) if shown else None


def event_of(response: Mapping[str, Any]) -> ScreenEvent | None:
    """The event that a response's document sends when its timeline is over, if it does.

    Reads a timeline of waits and one `SendEvent`, run when the document is shown.
    """
    for directive in response.get("directives") or ():
        if directive.get("type") != _RENDER:
            continue
        waited = 0
        for command in _commands(directive["document"].get("onMount") or []):
            waited += command.get("delay", 0)
            if command.get("type") == "SendEvent":
                return ScreenEvent(waited / 1000, str(directive.get("token", "")), command["arguments"])
    return None


def _commands(commands: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The commands in the order in which they run."""
    flat: list[dict[str, Any]] = []
    for command in commands:
        inner = command.get("commands") if command.get("type") == "Sequential" else None
        flat += _commands(inner) if inner else [command]
    return flat
