"""A cue sheet as APL for Audio: every count begins on its own second, whatever the voice.

Sources, on developer.amazon.com/docs/alexa/alexa-presentation-language: `apla-interface` (the directive),
`apla-document`, `apla-mixer`, `apla-sequencer`, `apla-speech`, `apla-silence` and
`apla-conditional-component-inflation` (one component for each item of a `data` array).
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final

from skill.coach.cue_sheet import Cue, CueKind, CueSheet

LONGEST: Final = 240.0
"""Seconds of one APL-for-Audio response, all its parts together (Amazon's documentation)."""

VERSION: Final = "0.91"
"""The one version of the APLA document format (`apla-document`)."""

_MILLISECONDS: Final = 1000

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
"""Parts in turn; in each, at once: words behind a silence each, and the part's length as silence."""


@dataclass(frozen=True, slots=True)
class _Part:
    """A spoken cue with the silence after it, or a counted bout: what one Mixer plays, from `begin` on."""

    begin: float
    cues: Sequence[Cue]


def render(sheet: CueSheet, token: str) -> dict[str, Any]:
    """The `RenderDocument` directive that performs a sheet.

    A spoken cue plays beside a silence that lasts until the next part, so a voice that is done by then
    shifts nothing; a slower one delays what follows and is not cut. The counts of a bout play beside each
    other, each behind a silence of its own length: none can shift another.

    Args:
        sheet: at least one cue, and no longer than `LONGEST`.
        token: comes back in a `RuntimeError` request.

    Raises:
        ValueError: the sheet has no cue, which Alexa refuses as an audio of silence alone.
    """
    if not sheet.cues:
        raise ValueError("An audio response needs something to say.")
    parts = list(_parts(sheet.cues))
    borders = [0.0, *(part.begin for part in parts[1:]), sheet.seconds]
    return {
        "type": "Alexa.Presentation.APLA.RenderDocument",
        "token": token,
        "document": _DOCUMENT,
        "datasources": {
            "sheet": {
                "parts": [
                    {"tracks": _tracks(part.cues, begin, end)}
                    for part, (begin, end) in zip(parts, pairwise(borders), strict=True)
                ]
            }
        },
    }


def _parts(cues: Iterable[Cue]) -> Iterator[_Part]:
    bout: list[Cue] = []
    begin = said = 0.0
    for cue in cues:
        if bout and not _goes_on(bout[-1], cue):
            yield _Part(begin, bout)
            bout = []
        if cue.kind is CueKind.COUNT:
            begin = begin if bout else max(said, cue.at - cue.place.count)
            bout.append(cue)
        else:
            yield _Part(cue.at, [cue])
        said = cue.at + cue.seconds
    if bout:
        yield _Part(begin, bout)


def _goes_on(before: Cue, cue: Cue) -> bool:
    """Whether a cue is counted in the same bout as the one before it."""
    return cue.kind is CueKind.COUNT and (cue.place.step, cue.place.bout) == (
        before.place.step,
        before.place.bout,
    )


def _tracks(cues: Sequence[Cue], begin: float, end: float) -> list[dict[str, Any]]:
    start = _to_milliseconds(begin)
    words = [{"at": _to_milliseconds(cue.at) - start, "say": cue.text} for cue in cues]
    return [*words, {"at": _to_milliseconds(end) - start}]


def _to_milliseconds(seconds: float) -> int:
    return round(seconds * _MILLISECONDS)
