"""Prints the table: `make bench`, or one part of it: `python -m bench cold_start`."""

import importlib
import sys
from typing import Final

from bench.table import Line, render

PARTS: Final = ("cold_start", "warm_turn", "flask_throughput", "storage_calls", "cost")


def main() -> None:
    """Measure the parts named, or all, and print one table."""
    lines: list[Line] = []
    for name in sys.argv[1:] or PARTS:
        print(f"measuring {name} ...", file=sys.stderr, flush=True)
        lines += importlib.import_module(f"bench.{name}").lines()
    print(render(lines))


main()
