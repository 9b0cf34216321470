"""Draws a line plot as SVG: a picture for the README without a plotting library."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise
from typing import Final

WIDTH, HEIGHT = 760, 400
LEFT, RIGHT, TOP, BOTTOM = 60, 170, 44, 48
COLOURS: Final = {"APLA": "#1a7f37", "SSML": "#0969da", "naive": "#cf222e"}
WIDTHS: Final = {"APLA": 6, "SSML": 2, "naive": 2}
"""APLA lies under the SSML line of the one voice that it is made for, and is to be seen there."""
GREY: Final = "#6e7781"


@dataclass(frozen=True, slots=True)
class Line:
    """Values at 0, 1, 2 ...; lines of one group share its colour."""

    name: str
    group: str
    values: Sequence[float]


def line_plot(lines: Sequence[Line], title: str, across: str, up: str) -> str:
    """The lines in one frame, each with its name at its end."""
    last = max(len(line.values) for line in lines) - 1
    low = min(min(line.values) for line in lines)
    high = max(max(line.values) for line in lines)

    def x(index: float) -> float:
        return LEFT + index / last * (WIDTH - LEFT - RIGHT)

    def y(value: float) -> float:
        return TOP + (high - value) / (high - low) * (HEIGHT - TOP - BOTTOM)

    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img">',
        "<style>text { font-family: sans-serif }</style>",
        f"<title>{escape(title)}</title>",
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#ffffff"/>',
        _text(LEFT, 24, title, size=16, colour="#1f2328"),
        _text((LEFT + WIDTH - RIGHT) / 2, HEIGHT - 12, across, anchor="middle"),
        _text(16, 40, up),
    ]
    parts += [
        _text(x(index), HEIGHT - BOTTOM + 18, str(index), anchor="middle") for index in range(0, last + 1, 5)
    ]
    for value in range(int(low // 5 * 5), int(high) + 1, 5):
        if low <= value:
            parts.append(f'<path d="M{LEFT} {y(value):.1f}H{WIDTH - RIGHT}" stroke="#d0d7de"/>')
            parts.append(_text(LEFT - 8, y(value) + 4, str(value), anchor="end"))
    labels = _spread([y(line.values[-1]) for line in lines])
    for line, label in zip(lines, labels, strict=True):
        colour = COLOURS[line.group]
        points = " ".join(f"{x(index):.1f},{y(value):.1f}" for index, value in enumerate(line.values))
        parts.append(
            f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="{WIDTHS[line.group]}"/>'
        )
        parts.append(_text(WIDTH - RIGHT + 8, label + 4, line.name, colour=colour))
    return "\n".join([*parts, "</svg>\n"])


def _text(x: float, y: float, text: str, *, anchor: str = "start", size: int = 12, colour: str = GREY) -> str:
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" font-size="{size}" fill="{colour}">'
        f"{escape(text)}</text>"
    )


def _spread(heights: Sequence[float], apart: float = 15) -> list[float]:
    """The heights, moved down where names would overlap."""
    order = sorted(range(len(heights)), key=heights.__getitem__)
    spread = list(heights)
    for before, after in pairwise(order):
        spread[after] = max(spread[after], spread[before] + apart)
    return spread
