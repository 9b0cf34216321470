"""A picture as an APL vector graphic, its colours as parameters.

AVG 1.1, which older Echo Shows know too:
https://developer.amazon.com/docs/alexa/alexa-presentation-language/apl-avg-format-v1-1.html
"""

from typing import Any, Final

from skill.pictures.palette import THEMES, Role, Theme
from skill.pictures.path_data import path_data
from skill.pictures.picture import Frame, Picture
from skill.pictures.shapes import Drawing, Group, Shape
from skill.pictures.view import HEIGHT, WIDTH

VERSION: Final = "1.1"
OPACITIES: Final = {"fillOpacity": "fill", "strokeOpacity": "stroke"}
"""A path has none for both."""


def avg(picture: Picture, *, frame: Frame = "end", theme: Theme = "dark") -> dict[str, Any]:
    """The picture as AVG; each role of the palette that it uses is a parameter, by the role's name.

    Args:
        picture: any.
        frame: which moment.
        theme: the colours where a document sets none.
    """
    drawing = picture.frame(frame)
    return {
        "type": "AVG",
        "version": VERSION,
        "width": WIDTH,
        "height": HEIGHT,
        "scaleTypeWidth": "none",
        "scaleTypeHeight": "none",
        "parameters": [
            {"name": str(role), "type": "color", "default": THEMES[theme][role]} for role in roles(drawing)
        ],
        "items": [_item(item) for item in drawing],
    }


def roles(drawing: Drawing) -> list[Role]:
    """The roles of the palette that a drawing uses."""
    shapes = [shape for item in drawing for shape in (item.shapes if isinstance(item, Group) else (item,))]
    used = {role for shape in shapes for role in (shape.fill, shape.line) if role}
    return [role for role in Role if role in used]


def _item(item: Shape | Group) -> dict[str, Any]:
    if isinstance(item, Group):
        return {
            "type": "group",
            "clipPath": path_data(item.clip),
            "items": [_item(shape) for shape in item.shapes],
        }
    path: dict[str, Any] = {"type": "path", "pathData": path_data(item.path)}
    if item.fill:
        path["fill"] = f"${{{item.fill}}}"
    if item.line:
        path |= {"stroke": f"${{{item.line}}}", "strokeWidth": round(item.width, 1)}
        if item.path[-1] != ("Z",):
            path["strokeLineCap"] = "round"
    if item.opacity < 1:
        path |= {name: item.opacity for name, kind in OPACITIES.items() if kind in path}
    return path
