import re
from collections.abc import Callable
from pathlib import Path

import pytest

from skill.content.exercise import Amount, DoseKind, Equipment, Form, Position, RoutineName, Side
from skill.content.loader import EXERCISES_FILE, ContentError, exercises, parse, read, read_exercises
from skill.speech import phrasebook

GOOD = """
[curls]
routine = "pre-run"
position = "seated"
equipment = ["chair", "towel"]
areas = ["toes", "feet"]
sides = ["right", "left"]
dose = { kind = "repetitions", repetitions = [3, 5, 10], tempo = 5, sets = [1, 1, 2] }
forms = ["standard", "stronger"]
form_sides = { stronger = ["left"] }
form_positions = { stronger = "standing" }
"""

Fault = tuple[str, str, str]
FAULTS: dict[str, Fault] = {
    "no TOML at all": ("[curls]", "[curls", "Expected"),
    "an exercise that is no table": ("[curls]", "curls = 3\n[other]", "curls: must be a table"),
    "a missing value": ('routine = "pre-run"\n', "", "curls.routine: is missing"),
    "a routine that is not there": (
        '"pre-run"',
        '"mid-run"',
        "curls.routine: 'mid-run' is none of post-run, ",
    ),
    "a position that is not there": (
        '"seated"',
        '"sitting"',
        "curls.position: 'sitting' is none of standing",
    ),
    "a word where a list is due": ('["chair", "towel"]', '"chair"', "curls.equipment: must be a list"),
    "a thing that is not there": ('"towel"', '"trowel"', "curls.equipment: 'trowel' is none of wall, "),
    "a thing twice": ('"towel"', '"chair"', "curls.equipment: names something twice"),
    "a number among words": ('["toes", "feet"]', '["toes", 3]', "curls.areas: 3 is none of toes, "),
    "a side that is not there": (
        'sides = ["right"',
        'sides = ["middle"',
        "curls.sides: 'middle' is none of",
    ),
    "a dose of no kind": (
        'kind = "repetitions"',
        'kind = "guesses"',
        "curls.dose.kind: 'guesses' is none",
    ),
    "a dose that is no table": (
        'dose = { kind = "repetitions", repetitions = [3, 5, 10], tempo = 5, sets = [1, 1, 2] }',
        "dose = 5",
        "curls.dose: must be a table",
    ),
    "a dose of seconds that repeats": (
        "repetitions = [3, 5, 10]",
        "seconds = [3, 5, 10]",
        "curls.dose.seconds: is not known here; known are kind, sets, repetitions, tempo",
    ),
    "an amount that descends": (
        "[3, 5, 10]",
        "[5, 3, 10]",
        "curls.dose.repetitions: must be [least, usual",
    ),
    "an amount from nothing": (
        "[3, 5, 10]",
        "[0, 5, 10]",
        "curls.dose.repetitions: must be [least, usual",
    ),
    "an amount that is true": (
        "[3, 5, 10]",
        "[true, 5, 10]",
        "curls.dose.repetitions: must be [least, usual",
    ),
    "an amount of two": ("[3, 5, 10]", "[3, 5]", "curls.dose.repetitions: must be [least, usual, most]"),
    "an amount in fractions": ("[3, 5, 10]", "[3, 5.5, 10]", "curls.dose.repetitions: must be [least"),
    "a tempo of nothing": (
        "tempo = 5",
        "tempo = 0",
        "curls.dose.tempo: must be a whole number above zero",
    ),
    "a tempo that is true": (
        "tempo = 5",
        "tempo = true",
        "curls.dose.tempo: must be a whole number above",
    ),
    "no tempo": ("tempo = 5, ", "", "curls.dose.tempo: is missing"),
    "no standard form": ('["standard", "stronger"]', '["stronger"]', "curls.forms: must hold standard"),
    "sides of a form that is not there": (
        "form_sides = { stronger",
        "form_sides = { easier",
        "curls.form_sides.easier: is not known here; known are standard, stronger",
    ),
    "a position of a form that is not there": (
        "form_positions = { stronger",
        "form_positions = { easier",
        "curls.form_positions.easier: is not known here; known are standard, stronger",
    ),
    "a name with a slip": ("equipment =", "equipmemt =", "curls.equipmemt: is not known here"),
}


def test_what_is_right_is_read() -> None:
    exercise = read_exercises(parse(EXERCISES_FILE, GOOD))["curls"]
    assert exercise.routine is RoutineName.PRE_RUN
    assert exercise.equipment == {Equipment.CHAIR, Equipment.TOWEL}
    assert exercise.dose.kind is DoseKind.REPETITIONS
    assert exercise.dose.amount == Amount(3, 5, 10)
    assert exercise.sides_in(Form.STANDARD) == (Side.RIGHT, Side.LEFT)
    assert exercise.sides_in(Form.STRONGER) == (Side.LEFT,)
    assert exercise.position_in(Form.STANDARD) is Position.SEATED
    assert exercise.position_in(Form.STRONGER) is Position.STANDING


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_told_with_its_file_and_key(fault: str) -> None:
    right, wrong, told = FAULTS[fault]
    assert right in GOOD
    with pytest.raises(
        ContentError, match=rf"^exercises\.toml: .*{re.escape(told.split(': ', 1)[-1])}"
    ) as error:
        read_exercises(parse(EXERCISES_FILE, GOOD.replace(right, wrong)))
    assert told in str(error.value)


def test_json_beside_a_file_is_read_in_its_place(tmp_path: Path) -> None:
    (tmp_path / "talk.toml").write_text('[sides]\nright = "right"\n', "utf-8")
    assert read(tmp_path, "talk.toml").table("sides").values == {"right": "right"}
    (tmp_path / "talk.json").write_text('{"sides": {"right": "left"}}', "utf-8")
    assert read(tmp_path, "talk.toml").table("sides").values == {"right": "left"}


def test_an_amount_is_kept_within_its_limits() -> None:
    amount = Amount(10, 20, 60)
    assert [amount.clamp(wanted) for wanted in (None, 5, 10, 33, 60, 61)] == [20, 10, 10, 33, 60, 60]


def test_the_article_is_all_there() -> None:
    by_routine = {
        name: [exercise.id for exercise in exercises().values() if exercise.routine is name]
        for name in RoutineName
    }
    assert by_routine[RoutineName.POST_RUN] == ["toes-on-wall", "butt-to-heel", "sole-massage", "bottle-roll"]
    assert by_routine[RoutineName.PRE_RUN] == ["toe-scrunches", "toe-lifts", "ball-roll", "calf-roll"]


@pytest.mark.parametrize(
    ("exercise", "amount", "sets"),
    [
        ("toes-on-wall", range(10, 21), range(2, 4)),
        ("butt-to-heel", range(10, 21), range(2, 4)),
        ("toe-scrunches", range(3, 6), range(1, 2)),
        ("toe-lifts", range(5, 11), range(1, 2)),
    ],
)
def test_the_usual_dose_is_the_articles(exercise: str, amount: range, sets: range) -> None:
    dose = exercises()[exercise].dose
    assert dose.amount.usual in amount
    assert dose.sets.usual in sets


Written = Callable[[str], None]


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Written:
    """Puts lines into a language of their own, in a file "talk.toml" beside "words.toml"."""
    folder = tmp_path / "xx"
    folder.mkdir()
    (folder / "words.toml").write_text('[sides]\nright = "right"\n', "utf-8")
    monkeypatch.setattr(phrasebook, "content_folder", lambda: folder.parent)
    phrasebook.lines_of.cache_clear()

    def written(text: str) -> None:
        (folder / "talk.toml").write_text(text, "utf-8")

    return written


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[opening", "xx/talk.toml: Expected"),
        (
            "[opening]\nhello = 3",
            "xx/talk.toml: opening.hello: must be a text, a list of texts or plural forms",
        ),
        ("[opening]\nhello = []", "xx/talk.toml: opening.hello: must be a text"),
        ('[opening]\nhello = ["hi", 3]', "xx/talk.toml: opening.hello: must be a text"),
        ('[sides]\nright = "starboard"', "xx/words.toml: sides.right: stands in another file too"),
    ],
)
def test_a_fault_in_a_line_is_told_with_its_file_and_key(write: Written, text: str, told: str) -> None:
    write(text)
    with pytest.raises(ContentError, match=re.escape(told)):
        phrasebook.lines_of("xx")


def test_a_language_that_is_not_there_is_told(write: Written) -> None:
    write("")
    with pytest.raises(ContentError, match="yy: there are no lines in this language"):
        phrasebook.lines_of("yy")
