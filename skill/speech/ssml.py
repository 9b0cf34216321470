"""A cue sheet as SSML, which every Alexa device says, its breaks shortened by the words between them."""

from collections.abc import Iterator, Sequence
from typing import Final

from skill.coach.cue_sheet import Cue, CueSheet
from skill.speech.voice_seconds import speaking_seconds

LONGEST: Final = 8_000
"""Characters that the `outputSpeech` of a response must stay under (Amazon's documentation)."""

LONGEST_BREAK: Final = 10_000
"""Milliseconds of one `<break>` (Alexa's SSML reference: up to 10 seconds); longer silences take several."""

_SHORTEST_BREAK: Final = 50
"""Milliseconds under which a break is left out: less than the pause any voice makes by itself."""

_ESCAPES: Final = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;"})


def render(sheet: CueSheet, language: str) -> str:
    """The `<speak>` document that performs a sheet.

    Each break ends when the next cue is due, if the words so far took as long as estimated. So the error of a
    count is the sum of the estimation errors before it. None stands behind the last word: Alexa listens, or
    is done, when it is said.

    Args:
        sheet: the cues; their texts are escaped here.
        language: ISO 639-1 code of the texts.
    """
    return f"<speak>{''.join(_pieces(sheet.cues, 0.0, 0.0, language))}</speak>"


def measure(cues: Sequence[Cue], until: float, language: str) -> int:
    """The characters of a part of a sheet in the document, with its silences and without `<speak>`.

    The parts of a sheet add up to the whole, to within ten characters a part: a break at a border may be
    shortened by words of the part before.

    Args:
        cues: consecutive cues of a sheet, in order.
        until: seconds at which the next part, or the silence after the last one, ends this part.
        language: as for `render`.
    """
    return sum(map(len, _pieces(cues, cues[0].at, until, language))) if cues else 0


def escape(text: str) -> str:
    """Plain text as it may stand in SSML, inside an element or an attribute."""
    return text.translate(_ESCAPES)


def _pieces(cues: Sequence[Cue], begin: float, end: float, language: str) -> Iterator[str]:
    said, clock, run = begin, begin, ""  # the words since `clock`, with no break between them
    for cue in cues:
        silence = list(_breaks(cue.at - said))
        if silence:
            clock, run = cue.at, cue.text
        else:
            run = f"{run} {cue.text}".strip()
        yield from silence or [" "]
        yield escape(cue.text)
        said = clock + speaking_seconds(run, language)
    yield from _breaks(end - said)


def _breaks(seconds: float) -> Iterator[str]:
    left = round(seconds * 1000)
    if left < _SHORTEST_BREAK:
        return
    while left:
        length = min(left, LONGEST_BREAK)
        yield f'<break time="{length}ms"/>'
        left -= length
