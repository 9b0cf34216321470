"""Which words a sound holds: of what may be said now and what was made out, that which explains it best.

A recogniser that knows a language prefers what is often said in it: of a short "pause" it makes "of course",
of a door that falls shut "thank you". So from the probability of a text given the sound is taken that of the
text given no sound at all; what is left is what the sound has said for it. `bench/ears.py` measures it.
"""

import re
from collections.abc import Sequence
from typing import Final

from skill.ears.transcript import Transcript
from skill.value import Value

PRIOR: Final = 0.85
"""How much of a text's own likelihood is taken off: with none of it 94 of 100 commands were right, with this
99."""

ENOUGH: Final = 2.5
"""What a sound must have said for a phrase, in nats: noises reach 0.7, the shortest words 3."""

AHEAD: Final = 2.5
"""By how much the phrase must explain the sound better than any other that is likely."""

SHARE: Final = 0.25
"""What a phrase must explain of what the text that was made out does: "no" explains 0.08 of a sentence."""

SILENT: Final = 0.7
"""From this probability on that nothing is said, what was made out is nothing; noises reach 0.75."""

SURE: Final = -0.7
"""Mean log probability of a token from which on what was made out is trusted."""

HARDLY: Final = -1.3
"""Mean log probability of a token below which what was made out is nothing."""

_AGAIN: Final = re.compile(r"\b(\w+(?:\W+\w+){0,5}?)(?:\W+\1\b){3,}", re.IGNORECASE)
"""The same words four times and more: a recogniser that has lost its way."""

_PUNCTUATION: Final = re.compile(r"[^\w\s']+")


class Scored(Value):
    """A text and how well it goes with a sound.

    Attributes:
        text: as it is written.
        given_sound: log probability of the text, the sound heard.
        given_silence: log probability of the text where there is no sound.
        tokens: of how many the text consists.
    """

    text: str
    given_sound: float
    given_silence: float
    tokens: int = 1

    @property
    def evidence(self) -> float:
        """What the sound says for the text, in nats; about 0 where it says nothing."""
        return self.given_sound - PRIOR * self.given_silence


def choose(made_out: Scored, silent: float, likely: Sequence[Scored]) -> Transcript:
    """The words that a sound holds.

    Args:
        made_out: the text that the recogniser wrote down.
        silent: the probability that nothing was said, 0 to 1.
        likely: what may be said now.

    Returns:
        one of the likely texts where the sound speaks for it; what was made out where that is trusted; else
        nothing.
    """
    ranked = sorted(likely, key=lambda each: each.evidence, reverse=True)
    if ranked:
        best, next_best = ranked[0].evidence, ranked[1].evidence if len(ranked) > 1 else 0.0
        if best >= _enough(made_out) and best - next_best >= AHEAD:
            return Transcript(ranked[0].text, sure=True)
    mean = made_out.given_sound / max(made_out.tokens, 1)
    if silent >= SILENT or mean < HARDLY or made_out.evidence < ENOUGH or _AGAIN.search(made_out.text):
        return Transcript()
    return Transcript(made_out.text, sure=mean >= SURE)


def could_be(given_silence: float, made_out: Scored) -> bool:
    """Whether a phrase so probable where nothing is said could be chosen if the sound went with it."""
    return Scored("", 0.0, given_silence).evidence >= _enough(made_out)


def _enough(made_out: Scored) -> float:
    return max(ENOUGH, SHARE * made_out.evidence)


def same_words(one: str, other: str) -> bool:
    """Whether two texts are the same but for case, hyphens and punctuation."""
    return _plain(one) == _plain(other)


def _plain(text: str) -> list[str]:
    return _PUNCTUATION.sub(" ", text.lower()).split()
