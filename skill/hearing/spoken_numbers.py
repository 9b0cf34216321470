"""Numbers as they are said, turned into the digits that AMAZON.NUMBER delivers."""

from collections.abc import Iterator

from skill.hearing.spoken_values import SpokenValue, WordReader, values_in
from skill.hearing.vocabulary import Vocabulary

_HUNDRED = 100
_THOUSAND = 1000
_TEN = 10


def numbers_in(forms: tuple[str, ...], vocabulary: Vocabulary) -> Iterator[SpokenValue]:
    """Find the numbers in words, each as long as it goes.

    "two hundred and fifty" is 250, "one fifty" 150, "a hundred" and "hundred" 100, "zero five" 05 (so that
    the digits after a point keep their places), "minus three" -3, the "a" of "a mile" 1. "Oh" alone is no
    number, nor is "hundred".
    """
    if forms in vocabulary.openings:
        return iter(())
    return values_in(forms, vocabulary, read_number)


def read_number(reader: WordReader) -> str | None:
    """Return the longest number that comes next, or None."""
    table = reader.vocabulary.numbers
    if reader.take(*table["minus"]):
        following = read_number(reader)
        return f"-{following}" if following else None
    if reader.sees(*table["one"]) and reader.sees(*table["counted"], ahead=1):
        reader.at += 1
        return "1"
    return reader.longest(_spelt, _counted)


def _counted(reader: WordReader) -> str | None:
    """Read "[thousands] [hundreds] [tens and ones]", each part optional but one."""
    number = _below_thousand(reader)
    if number is not None and reader.take(reader.vocabulary.numbers["thousand"]):
        number = number * _THOUSAND + (reader.longest(_after_thousand) or 0)
    return None if number is None else str(number)


def _after_thousand(reader: WordReader) -> int | None:
    reader.take(reader.vocabulary.numbers["and"])
    return None if reader.sees(*reader.vocabulary.numbers["one"]) else _below_thousand(reader)


def _below_thousand(reader: WordReader) -> int | None:
    in_words = not reader.word.isdigit()
    names_a_thing = reader.sees(*reader.vocabulary.numbers["pronoun_behind"], ahead=-1)
    number = reader.longest(_dozens_or_article, _below_hundred)
    if number is None:
        return None
    if reader.take(reader.vocabulary.numbers["hundred"]):
        return number * _HUNDRED + (reader.longest(_after_hundred) or 0)
    if 0 < number < _TEN and in_words and not names_a_thing and (rest := reader.longest(_ten_or_more)):
        return number * _HUNDRED + rest  # "one fifty"
    return number


def _after_hundred(reader: WordReader) -> int | None:
    reader.take(reader.vocabulary.numbers["and"])
    return _below_hundred(reader)


def _ten_or_more(reader: WordReader) -> int | None:
    number = _below_hundred(reader)
    return number if number is not None and number >= _TEN else None


def _dozens_or_article(reader: WordReader) -> int | None:
    """Read "dozen", "a dozen", and the "a" of "a thousand" and of "a hundred", where it may be left out."""
    table = reader.vocabulary.numbers
    behind = reader.forms[reader.at - 1] if reader.at else ""
    counted = behind.isdigit() or behind in {*table["words"], *table["one"]}
    article = reader.take(*table["one"])
    if reader.sees(*table["whole"]):
        reader.at += 1
        return int(table["whole"][reader.forms[reader.at - 1]])
    if not article:
        return 1 if reader.sees(table["hundred"]) and not (counted or reader.alone) else None
    return 1 if reader.sees(table["hundred"], table["thousand"]) else None


def _below_hundred(reader: WordReader) -> int | None:
    words: dict[str, int] = reader.vocabulary.numbers["words"]
    word = reader.word
    reader.at += 1
    if word.isdigit():
        return int(word)
    number = words.get(word)
    if number is None or number < 2 * _TEN or not 0 < words.get(reader.word, 0) < _TEN:
        return number
    reader.at += 1
    return number + words[reader.forms[reader.at - 1]]


def _spelt(reader: WordReader) -> str | None:
    """Read a number said digit by digit: "one two five", "zero five"; two are two, but behind a point."""
    words = reader.vocabulary.numbers["words"]
    decimals = reader.sees(reader.vocabulary.numbers["point"], ahead=-1)
    digits: list[str] = []
    while reader.word.isdigit() or words.get(reader.word, _TEN) < _TEN:
        digits.append(reader.word if reader.word.isdigit() else str(words[reader.word]))
        reader.at += 1
    if len(digits) == len("12") and "0" not in digits and not decimals:
        digits.pop()  # "each one two times"
        reader.at -= 1
    return "".join(digits) or None
