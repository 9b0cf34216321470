"""The colours of the screens, as APL's resources: a dark set, and a light one where the device is light."""

from typing import Any, Final

from skill.pictures.palette import DARK, LIGHT, Role

_DARK: Final = {
    "paper": "#181411",
    "ink": "#f7eee3",
    "soft": "#bfb0a1",
    "edge": "#3b322b",
    "accent": "#ff9b78",
    "onAccent": "#2b1108",
    "calm": "#93cbb5",
    "due": "#ff4d55",
}
_LIGHT: Final = {
    "paper": "#faf5ec",
    "ink": "#2a211b",
    "soft": "#65584d",
    "edge": "#e6dbcb",
    "accent": "#b04325",
    "onAccent": "#fffaf3",
    "calm": "#38695a",
    "due": "#c2202c",
}
"""Those of the page in the browser."""

BACKGROUND: Final = f"${{viewport.theme == 'light' ? '{_LIGHT['paper']}' : '{_DARK['paper']}'}}"
"""Of a document, which is drawn before its resources are known."""


def colour_resources() -> list[dict[str, Any]]:
    """The resources of a document; a picture's role is there as `@picture-<role>`."""
    return [
        {"colors": _DARK | {_of_picture(role): DARK[role] for role in Role}},
        {
            "when": "${viewport.theme == 'light'}",
            "colors": _LIGHT | {_of_picture(role): LIGHT[role] for role in Role},
        },
    ]


def picture_colours() -> dict[str, str]:
    """The parameters of a picture, each by the name of its role."""
    return {str(role): f"@{_of_picture(role)}" for role in Role}


def _of_picture(role: Role) -> str:
    return f"picture{role.title()}"
