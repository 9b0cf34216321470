"""While a reply plays, every word of navigation is answered, in both forms of sound."""

from pathlib import Path

import pytest

from skill.storage.sqlite import SQLiteRepository
from tests.runner import Runner

WORDS = [
    "AMAZON.PauseIntent",
    "AMAZON.NextIntent",
    "AMAZON.PreviousIntent",
    "AMAZON.RepeatIntent",
    "AMAZON.StartOverIntent",
    "AMAZON.ResumeIntent",
    "AMAZON.HelpIntent",
    "AMAZON.StopIntent",
    "AMAZON.CancelIntent",
    "SkipIntent",
    "ReadyIntent",
    "HowLongLeftIntent",
    "HowManyLeftIntent",
    "WhereAmIIntent",
    "ExplainIntent",
    "WhatCanISayIntent",
]


@pytest.mark.parametrize("plain", [False, True], ids=["apla", "ssml"])
@pytest.mark.parametrize("word", WORDS)
def test_every_word_of_navigation_works_while_a_reply_plays(
    tmp_path: Path,
    word: str,
    plain: bool,  # noqa: FBT001 - a case
) -> None:
    runner = Runner(SQLiteRepository(tmp_path / "notebooks.sqlite3"))
    runner.opens()
    started = runner.says("StartRoutineIntent", routine="post-run")
    if plain:
        kind = "Alexa.Presentation.APLA.RuntimeError"
        runner.sends(runner.envelopes.event(runner.now, kind, token="token", errors=[]))  # noqa: S106 - no secret
    runner.waits(started.timeline.seconds / 2)
    answer = runner.says(word)
    assert answer.text
    assert not answer.apologised
    assert ("directives" in answer.response) <= (not plain)
    kept = runner.walkthrough()
    assert kept
    assert kept.unfinished


@pytest.mark.parametrize(
    "word", ["ReadyIntent", "AMAZON.ResumeIntent", "AMAZON.YesIntent", "AMAZON.NextIntent"]
)
def test_one_word_goes_on_after_each_reply_to_the_end_of_the_routine(tmp_path: Path, word: str) -> None:
    runner = Runner(SQLiteRepository(tmp_path / "notebooks.sqlite3"))
    runner.opens()
    answer = runner.says("StartRoutineIntent", routine="post-run")
    replies = 1
    while answer.open:
        runner.hears_out()
        answer = runner.says(word)
        replies += 1
        assert replies < 10
    assert "whole routine" in answer.text
