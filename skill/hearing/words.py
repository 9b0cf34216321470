"""Speech as words: what was said, and the one form in which it is compared."""

import re
import unicodedata
from collections.abc import Iterator

from skill.hearing.vocabulary import Vocabulary
from skill.value import Value, replace

MOST_CHARACTERS = 1000
"""Longer input is no utterance: about a minute of speech, and Alexa listens for a few seconds."""
MOST_WORDS = 60

_WORD = re.compile(r"[a-z]+(?:'[a-z]+)*|\d+(?:[.,]\d+)*|(?<![\d\w])\.\d+|\{\w+\}")
_POSSESSIVE = "'s"
_TERMINAL = re.compile(r"\x1b\[[0-9;?]*[ -/]*[@-~]")
_FRACTION = re.compile(
    r"(?<![\d/.,])(?:(\d+) ?(?=[^\d\s])|(\d+)[ -](?=\d/))?([\u00bc-\u00be]|[1-9]/[1-9])(?![\d/])"
)
"""A fraction in one sign or with a stroke, and the whole number before it: "6\u00bd", "1 1/2"."""
_FOREIGN = re.compile(r"[^\W\d_a-z]")


class Word(Value):
    """One word of an utterance.

    Attributes:
        form: how it is compared: lower case, no apostrophe, one spelling.
        said: how it was said, lower case; empty for the second word of a contraction.
    """

    form: str
    said: str


def words_of(text: str, vocabulary: Vocabulary) -> tuple[Word, ...]:
    """Split text into words.

    Case, punctuation, accents and control characters fall away; digits and letters part ("10k" is "10 k",
    "30s" "30 seconds"); "5.2" becomes "5 point 2", "1/2" "half" and "1,200" "1200", as people say them;
    `{slots}` stay whole.

    Returns:
        The words; none for text that is empty, in another script, or longer than `MOST_CHARACTERS`
        or `MOST_WORDS`.
    """
    if len(text) > MOST_CHARACTERS:
        return ()
    spelt = _FRACTION.sub(lambda found: _fraction(found, vocabulary), text)
    plain = spelt.lower() if spelt.isascii() else _without_accents(spelt)
    plain = _TERMINAL.sub(" ", plain)
    if _FOREIGN.search(plain):
        return ()
    found: list[Word] = []
    number_ends = -1
    for heard in _WORD.finditer(plain):
        word = heard.group()
        unit = vocabulary.numbers["units_behind_digits"].get(word) if heard.start() == number_ends else None
        number_ends = heard.end() if word[0].isdecimal() else -1
        found.extend([Word(unit, word)] if unit else _forms(word, vocabulary))
    return _own(_joined(found, vocabulary), vocabulary) if len(found) <= MOST_WORDS else ()


def _joined(found: list[Word], vocabulary: Vocabulary) -> list[Word]:
    """Words with the names of two made one: "new Balance" is nothing new."""
    kept: list[Word] = []
    for word in found:
        if kept and (kept[-1].form, word.form) in vocabulary.joined:
            kept[-1] = Word(kept[-1].form + word.form, f"{kept[-1].said} {word.said}")
        else:
            kept.append(word)
    return kept


def _own(found: list[Word], vocabulary: Vocabulary) -> tuple[Word, ...]:
    """Words with what some say for "my" put right: "me heel"."""
    words = vocabulary.possessive
    for at in range(len(found) - 1):
        owned = found[at].form == words.said and found[at + 1].form in words.before
        if owned and (at == 0 or found[at - 1].form not in words.not_behind):
            found[at] = replace(found[at], form=words.means)
    return tuple(found)


def _fraction(found: re.Match[str], vocabulary: Vocabulary) -> str:
    table = vocabulary.numbers["fractions"]
    words = table.get(found[3], found[0])
    whole = found[1] or found[2]
    return f" {whole} {table['behind_a_whole']} {words} " if whole and found[3] in table else f" {words} "


def _without_accents(text: str) -> str:
    parts = unicodedata.normalize("NFKD", text)
    plain = "".join(character for character in parts if not unicodedata.combining(character))
    return plain.casefold().replace("\u2019", "'").replace("\u2018", "'")


def forms(words: tuple[Word, ...]) -> tuple[str, ...]:
    """Return the forms of words."""
    return tuple(word.form for word in words)


def singulars(words: tuple[Word, ...], vocabulary: Vocabulary) -> tuple[str, ...]:
    """Return the forms of words without their plural endings, number words as digits."""
    return tuple(_singular(word.form, vocabulary) for word in words)


def _singular(form: str, vocabulary: Vocabulary) -> str:
    numbers = vocabulary.numbers["words"]
    is_plural = len(form) > _SHORTEST_PLURAL and form.endswith("s") and not form.endswith(("ss", "us", "is"))
    if form not in numbers and is_plural and form not in vocabulary.singular:
        form = form[:-1]
    return str(numbers.get(form, form))


_SHORTEST_PLURAL = 3


def said(words: tuple[Word, ...]) -> str:
    """Return words as they were said."""
    return " ".join(word.said for word in words if word.said)


def unpadded(words: tuple[Word, ...], vocabulary: Vocabulary) -> list[tuple[Word, ...]]:
    """Return an utterance without the words around what is wanted ("um, could you ... please").

    Returns:
        The utterance itself first, then shorter and shorter ones; never an empty one. A "no" stays: "no,
        hang on, it was" is "no, it was".
    """
    found = [words]
    _add(found, tuple(word for word in words if word.form not in vocabulary.fillers) or words)
    for candidate in found:
        if len(found) >= _MOST_WAYS:
            break
        said_forms = forms(candidate)
        kept = 1 if said_forms[0] in vocabulary.negations else 0
        if opening := vocabulary.openings.beginning(said_forms[kept:]):
            _add(found, (*candidate[:kept], *candidate[kept + opening :]))
        if closing := vocabulary.closings.ending(said_forms):
            _add(found, candidate[:-closing])
    return found


_MOST_WAYS = 12


def _add(found: list[tuple[Word, ...]], candidate: tuple[Word, ...]) -> None:
    if candidate not in found:
        found.append(candidate)


def _forms(said_word: str, vocabulary: Vocabulary) -> Iterator[Word]:
    if said_word[0] in ".0123456789":
        yield from _digits(said_word)
        return
    if said_word.startswith("{"):
        yield Word(said_word, said_word)
        return
    bare = said_word.replace("'", "")
    heard = vocabulary.contractions.get(said_word) or vocabulary.contractions.get(bare)
    if heard is None:
        owner = said_word.removesuffix(_POSSESSIVE)
        heard = (bare,) if owner == said_word else (owner.replace("'", ""), _POSSESSIVE[1:])
    shown = said_word
    for part in heard:
        for form in vocabulary.spellings.get(part, (part,)):
            yield Word(form, shown)
            shown = ""


def _digits(said_word: str) -> Iterator[Word]:
    whole, point, decimals = re.sub(r",(?=\d{3}\b)", "", said_word).replace(",", ".").partition(".")
    if whole:
        yield Word(whole, whole)
    if point:
        yield Word("point", "point")
        yield Word(decimals, decimals)
