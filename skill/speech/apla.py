"""A cue sheet as APL for Audio: every count begins on its own second, whatever the voice.

Sources, on developer.amazon.com/docs/alexa/alexa-presentation-language: `apla-interface` (the directive),
`apla-document`, `apla-mixer`, `apla-sequencer`, `apla-speech`, `apla-silence` and
`apla-conditional-component-inflation` (one component for each item of a `data` array).
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Any, Final

from skill.coach.cue_sheet import Cue, CueKind, CueSheet

LONGEST: Final = 240.0
"""Seconds of one APL-for-Audio response, all its parts together (Amazon's documentation)."""

VERSION: Final = "0.91"
"""The one version of the APLA document format (`apla-document`)."""

_MILLISECONDS: Final = 1000

_REST: Final = 2.0
"""Seconds of silence after a line that end a part: long enough to absorb a slow voice's delay."""

RENDER_DOCUMENT: Final = "Alexa.Presentation.APLA.RenderDocument"
"""The name of the directive that plays an audio document."""

_DOCUMENT: Final[dict[str, Any]] = {
    "type": "APLA",
    "version": VERSION,
    "mainTemplate": {
        "parameters": ["payload"],
        "items": [
            {
                "type": "Sequencer",
                "data": "${payload.sheet.parts}",
                "items": [
                    {
                        "type": "Mixer",
                        "data": "${data.tracks}",
                        "items": [
                            {
                                "type": "Sequencer",
                                "when": "${data.lines}",
                                "data": "${data.lines}",
                                "items": [
                                    {"type": "Speech", "when": "${!data.lasts}", "content": "${data.say}"},
                                    {
                                        "type": "Mixer",
                                        "items": [
                                            {"type": "Speech", "content": "${data.say}"},
                                            {"type": "Silence", "duration": "${data.lasts}"},
                                        ],
                                    },
                                ],
                            },
                            {"type": "Silence", "when": "${!data.say}", "duration": "${data.at}"},
                            {"type": "Speech", "when": "${data.at == 0}", "content": "${data.say}"},
                            {
                                "type": "Sequencer",
                                "items": [
                                    {"type": "Silence", "duration": "${data.at}"},
                                    {"type": "Speech", "content": "${data.say}"},
                                ],
                            },
                        ],
                    }
                ],
            }
        ],
    },
}
"""The parts play one after the other; in each, its words and beside them a silence of the planned length.

Every count is a track of its own that begins with a silence. Lines are one track, in which each takes at
least the time that is planned for it.
"""


def render(sheet: CueSheet, token: str) -> dict[str, Any]:
    """The `RenderDocument` directive that performs a sheet.

    The counts of a bout play side by side, each after a silence of its own length, so none can shift another.
    Lines play one after the other, beside a silence that lasts to the end of the rest after them: a slow
    voice makes the rest shorter, but shifts no bout, and no word is cut. Behind the last word there is no
    silence: Alexa listens, or is done, when it is said.

    Args:
        sheet: at least one cue, and no longer than `LONGEST`.
        token: comes back in a `RuntimeError` request.

    Raises:
        ValueError: the sheet has no cue, which Alexa refuses as an audio of silence alone.
    """
    if not sheet.cues:
        raise ValueError("An audio response needs something to say.")
    parts = _parts(sheet.cues)
    borders = [0.0, *(_begin(before[-1], part[0]) for before, part in pairwise(parts))]
    return {
        "type": RENDER_DOCUMENT,
        "token": token,
        "document": _DOCUMENT,
        "datasources": {
            "sheet": {
                "parts": [
                    {"tracks": _tracks(part, begin, end)}
                    for part, (begin, end) in zip(parts, pairwise([*borders, None]), strict=True)
                ]
            }
        },
    }


def _parts(cues: Iterable[Cue]) -> list[list[Cue]]:
    """What each Mixer plays: lines up to a rest, or a counted bout."""
    parts: list[list[Cue]] = []
    for cue in cues:
        if parts and _continues(parts[-1][-1], cue):
            parts[-1].append(cue)
        else:
            parts.append([cue])
    return parts


def _begin(before: Cue, first: Cue) -> float:
    """When a part begins, by its first cue and the one before that: a count's part when its bout does."""
    if first.kind is CueKind.SAY:
        return first.at
    return max(before.at + before.seconds, first.at - first.place.count)


def _continues(before: Cue, cue: Cue) -> bool:
    """Whether a cue belongs to the part of the one before it."""
    if before.kind is not cue.kind:
        return False
    if cue.kind is CueKind.SAY:
        return cue.at - (before.at + before.seconds) < _REST
    return (cue.place.step, cue.place.bout) == (before.place.step, before.place.bout)


def _tracks(cues: Sequence[Cue], begin: float | None, end: float | None) -> list[dict[str, Any]]:
    """The tracks of a part; the last one, without an end, is over with its words."""
    start = _to_milliseconds(begin or 0.0)
    length = [] if end is None else [{"at": _to_milliseconds(end) - start}]
    if cues[0].kind is CueKind.SAY and len(cues) > 1:
        return [{"lines": [*_lines(cues)]}, *length]
    return [*({"at": _to_milliseconds(cue.at) - start, "say": cue.text} for cue in cues), *length]


def _lines(cues: Sequence[Cue]) -> Iterator[dict[str, Any]]:
    for cue, following in pairwise(cues):
        yield {"say": cue.text, "lasts": _to_milliseconds(following.at) - _to_milliseconds(cue.at)}
    yield {"say": cues[-1].text}


def _to_milliseconds(seconds: float) -> int:
    return round(seconds * _MILLISECONDS)
