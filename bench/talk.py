"""How much the coach talks: until the first count, and a minute, as a routine becomes known.

    python -m bench talk

A runner does the same again and again and asks nothing. Counted are the words from the greeting to the last
count that are neither counts nor the signals that a bout begins or is over, and not what is said at the end.
"""

from dataclasses import dataclass
from functools import reduce
from random import Random
from typing import Final

from bench.table import Line
from skill.coach.cue_sheet import Cue, CueKind
from skill.coach.telling import Telling
from skill.content.exercise import Equipment, RoutineName
from skill.content.instruction import count_words
from skill.content.loader import exercises
from skill.conversation.memory.profile import Profile
from skill.sound.recital import recite
from skill.speech.phrasebook import Phrasebook

NAMES: Final = (*RoutineName, *exercises())
_WORDS: Final = Phrasebook.of("en", Random(0))  # noqa: S311 - wordings, not secrets
_OVER: Final = frozenset(
    text
    for key in ("release.hold", "release.other", "release_last.hold", "release_last.other")
    for text in _WORDS.all(f"coach.{key}")
)
_BEGINS: Final = ("And hold", "And start", "And go on")


@dataclass(frozen=True, slots=True)
class Talked:
    """What was said in one session.

    Attributes:
        first_count: seconds from the beginning to the first count, or to where a massage begins.
        words: of instruction, as this module counts them.
        seconds: the length of the session.
    """

    first_count: float
    words: int
    seconds: float

    @property
    def words_a_minute(self) -> float:
        """The words, by the length of the session."""
        return self.words / self.seconds * 60


def talked(name: str, session: int, seed: int = 0) -> Talked:
    """What is said to a runner who does this for the time of that number, from 1, and has asked nothing.

    Args:
        name: a routine's or an exercise's id.
        session: which time it is.
        seed: draws among the wordings.
    """
    told = reduce(lambda telling, _: telling.faded, range(session - 1), Telling.FULL)
    before = session > 1
    profile = Profile(
        tellings=dict.fromkeys(exercises(), told) if before else {},
        equipment_told=frozenset(Equipment) if before else frozenset(),
    )
    random = Random(seed)  # noqa: S311 - wordings, not secrets
    sheets = [part.reply.sheet for part in recite(name, profile, exercises(), "en-US", random)]
    begins = next(span for span in sheets[0].spans if span.unit)
    cues = [cue for sheet in sheets for cue in sheet.cues]
    ends = max(index for index, cue in enumerate(cues) if cue.kind is CueKind.COUNT)
    counts = [cue.at for cue in sheets[0].cues if cue.kind is CueKind.COUNT and cue.place.count <= 1]
    return Talked(
        first_count=min([begins.at + 1, *counts]),
        words=sum(count_words(cue.text) for cue in cues[: ends + 1] if _is_talk(cue)),
        seconds=sum(sheet.seconds for sheet in sheets),
    )


def _is_talk(cue: Cue) -> bool:
    if cue.kind is CueKind.COUNT:
        return cue.text.endswith(".")  # a reminder of form or breath is a sentence, a count is none
    return cue.text not in _OVER and not cue.text.startswith(_BEGINS)


def lines() -> list[Line]:
    """A line for each routine and exercise the first, second, third and tenth time."""
    measured = [(name, session, talked(name, session)) for name in NAMES for session in (1, 2, 3, 10)]
    return [
        Line(
            f"{name}, time {session}",
            f"first count {said.first_count:.1f} s, {said.words} words, {said.words_a_minute:.1f} a minute",
        )
        for name, session, said in measured
    ]
