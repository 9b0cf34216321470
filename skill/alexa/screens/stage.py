"""The clock of a screen: which scene is up, and what its count and its ring show at this moment.

Sources, on developer.amazon.com/docs/alexa/alexa-presentation-language: `apl-data-binding-evaluation`
(`elapsedTime` moves on, and with it what is bound to it) and `apl-tick-event-handlers` (time is to be
measured by `elapsedTime`, never by counting ticks).
"""

from typing import Any, Final

SOUND_BEGINS: Final = 0.5
"""Seconds from when a screen is shown until the sound begins: our guess, for no device was at hand.

Amazon documents the order (the screen, then the sound: `integrate-apl-audio-visual-response`) and no time.
With too great a figure the count on the screen follows the voice, which is less wrong than to lead it."""

TICK: Final = 16
"""Milliseconds between two looks at the clock: one of 60 frames a second."""

_PASSED: Final = "(clock - now.at) / now.unit + 0.001"
"""Counts since the scene began, with room for the rounding of times to milliseconds."""

_BOUND: Final = {
    "scenes": "${payload.screen.scenes}",
    "index": 0,
    "now": "${scenes[index]}",
    "drawn": "${payload.drawn[index]}",
    "clock": f"${{Math.max(0, elapsedTime / 1000 - {SOUND_BEGINS})}}",
    "waits": "${now.kind == 'waiting'}",
    "counts": "${now.unit > 0}",
    "moved": f"${{counts ? Math.min(Math.floor({_PASSED}), Math.abs(now.to - now.from)) : 0}}",
    "number": "${now.from + (now.to < now.from ? -moved : moved)}",
    # The ring moves in quarters of a count: smooth enough, and four times a second is little to draw.
    "over": f"${{waits ? 0 : Math.floor(4 * ({_PASSED})) / 4}}",
    "share": "${counts ? Math.min(1, (now.done + over) / now.of) : 0}",
    # It stands still while the routine waits, and while something is said that is not of it.
    "gone": "${waits ? 0 : Math.max(0, clock - payload.screen.ahead)}",
    "left": "${Math.max(0, Math.ceil(payload.screen.left - gone))}",
    # An exercise is shown from its start to its end while it is told of, and with every repetition.
    "begins": (
        "${now.kind == 'telling' ? Math.floor((clock - now.at) / 3) % 2 == 0 :"
        f" now.counts == 'repetitions' && !waits ? Math.floor(2 * ({_PASSED})) % 2 == 0 : false}}"
    ),
}


def on_stage(when: str, items: list[dict[str, Any]], **style: Any) -> dict[str, Any]:
    """A layout in which the clock's values are bound.

    Args:
        when: the viewports that it is for.
        items: what stands in it; `now` is the scene, `number` its count, `share` that of the ring.
        style: further properties.
    """
    following = "scenes[index + 1]"
    return {
        "type": "Container",
        "when": when,
        "width": "100vw",
        "height": "100vh",
        "bind": [{"name": name, "value": value} for name, value in _BOUND.items()],
        "handleTick": [
            {
                "when": f"${{index + 1 < scenes.length && clock >= {following}.at}}",
                "minimumDelay": TICK,
                "commands": [{"type": "SetValue", "property": "index", "value": "${index + 1}"}],
            }
        ],
        **style,
        "items": items,
    }
