import re
import xml.etree.ElementTree as ET

import pytest

from skill.content.loader import exercises
from skill.pictures.palette import DARK, LIGHT, THEMES, Role, Theme, style_sheet
from skill.pictures.picture import KEYS, Frame, picture_of
from skill.pictures.svg import svg
from skill.pictures.words import description, title
from tests.pictures.drawn import ALL, FRAMES

SVG = "{http://www.w3.org/2000/svg}"
THEME_NAMES: tuple[Theme, ...] = ("light", "dark", "page")
ATTRIBUTES = {"d", "fill", "stroke", "stroke-width", "opacity"}
COLOUR = re.compile(r'(?:fill|stroke)="([^"]+)"')
MOST_BYTES = 20_000


@pytest.mark.parametrize(("key", "frame"), ALL)
@pytest.mark.parametrize("theme", THEME_NAMES)
def test_it_is_a_document_of_its_own(key: str, frame: Frame, theme: Theme) -> None:
    text = svg(picture_of(key), frame=frame, theme=theme)
    root = ET.fromstring(text)  # noqa: S314 - written by us, a line above
    assert root.tag == f"{SVG}svg"
    assert (root.get("viewBox"), root.get("role")) == ("0 0 400 300", "img")
    tags = {element.tag.removeprefix(SVG) for element in root.iter()}
    assert tags <= {"svg", "title", "desc", "g", "path", "clipPath"}
    assert all(element.attrib.keys() <= ATTRIBUTES for element in root.iter(f"{SVG}path"))
    assert not re.search(r"href|style|<!|url\((?!#)|https?://(?!www\.w3\.org/2000/svg\")", text)
    assert len(text) < MOST_BYTES


@pytest.mark.parametrize("key", KEYS)
def test_it_says_what_it_shows(key: str) -> None:
    picture = picture_of(key)
    root = ET.fromstring(svg(picture))  # noqa: S314 - as above
    assert root.findtext(f"{SVG}title") == title(picture, "en")
    assert root.findtext(f"{SVG}desc") == description(picture, "en")
    assert not re.search(r"[{}]", title(picture, "en") + description(picture, "en"))


@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("toes-on-wall.standard.right", "toes on the wall, right side"),
        ("toes-on-wall.easier.left", "toes on the wall, the easier way, left side"),
        ("calf-roll.stronger.left", "foam rolling your calves, the stronger way, left side"),
        ("calf-roll.standard.both", "foam rolling your calves"),
        ("toe-lifts.easier.both", "toe lifts, the easier way"),
    ],
)
def test_a_title_is_the_name_with_form_and_side(key: str, said: str) -> None:
    assert title(picture_of(key), "en") == said


def test_a_description_is_of_the_form_and_side_that_are_drawn() -> None:
    left = description(picture_of("calf-roll.stronger.left"), "en")
    assert left.startswith("Legs straight, roller under your left calf, right heel on those toes.")
    assert "Hips down" in description(picture_of("calf-roll.easier.both"), "en")


def test_no_two_pictures_have_the_same_title() -> None:
    assert len({title(picture_of(key), "en") for key in KEYS}) == len(KEYS)
    assert len({title(picture_of(key), "en").partition(",")[0] for key in KEYS}) == len(exercises())


def test_its_clips_are_its_own_on_a_page_with_all_of_them() -> None:
    page = "".join(
        svg(picture_of(key), frame=frame, theme=theme)
        for key in KEYS
        for frame in FRAMES
        for theme in THEME_NAMES
    )
    defined, used = re.findall(r' id="([^"]+)"', page), re.findall(r"url\(#([^)]+)\)", page)
    assert len(set(defined)) == len(defined)
    assert sorted(used) == sorted(defined)
    assert defined


@pytest.mark.parametrize("theme", THEMES)
def test_a_theme_has_its_own_colours_and_no_other(theme: Theme) -> None:
    colours = {
        value
        for key in KEYS
        for value in re.findall(r'(?:fill|stroke)="([^"]+)"', svg(picture_of(key), theme=theme))
    }
    assert colours <= {*THEMES[theme].values(), "none"}


def test_on_a_page_every_colour_is_the_pages() -> None:
    sheet = style_sheet()
    for key in KEYS:
        for value in COLOUR.findall(svg(picture_of(key), theme="page")):
            found = re.fullmatch(r"var\(--picture-([a-z]+),(#[0-9a-f]{6})\)|none", value)
            assert found, value
            if found[1]:
                assert found[2] == LIGHT[Role(found[1])]
                assert f"--picture-{found[1]}:{found[2]};" in sheet
                assert f"--picture-{found[1]}:{DARK[Role(found[1])]};" in sheet


def test_a_page_is_dark_where_the_machine_or_the_page_says_so() -> None:
    light, by_itself, chosen = style_sheet().splitlines()
    assert light.startswith(":root{")
    assert by_itself.startswith("@media (prefers-color-scheme:dark){:root:not([data-theme=light]){")
    assert chosen.startswith(":root[data-theme=dark]{")
    for sheet, colours in ((light, LIGHT), (by_itself, DARK), (chosen, DARK)):
        assert all(f"--picture-{role}:{value};" in sheet for role, value in colours.items())


def luminance(colour: str) -> float:
    """Of WCAG 2.2, "relative luminance"."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Role.ACCENT, Role.SKIN),
        (Role.ACCENT, Role.SOCK),
        (Role.LINE, Role.SKIN),
        (Role.LINE, Role.SOFT),
        (Role.LINE, Role.ICE),
        (Role.SHORTS, Role.ICE),
        (Role.ARROW, Role.PAPER),
        (Role.SKIN, Role.HAIR),
    ],
)
def test_what_must_be_told_apart_can_be(theme: str, one: Role, other: Role) -> None:
    """By 3 to 1, as WCAG 2.2 asks of graphics (1.4.11)."""
    assert contrast(THEMES[theme][one], THEMES[theme][other]) >= 3


@pytest.mark.parametrize(("theme", "page"), [("light", "#ffffff"), ("dark", "#10181d")])
def test_arrows_stand_out_from_the_page(theme: str, page: str) -> None:
    assert contrast(THEMES[theme][Role.ARROW], page) >= 3
