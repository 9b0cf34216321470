"""Tables and distances as commands print them."""

from collections.abc import Collection, Sequence

from skill.shoes.distance import Unit, in_unit
from skill.shoes.price import HUNDREDTHS, Price
from skill.shoes.spans import Span, SpanKind

SHORT = {Unit.KILOMETRES: "km", Unit.MILES: "mi"}


def distance(metres: float, unit: Unit) -> str:
    """A distance with one decimal: "10.2 km"."""
    return f"{in_unit(round(metres), unit):.1f} {SHORT[unit]}"


def money(price: Price) -> str:
    """What a pair cost: "139.99 euros"."""
    return f"{price.hundredths / HUNDREDTHS:.2f} {price.currency}"


def day_bought(bought: Span) -> str:
    """When a pair was bought, as exactly as was told: "2026-03-14", "2026-03", "2026"."""
    lengths = {SpanKind.MONTH: len("2026-03"), SpanKind.YEAR: len("2026")}
    return bought.first.isoformat()[: lengths.get(bought.kind)]


def table(rows: Sequence[Sequence[str]], right: Collection[int]) -> list[str]:
    """Columns as wide as their widest cell.

    Args:
        rows: as many cells in each.
        right: the columns whose cells stand to the right, by their places from 0.
    """
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    return [
        "  ".join(
            cell.rjust(width) if column in right else cell.ljust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    ]
