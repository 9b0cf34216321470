"""What the store shows of the skill: true, allowed, and understood when it is said."""

import re
import struct
import zlib
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from skill.content.loader import exercises
from skill.hearing.interpreter import Interpreter
from tests.package.parts import LOCALES, language_model, tool

# Lengths as the developer console states them (second hand).
NAME, SUMMARY, DESCRIPTION, PHRASES, PHRASE, KEYWORDS, INSTRUCTIONS = 50, 160, 4000, 3, 200, 30, 4000


def test_every_locale_has_its_texts_within_amazon_s_lengths(texts: Any) -> None:
    assert sorted(texts) == LOCALES
    for text in texts.values():
        assert 2 <= len(text["name"]) <= NAME
        assert 0 < len(text["summary"]) <= SUMMARY
        assert 0 < len(text["description"]) <= DESCRIPTION
        assert len(text["examplePhrases"]) == PHRASES
        assert all(len(phrase) <= PHRASE for phrase in text["examplePhrases"])
        assert 0 < len(text["keywords"]) == len(set(text["keywords"])) <= KEYWORDS


def test_the_testing_instructions_are_within_amazon_s_length(manifest: Any) -> None:
    assert 0 < len(manifest["publishingInformation"]["testingInstructions"]) <= INSTRUCTIONS


def test_every_description_says_it_is_no_medical_advice_and_how_to_delete_one_s_data(texts: Any) -> None:
    for text in texts.values():
        assert "not medical advice" in text["description"]
        assert "stop if it hurts" in text["description"]
        assert '"delete my data"' in text["description"]


def test_every_description_counts_the_exercises_that_there_are(texts: Any) -> None:
    words = {3: "three", 4: "four", 5: "five", 6: "six"}
    count = Counter(str(exercise.routine) for exercise in exercises().values())
    for text in texts.values():
        assert f"{words[count['post-run']]} exercises for after a run" in text["description"]
        assert f"and {words[count['pre-run']]} for before it" in text["description"]


def test_no_text_promises_a_cure(texts: Any, manifest: Any) -> None:
    promises = re.compile(
        r"\b(cure|heal|relie[fv]\w*|prevent\w*|therap(y|eutic)|guarantee\w*|diagnos\w*)\b", re.IGNORECASE
    )
    for text in texts.values():
        sold = " ".join([text["name"], text["summary"], *text["keywords"], text["description"]])
        # The one sentence that says what the skill does not do.
        assert promises.findall(sold.replace("does not diagnose or treat anything", "")) == []
    assert manifest["privacyAndCompliance"]["usesHealthInfo"] is False


def test_every_question_on_privacy_is_answered(manifest: Any) -> None:
    assert manifest["privacyAndCompliance"] == {
        "allowsPurchases": False,
        "usesPersonalInfo": False,
        "usesHealthInfo": False,
        "isChildDirected": False,
        "isExportCompliant": True,
        "containsAds": False,
    }
    assert manifest["publishingInformation"]["category"] == "HEALTH_AND_FITNESS"


def understood(phrase: str, locale: str) -> bool:
    """Whether sentences say it, in their own words."""
    heard = interpreter_of(locale).understand(phrase)
    return heard.intent is not None and not heard.guess


@cache
def interpreter_of(locale: str) -> Interpreter:
    return Interpreter.of(locale)


def test_every_example_phrase_is_understood(folder: Path, texts: Any) -> None:
    for locale, text in texts.items():
        name = language_model(folder, locale)["invocationName"]
        opening, *asking = text["examplePhrases"]
        assert opening == f"Alexa, open {name}"
        for phrase in asking:
            asked = re.fullmatch(rf"Alexa, (?:ask|tell) {name} (?:to )?(.+)", phrase)
            assert asked, phrase
            assert understood(asked[1], locale), phrase


def test_what_the_descriptions_and_instructions_say_to_say_is_understood(texts: Any, manifest: Any) -> None:
    instructions = manifest["publishingInformation"]["testingInstructions"]
    said = [(locale, text["description"]) for locale, text in texts.items()]
    for locale, text in [*said, ("en-US", instructions)]:
        quoted = [phrase.lower() for phrase in re.findall(r'"([^"]+)"', text) if "Alexa" not in phrase]
        assert len(quoted) >= 7
        assert [phrase for phrase in quoted if not understood(phrase, locale)] == []


def test_the_invocation_name_is_one_amazon_allows(folder: Path) -> None:
    for locale in LOCALES:
        name = language_model(folder, locale)["invocationName"]
        assert re.fullmatch(r"[a-z']+( [a-z']+)+", name)
        assert not set(name.split()) & {
            "alexa",
            "amazon",
            "echo",
            "skill",
            "app",
            "open",
            "ask",
            "tell",
            "start",
        }
        assert all(text.lower() == name for text in ["Foot Coach"])


@pytest.mark.parametrize(("icon", "size"), [("smallIconUri", 108), ("largeIconUri", 512)])
def test_the_icons_are_pngs_of_the_size_amazon_asks_for(
    folder: Path, texts: Any, icon: str, size: int
) -> None:
    for text in texts.values():
        content = (folder / text[icon].removeprefix("file://")).read_bytes()
        assert content[:8] == b"\x89PNG\r\n\x1a\n"
        assert struct.unpack(">II", content[16:24]) == (size, size)


def test_the_icons_are_what_the_script_draws() -> None:
    icons = tool("icons")
    content = (icons.FOLDER / "small-icon.png").read_bytes()
    length = struct.unpack(">I", content[33:37])[0]
    rows = np.frombuffer(zlib.decompress(content[41 : 41 + length]), np.uint8).reshape(108, 1 + 108 * 3)

    kept = rows[:, 1:].reshape(108, 108, 3).astype(int)

    # Another machine's arithmetic may round a pixel the other way.
    assert np.abs(kept - icons.draw(108)).max() <= 1
