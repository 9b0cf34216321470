"""What the samples meant that were written out by hand before there were sentences is understood the same.

Every tenth of the 13,031 stands in `old_samples.json`, its slots filled. What is heard otherwise now
stands in `old_samples_heard_otherwise.toml`, by the reason: what was wrong with them, or what is right now.
"""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from skill.hearing.interpreter import Interpreter
from stand_ins.phrasings import Verdict, filling, read, verdict

HERE = Path(__file__).parent
REASONS = tomllib.loads((HERE / "old_samples_heard_otherwise.toml").read_text(encoding="utf-8"))["reasons"]


@pytest.mark.slow
def test_what_the_old_samples_meant_is_understood_the_same(interpreter: Interpreter) -> None:
    samples = read(HERE / "old_samples.json")
    heard = {one.said: interpreter.understand(one.said, today=samples.today) for one in samples.phrasings}
    otherwise = {
        one.said: (one.intents, heard[one.said].intent, filling(heard[one.said]))
        for one in samples.phrasings
        if verdict(one, heard[one.said], interpreter) is not Verdict.RIGHT
    }
    assert len(samples.phrasings) > 1200
    assert otherwise == {}


@pytest.mark.slow
@pytest.mark.parametrize("reason", REASONS, ids=lambda reason: reason["because"].split(":")[0])
def test_what_is_heard_otherwise_is_heard_as_the_list_says(
    reason: dict[str, Any], interpreter: Interpreter
) -> None:
    listed = {said: group["now"] for group in reason["heard"] for said in group["said"]}
    understood = {said: interpreter.understand(said) for said in listed}
    assert {said: "" if one.guess else one.intent or "" for said, one in understood.items()} == listed
    assert reason["how_many"] == len(listed)


def test_nothing_is_written_now_by_what_wrote_nothing(interpreter: Interpreter) -> None:
    groups = [group for reason in REASONS for group in reason["heard"]]
    begun = [
        said
        for group in groups
        for said in group["said"]
        if interpreter.writes(group["now"]) and not interpreter.writes(group["was"])
    ]
    assert begun == ["I've got my towel"]  # who is ready because a thing is at hand says that it is
