"""Reads SSML: what a device says for a `<speak>` document."""

import re
from collections.abc import Iterator
from typing import Final
from xml.etree import ElementTree as ET

from skill.sound.components import Component, Sequencer, Silence, Speech

_TIME: Final = re.compile(r"(\d+(?:\.\d+)?)(ms|s)")
_LONGEST_BREAK: Final = 10_000


class SpeechError(Exception):
    """The SSML would make a device say an error; the message says why."""


def read_ssml(document: str) -> Sequencer:
    """The texts and silences of a `<speak>` document of text and breaks.

    Raises:
        SpeechError: it is no XML, has another root, an element unknown here, or a break over 10 s.
    """
    try:
        root = ET.fromstring(document)  # noqa: S314 - the skill's own response, never a stranger's
    except ET.ParseError as error:
        raise SpeechError(f"Speech is no XML: {error}.") from error
    if root.tag != "speak":
        raise SpeechError(f"Speech begins with <speak>, not <{root.tag}>.")
    return Sequencer(tuple(_pieces(root)))


def _pieces(root: ET.Element) -> Iterator[Component]:
    yield from _words(root.text)
    for element in root:
        if element.tag != "break":
            raise SpeechError(f"<{element.tag}> is not spoken here.")
        yield Silence(_break(element.attrib.get("time", "")))
        yield from _words(element.tail)


def _words(text: str | None) -> Iterator[Component]:
    if words := (text or "").split():
        yield Speech(" ".join(words))


def _break(time: str) -> float:
    found = _TIME.fullmatch(time)
    milliseconds = float(found[1]) * (1000 if found[2] == "s" else 1) if found else -1
    if not 0 <= milliseconds <= _LONGEST_BREAK:
        raise SpeechError(f"A break of {time!r} is not one of up to ten seconds.")
    return milliseconds
