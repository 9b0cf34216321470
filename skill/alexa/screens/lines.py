"""The layout of what is only text: a title, and lines below it."""

from typing import Any

from skill.alexa.screens import parts


def layouts() -> list[dict[str, Any]]:
    """One for every device: large enough to be read from a yoga mat."""
    inset = "${viewport.shape == 'round' ? '16vw' : '6vw'}"
    return [
        {
            "type": "Container",
            "width": "100vw",
            "height": "100vh",
            "paddingLeft": inset,
            "paddingRight": inset,
            "paddingTop": "${viewport.shape == 'round' ? '18vh' : '6vh'}",
            "items": [
                parts.text("${payload.screen.title}", "8vh", fontWeight="700"),
                {
                    "type": "Sequence",
                    "grow": 1,
                    "data": "${payload.screen.lines}",
                    "items": [parts.text("${data}", "6vh", paddingTop="2vh")],
                },
            ],
        }
    ]
