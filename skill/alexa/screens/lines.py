"""The layout of what is only said: the coach's name, and the sentences below it."""

from typing import Any

from skill.alexa.screens import parts
from skill.alexa.screens.viewports import on_round, size


def layouts() -> list[dict[str, Any]]:
    """One for every device: large enough to be read from a yoga mat; what does not fit is scrolled to."""
    inset, align = on_round("15vw", "6vw"), on_round("center", "auto")
    title = parts.text(
        "${payload.screen.title}", size(5), "accent", fontWeight="700", width="100%", textAlign=align
    )
    sentence = parts.text("${data}", size(8, if_round=6), width="100%", paddingTop=size(3), textAlign=align)
    sentences = {
        "type": "Sequence",
        "width": "100%",
        "grow": 1,
        "shrink": 1,
        "data": "${payload.screen.lines}",
        "items": [sentence | {"maxLines": 0}],
    }
    return [
        parts.column(
            [title, sentences],
            width="100vw",
            height="100vh",
            paddingLeft=inset,
            paddingRight=inset,
            paddingTop=on_round("15vh", "6vh"),
        )
    ]
