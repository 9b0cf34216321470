"""Reads path data as a screen does: where the pen goes, by the grammar of SVG 1.1, chapter 8.3."""

import re
from collections.abc import Iterator
from itertools import pairwise
from math import atan2, cos, hypot, pi, sin

Point = tuple[float, float]
TAKES = {"m": 2, "l": 2, "q": 4, "c": 6, "a": 7, "z": 0}
STEPS = 24
"""Points that stand for each curve."""


def points(data: str) -> list[Point]:
    """Points along the outline, close enough that nothing between them reaches half a unit further."""
    assert re.fullmatch(r"[MmLlQqCcAaZz\d\s.,-]+", data), data
    return list(_walk(data))


def _walk(data: str) -> Iterator[Point]:
    here = first = (0.0, 0.0)
    for name, text in re.findall(r"([a-zA-Z])([^a-zA-Z]*)", data):
        values = [float(value) for value in re.findall(r"-?(?:\d+\.?\d*|\.\d+)", text)]
        assert len(values) == TAKES[name.lower()], (name, text)
        if name.lower() == "z":
            here = first
            continue
        ahead, values = (values[:5], values[5:]) if name in "aA" else ([], values)
        base = here if name.islower() else (0.0, 0.0)
        ends = [(base[0] + x, base[1] + y) for x, y in zip(values[::2], values[1::2], strict=True)]
        match name.lower():
            case "m":
                first = ends[0]
                yield first
            case "a":
                yield from _arc(here, ahead, ends[0])
            case _:
                yield from _curve([here, *ends])
        here = ends[-1]


def _curve(pulls: list[Point]) -> Iterator[Point]:
    """A line or Bezier curve, by de Casteljau."""
    for step in range(1, STEPS + 1):
        share, left = step / STEPS, pulls
        while len(left) > 1:
            left = [(a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share) for a, b in pairwise(left)]
        yield left[0]


def _arc(start: Point, ahead: list[float], end: Point) -> Iterator[Point]:
    """An arc of a circle, by its centre (SVG 1.1, F.6.5)."""
    rx, ry, _, large, sweep = ahead
    assert rx == ry
    assert {large, sweep} <= {0, 1}
    half = hypot(end[0] - start[0], end[1] - start[1]) / 2
    r = max(rx, half)
    if not half:
        return
    away = (r**2 - half**2) ** 0.5 * (1 if large != sweep else -1)
    along = ((end[0] - start[0]) / 2 / half, (end[1] - start[1]) / 2 / half)
    centre = (
        (start[0] + end[0]) / 2 - along[1] * away,
        (start[1] + end[1]) / 2 + along[0] * away,
    )
    begin = atan2(start[1] - centre[1], start[0] - centre[0])
    turn = (atan2(end[1] - centre[1], end[0] - centre[0]) - begin) % (2 * pi)
    if not sweep:
        turn -= 2 * pi
    for step in range(1, STEPS + 1):
        angle = begin + turn * step / STEPS
        yield (centre[0] + r * cos(angle), centre[1] + r * sin(angle))
