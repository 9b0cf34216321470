"""Writes the pictures of the exercises, and the page of the documentation that shows them.

make pictures
"""

from collections.abc import Iterator
from pathlib import Path
from textwrap import fill
from typing import Any, Final

from skill.content.exercise import DoseKind, Exercise, Form, Side
from skill.content.loader import EXERCISES_FILE, content_folder, exercises, read
from skill.pictures.palette import THEMES, Role, Theme
from skill.pictures.picture import Frame, Picture, key_of, picture_of
from skill.pictures.svg import svg
from skill.pictures.words import description, title

DOCS: Final = Path(__file__).parent.parent / "docs"
PAGE: Final = "exercises.md"
FOLDER: Final = "pictures"
LANGUAGE: Final = "en"
BOTH_THEMES: Final[tuple[Theme, ...]] = ("light", "dark")
COLUMNS, CELL, HEIGHT = 4, 400, 350
"""Of the sheet that shows them all, in units of a picture."""
WIDTH: Final = 120
"""Of the page's lines."""
TEXT: Final[dict[Theme, str]] = {"light": THEMES["light"][Role.LINE], "dark": "#e8eef1"}


def files() -> dict[str, str]:
    """What is written, by its name in `docs/`."""
    written = {PAGE: _page()}
    for theme in BOTH_THEMES:
        written[f"{FOLDER}/all.{theme}.svg"] = _sheet(theme)
        for exercise in exercises().values():
            for form in exercise.forms:
                for frame in _frames(exercise):
                    name = _name(exercise, form, frame, theme)
                    written[name] = (
                        svg(_picture(exercise, form), frame=frame, theme=theme, language=LANGUAGE) + "\n"
                    )
    return written


def _frames(exercise: Exercise) -> tuple[Frame, ...]:
    """The moments that are shown: both where something is repeated, else the one in which it is felt."""
    return ("start", "end") if exercise.dose.kind is DoseKind.REPETITIONS else ("end",)


def _picture(exercise: Exercise, form: Form) -> Picture:
    sides = exercise.sides_in(form)
    return picture_of(key_of(exercise.id, form, Side.RIGHT if sides else None))


def _name(exercise: Exercise, form: Form, frame: Frame, theme: Theme) -> str:
    return f"{FOLDER}/{exercise.id}.{form}.{frame}.{theme}.svg"


def _sheet(theme: Theme) -> str:
    """All exercises under their names."""
    cells = []
    for place, exercise in enumerate(exercises().values()):
        x, y = place % COLUMNS * CELL, place // COLUMNS * HEIGHT
        picture = svg(_picture(exercise, Form.STANDARD), theme=theme, language=LANGUAGE)
        cells.append(f'<svg x="{x}" y="{y}" width="{CELL}" height="300" {picture.removeprefix("<svg ")}')
        cells.append(f'<text x="{x + CELL / 2:g}" y="{y + 325}">{_words(exercise)["name"]}</text>')
    rows = -(-len(exercises()) // COLUMNS)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {COLUMNS * CELL} {rows * HEIGHT}" role="img"'
        f' font-family="sans-serif" font-size="24" text-anchor="middle" fill="{TEXT[theme]}">'
        f"<title>The eight exercises</title>{''.join(cells)}</svg>\n"
    )


def _page() -> str:
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield "# The exercises"
    yield ""
    yield "Written by `make pictures` from the exercises' words and poses. What is stretched or works is red."
    yield "Where sides change, the right one is drawn; for the left one everything is mirrored."
    for exercise in exercises().values():
        words = _words(exercise)
        yield from ("", f"## {words['name'][:1].upper()}{words['name'][1:]}", "")
        yield f"For {words['purpose']}; {_dose(exercise)}."
        for form in sorted(exercise.forms, key=lambda form: form is not Form.STANDARD):
            yield from ("", *_form(exercise, form))


def _form(exercise: Exercise, form: Form) -> Iterator[str]:
    picture = _picture(exercise, form)
    if form is not Form.STANDARD:
        yield from (f"The {form} way:", "")
    yield fill(description(picture, LANGUAGE), WIDTH)
    yield ""
    frames = _frames(exercise)
    for frame in frames:
        light, dark = (_name(exercise, form, frame, theme) for theme in BOTH_THEMES)
        yield "<picture>"
        yield f'  <source media="(prefers-color-scheme: dark)" srcset="{dark}">'
        alt = title(picture, LANGUAGE) + (f" ({frame})" if len(frames) > 1 else "")
        yield f'  <img src="{light}" alt="{alt}" width="400">'
        yield "</picture>"


def _dose(exercise: Exercise) -> str:
    dose = exercise.dose
    amount, sets = dose.amount, dose.sets.usual
    a_side = " a side" if exercise.sides else ""
    times = {1: "once", 2: "twice"}.get(sets, f"{sets} times")
    match dose.kind:
        case DoseKind.HOLD:
            return f"held for {amount.usual} seconds, {times}{a_side}"
        case DoseKind.REPETITIONS:
            return f"{amount.usual} times{' a side' if exercise.sides else ''}"
        case DoseKind.MASSAGE:
            return f"for {amount.usual} seconds{a_side}"


def _words(exercise: Exercise) -> dict[str, Any]:
    return dict(read(content_folder(), f"{LANGUAGE}/{EXERCISES_FILE}").table(exercise.id).values)


def main() -> None:
    """Write them all, and remove what is no longer one of them."""
    written = files()
    (DOCS / FOLDER).mkdir(exist_ok=True)
    for name, text in written.items():
        (DOCS / name).write_text(text, "utf-8")
    for path in (DOCS / FOLDER).iterdir():
        if f"{FOLDER}/{path.name}" not in written:
            path.unlink()
    print(f"{len(written)} files in {DOCS}")


if __name__ == "__main__":
    main()
