"""What is said of pairs and runs in no sentence's order, put into a sentence that says it.

"Them ghosts, are they about done or have I another month in them?" No list of sentences ends with that one.
But what it is about is said by a few of its words, and whom it is about by the name of a pair: together they
are "how much life is left in the ghosts". Rows of groups of words (`paraphrases.toml`) give such sentences,
which are heard as any other: acted on where they only ask, asked about where they would change what is kept.
"""

from collections.abc import Iterator, Mapping, Sequence
from string import Formatter
from typing import Any, Final

from skill.hearing.gist import Group, joined, word_groups
from skill.hearing.run_parts import IsDistance, parts_of
from skill.hearing.sentences import DATE, TIME
from skill.hearing.slot_spans import SHOE, SlotSpan, names_a_pair
from skill.hearing.vocabulary import Vocabulary
from skill.hearing.words import Word, forms
from skill.value import Value

PARAPHRASES: Final = "paraphrases"
"""The table of the rows."""
_OF_SPANS: Final = {
    "period": "Period",
    "month": "Month",
    "race": "RaceDistance",
    "season": "Season",
    "point": "Point",
    "finding": "Finding",
    "sign": "Sign",
    "time": TIME,
    "repeat": "Repeat",
}
"""What words of a slot type fill in a sentence, beside what a run has: pair, day, distance, kind."""
_NUMBER, _CURRENCY = "AMAZON.NUMBER", "Currency"


class Paraphrase(Value):
    """A sentence that may say what is meant.

    Attributes:
        sentence: its words.
        says_less: whether a "not", a pair or a day of the utterance is not in it, so that it may say another
            thing; whoever only asks is answered all the same.
    """

    sentence: str
    says_less: bool


class _Row(Value):
    """Sentences that say what is meant where a word of each group is said.

    Attributes:
        needed: each of these is said.
        unless: none of these is.
        say: the sentences, the fullest first, with what was heard in braces.
        no_run: whether it is so clearly about something else that a distance in it is none of a run.
        even_denied: whether a "not" is a part of how it is said: "don't let me wear the Ghost till Sunday".
    """

    needed: tuple[Group, ...]
    unless: tuple[Group, ...]
    say: tuple[str, ...]
    no_run: bool
    even_denied: bool

    def fits(self, said: str) -> bool:
        """Whether the words are about it."""
        return all(group.first_in(said) >= 0 for group in self.needed) and not any(
            group.first_in(said) >= 0 for group in self.unless
        )


class Paraphrases:
    """The rows of a language.

    Args:
        vocabulary: its words.
    """

    def __init__(self, vocabulary: Vocabulary) -> None:
        table = word_groups(vocabulary.language, PARAPHRASES)
        groups = {name: Group(phrases, vocabulary) for name, phrases in table["groups"].items()}
        self._vocabulary = vocabulary
        self._rows = [
            _Row(
                tuple(groups[name] for name in row["all"]),
                tuple(groups[name] for name in (*row.get("unless", ()), *_anywhere(table, row))),
                tuple(row["say"]),
                row.get("no_run", False),
                row.get("even_denied", False),
            )
            for row in table["rows"]
        ]

    def of(
        self, words: tuple[Word, ...], spans: Sequence[SlotSpan], is_distance: IsDistance, *, no_run: bool
    ) -> Iterator[Paraphrase]:
        """Yield sentences that may say what is meant, the likeliest first.

        Args:
            words: the utterance.
            spans: every stretch of it that can fill a slot.
            is_distance: tells a distance.
            no_run: whether only what can be no run is asked for.
        """
        said = joined(words)
        rows = [row for row in self._rows if row.no_run >= no_run and row.fits(said)]
        if not rows:
            return
        heard = _heard(words, spans, self._vocabulary, is_distance)
        denied = not self._vocabulary.negations.isdisjoint(forms(words)[1:])
        for row in rows:
            for sentence in row.say:
                if all(heard.get(name) for name in names_in(sentence)):
                    put = sentence.format(**heard)
                    turned = (
                        denied and not row.even_denied and self._vocabulary.negations.isdisjoint(put.split())
                    )
                    yield Paraphrase(put, says_less=turned or self._leaves_out(put.split(), words, spans))

    def _leaves_out(self, kept: Sequence[str], words: tuple[Word, ...], spans: Sequence[SlotSpan]) -> bool:
        """Whether a pair or a day is not said any more."""
        named = (span for span in spans if names_a_pair(span) or span.slot_type == DATE)
        return any(not {*forms(words[span.start : span.end])} <= {*kept} for span in named)


def _anywhere(table: Mapping[str, Any], row: Mapping[str, Any]) -> list[str]:
    """The groups that none of the rows goes with, but for those that this one does."""
    return [name for name in table["unless"] if name not in row.get("even_with", ())]


def names_in(sentence: str) -> tuple[str, ...]:
    """What stands in braces in a sentence."""
    return tuple(name for _, name, _, _ in Formatter().parse(sentence) if name)


def _heard(
    words: tuple[Word, ...], spans: Sequence[SlotSpan], vocabulary: Vocabulary, is_distance: IsDistance
) -> Mapping[str, str]:
    """What was said of each thing that a sentence can name, where it was said once."""
    named = [span for span in spans if span.slot_type != SHOE or names_a_pair(span)]
    listed = [span for span in named if not span.unlisted]
    parts = parts_of(words, listed, vocabulary.telling, is_distance)
    heard = {name: _only(words, _outermost(listed, slot_type)) for name, slot_type in _OF_SPANS.items()}
    months = [_text(words, span) for span in _outermost(listed, _OF_SPANS["month"])]
    money = [
        f"{_text(words, number)} {_text(words, currency)}"
        for number in _outermost(listed, _NUMBER)
        for currency in _outermost(listed, _CURRENCY)
        if number.end == currency.start
    ]
    if heard["race"] in parts.distance.split() and heard["race"] != parts.distance:
        heard["race"] = ""  # the half of "nine and a half miles"
    return {
        **heard,
        "pair": parts.pair,
        "day": parts.day,
        "distance": parts.distance,
        "kind": parts.kind,
        "money": money[0] if len(money) == 1 else "",
        **dict(zip(("first_month", "second_month"), months if len(months) > 1 else (), strict=False)),
    }


def _outermost(spans: Sequence[SlotSpan], slot_type: str) -> list[SlotSpan]:
    """The stretches of a type that lie in no other of it, in order."""
    kept: list[SlotSpan] = []
    for span in sorted(spans, key=lambda span: (span.start, -span.end)):
        if span.slot_type == slot_type and (not kept or span.start >= kept[-1].end):
            kept.append(span)
    return kept


def _only(words: tuple[Word, ...], spans: Sequence[SlotSpan]) -> str:
    texts = {_text(words, span) for span in spans}
    return texts.pop() if len(texts) == 1 else ""


def _text(words: tuple[Word, ...], span: SlotSpan) -> str:
    return " ".join(forms(words[span.start : span.end]))
