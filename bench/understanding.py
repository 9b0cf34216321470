"""Is a runner understood, and how fast?

    python -m bench understanding

Each list in tests/hearing/phrasings is what somebody said who had not seen the sentences; what was missed at
first has since taught them, so these figures are of today and not of the first contact (docs/decisions.md).
Those in tests/hearing/blind have no one right answer: told is how many are acted on, asked about, left alone.
"""

import time
from pathlib import Path
from typing import Final

from bench.table import Line
from skill.hearing.interpreter import Interpreter
from stand_ins.phrasings import Phrasings, Verdict, read, verdicts

HEARING: Final = Path(__file__).parents[1] / "tests" / "hearing"
PHRASINGS: Final = HEARING / "phrasings"
BLIND: Final = HEARING / "blind"
CLOSET: Final = {
    "Shoe": [
        {"id": name, "values": [name]}
        for name in (
            "ghost",
            "clifton",
            "vaporfly",
            "speedgoat",
            "novablast",
            "blue pegasus",
            "endorphin",
            "bruno",
        )
    ]
}
"""The pairs that the blind lists speak of."""


def lines() -> list[Line]:
    """How long it takes to learn the sentences and to hear one, and how each list is heard."""
    began = time.perf_counter()
    interpreter = Interpreter.of("en-US")
    learnt = time.perf_counter() - began
    lists = [read(path) for path in sorted(PHRASINGS.glob("*.json"))]
    began = time.perf_counter()
    interpreter.understand("nobody has ever said quite this to a coach")
    first = time.perf_counter() - began
    return [
        Line("learn the sentences", f"{learnt:.2f} s"),
        Line("the first utterance that no sentence says", f"{first:.2f} s"),
        *(line for said in lists for line in _heard(said, interpreter)),
        *(line for path in sorted(BLIND.glob("*.tsv")) for line in _blind(path, interpreter)),
    ]


def _heard(said: Phrasings, interpreter: Interpreter) -> list[Line]:
    began = time.perf_counter()
    found = verdicts(said, interpreter)
    seconds = (time.perf_counter() - began) / len(said.phrasings)
    shares = ", ".join(
        f"{verdict} {found[verdict] / len(said.phrasings):.1%}" for verdict in Verdict if found[verdict]
    )
    return [
        Line(f"{said.name}: {len(said.phrasings)} phrasings", shares),
        Line(f"{said.name}: an utterance", f"{seconds * 1000:.1f} ms"),
    ]


def _blind(path: Path, interpreter: Interpreter) -> list[Line]:
    said = [line.split("\t")[0] for line in path.read_text(encoding="utf-8").splitlines() if line]
    began = time.perf_counter()
    heard = [interpreter.understand(one, CLOSET) for one in said]
    seconds = (time.perf_counter() - began) / len(said)
    asked = sum(bool(one.guess) for one in heard)
    left = sum(one.intent is None for one in heard)
    shares = f"acted on {len(said) - asked - left}, asked about {asked}, not understood {left}"
    return [
        Line(f"{path.stem}: {len(said)} blind", shares),
        Line(f"{path.stem}: an utterance", f"{seconds * 1000:.1f} ms"),
    ]
