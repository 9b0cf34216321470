"""Is a runner understood, and how fast?

    python -m bench understanding

Each list in tests/hearing/phrasings is what somebody said who had not seen the sentences; what was missed at
first has since taught them, so these figures are of today and not of the first contact (docs/decisions.md).
"""

import time
from pathlib import Path
from typing import Final

from bench.table import Line
from skill.hearing.interpreter import Interpreter
from stand_ins.phrasings import Phrasings, Verdict, read, verdicts

PHRASINGS: Final = Path(__file__).parents[1] / "tests" / "hearing" / "phrasings"


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
