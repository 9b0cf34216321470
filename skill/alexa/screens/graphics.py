"""The vector graphics of a screen: the pictures of a reply, the ring, and what stands on the buttons."""

import json
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any, Final

from skill.conversation.turn.reply import ShownScene, Touch
from skill.pictures.avg import avg
from skill.pictures.picture import Frame, picture_of

LARGEST: Final = 60_000
"""Bytes of a reply's pictures beyond which none is shown at its start; a response may have 120 KB."""
_ROUND: Final = {"strokeLineCap": "round", "strokeLineJoin": "round"}
_CIRCUMFERENCE: Final = 2 * 3.14159265 * 45


def pictures(scenes: Iterable[ShownScene]) -> dict[str, dict[str, Any]]:
    """The pictures of these scenes, each by its name; the left side is the right one's, turned over.

    Both positions of each exercise, as long as there is room; the end position of all.
    """
    first_seen = {picture_name(one): one.scene.picture for one in reversed(list(scenes))}
    found = {f"{name}.end": _turnable(key, "end") for name, key in first_seen.items()}
    for name, key in first_seen.items():
        start = _turnable(key, "start")
        if _size(found) + _size(start) > LARGEST:
            break
        found[f"{name}.start"] = start
    return found


def data(scenes: Sequence[ShownScene], drawn: Mapping[str, Any]) -> dict[str, Any]:
    """What the document needs to know of its pictures: which there are, and which each scene shows."""
    ends = {name.removesuffix(".end") for name in drawn if name.endswith(".end")}
    return {
        "pictures": list(drawn),
        "starts": {name: f"{name}.start" in drawn for name in sorted(ends)},
        "drawn": [{"picture": picture_name(one), "turn": -1 if turned(one, scenes) else 1} for one in scenes],
    }


def picture_name(one: ShownScene) -> str:
    """What a scene's picture is called, whichever side works."""
    return f"{one.scene.step.exercise.id}.{one.scene.step.form}"


def turned(one: ShownScene, scenes: Sequence[ShownScene]) -> bool:
    """Whether a scene shows its picture turned over: it is drawn for the first scene that has it."""
    drawn = next(each for each in scenes if picture_name(each) == picture_name(one))
    return drawn.scene.bout.side != one.scene.bout.side


def ring() -> dict[str, Any]:
    """A ring of which a share is drawn in a colour, clockwise from the top."""
    around = "M50,5a45,45 0 1,1 0,90a45,45 0 1,1 0,-90"
    return {
        "type": "AVG",
        "version": "1.1",
        "width": 100,
        "height": 100,
        "parameters": [
            {"name": "share", "type": "number", "default": 0},
            {"name": "thickness", "type": "number", "default": 7},
            {"name": "track", "type": "color", "default": "#3b322b"},
            {"name": "colour", "type": "color", "default": "#ff9b78"},
        ],
        "items": [
            {"type": "path", "pathData": around, "stroke": "${track}", "strokeWidth": "${thickness}"},
            {
                "type": "path",
                "pathData": around,
                "stroke": "${colour}",
                "strokeWidth": "${thickness}",
                "strokeOpacity": "${share > 0 ? 1 : 0}",
                "strokeDashArray": [_CIRCUMFERENCE, _CIRCUMFERENCE],
                "strokeDashOffset": f"${{{_CIRCUMFERENCE} * (1 - share)}}",
                **_ROUND,
            },
        ],
    }


def icons() -> dict[str, dict[str, Any]]:
    """What stands on the buttons, by what is touched."""
    return {str(touch): _icon(paths) for touch, paths in _ICONS.items()}


_ICONS: Final = {
    Touch.PAUSE: ["M9,6L9,18", "M15,6L15,18"],
    Touch.RESUME: ["M8,5.5L18,12L8,18.5Z"],
    Touch.NEXT: ["M6,6L14,12L6,18Z", "M18,6L18,18"],
    Touch.BACK: ["M18,6L10,12L18,18Z", "M6,6L6,18"],
    Touch.REPEAT: ["M17.5,8.5A6.5,6.5 0 1,0 18.5,12", "M18,4.5L18,9L13.5,9"],
}


def _icon(paths: list[str]) -> dict[str, Any]:
    return {
        "type": "AVG",
        "version": "1.1",
        "width": 24,
        "height": 24,
        "parameters": [{"name": "colour", "type": "color", "default": "#f7eee3"}],
        "items": [
            {
                "type": "path",
                "pathData": path,
                "stroke": "${colour}",
                "strokeWidth": 2.4,
                "fill": "${colour}" if path.endswith("Z") else "transparent",
                **_ROUND,
            }
            for path in paths
        ],
    }


@cache
def _turnable(key: str, frame: Frame) -> dict[str, Any]:
    """The picture, which its parameter `turn` of -1 turns over."""
    drawn = avg(picture_of(key), frame=frame)
    turning = {"type": "group", "scaleX": "${turn}", "pivotX": drawn["width"] / 2, "items": drawn["items"]}
    return drawn | {
        "parameters": [*drawn["parameters"], {"name": "turn", "type": "number", "default": 1}],
        "items": [turning],
    }


def _size(graphic: dict[str, Any]) -> int:
    return len(json.dumps(graphic, separators=(",", ":")))
