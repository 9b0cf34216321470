"""Draws the skill's icons: a footprint inside a ring that counts a hold.

Writes `interaction_model/assets/images/` in the two sizes the Alexa app asks for, 108 and 512 pixels
(Amazon, "Skill icon guidelines"). Amazon cuts them to a circle, so nothing that matters is in a corner.

    python tools/icons.py
"""

import struct
import zlib
from collections.abc import Iterable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Field = NDArray[np.float64]
Colour = tuple[int, int, int]

FOLDER = Path(__file__).parent.parent / "interaction_model" / "assets" / "images"
SIZES = {"small-icon.png": 108, "large-icon.png": 512}
FINER = 4
"""Each pixel is the mean of this many squared."""

DEEP: Colour = (9, 52, 74)
FRESH: Colour = (16, 124, 121)
FOOT: Colour = (255, 251, 243)
COUNTED: Colour = (255, 179, 71)

BALL = ((0.02, -0.08), (0.27, 0.21))
HEEL = ((-0.03, 0.43), (0.165, 0.175))
OUTER_EDGE = ((0.13, 0.02), (0.035, 0.38), 0.105)
TOES = (
    ((-0.215, -0.385), (0.105, 0.13)),
    ((-0.03, -0.435), (0.075, 0.095)),
    ((0.115, -0.405), (0.066, 0.084)),
    ((0.235, -0.335), (0.058, 0.073)),
    ((0.325, -0.235), (0.05, 0.063)),
)
TILT = 0.17
RING, RING_HALF_WIDTH = 0.82, 0.055
COUNTED_SHARE = 0.72


def ellipse(x: Field, y: Field, centre: tuple[float, float], radii: tuple[float, float]) -> Field:
    """Negative inside, about the distance outside, in units of half the icon."""
    scaled = np.hypot((x - centre[0]) / radii[0], (y - centre[1]) / radii[1])
    return (scaled - 1.0) * min(radii)


def capsule(x: Field, y: Field, start: tuple[float, float], end: tuple[float, float], radius: float) -> Field:
    """The same for a thick line with round ends."""
    along_x, along_y = end[0] - start[0], end[1] - start[1]
    share = ((x - start[0]) * along_x + (y - start[1]) * along_y) / (along_x**2 + along_y**2)
    share = np.clip(share, 0.0, 1.0)
    return np.hypot(x - start[0] - share * along_x, y - start[1] - share * along_y) - radius


def merged(shapes: Iterable[Field], softness: float) -> Field:
    """One shape whose parts flow into each other."""
    total = sum(np.exp(-shape / softness) for shape in shapes)
    return np.asarray(-softness * np.log(total))


def footprint(x: Field, y: Field) -> Field:
    """The sole and its five toes, tilted a little outward."""
    x, y = x * np.cos(TILT) + y * np.sin(TILT), y * np.cos(TILT) - x * np.sin(TILT)
    sole = merged([ellipse(x, y, *BALL), ellipse(x, y, *HEEL), capsule(x, y, *OUTER_EDGE)], 0.035)
    toes = np.minimum.reduce([ellipse(x, y, *toe) for toe in TOES])
    return np.asarray(np.minimum(sole, toes))


def counted_ring(x: Field, y: Field) -> Field:
    """The part of the ring that is counted, clockwise from the top, with round ends."""
    turn = np.mod(np.arctan2(x, -y), 2 * np.pi)
    ring = np.abs(np.hypot(x, y) - RING) - RING_HALF_WIDTH
    end = 2 * np.pi * COUNTED_SHARE
    caps = [
        np.hypot(x - RING * np.sin(angle), y + RING * np.cos(angle)) - RING_HALF_WIDTH for angle in (0.0, end)
    ]
    return np.asarray(np.minimum.reduce([np.where(turn <= end, ring, 1.0), *caps]))


def draw(size: int) -> NDArray[np.uint8]:
    """The icon's pixels, rows of red, green and blue.

    Args:
        size: its width and height.
    """
    steps = (np.arange(size * FINER) + 0.5) / (size * FINER) * 2.0 - 1.0
    x, y = np.meshgrid(steps, steps)
    slope = np.clip((x + y + 2.0) / 4.0, 0.0, 1.0)[..., None]
    picture = (1.0 - slope) * np.array(FRESH) + slope * np.array(DEEP)
    whole_ring = np.abs(np.hypot(x, y) - RING) - RING_HALF_WIDTH
    for shape, colour, share in (
        (whole_ring, FOOT, 0.16),
        (counted_ring(x, y), COUNTED, 1.0),
        (footprint(x, y), FOOT, 1.0),
    ):
        cover = (shape <= 0.0)[..., None] * share
        picture = (1.0 - cover) * picture + cover * np.array(colour)
    pixels: Field = picture.reshape(size, FINER, size, FINER, 3).mean(axis=(1, 3))
    return np.asarray(pixels.round(), np.uint8)


def png(pixels: NDArray[np.uint8]) -> bytes:
    """The picture as a PNG file (W3C, Portable Network Graphics, third edition)."""
    height, width, _ = pixels.shape
    rows = b"".join(b"\x00" + row.tobytes() for row in pixels)
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(rows, 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in chunks
    )


def main() -> None:
    """Write both icons."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, size in SIZES.items():
        (FOLDER / name).write_bytes(png(draw(size)))


if __name__ == "__main__":
    main()
