"""Which stretches of an utterance a sentence can say, told in whole numbers before hassil tries it.

hassil tries every way through a sentence and says what fills its slots. Most sentences that have all words of
an utterance say them in another order: this finds out at a hundredth of the cost. A set of places between
words is a number with a bit for each: bit 0 before the first word, bit n behind the nth. A part of a sentence
turns the places where it may begin into those where it may have ended.
"""

from collections.abc import Callable, Iterable, Mapping

from hassil.expression import (
    Alternative,
    Expression,
    Group,
    ListReference,
    Permutation,
    RuleReference,
    Sentence,
    TextChunk,
)

from skill.value import Value, field


class Places(Value):
    """Where the words of an utterance are, and the values in it.

    Attributes:
        words: the places before each word, by the word's form.
        values: by list, as `{list}`, where its values begin and end: a place before and a place behind.
        known: where rules led to, by the rule and where it began.
    """

    words: Mapping[str, int]
    values: Mapping[str, Iterable[tuple[int, int]]]
    known: dict[tuple[str, int], int] = field(default_factory=dict)


Reach = Callable[[Places, int], int]
"""What a part of a sentence reaches: from the places where it begins to those where it may have ended."""


class Reaches:
    """What sentences reach, made of what hassil reads.

    Args:
        rule: gives the sentence of an expansion rule, by its name.
    """

    def __init__(self, rule: Callable[[str], Sentence]) -> None:
        self._sentence_of = rule
        self._rules: dict[str, Reach] = {}

    def of(self, expression: Expression) -> Reach:
        """Return what an expression reaches; raises TypeError for one that hassil never reads."""
        match expression:
            case TextChunk(text=text):
                return _words(tuple(text.split()))
            case ListReference(list_name=name):
                return _value(f"{{{name}}}")
            case RuleReference(rule_name=name):
                return self._rule(name)
            case Alternative(items=items):
                return _one_of([self.of(item) for item in items])
            case Permutation(items=items):
                return _in_any_order([self.of(item) for item in items])
            case Group(items=items):
                return _one_by_one([self.of(item) for item in items])
        raise TypeError(f"No sentence has this in it: {expression!r}")

    def _rule(self, name: str) -> Reach:
        def ends(places: Places, starts: int) -> int:
            key = name, starts
            if key not in places.known:
                if name not in self._rules:
                    self._rules[name] = self.of(self._sentence_of(name).expression)
                places.known[key] = self._rules[name](places, starts)
            return places.known[key]

        return ends


def _words(forms: tuple[str, ...]) -> Reach:
    if len(forms) == 1:
        (form,) = forms
        return lambda places, starts: (starts & places.words.get(form, 0)) << 1

    def ends(places: Places, starts: int) -> int:
        for form in forms:
            starts = (starts & places.words.get(form, 0)) << 1
        return starts

    return ends


def _value(label: str) -> Reach:
    def ends(places: Places, starts: int) -> int:
        found = 0
        for before, behind in places.values.get(label, ()):
            if starts & before:
                found |= behind
        return found

    return ends


def _one_of(parts: list[Reach]) -> Reach:
    def ends(places: Places, starts: int) -> int:
        found = 0
        for part in parts:
            found |= part(places, starts)
        return found

    return ends


def _one_by_one(parts: list[Reach]) -> Reach:
    if len(parts) == 1:
        return parts[0]

    def ends(places: Places, starts: int) -> int:
        for part in parts:
            if not starts:
                break
            starts = part(places, starts)
        return starts

    return ends


def _in_any_order(parts: list[Reach]) -> Reach:
    def ends(places: Places, starts: int) -> int:
        if not parts or not starts:
            return starts
        found = 0
        for at, part in enumerate(parts):
            behind = part(places, starts)
            if behind:
                found |= _in_any_order([*parts[:at], *parts[at + 1 :]])(places, behind)
        return found

    return ends
