"""What the layouts of a routine are put together from; sizes are APL's dimensions, as in "12vh"."""

from typing import Any

from skill.alexa.screens.colours import picture_colours

CENTRED = {"alignItems": "center", "justifyContent": "center"}


def text(content: str, size: str, colour: str = "ink", **style: Any) -> dict[str, Any]:
    """A line in that size; too long, it ends in dots."""
    return {"type": "Text", "text": content, "fontSize": size, "color": f"@{colour}", "maxLines": 1, **style}


def row(items: list[dict[str, Any]], **style: Any) -> dict[str, Any]:
    """Things side by side."""
    return {"type": "Container", "direction": "row", "alignItems": "center", **style, "items": items}


def column(items: list[dict[str, Any]], **style: Any) -> dict[str, Any]:
    """Things below each other."""
    return {"type": "Container", "direction": "column", **style, "items": items}


def picture(width: str, height: str) -> dict[str, Any]:
    """The exercise of the scene that is up; all pictures of the reply lie on top of each other."""
    shown = "drawn.picture + (begins && payload.starts[drawn.picture] ? '.start' : '.end')"
    return {
        "type": "Container",
        "width": width,
        "height": height,
        "data": "${payload.pictures}",
        "items": [
            {
                "type": "VectorGraphic",
                "position": "absolute",
                "width": "100%",
                "height": "100%",
                "scale": "best-fit",
                "source": "${data}",
                "display": f"${{data == {shown} ? 'normal' : 'none'}}",
                "turn": "${drawn.turn}",
                **picture_colours(),
            }
        ],
    }


def arc(size: str, **style: Any) -> dict[str, Any]:
    """The ring by itself."""
    return {
        "type": "VectorGraphic",
        "position": "absolute",
        "width": size,
        "height": size,
        "scale": "best-fit",
        "source": "ring",
        "share": "${share}",
        "track": "@edge",
        "colour": "${waits ? @soft : @accent}",
        **style,
    }


def ring(size: str, number: str, words: str, beside: str) -> dict[str, Any]:
    """The ring with the count in it, or with what the runner does where nothing is counted.

    Args:
        size: its width and height.
        number: the size of the count.
        words: the size of what the runner does.
        beside: the size of what stands below the count.
    """
    return {
        "type": "Container",
        "width": size,
        "height": size,
        "items": [
            arc("100%"),
            column(
                [
                    count(number),
                    text("${now.words.amount}", beside, "soft", display="${counts ? 'normal' : 'none'}"),
                    state(words),
                ],
                position="absolute",
                width="100%",
                height="100%",
                **CENTRED,
            ),
        ],
    }


def count(size: str, **style: Any) -> dict[str, Any]:
    """The count, where something is counted."""
    return text("${number}", size, fontWeight="700", display="${counts ? 'normal' : 'none'}", **style)


def state(size: str, **style: Any) -> dict[str, Any]:
    """What the runner does, where nothing is counted."""
    shown = "${counts ? 'none' : 'normal'}"
    return text("${now.words.state}", size, fontWeight="700", display=shown, **style)


def time_left(size: str, **style: Any) -> dict[str, Any]:
    """The time that is left of the routine."""
    seconds = "${left % 60 < 10 ? '0' : ''}${left % 60}"
    time = f"${{Math.floor(left / 60)}}:{seconds} ${{payload.screen.left_words}}"
    return text(time, size, "soft", **style)


def touches(size: str, gap: str, label: str = "") -> dict[str, Any]:
    """The buttons in a row.

    Args:
        size: the width and height of one.
        gap: on both sides of each.
        label: the size of the label below; none where it is empty.
    """
    face = {
        "type": "Frame",
        "width": size,
        "height": size,
        "borderRadius": size,
        "backgroundColor": "${strong ? @accent : @edge}",
        "item": {
            "type": "Container",
            "width": "100%",
            "height": "100%",
            **CENTRED,
            "items": [
                {
                    "type": "VectorGraphic",
                    "source": "${data.touch}",
                    "width": "52%",
                    "height": "52%",
                    "scale": "best-fit",
                    "colour": "${strong ? @onAccent : @ink}",
                }
            ],
        },
    }
    items = [face]
    if label:
        items.append(text("${data.label}", label, "soft", paddingTop="0.6vh"))
    button = {
        "type": "TouchWrapper",
        "id": "${data.touch}",
        "accessibilityLabel": "${data.label}",
        "paddingLeft": gap,
        "paddingRight": gap,
        "bind": [{"name": "strong", "value": "${data.touch == 'pause' || data.touch == 'resume'}"}],
        # On a sequencer of its own: on the main one it would end the timeline that goes on by itself.
        "onPress": [
            {
                "type": "SendEvent",
                "sequencer": "touches",
                "arguments": ["${data.touch}", "${payload.token}"],
            }
        ],
        "item": column(items, alignItems="center"),
    }
    return row([button], data="${payload.screen.touches}", justifyContent="center")
