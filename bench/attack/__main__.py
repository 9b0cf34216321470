"""Runs the attacks and prints the table: `make attack`, or one: `python -m bench.attack web`.

It ends with status 1 where one of them came through.
"""

import importlib
import sys
import time
from typing import Final

from bench.attack.outcome import Outcome, render

PARTS: Final = (
    "deadlines",
    "envelopes",
    "erasure",
    "page",
    "races",
    "records",
    "web",
)
"""The modules beside this one; each has `outcomes() -> list[Outcome]`."""


def main() -> int:
    """Run the parts named, or all."""
    outcomes: list[Outcome] = []
    for name in sys.argv[1:] or PARTS:
        began = time.monotonic()
        print(f"attacking: {name} ...", file=sys.stderr, flush=True)
        outcomes += importlib.import_module(f"bench.attack.{name}").outcomes()
        print(f"attacking: {name} took {time.monotonic() - began:.0f} s", file=sys.stderr, flush=True)
    print(render(outcomes))
    return 0 if all(outcome.held for outcome in outcomes) else 1


sys.exit(main())
