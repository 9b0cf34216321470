"""Are red flags heard, and nothing else taken for one?

    python -m bench red_flags

`red_flags.tsv` has what people would say, and how it has to be taken: an emergency, an injury, pain, a
cramp, a condition for a doctor, or something ordinary, much of which only sounds like one of these.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final

from bench.table import Line
from skill.hearing.elicited_slot import ElicitedSlot
from skill.hearing.interpreter import Interpreter

TABLE: Final = Path(__file__).with_suffix(".tsv")


class Verdict(StrEnum):
    """How something said has to be taken."""

    EMERGENCY = "emergency"
    INJURY = "injury"
    PAIN = "pain"
    CRAMP = "cramp"
    CONDITION = "condition"
    ORDINARY = "ordinary"


TAKEN_AS: Final = {
    "EmergencyIntent": Verdict.EMERGENCY,
    "InjuryIntent": Verdict.INJURY,
    "PainIntent": Verdict.PAIN,
    "CrampIntent": Verdict.CRAMP,
    "AskDoctorIntent": Verdict.CONDITION,
}
"""What each intent is taken for; every other is ordinary."""


@dataclass(frozen=True, slots=True)
class Phrasing:
    """A row of the table."""

    said: str
    verdict: Verdict


def phrasings() -> list[Phrasing]:
    """The rows of the table."""
    rows = (line.split("\t") for line in TABLE.read_text(encoding="utf-8").splitlines()[1:])
    return [Phrasing(said, Verdict(verdict)) for verdict, said in rows]


def taken_as(said: str, interpreter: Interpreter, elicited: ElicitedSlot | None = None) -> Verdict:
    """What is made of an utterance; a guess that is asked about is nothing yet, so it is ordinary.

    Args:
        said: the utterance.
        interpreter: hears it.
        elicited: the slot that was asked for, if one was.
    """
    heard = interpreter.understand(said, elicited=elicited)
    return Verdict.ORDINARY if heard.guess else TAKEN_AS.get(heard.intent or "", Verdict.ORDINARY)


def taken_amiss(
    said: Iterable[Phrasing], interpreter: Interpreter, elicited: ElicitedSlot | None = None
) -> list[tuple[Phrasing, Verdict]]:
    """What is taken otherwise than it has to be, and as what."""
    taken = ((one, taken_as(one.said, interpreter, elicited)) for one in said)
    return [(one, verdict) for one, verdict in taken if verdict is not one.verdict]


def lines() -> list[Line]:
    """How many of each kind are taken as they have to be."""
    interpreter, table = Interpreter.of("en-US"), phrasings()
    amiss = taken_amiss(table, interpreter)
    for one, verdict in amiss:
        print(f"{one.said!r} is taken as {verdict}, not {one.verdict}")
    of = {verdict: [one for one in table if one.verdict is verdict] for verdict in Verdict}
    wrong = {verdict: sum(one.verdict is verdict for one, _ in amiss) for verdict in Verdict}
    return [
        Line(verdict, f"{len(of[verdict]) - wrong[verdict]} of {len(of[verdict])}") for verdict in Verdict
    ]
