"""Small multiples as an SVG: kilometres over weeks, a line for each place in the rotation."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

Point = tuple[float, float]

WIDTH, HEIGHT = 330, 200
LEFT, TOP, RIGHT, BOTTOM = 56, 44, 26, 30
WEEKS, KILOMETRES = 104, 4600
COLOURS = ("#0072b2", "#d55e00", "#009e73", "#cc79a7")
"""Okabe and Ito's, told apart by colour-blind readers too."""


@dataclass(frozen=True, slots=True)
class Panel:
    """One small plot: its title, the line under it, and the lines in it as (week, kilometres)."""

    title: str
    note: str
    lines: Sequence[Sequence[Point]]


def draw(panels: Sequence[Panel], columns: int) -> str:
    """All panels as one SVG document, row by row."""
    rows = -(-len(panels) // columns)
    width, height = WIDTH * columns, HEIGHT * rows
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" font-family="sans-serif">',
        f'<rect width="{width}" height="{height}" fill="white"/>',
    ]
    for index, panel in enumerate(panels):
        row, column = divmod(index, columns)
        parts.append(f'<g transform="translate({column * WIDTH} {row * HEIGHT})">{_panel(panel)}</g>')
    return "\n".join([*parts, "</svg>"]) + "\n"


def _panel(panel: Panel) -> str:
    parts = [
        f'<text x="{LEFT}" y="18" font-size="13" font-weight="bold">{escape(panel.title)}</text>',
        _label(LEFT, 34, panel.note, "start"),
    ]
    for kilometres in range(0, KILOMETRES + 1, 800):
        y = _y(kilometres)
        parts.append(f'<line x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{y:.1f}" y2="{y:.1f}" stroke="#ddd"/>')
        parts.append(_label(LEFT - 5, y + 4, f"{kilometres} km", "end"))
    weeks = range(0, WEEKS + 1, 13)
    parts += [_label(_x(week), HEIGHT - BOTTOM + 14, f"week {week}", "middle") for week in weeks]
    for line, colour in zip(panel.lines, COLOURS, strict=False):
        points = " ".join(f"{_x(week):.1f},{_y(kilometres):.1f}" for week, kilometres in line)
        parts.append(f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="1.6"/>')
    return "".join(parts)


def _label(x: float, y: float, text: str, anchor: str) -> str:
    place = f'x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}"'
    return f'<text {place} font-size="11" fill="#555">{escape(text)}</text>'


def _x(week: float) -> float:
    return LEFT + week / WEEKS * (WIDTH - LEFT - RIGHT)


def _y(kilometres: float) -> float:
    return HEIGHT - BOTTOM - kilometres / KILOMETRES * (HEIGHT - TOP - BOTTOM)
