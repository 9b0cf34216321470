"""What was told or asked of a pair last, so that "no, two weeks ago" corrects that, and no run."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any, Self

from skill.value import Value


class Fact(StrEnum):
    """What a number, or a day, corrects."""

    PRICE = "price"
    BOUGHT = "bought"
    ALERT = "alert"
    LIFE = "life"
    START = "start"


class PairFact(Value):
    """A fact of one pair.

    Attributes:
        pair: its id.
        facts: which of its facts; the first one that a correction fits is corrected.
    """

    pair: str
    facts: tuple[Fact, ...]

    def body(self) -> dict[str, Any]:
        """The fact as JSON-able data."""
        return {"pair": self.pair, "facts": [str(fact) for fact in self.facts]}

    @classmethod
    def read(cls, body: Any) -> Self | None:
        """The fact that JSON-able data tells of; None when it tells of none."""
        if not isinstance(body, Mapping):
            return None
        pair, facts = body.get("pair"), body.get("facts")
        known = set(Fact)
        if not isinstance(pair, str) or not isinstance(facts, list):
            return None
        return cls(pair, tuple(Fact(fact) for fact in facts if fact in known))
