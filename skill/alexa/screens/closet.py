"""The layout of the closet: each pair with a bar of its kilometres against its life, the choice first."""

from typing import Any, Final

from skill.alexa.screens import parts
from skill.alexa.screens.viewports import NARROW, ROUND, on_round, size, when

_BY_STAGE: Final = "data.stage == 'fresh' ? @calm : data.stage == 'due' ? @due : @soft"
COLOUR: Final = f"${{data.chosen ? @accent : {_BY_STAGE}}}"


def layouts() -> list[dict[str, Any]]:
    """One for every device; what does not fit is seen by scrolling."""
    inset = on_round("16vw", "4vw")
    title = parts.text(
        "${payload.screen.title}",
        size(7),
        fontWeight="700",
        width="100%",
        paddingBottom=size(1),
        textAlign=on_round("center", "auto"),
    )
    pairs = {
        "type": "Sequence",
        "width": "100%",
        "grow": 1,
        "shrink": 1,
        "data": "${payload.screen.closet}",
        "items": [_pair()],
    }
    return [
        parts.column(
            [title, pairs],
            width="100vw",
            height="100vh",
            paddingLeft=inset,
            paddingRight=inset,
            paddingTop=on_round("12vh", "4vh"),
        )
    ]


def graphics() -> dict[str, Any]:
    """A running shoe, seen from its side."""
    upper = "M2,12C2,9 3,5 4,3.5L8,3.5C9,7 12,8.6 17,9.6C20.4,10.3 22,11.6 22,13.5L2,13.5Z"
    sole = "M1.5,14.7L22.5,14.7C22.5,17 21,18 19,18L4,18C2.5,18 1.5,17 1.5,14.7Z"
    return {
        "shoe": {
            "type": "AVG",
            "version": "1.1",
            "width": 24,
            "height": 20,
            "parameters": [{"name": "colour", "type": "color", "default": "#93cbb5"}],
            "items": [
                {"type": "path", "pathData": path, "fill": "${colour}", "fillOpacity": opacity}
                for path, opacity in ((upper, 1), (sole, 0.7))
            ],
        }
    }


def _pair() -> dict[str, Any]:
    """A pair; the chosen one has a frame around it."""
    shoe = {
        "type": "VectorGraphic",
        "source": "shoe",
        "width": size(12),
        "height": size(10),
        "scale": "best-fit",
        "colour": COLOUR,
    }
    words = parts.column([_name(), _bar(), _why()], grow=1, shrink=1, paddingLeft=size(2))
    return {
        "type": "Frame",
        "width": "100%",
        "borderRadius": size(2),
        "borderWidth": "${data.chosen ? 4 : 0}dp",
        "borderColor": "@accent",
        "item": parts.row(
            [shoe, words],
            width="100%",
            paddingLeft=size(2),
            paddingRight=size(2),
            paddingTop=size(1.5),
            paddingBottom=size(1.5),
        ),
    }


def _name() -> dict[str, Any]:
    """What it is called, and how far it has run."""
    distance = parts.text("${data.run} / ${data.life}", size(4.5), "soft", paddingLeft="2vw")
    name = parts.text("${data.name}", size(5.5), fontWeight="700", grow=1, shrink=1)
    return parts.row([name, distance | {"when": when(f"!{NARROW}")}], width="100%")


def _bar() -> dict[str, Any]:
    return {
        "type": "Frame",
        "width": "100%",
        "height": size(2.4),
        "borderRadius": size(1.2),
        "backgroundColor": "@edge",
        "item": {
            "type": "Frame",
            "width": "${Math.max(2, Math.min(100, data.share * 100))}%",
            "height": "100%",
            "borderRadius": size(1.2),
            "backgroundColor": COLOUR,
        },
    }


def _why() -> dict[str, Any]:
    """The reason of its place, else since when it has rested, and what it is kept for."""
    why = "${data.reason ? data.reason : data.rest}"
    comma = "${data.kinds && (data.reason || data.rest) ? ', ' : ''}"
    spoken = parts.text(f"{why}{comma}${{data.kinds}}", size(4.2), "soft", paddingTop=size(0.6))
    distance = parts.text("${data.run} / ${data.life}", size(4.5), "soft")
    return parts.column(
        [distance | {"when": when(NARROW)}, spoken | {"when": when(f"!({ROUND})"), "maxLines": 3}],
        width="100%",
    )
