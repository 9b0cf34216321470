from base64 import b64encode
from collections.abc import Iterator
from typing import Any

import pytest

from skill.pictures.avg import avg
from skill.pictures.palette import DARK, Role
from skill.pictures.picture import KEYS, picture_of
from skill.pictures.svg import svg
from stand_ins.echo_show import EchoShow, Viewport, echo_show, missing

pytestmark = [
    pytest.mark.slow,
    pytest.mark.xdist_group("echo-show"),
    pytest.mark.skipif(bool(missing()), reason=missing() or "nothing is missing"),
]

SCREEN = Viewport(400, 300)
BLACK = "#000000"
APART = """([one, other]) => {
    const pixels = (source) => new Promise((resolve, reject) => {
        const image = new Image()
        image.onerror = reject
        image.onload = () => {
            const canvas = new OffscreenCanvas(400, 300).getContext('2d')
            canvas.fillRect(0, 0, 400, 300)
            canvas.drawImage(image, 0, 0, 400, 300)
            resolve(canvas.getImageData(0, 0, 400, 300).data)
        }
        image.src = source
    })
    return Promise.all([pixels(one), pixels(other)]).then(([a, b]) => {
        let apart = 0, drawn = 0
        for (let place = 0; place < a.length; place += 4) {
            const most = Math.max(...[0, 1, 2].map((part) => Math.abs(a[place + part] - b[place + part])))
            apart += most > 64
            drawn += a[place] + a[place + 1] + a[place + 2] > 24
        }
        return [apart / (400 * 300), drawn / (400 * 300)]
    })
}"""
"""The share of pixels in which two pictures clearly differ, and the share on which the first one draws."""
MOST_APART = 0.004
"""Pixels along edges, which two renderers soften each in its own way."""


@pytest.fixture(scope="module")
def screen() -> Iterator[EchoShow]:
    with echo_show() as shown:
        yield shown


def document(key: str) -> dict[str, Any]:
    graphic = {
        "type": "VectorGraphic",
        "source": "drawn",
        "width": "100vw",
        "height": "100vh",
        "scale": "fill",
    }
    frame = {
        "type": "Frame",
        "backgroundColor": BLACK,
        "width": "100vw",
        "height": "100vh",
        "items": [graphic],
    }
    return {
        "type": "Alexa.Presentation.APL.RenderDocument",
        "token": key,
        "datasources": {},
        "document": {
            "type": "APL",
            "version": "1.4",
            "graphics": {"drawn": avg(picture_of(key))},
            "mainTemplate": {"parameters": ["payload"], "items": [frame]},
        },
    }


def as_source(kind: str, data: bytes) -> str:
    return f"data:{kind};base64,{b64encode(data).decode()}"


def apart(screen: EchoShow, key: str, drawn: str) -> tuple[float, float]:
    screen.show(document(key), SCREEN)
    screen.run_to(0.1)
    sources = [as_source("image/svg+xml", drawn.encode()), as_source("image/png", screen.picture())]
    share, inked = screen.page.evaluate(APART, sources)
    return share, inked


@pytest.mark.parametrize("key", [key for key in KEYS if not key.endswith(".left")])
def test_amazons_viewhost_draws_what_a_browser_draws(screen: EchoShow, key: str) -> None:
    share, inked = apart(screen, key, svg(picture_of(key), theme="dark"))
    assert inked > 0.2
    assert share < MOST_APART


def test_what_is_drawn_otherwise_is_seen(screen: EchoShow) -> None:
    """Of the whole comparison: one colour changed, or the other side, is enough to fail it."""
    key = "toes-on-wall.standard.right"
    right, left = (svg(picture_of(each), theme="dark") for each in (key, "toes-on-wall.standard.left"))
    assert apart(screen, key, right.replace(DARK[Role.ACCENT], DARK[Role.SKIN]))[0] > MOST_APART
    assert apart(screen, key, left)[0] > MOST_APART
