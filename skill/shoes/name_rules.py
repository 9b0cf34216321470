"""Which names a pair may be given, and the coach can say back."""

import re
import unicodedata
from typing import Final

from skill.shoes.limits import LARGEST_NAME, LONGEST_NAME, MOST_ACCENTS, MOST_WORDS, Refusal, RefusedError
from skill.shoes.name_vocabulary import NameVocabulary
from skill.shoes.rotation import Rotation

INVISIBLE: Final = re.compile("SELECTOR|FILLER|JOINER|INHERENT")
"""In Unicode's names of characters that are not seen, though they count as letters or marks."""


def check_name(name: str, rotation: Rotation, vocabulary: NameVocabulary, besides: str | None = None) -> str:
    """Accept a name for a pair; returns it without the spaces around it, its accents composed (NFC).

    Args:
        name: as heard.
        rotation: the pairs in use must be called something else.
        vocabulary: of the runner's language.
        besides: id of the pair that is renamed.

    Raises:
        RefusedError: the name cannot be read, names nothing ("the new ones", "I don't have one"), is too
            long, rude, or that of another pair in use.
    """
    spoken = unicodedata.normalize("NFC", " ".join(name.split()))
    if not is_readable(spoken):
        raise RefusedError(Refusal.NAME_UNSAYABLE)
    words = re.findall(r"\w+", spoken.casefold())
    if not any(letter.isalnum() for letter in spoken) or vocabulary.only_points(words):
        raise RefusedError(Refusal.NAME_EMPTY)
    if not vocabulary.in_sentences.isdisjoint(words):
        raise RefusedError(Refusal.NAME_EMPTY)
    if _is_long(spoken) or len(spoken.split()) > MOST_WORDS:
        raise RefusedError(Refusal.NAME_TOO_LONG)
    if _is_rude(spoken, vocabulary):
        raise RefusedError(Refusal.NAME_RUDE)
    for shoe in rotation.active:
        if shoe.id != besides and vocabulary.words(shoe.nickname) == vocabulary.words(spoken):
            raise RefusedError(Refusal.NAME_TAKEN, shoe)
    return spoken


def is_speakable(name: str, vocabulary: NameVocabulary) -> bool:
    """Whether the coach can say back what was heard: short, and not rude."""
    spoken = unicodedata.normalize("NFC", " ".join(name.split()))
    sayable = is_readable(spoken) and any(letter.isalnum() for letter in spoken)
    return sayable and not _is_long(spoken) and not _is_rude(spoken, vocabulary)


def is_readable(name: str) -> bool:
    """Whether a name consists of letters, digits, punctuation and spaces that can be seen.

    By Unicode's general categories: no controls, formats (zero width, bidirectional), surrogates, private or
    unassigned characters; no symbols (emoji, the brackets of markup), which nobody can say; and no more marks
    on a letter than any script puts there. A few characters of the categories of letters and marks are
    invisible all the same, as their names tell (variation selectors, fillers, joiners).
    """
    marks = 0
    for letter in name:
        category = unicodedata.category(letter)
        marks = marks + 1 if category[0] == "M" else 0
        if (letter != " " and category[0] not in "LNPM") or marks > MOST_ACCENTS:
            return False
        if not letter.isascii() and INVISIBLE.search(unicodedata.name(letter, "")):
            return False
    return True


def _is_long(name: str) -> bool:
    """Whether a name is too long: as it is kept, or as it is read, where a mark belongs to its letter."""
    letters = sum(not unicodedata.category(letter).startswith("M") for letter in name)
    return letters > LONGEST_NAME or len(name.encode()) > LARGEST_NAME


def _is_rude(spoken: str, vocabulary: NameVocabulary) -> bool:
    words = re.findall(r"\w+", spoken.casefold())
    return "*" in spoken or any({word, vocabulary.singular(word)} & vocabulary.rude for word in words)
