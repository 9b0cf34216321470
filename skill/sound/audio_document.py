"""Inflates an APL-for-Audio document: bindings replaced, conditions decided, one component an item of data.

After `apla-conditional-component-inflation` and `apla-document` on developer.amazon.com.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from skill.sound.components import Component, Mixer, Sequencer, Silence, Speech
from skill.sound.data_binding import evaluate
from skill.sound.spoken_markup import read_ssml


class DocumentError(Exception):
    """The document is not one that can be played; the message says where it is wrong."""


def inflate(directive: Mapping[str, Any]) -> Component:
    """The component that a `RenderDocument` directive plays.

    Args:
        directive: with a whole document, not a link to one.

    Raises:
        DocumentError: it has no component to play, or one that cannot be played here.
        BindingError: an expression in it is not understood.
        SpeechError: SSML in it is none that a device speaks.
    """
    document = directive["document"]
    if document.get("type") != "APLA":
        raise DocumentError("Only a whole APLA document can be played.")
    template = document["mainTemplate"]
    context = {"payload": directive.get("datasources", {})}
    component = _first(_items(template), context)
    if component is None:
        raise DocumentError("No component of mainTemplate is to be played.")
    return component


def _inflate(node: Mapping[str, Any], context: Mapping[str, Any]) -> Component:
    def value(name: str, otherwise: Any = None) -> Any:
        return evaluate(node.get(name, otherwise), context)

    match node.get("type"):
        case "Speech":
            content = str(value("content", ""))
            return read_ssml(content) if value("contentType") == "SSML" else Speech(content)
        case "Silence":
            return _silence(value("duration"))
        case "Sequencer":
            return Sequencer(_children(node, context))
        case "Mixer":
            return Mixer(_children(node, context))
        case other:
            raise DocumentError(f"A component of type {other!r} cannot be played here.")


def _silence(duration: Any) -> Silence:
    if isinstance(duration, bool) or not isinstance(duration, int | float) or duration < 0:
        raise DocumentError(f"A silence lasts a number of milliseconds, not {duration!r}.")
    return Silence(round(duration))


def _children(node: Mapping[str, Any], context: Mapping[str, Any]) -> tuple[Component, ...]:
    items = _items(node)
    data = evaluate(node.get("data"), context)
    if data is None:
        return tuple(_inflate(item, context) for item in items if _wanted(item, context))
    bound = [
        {**context, "data": value, "index": index, "length": len(data)} for index, value in enumerate(data)
    ]
    inflated = [_first(items, each) for each in bound]
    return tuple(component for component in inflated if component is not None)


def _first(items: Sequence[Mapping[str, Any]], context: Mapping[str, Any]) -> Component | None:
    return next((_inflate(item, context) for item in items if _wanted(item, context)), None)


def _wanted(node: Mapping[str, Any], context: Mapping[str, Any]) -> bool:
    return bool(evaluate(node.get("when", True), context))


def _items(node: Mapping[str, Any]) -> Sequence[Mapping[str, Any]]:
    items = node.get("items", node.get("item", []))
    return items if isinstance(items, list) else [items]
