"""Cue sheets for property tests: what a compiler may produce, in every mixture."""

from random import Random

from hypothesis import strategies as st

from skill.coach.cue_sheet import Cue, CueKind, CueSheet, Place
from skill.speech.phrasebook import Phrasebook
from skill.speech.voice_seconds import planned_seconds

WORDS = Phrasebook.of("en", Random(0))  # noqa: S311 - wordings, not secrets

LINES = (
    "Ready? Begin.",
    "Right foot first.",
    "Relax. Now switch to your left foot.",
    "Well done. Take a breath, and shake out your legs.",
    "Toes on the wall: stand with the toes of one foot up against a wall & push forward <gently>.",
    "Sit in a chair, feet flat. Put the edge of the towel under the toes of your right foot.",
)


@st.composite
def cue_sheets(draw: st.DrawFn, longest: float = 240.0) -> CueSheet:
    """Sheets of spoken lines, rests and counted bouts, as long as a reply may be."""
    cues: list[Cue] = []
    clock = 0.0
    bouts = draw(st.integers(1, 6))
    for bout in range(bouts):
        line = draw(st.sampled_from(LINES))
        hold = draw(st.integers(5, 60))
        every = draw(st.sampled_from([1, 1, 2, 5]))
        rest = draw(st.floats(0, 15).map(lambda seconds: round(seconds, 3)))
        slot = round(planned_seconds(line, "en"), 3)
        if clock + slot + hold + 1 + rest > longest:
            break
        cues.append(Cue(clock, slot, line, CueKind.SAY, Place(0, bout)))
        clock += slot
        cues.extend(
            Cue(clock + count, every, WORDS.count(count, every), CueKind.COUNT, Place(0, bout, count))
            for count in range(every, hold + 1, every)
        )
        clock += hold + every + rest
    return CueSheet(tuple(cues), clock, None)
