from pathlib import Path
from random import Random

from skill.content.loader import exercises
from skill.conversation.memory.profile import Profile
from skill.sound.recital import recite
from skill.speech.spoken_sheet import SpeechFormat, speak
from skill.storage.sqlite import SQLiteRepository
from tests.runner import Runner


def test_what_is_recited_is_what_the_skill_sends(tmp_path: Path) -> None:
    runner = Runner(SQLiteRepository(tmp_path / "notebooks.sqlite3"))
    runner.envelopes.screen = True
    sent = runner.says("StartRoutineIntent", routine="post-run").response
    random = Random(0)  # noqa: S311 - wordings, not secrets
    first = next(iter(recite("post-run", Profile(), exercises(), "en-US", random)))
    recited = speak(first.reply.sheet, SpeechFormat.APLA, "token", "en").as_response()
    assert recited["directives"][0]["document"] == sent["directives"][0]["document"]
    assert recited["directives"][0]["datasources"] == sent["directives"][0]["datasources"]
    assert recited.get("outputSpeech") == sent.get("outputSpeech")


def test_a_recital_goes_through_every_step_to_the_end() -> None:
    parts = list(recite("post-run", Profile(), exercises(), "en-US", Random(0)))  # noqa: S311 - as above
    steps = [cue.place.step for part in parts for cue in part.reply.sheet.cues]
    assert steps == sorted(steps)
    assert set(steps) == {0, 1, 2, 3}
    assert parts[-1].reply.sheet.resume_at is None
