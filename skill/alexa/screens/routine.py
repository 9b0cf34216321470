"""The layouts of a routine: landscape, portrait and round."""

from typing import Any

from skill.alexa.screens import parts
from skill.alexa.screens.stage import on_stage
from skill.alexa.screens.viewports import PORTRAIT, ROUND, when


def layouts() -> list[dict[str, Any]]:
    """All of them, of which a device takes the first that fits."""
    return [_round(), _portrait(), _landscape()]


def _landscape() -> dict[str, Any]:
    head = parts.row(
        [
            parts.text("${now.name}", "9vh", fontWeight="700", grow=1, shrink=1),
            parts.time_left("5.5vh", paddingLeft="3vw"),
        ],
        width="100%",
        height="15vh",
    )
    beside = parts.column(
        [
            parts.ring("46vh", number="19vh", words="6vh", beside="3.5vh"),
            parts.text("${now.words.side}", "7vh", "accent", fontWeight="700", paddingTop="1.5vh"),
            parts.text("${now.words.set}", "5vh", "soft"),
        ],
        alignItems="center",
        justifyContent="center",
        grow=1,
        height="65vh",
    )
    body = parts.row([parts.picture("86vh", "64.5vh"), beside], width="100%", height="65vh")
    foot = parts.row(
        [
            parts.text("${now.words.next}", "5vh", "soft", grow=1, shrink=1),
            parts.touches("12vh", "1vw"),
        ],
        width="100%",
        height="14vh",
    )
    return on_stage(when("true"), [head, body, foot], paddingLeft="4vw", paddingRight="4vw", paddingTop="2vh")


def _portrait() -> dict[str, Any]:
    centred = {"width": "100%", "textAlign": "center"}
    return on_stage(
        when(PORTRAIT),
        [
            parts.time_left("4vw", **centred),
            parts.text("${now.name}", "7vw", fontWeight="700", **centred),
            parts.text("${now.words.side}", "6vw", "accent", fontWeight="700", height="9vw", **centred),
            parts.picture("92vw", "69vw"),
            parts.ring("46vw", number="18vw", words="6.5vw", beside="3.5vw"),
            parts.text("${now.words.set}", "5vw", "soft", height="7vw", **centred),
            parts.text("${now.words.next}", "4.5vw", "soft", **centred),
            parts.touches("13vw", "2vw", label="3.2vw"),
        ],
        alignItems="center",
        justifyContent="spaceAround",
        paddingTop="2vh",
        paddingBottom="2vh",
        paddingLeft="4vw",
        paddingRight="4vw",
    )


def _round() -> dict[str, Any]:
    centred = {"textAlign": "center", "textAlignVertical": "center"}
    inside = parts.column(
        [
            parts.text("${now.name}", "4.4vh", fontWeight="700", width="60vw", height="7vh", **centred),
            parts.text(
                "${now.words.side}", "5vh", "accent", fontWeight="700", width="70vw", height="7vh", **centred
            ),
            parts.picture("52vw", "39vw"),
            parts.count("14vh", width="70vw", height="15vh", **centred),
            parts.state("7vh", width="70vw", height="15vh", **centred),
            parts.touches("11vh", "1.2vw"),
        ],
        position="absolute",
        width="100vw",
        height="100vh",
        paddingTop="10vh",
        alignItems="center",
    )
    return on_stage(when(ROUND), [parts.arc("107vw", left="-3.5vw", top="-3.5vh", thickness=4), inside])
