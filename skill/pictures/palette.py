"""The colours of the pictures by what they are for, in light and in dark."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final, Literal

Theme = Literal["light", "dark", "page"]


class Role(StrEnum):
    """What a colour is for."""

    LINE = "line"
    SKIN = "skin"
    SHADE = "shade"
    """Skin on the far side."""
    SHIRT = "shirt"
    SHORTS = "shorts"
    HAIR = "hair"
    SOCK = "sock"
    ACCENT = "accent"
    """What is stretched or works."""
    ARROW = "arrow"
    """Which way it moves."""
    THING = "thing"
    SOFT = "soft"
    """A towel, a ball."""
    ICE = "ice"
    GROUND = "ground"
    PAPER = "paper"
    """Inside a lens."""


LIGHT: Final[Mapping[Role, str]] = {
    Role.LINE: "#16303d",
    Role.SKIN: "#e9b98f",
    Role.SHADE: "#c4926b",
    Role.SHIRT: "#17857f",
    Role.SHORTS: "#24506a",
    Role.HAIR: "#4a2f26",
    Role.SOCK: "#f7f3ea",
    Role.ACCENT: "#cf1f31",
    Role.ARROW: "#0b5f8a",
    Role.THING: "#c9b295",
    Role.SOFT: "#ffd15c",
    Role.ICE: "#9fd8f2",
    Role.GROUND: "#dcd5c8",
    Role.PAPER: "#fffdf8",
}
DARK: Final[Mapping[Role, str]] = {
    **LIGHT,
    Role.LINE: "#2a414f",
    Role.SHADE: "#b07f5b",
    Role.SHIRT: "#2aa59c",
    Role.SHORTS: "#3f7696",
    Role.HAIR: "#7a5140",
    Role.ARROW: "#7fd0ff",
    Role.THING: "#a8906f",
    Role.GROUND: "#33454f",
    Role.PAPER: "#1c2a32",
}
THEMES: Final[Mapping[str, Mapping[Role, str]]] = {"light": LIGHT, "dark": DARK}


def colour(role: Role, theme: Theme) -> str:
    """The colour as SVG takes it; a page sets `--picture-<role>`, and has the light one where it does not."""
    return f"var(--picture-{role},{LIGHT[role]})" if theme == "page" else THEMES[theme][role]


def style_sheet() -> str:
    """The custom properties of both themes; a page's root may carry `data-theme`, "light" or "dark"."""
    light, dark = (_properties(THEMES[theme]) for theme in ("light", "dark"))
    return (
        f":root{{{light}}}\n"
        f"@media (prefers-color-scheme:dark){{:root:not([data-theme=light]){{{dark}}}}}\n"
        f":root[data-theme=dark]{{{dark}}}\n"
    )


def _properties(colours: Mapping[Role, str]) -> str:
    return "".join(f"--picture-{role}:{value};" for role, value in colours.items())
