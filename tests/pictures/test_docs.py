import re

from skill.content.loader import exercises
from tools.pictures import DOCS, FOLDER, PAGE, files


def test_the_pictures_of_the_documentation_are_those_of_the_poses() -> None:
    written = files()
    stale = [name for name, text in written.items() if (DOCS / name).read_text("utf-8") != text]
    assert not stale, "run `make pictures`"
    assert {f"{FOLDER}/{path.name}" for path in (DOCS / FOLDER).iterdir()} == written.keys() - {PAGE}


def test_the_page_shows_every_exercise_in_every_form_in_light_and_dark() -> None:
    page = (DOCS / PAGE).read_text("utf-8")
    shown = re.findall(r'(?:srcset|src)="([^"]+)"', page)
    assert all((DOCS / name).exists() for name in shown)
    for exercise in exercises().values():
        for form in exercise.forms:
            for theme in ("light", "dark"):
                assert f"{FOLDER}/{exercise.id}.{form}.end.{theme}.svg" in shown
