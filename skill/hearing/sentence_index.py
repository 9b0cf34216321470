"""Which sentences may say some words: told from the words alone, for all sentences at once.

A set of sentences is a number with a bit for each. A label is a word as it is compared, or a list as
`{list}`.
"""

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple


class Reading(NamedTuple):
    """What may say one word, in whatever sense it is read.

    Attributes:
        taking: the sentences that may say it.
        finding: the sentences that are looked for only where it is said.
    """

    taking: int
    finding: int


class SentenceIndex:
    """Finds the sentences that may say all of some words.

    Args:
        takes: the labels that each sentence may say, and its rules as `<rule>`.
        needs: those labels without which it says nothing. It is looked for by the rarest of them.
        rules: the labels in each rule, and in the rules in it.
    """

    def __init__(
        self,
        takes: Sequence[AbstractSet[str]],
        needs: Sequence[AbstractSet[str]],
        rules: Mapping[str, AbstractSet[str]],
    ) -> None:
        said_in: dict[str, list[int]] = {}
        for at, labels in enumerate(takes):
            for label in labels:
                said_in.setdefault(label, []).append(at)
        self._taking = {label: _bits(places) for label, places in said_in.items()}
        for rule, labels in rules.items():
            sentences = self._taking.get(rule, 0)
            for label in labels if sentences else ():
                self._taking[label] = self._taking.get(label, 0) | sentences
        found_by: dict[str | None, list[int]] = {}
        for at, labels in enumerate(needs):
            rarest = min(sorted(labels), key=lambda label: self._taking[label].bit_count(), default=None)
            found_by.setdefault(rarest, []).append(at)
        self._always = _bits(found_by.pop(None, ()))
        self._finding: Mapping[str | None, int] = {label: _bits(places) for label, places in found_by.items()}

    def reading(self, labels: Iterable[str]) -> Reading:
        """Return what may say a word that can be read as any of these labels."""
        taking = finding = 0
        for label in labels:
            taking |= self._taking.get(label, 0)
            finding |= self._finding.get(label, 0)
        return Reading(taking, finding)

    def saying_all(self, readings: Iterable[Reading]) -> int:
        """Return the sentences that may say all words with these readings."""
        taking, finding = -1, self._always
        for reading in readings:
            taking &= reading.taking
            finding |= reading.finding
        return taking & finding


def _bits(places: Iterable[int]) -> int:
    bits = bytearray()
    for at in places:
        byte, bit = divmod(at, 8)
        if byte >= len(bits):
            bits.extend(bytes(byte + 1 - len(bits)))
        bits[byte] |= 1 << bit
    return int.from_bytes(bits, "little")
