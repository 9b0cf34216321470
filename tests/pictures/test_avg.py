import json
import re
from collections.abc import Iterator
from typing import Any

import pytest

from skill.pictures.avg import avg
from skill.pictures.palette import DARK, LIGHT, Role
from skill.pictures.picture import KEYS, Frame, picture_of
from skill.pictures.svg import svg
from tests.pictures.drawn import ALL
from tests.pictures.outline import points

GRAPHIC = {
    "type", "version", "description", "width", "height", "viewportWidth", "viewportHeight",
    "scaleTypeWidth", "scaleTypeHeight", "parameters", "items", "resources", "styles",
}  # fmt: skip
GROUP = {"type", "clipPath", "items", "opacity", "transform", "style"}
PATH = {
    "type", "pathData", "fill", "fillOpacity", "fillTransform", "pathLength", "stroke", "strokeDashArray",
    "strokeDashOffset", "strokeLineCap", "strokeLineJoin", "strokeMiterLimit", "strokeOpacity",
    "strokeTransform", "strokeWidth", "style",
}  # fmt: skip
"""What AVG 1.1 knows: developer.amazon.com/docs/alexa/alexa-presentation-language/apl-avg-format-v1-1.html"""
MOST_BYTES = 20_000
"""Of one graphic in a response, which may have 120 kB in all."""


def paths(items: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for item in items:
        if item["type"] == "group":
            assert item.keys() <= GROUP
            yield from paths(item["items"])
        else:
            assert item["type"] == "path"
            assert item.keys() <= PATH
            yield item


@pytest.mark.parametrize(("key", "frame"), ALL)
def test_it_is_what_amazon_documents(key: str, frame: Frame) -> None:
    graphic = avg(picture_of(key), frame=frame)
    assert graphic.keys() <= GRAPHIC
    assert (graphic["type"], graphic["version"]) == ("AVG", "1.1")
    assert (graphic["width"], graphic["height"]) == (400, 300)
    for path in paths(graphic["items"]):
        assert points(path["pathData"])
        assert {"fill", "stroke"} & path.keys()
        assert path.keys() >= {"stroke", "strokeWidth"} or "stroke" not in path
    assert len(json.dumps(graphic, separators=(",", ":"))) < MOST_BYTES


@pytest.mark.parametrize(("key", "frame"), ALL)
def test_its_colours_are_its_parameters(key: str, frame: Frame) -> None:
    graphic = avg(picture_of(key), frame=frame)
    used = set(re.findall(r"\$\{(\w+)\}", json.dumps(graphic["items"])))
    assert used == {parameter["name"] for parameter in graphic["parameters"]}
    assert "#" not in json.dumps(graphic["items"])
    for parameter in graphic["parameters"]:
        assert parameter == {
            "name": parameter["name"],
            "type": "color",
            "default": DARK[Role(parameter["name"])],
        }


def test_a_light_one_has_light_colours() -> None:
    parameters = avg(picture_of(KEYS[0]), theme="light")["parameters"]
    assert {parameter["name"]: parameter["default"] for parameter in parameters}["paper"] == LIGHT[Role.PAPER]


@pytest.mark.parametrize(("key", "frame"), ALL)
def test_it_shows_what_the_svg_shows(key: str, frame: Frame) -> None:
    """The same outlines in the same order, in the same colours, as thick and as faint."""
    drawn = re.findall(
        r'<path d="([^"]+)" fill="([^"]+)"(.*?)/>', svg(picture_of(key), frame=frame, theme="page")
    )
    shown = list(paths(avg(picture_of(key), frame=frame)["items"]))
    assert len(drawn) == len(shown)
    for (data, fill, more), path in zip(drawn, shown, strict=True):
        assert path["pathData"] == data
        assert role(path.get("fill")) == role(fill)
        line = re.search(r'stroke="([^"]+)" stroke-width="([^"]+)"', more)
        assert role(path.get("stroke")) == (role(line[1]) if line else None)
        assert path.get("strokeWidth") == (float(line[2]) if line else None)
        faint = re.search(r'opacity="([^"]+)"', more)
        opacity = float(faint[1]) if faint else 1
        assert path.get("fillOpacity", 1) == (opacity if "fill" in path else 1)
        assert path.get("strokeOpacity", 1) == (opacity if line else 1)


@pytest.mark.parametrize(("key", "frame"), ALL)
def test_its_lines_end_round_as_those_of_the_svg_do(key: str, frame: Frame) -> None:
    assert 'stroke-linecap="round"' in svg(picture_of(key), frame=frame)
    for path in paths(avg(picture_of(key), frame=frame)["items"]):
        if not path["pathData"].endswith("z"):
            assert path["strokeLineCap"] == "round"


def role(colour: str | None) -> str | None:
    found = re.search(r"--picture-(\w+)|\$\{(\w+)\}", colour or "")
    return (found[1] or found[2]) if found else None


@pytest.mark.parametrize("key", KEYS)
def test_its_clips_are_the_svgs(key: str) -> None:
    clips = re.findall(r'<clipPath id="[^"]+"><path d="([^"]+)"/>', svg(picture_of(key)))
    assert [item["clipPath"] for item in avg(picture_of(key))["items"] if item["type"] == "group"] == clips
