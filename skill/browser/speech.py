"""What a page performs: a response's own audio as a tree of texts and silences, each text with its second."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, Final

from skill.sound.components import Component, Mixer, Sequencer, Silence, Speech
from skill.sound.timeline import Planned, component_of, is_count
from skill.speech.voice_seconds import speaking_seconds
from skill.value import Value

Node = dict[str, Any]
"""`{"say": text, "at": planned second, "lasts": planned seconds, "counts": bool, "sound": address or None}`,
`{"silence": milliseconds}`, `{"in_turn": [Node]}` or `{"at_once": [Node]}`."""

AddressOf = Callable[[str], str | None]
"""Where the sound of a text is fetched; None where there is no voice."""

_MILLISECONDS: Final = 1000


class _Plan(Value):
    seconds_of: Callable[[str], float]
    address_of: AddressOf


def speech_of(response: Mapping[str, Any], language: str, address_of: AddressOf) -> Node | None:
    """The audio of a response body as JSON; None where nothing is said.

    Args:
        response: the `response` of a response envelope, or a reprompt.
        language: ISO 639-1 code of what it says.
        address_of: names the sound of a text.

    Raises:
        SpeechError, DocumentError, BindingError: a device would refuse it.
    """
    plan = _Plan(partial(speaking_seconds, language=language), address_of)
    node, _ = _node(component_of(response), 0.0, plan)
    return node


def _node(component: Component, at: float, plan: _Plan) -> tuple[Node | None, float]:
    """A component that begins at a second of the plan, and the second at which it is over."""
    match component:
        case Speech(text):
            seconds = plan.seconds_of(text)
            return {
                "say": text,
                "at": round(at, 3),
                "lasts": round(seconds, 3),
                "counts": is_count(Planned(at, text)),
                "sound": plan.address_of(text),
            }, at + seconds
        case Silence(duration):
            return {"silence": duration}, at + duration / _MILLISECONDS
        case Sequencer(items):
            nodes = []
            for item in items:
                node, at = _node(item, at, plan)
                nodes.append(node)
            return _of("in_turn", nodes), at
        case Mixer(items):
            both = [_node(item, at, plan) for item in items]
            return _of("at_once", [node for node, _ in both]), max([at, *(end for _, end in both)])


def _of(order: str, nodes: list[Node | None]) -> Node | None:
    """Nodes in an order; one alone is itself, none is nothing."""
    there = [node for node in nodes if node]
    return there[0] if len(there) == 1 else {order: there} if there else None
