"""What a screen would show, out of a response."""

from collections.abc import Mapping
from typing import Any, Final

_SCREEN: Final = "Alexa.Presentation.APL.RenderDocument"


def screen_of(response: Mapping[str, Any]) -> dict[str, Any] | None:
    """The datasource that the screen draws; None where the screen stays as it was."""
    for directive in response.get("directives") or ():
        if directive.get("type") == _SCREEN:
            screen: dict[str, Any] = directive["datasources"]["screen"]
            return screen
    return None
