"""What is done with words that nobody may have meant for the coach: the page listens while the radio plays.

An Echo has its wake word. Here it is what is said that decides, and whether the microphone was open:

* after a question anything is taken, as on an Echo, and while it is asked what is certain;
* where no session is open, only what opens the skill by its name;
* in between, what is understood for certain and changes nothing that is kept. What would change something has
  to be said to the coach: "coach, slower please".
"""

import re
from collections.abc import Iterable
from enum import StrEnum
from typing import Final

from skill.device.echo import Echo
from skill.hearing.interpretation import Interpretation
from skill.hearing.interpreter import Interpreter
from skill.sound.timeline import Timeline
from skill.speech.voice_seconds import speaking_seconds
from skill.value import Value

ADDRESS: Final = re.compile(r"^\W*(?:(?:hey|hi|ok|okay)\W+)?(?:alexa|(?:foot\W*)?coach)\b", re.IGNORECASE)
"""How a sentence is said to the coach: the skill's own name, in English as it is in every locale."""

ANSWERS: Final = frozenset({"AMAZON.YesIntent", "AMAZON.NoIntent"})
"""What means nothing where nothing was asked; said most to other people."""

LATE: Final = 0.6
"""Seconds by which the coach's own words come back at most: through the air, the microphone and the page."""

_WORD: Final = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_A_PHRASE: Final = 3
"""Words in a row that are nobody's but the coach's; one or two must be half of what it says."""


class Ignored(StrEnum):
    """Why words were not acted on; empty for those that were."""

    NO = ""
    NOTHING = "nothing"
    """No words were heard."""
    OWN_VOICE = "own voice"
    """The coach was saying them itself."""
    NOT_OPEN = "not open"
    """No session is open, and they do not open one."""
    NOT_MEANT = "not meant"
    """They mean nothing for certain."""
    UNADDRESSED = "unaddressed"
    """They would change something that is kept, and were not said to the coach."""


class Words(Value):
    """Words that were overheard.

    Attributes:
        text: the words.
        sure: whether the ears are.
        lasted: seconds from their first sound to their last.
    """

    text: str
    sure: bool = True
    lasted: float = 1.0


def why_ignored(
    words: Words, echo: Echo, sounding: Iterable[str], *, engaged: bool, over: bool, talked_to: bool
) -> Ignored:
    """Why overheard words are not acted on, if they are not.

    Args:
        words: what was overheard.
        echo: the device, its clock at the moment when they began.
        sounding: what the coach was saying at that time.
        engaged: whether a session is open, or its last reply sounds on.
        over: whether the last reply is.
        talked_to: whether what was asked came of words to the coach, and not of what it overheard.
    """
    _, opens = echo.interpreter.invocation.split(words.text)
    if not words.text.strip():
        return Ignored.NOTHING
    if _is_own_voice(words.text, sounding):
        return Ignored.OWN_VOICE
    if echo.microphone_open and over:
        return Ignored.NO if talked_to else _doubt_about_an_answer(words, echo)
    if not engaged:
        return Ignored.NO if opens and words.sure else Ignored.NOT_OPEN
    if opens:
        return Ignored.NO if words.sure else Ignored.NOT_MEANT
    understood = echo.understands(words.text)
    return _doubt_about(words, understood, echo.interpreter, asked=echo.microphone_open)


def _doubt_about(
    words: Words, understood: Interpretation, interpreter: Interpreter, *, asked: bool
) -> Ignored:
    """Why words that nobody waited for are not acted on, if they are not."""
    intent = understood.intent
    if not words.sure or intent is None or understood.guess or (intent in ANSWERS and not asked):
        return Ignored.NOT_MEANT
    if interpreter.writes(intent) and not (asked or ADDRESS.match(words.text)):
        return Ignored.UNADDRESSED
    return Ignored.NO


def is_to_the_coach(text: str, echo: Echo) -> bool:
    """Whether words call the coach by its name, or open it."""
    return bool(ADDRESS.match(text)) or echo.interpreter.invocation.split(text)[1]


def _doubt_about_an_answer(words: Words, echo: Echo) -> Ignored:
    """Why words behind a question that nobody may have wanted are no answer, if they are none.

    The radio says "I hurt my foot", the coach asks whether it is fine, and the radio says "I ran ten miles".
    """
    intent = echo.understands(words.text).intent
    writes = intent is not None and echo.interpreter.writes(intent) and not echo.is_asked_for(intent)
    return Ignored.UNADDRESSED if writes and not is_to_the_coach(words.text, echo) else Ignored.NO


def said_between(timeline: Timeline, begin: float, end: float, language: str) -> list[str]:
    """The texts that sound in a part of a reply, or have just sounded.

    Args:
        timeline: the reply's.
        begin: in planned seconds of the reply.
        end: likewise.
        language: ISO 639-1 code of what it says.
    """
    return [
        text.text
        for text in timeline.planned
        if text.at < end and begin < text.at + speaking_seconds(text.text, language) + LATE
    ]


def _is_own_voice(said: str, sounding: Iterable[str]) -> bool:
    words = _words(said)
    for text in sounding:
        own = _words(text)
        runs = (own[at : at + len(words)] for at in range(len(own) - len(words) + 1))
        if any(run == words for run in runs) and (len(words) >= _A_PHRASE or 2 * len(words) >= len(own)):
            return True
    return False


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())
