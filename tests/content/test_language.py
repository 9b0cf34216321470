import shutil
from pathlib import Path
from random import Random

import pytest

from skill.coach.compiler import UNBOUNDED, compile_sheet
from skill.coach.cue_sheet import CueKind, Place
from skill.coach.preferences import Preferences
from skill.coach.routine import Plan
from skill.content.loader import content_folder
from skill.shoes import name_vocabulary
from skill.speech import phrasebook, voice_seconds
from skill.speech.phrasebook import Phrasebook
from skill.speech.spoken_sheet import SpeechFormat, speak
from tests.coach.plans import routine

PLAN = Plan(routine("toe-lifts"), Preferences())


@pytest.fixture
def another_language(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A language that has a folder and nothing else: English words, of which each letter takes a second."""
    for code in ("en", "de"):
        shutil.copytree(content_folder() / "en", tmp_path / code)
    measured = tmp_path / "de" / "voice" / "durations.toml"
    measured.write_text(measured.read_text("utf-8").replace("letter = 0.0", "letter = 1.0"), "utf-8")
    for module in (voice_seconds, name_vocabulary, phrasebook):
        monkeypatch.setattr(module, "content_folder", lambda: tmp_path)
    return "de"


def test_a_language_needs_no_more_than_its_folder(another_language: str) -> None:
    english, other = (
        compile_sheet(PLAN, Place(0), Phrasebook.of(code, Random(0)), UNBOUNDED)  # noqa: S311 - wordings
        for code in ("en", another_language)
    )
    counts = [[cue.text for cue in sheet.cues if cue.kind is CueKind.COUNT] for sheet in (other, english)]
    assert counts[0] == counts[1] != []
    assert other.seconds > 1.5 * english.seconds
    assert speak(other, SpeechFormat.APLA, "token", another_language).directive
    assert name_vocabulary.load_name_vocabulary(another_language).words("my blue Ghosts") == ("blue", "ghost")


def test_the_breaks_between_words_are_those_of_the_language(another_language: str) -> None:
    sheet = compile_sheet(PLAN, Place(0), Phrasebook.of(another_language, Random(0)), UNBOUNDED)  # noqa: S311 - wordings
    spoken = [speak(sheet, SpeechFormat.SSML, "token", code).speech for code in (another_language, "en")]
    assert spoken[0] != spoken[1]
