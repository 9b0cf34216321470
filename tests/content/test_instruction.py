import re

import pytest

from skill.content.instruction import refuse_faulty
from skill.content.loader import ContentError, content_folder, parse

GOOD = """
[curls]
name = "curls"
purpose = "your toes"
position = "Sit down."
movement = "Curl your toes."
direction = "Toward your heel."
felt = "Feel it in your sole."
not_felt = "No cramp."
ease = "Too much? Curl less."
safety = "Let go if it cramps."
start = "Your {side} foot."
cues = ["Heel down.", "Breathe out."]
[curls.answers]
heel = "It stays down."
[curls.stronger]
movement = "Curl your toes with all your might."
"""
TWELVE = "one two three four five six seven eight nine ten eleven twelve"
FAULTS = {
    "a slot that is missing": ('felt = "Feel it in your sole."\n', "", "curls.felt: is missing"),
    "a slot that nobody knows": ("felt = ", "feeling = ", "curls.feeling: is not known here"),
    "a sentence that is too long": ("Sit down.", f"{TWELVE} and one.", "curls.position: 14 words in"),
    "a cue that is too long": ("Breathe out.", f"{TWELVE} more.", "curls.cues: 13 words in"),
    "an answer that is too long": ("It stays down.", f"{TWELVE} {{side}}.", "curls.answers.heel: 13 words"),
    "an instruction that is too long": (
        "Sit down.",
        f"{TWELVE}. {TWELVE}.",
        "curls: an instruction of 41 words, not 35 at most",
    ),
    "a form that is too long": (
        "Curl your toes with all your might.",
        f"{TWELVE}. {TWELVE}.",
        "curls.stronger: an instruction of 40 words, not 35 at most",
    ),
    "a form that names something new": (
        "[curls.stronger]",
        '[curls.stronger]\nname = "x"',
        "curls.stronger.name",
    ),
}


def test_good_words_are_taken() -> None:
    refuse_faulty(parse("xx/exercises.toml", GOOD))


@pytest.mark.parametrize("fault", FAULTS)
def test_faulty_words_are_refused_by_file_key_and_fault(fault: str) -> None:
    old, new, message = FAULTS[fault]
    assert old in GOOD
    with pytest.raises(ContentError, match=re.escape(f"xx/exercises.toml: {message}")):
        refuse_faulty(parse("xx/exercises.toml", GOOD.replace(old, new)))


def test_the_articles_exercises_are_told_within_the_limits() -> None:
    for language in sorted(path for path in content_folder().iterdir() if (path / "exercises.toml").exists()):
        refuse_faulty(parse(language.name, (language / "exercises.toml").read_text("utf-8")))
