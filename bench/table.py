"""A line of the table that `make bench` prints, and the table."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True, slots=True)
class Line:
    """One thing measured, against its baseline where it has one.

    Attributes:
        subject: what was measured.
        value: as it is printed, with its unit.
        ratio: to the baseline; None for a baseline itself.
        baseline: what the ratio is to.
        target: what the ratio should be, as "<= 0.7"; empty where there is none.
    """

    subject: str
    value: str
    ratio: float | None = None
    baseline: str = ""
    target: str = ""

    @property
    def met(self) -> bool | None:
        """Whether the ratio meets its target; None where there is none."""
        if self.ratio is None or not self.target:
            return None
        sign, limit = self.target.split()
        return self.ratio <= float(limit) if sign == "<=" else self.ratio >= float(limit)


def milliseconds(seconds: Sequence[float]) -> str:
    """How times are printed: their median, and the fastest."""
    return f"{median(seconds) * 1e3:.2f} ms (fastest {min(seconds) * 1e3:.2f})"


def ratio(times: Sequence[float], baseline: Sequence[float]) -> float:
    """The median of the ratios of times that were taken in turns, one of each a round.

    What else the machine does slows both of a round alike.
    """
    return median(each / other for each, other in zip(times, baseline, strict=True))


def render(lines: Iterable[Line]) -> str:
    """The table in Markdown."""
    rows = [("what", "measured", "ratio", "to", "target", "met")]
    words = {True: "yes", False: "NO", None: ""}
    rows += [
        (
            line.subject,
            line.value,
            "" if line.ratio is None else f"{line.ratio:.2f}",
            line.baseline,
            line.target,
            words[line.met],
        )
        for line in lines
    ]
    return markdown(rows)


def markdown(rows: Sequence[Sequence[str]]) -> str:
    """A table in Markdown; the first row is its head."""
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    printed = [
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |"
        for row in rows
    ]
    printed.insert(1, "| " + " | ".join("-" * width for width in widths) + " |")
    return "\n".join(printed)
