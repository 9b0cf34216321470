"""The words around a request that Alexa takes for itself: the wake word, and what opens the skill."""

import re
from collections.abc import Iterable

from skill.hearing.vocabulary import Vocabulary


class Invocation:
    """How people open a skill.

    Args:
        name: the skill's invocation name, as in "foot coach"; it may be said as one word.
        vocabulary: tells what is said before and after the name.
    """

    def __init__(self, name: str, vocabulary: Vocabulary) -> None:
        words = vocabulary.invocation
        polite, verbs, ask = (_any_of(words[key]) for key in ("polite", "open", "ask"))
        called = rf"({_any_of(words['possessives'])}\s+)?" + r"\s*".join(map(re.escape, name.split()))
        called += rf"(\s+{_any_of(words['kinds'])})?"
        joined = rf"({_any_of(words['conjunctions'])}\s+)*"
        self._wake_word = _pattern(rf"\s*{_any_of(words['wake_words'])}\b[\s,.!:]*")
        self._open = _pattern(rf"({polite}\s+)?(?:{verbs}|{ask})\s+{called}[\s.!?]*{polite}?[\s.!?]*$")
        self._ask = _pattern(rf"({polite}\s+)?{ask}\s+{called}[\s,]+{joined}(?P<request>.+)$")

    def split(self, utterance: str) -> tuple[str, bool]:
        """Return what is left for the skill, and whether the skill is opened by its name.

        "Alexa, ask foot coach for my shoes" leaves "my shoes"; "open foot coach" leaves nothing.
        """
        said = self._wake_word.sub("", utterance, count=1).strip()
        if self._open.match(said):
            return "", True
        asked = self._ask.match(said)
        return (asked["request"], True) if asked else (said, False)


def _any_of(phrases: Iterable[str]) -> str:
    return "(?:" + "|".join(r"\s+".join(map(re.escape, phrase.split())) for phrase in phrases) + ")"


def _pattern(expression: str) -> re.Pattern[str]:
    return re.compile(f"^{expression}", re.IGNORECASE)
