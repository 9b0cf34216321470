"""The words of a language that understanding needs, read from its TOML file."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What the file `<language>.toml` beside this module holds.

    Attributes:
        openings: phrases, as tuples of words, said before the thing that is wanted; longest first.
        closings: as `openings`, said after it.
        elsewhere: utterances, as tuples of words, that are for the device and not for a skill.
        contractions: a word without its apostrophe, and the words it stands for.
        spellings: a word, and the one spelling it is heard as.
        light: words that decide little about what somebody wants.
        nameless: words that name nothing by themselves.
        singular: words that look like plurals and are none.
        same: a word, and the one it says the same as.
        negations: words that turn what is said into its opposite.
        questions: words that ask for something else than a request without them does.
        conjunctions: words that begin another clause.
        endings: endings that a listener may lose or gain, longest first.
        numbers, durations, dates: the words of `spoken_numbers`, `spoken_durations` and `spoken_dates`.
    """

    openings: tuple[tuple[str, ...], ...]
    closings: tuple[tuple[str, ...], ...]
    elsewhere: frozenset[tuple[str, ...]]
    contractions: dict[str, tuple[str, ...]]
    spellings: dict[str, tuple[str, ...]]
    light: frozenset[str]
    nameless: frozenset[str]
    singular: frozenset[str]
    same: dict[str, str]
    negations: frozenset[str]
    questions: frozenset[str]
    conjunctions: frozenset[str]
    endings: tuple[str, ...]
    numbers: dict[str, Any]
    durations: dict[str, Any]
    dates: dict[str, Any]


@cache
def vocabulary(language: str = "english") -> Vocabulary:
    """Return the words of a language; raises FileNotFoundError for one that has no file."""
    table = tomllib.loads((Path(__file__).parent / f"{language}.toml").read_text(encoding="utf-8"))
    return Vocabulary(
        openings=_phrases(table["hearing"]["openings"]),
        closings=_phrases(table["hearing"]["closings"]),
        elsewhere=frozenset(_phrases(table["hearing"]["elsewhere"])),
        contractions={short: tuple(long.split()) for short, long in table["contractions"].items()},
        spellings={heard: tuple(kept.split()) for heard, kept in table["spellings"].items()},
        light=frozenset(table["folding"]["light"]),
        nameless=frozenset(table["folding"]["nameless"]),
        singular=frozenset(table["folding"]["singular"]),
        same={word: words[0] for words in table["folding"]["same"] for word in words},
        negations=frozenset(table["folding"]["negations"]),
        questions=frozenset(table["folding"]["questions"]),
        conjunctions=frozenset(table["folding"]["conjunctions"]),
        endings=tuple(sorted(table["folding"]["endings"], key=len, reverse=True)),
        numbers=table["numbers"],
        durations=table["durations"],
        dates=table["dates"],
    )


def _phrases(phrases: list[str]) -> tuple[tuple[str, ...], ...]:
    return tuple(sorted((tuple(phrase.split()) for phrase in phrases), key=len, reverse=True))
