"""A language is a file: what the interpreter hears by is chosen by the locale, and no code names English."""

import re
from pathlib import Path

import pytest

from skill.content.loader import content_folder
from skill.hearing.interpreter import Interpreter
from skill.hearing.sentences import Sentences, Template
from skill.hearing.vocabulary import vocabulary

GERMAN = {
    "openings": '["bitte", "kannst du", "äh"]',
    "wake_words": '["alexa", "hallo alexa"]',
    "polite": '["bitte"]',
    "open": '["öffne", "starte"]',
    "ask": '["frag", "bitte"]',
    "possessives": '["meinen", "den"]',
    "conjunctions": '["nach", "um"]',
    "words": "{ zwei = 2, zwanzig = 20, einundzwanzig = 21 }",
    "seconds": '["sekunde", "sekunden"]',
}
SENTENCES = Sentences(
    templates=(
        Template("SetHoldIntent", "halte {number:seconds} sekunden"),
        Template("LimitTimeIntent", "ich habe {duration}"),
    ),
    rules={},
    lists={},
    writing=frozenset(),
    asides=frozenset(),
    invocation_name="fuss trainer",
)


@pytest.fixture
def german(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Interpreter:
    """English's file with some German in it, where German's would lie."""
    text = (content_folder() / "en" / "vocabulary" / "hearing.toml").read_text("utf-8")
    for key, value in GERMAN.items():
        text = re.sub(rf"^{key} = (\[(?:[^\]])*\]|\{{.*\}})$", f"{key} = {value}", text, flags=re.MULTILINE)
    path = tmp_path / "de" / "vocabulary" / "hearing.toml"
    path.parent.mkdir(parents=True)
    path.write_text(text, "utf-8")
    monkeypatch.setattr("skill.hearing.vocabulary.content_folder", lambda: tmp_path)
    return Interpreter(SENTENCES, vocabulary("de"))


@pytest.mark.parametrize(
    ("said", "intent", "value"),
    [
        ("bitte halte zwanzig Sekunden", "SetHoldIntent", "20"),
        ("kannst du, halte einundzwanzig Sekunden", "SetHoldIntent", "21"),
        ("ich habe zwanzig Sekunden", "LimitTimeIntent", "PT20S"),
    ],
)
def test_words_numbers_and_units_are_those_of_the_language(
    said: str, intent: str, value: str, german: Interpreter
) -> None:
    heard = german.understand(said)

    assert heard.intent == intent
    assert [slot.value for slot in heard.slots.values()] == [value]


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("Alexa, öffne den Fuss Trainer", ("", True)),
        ("frag fusstrainer nach zwanzig Sekunden", ("zwanzig Sekunden", True)),
        ("open foot coach", ("open foot coach", False)),
    ],
)
def test_the_skill_is_opened_by_its_own_name(said: str, left: tuple[str, bool], german: Interpreter) -> None:
    assert german.invocation.split(said) == left
