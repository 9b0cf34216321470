"""The page itself and its pictures, which are nobody's secret: served to whoever asks."""

import tomllib
from pathlib import Path
from typing import Any, Final, get_args

from flask import Flask, Response, render_template, request
from werkzeug.exceptions import NotFound

from skill.pictures.palette import style_sheet
from skill.pictures.picture import KEYS, Frame, picture_of
from skill.pictures.svg import svg

FRESH: Final = {"Cache-Control": "no-cache"}
"""A browser asks each time whether it has changed: the page and the coach are of one version."""
_FRAMES: Final[dict[str, Frame]] = {frame: frame for frame in get_args(Frame)}
_WORDS: Final = Path(__file__).parent / "words"


def words_of(language: str) -> dict[str, Any]:
    """The page's own words in a language, an ISO 639-1 code.

    Raises:
        OSError: it has none.
    """
    return tomllib.loads((_WORDS / f"{language}.toml").read_text("utf-8"))


def show_page(app: Flask, language: str) -> None:
    """Let an application serve the page, in a language that it has words in."""
    words = words_of(language)

    @app.get("/")
    def page() -> Response:
        return Response(render_template("page.html", words=words, language=language), headers=FRESH)

    @app.get("/pictures/palette.css")
    def palette() -> Response:
        return Response(style_sheet(), content_type="text/css; charset=utf-8", headers=FRESH)

    @app.get("/pictures/<key>.svg")
    def picture(key: str) -> Response:
        frame = _FRAMES.get(request.args.get("frame", "end"))
        if key not in KEYS or frame is None:
            raise NotFound
        drawn = svg(picture_of(key), frame=frame, theme="page", language=language)
        return Response(drawn, content_type="image/svg+xml", headers=FRESH)
