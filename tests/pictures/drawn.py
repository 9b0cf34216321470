"""Every picture, and what of it is seen where."""

from collections.abc import Iterator

from skill.pictures.path_data import path_data
from skill.pictures.picture import KEYS, Frame, picture_of
from skill.pictures.shapes import Drawing, Group, Shape
from tests.pictures.outline import Point, points

FRAMES: tuple[Frame, ...] = ("start", "end")
ALL = [(key, frame) for key in KEYS for frame in FRAMES]


def shapes(drawing: Drawing) -> Iterator[Shape]:
    for item in drawing:
        if isinstance(item, Group):
            yield from item.shapes
        else:
            yield item


def extent(outline: list[Point], line: float) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of what an outline with a line of that width covers."""
    xs, ys = zip(*outline, strict=True)
    return min(xs) - line / 2, min(ys) - line / 2, max(xs) + line / 2, max(ys) + line / 2


def extents(key: str, frame: Frame) -> Iterator[tuple[float, float, float, float]]:
    """Of all that is seen of a picture: what a clip cuts is as large as the clip."""
    for item in picture_of(key).frame(frame):
        if isinstance(item, Group):
            yield extent(points(path_data(item.clip)), 0)
        else:
            yield extent(points(path_data(item.path)), item.width if item.line else 0)
