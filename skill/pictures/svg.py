"""A picture as SVG: nothing outside of it is needed to show it."""

from collections.abc import Iterable
from html import escape

from skill.pictures.palette import Theme, colour
from skill.pictures.path_data import path_data
from skill.pictures.picture import Frame, Picture
from skill.pictures.shapes import Drawing, Group, Shape
from skill.pictures.view import HEIGHT, WIDTH
from skill.pictures.words import description, title


def svg(
    picture: Picture,
    *,
    frame: Frame = "end",
    theme: Theme = "light",
    language: str = "en",
) -> str:
    """The picture as a document of its own.

    Args:
        picture: any.
        frame: which moment.
        theme: its colours; "page" takes those of the page in which it stands (`palette.style_sheet`).
        language: of its title and description, an ISO 639-1 code.
    """
    inside = _drawing(picture.frame(frame), theme, f"{picture.key}.{frame}.{theme}")
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH:g} {HEIGHT:g}"'
        ' role="img" stroke-linecap="round">'
        f"<title>{escape(title(picture, language))}</title>"
        f"<desc>{escape(description(picture, language))}</desc>{inside}</svg>"
    )


def _drawing(drawing: Drawing, theme: Theme, name: str) -> str:
    inside: list[str] = []
    for number, item in enumerate(drawing):
        if isinstance(item, Group):
            clip = f"{name}.{number}"
            inside.append(f'<clipPath id="{clip}"><path d="{path_data(item.clip)}"/></clipPath>')
            inside.append(f'<g clip-path="url(#{clip})">{_shapes(item.shapes, theme)}</g>')
        else:
            inside.append(_shape(item, theme))
    return "".join(inside)


def _shapes(shapes: Iterable[Shape], theme: Theme) -> str:
    return "".join(_shape(shape, theme) for shape in shapes)


def _shape(shape: Shape, theme: Theme) -> str:
    fill = colour(shape.fill, theme) if shape.fill else "none"
    line = f' stroke="{colour(shape.line, theme)}" stroke-width="{shape.width:.1f}"' if shape.line else ""
    faint = f' opacity="{shape.opacity:g}"' if shape.opacity < 1 else ""
    return f'<path d="{path_data(shape.path)}" fill="{fill}"{line}{faint}/>'
