"""Replies spoken aloud by a player, which is a script here that notes what it is given and plays on."""

import os
import time
import wave
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from skill.sound.spoken_replies import SpokenReplies
from skill.sound.voice import Voice

PATIENCE_SECONDS = 20


def reply(words: str) -> dict[str, Any]:
    return {"outputSpeech": {"type": "SSML", "ssml": f"<speak>{words}</speak>"}}


class Player:
    """What `paplay` is in these tests: it copies the file it is to play, and plays until it is stopped."""

    def __init__(self, folder: Path) -> None:
        self._copy = folder / "played.wav"
        self._pid = folder / "pid"
        script = folder / "paplay"
        script.write_text(
            f'#!/bin/sh\ncp "$1" "{self._copy}.new" && mv "{self._copy}.new" "{self._copy}"\n'
            f'echo $$ > "{self._pid}.new" && mv "{self._pid}.new" "{self._pid}"\nexec sleep 60\n'
        )
        script.chmod(0o755)

    def started(self) -> int:
        """Its process, once it plays."""
        until = time.monotonic() + PATIENCE_SECONDS
        while not self._pid.exists():
            assert time.monotonic() < until, "nothing was played"
            time.sleep(0.01)
        process = int(self._pid.read_text())
        self._pid.unlink()
        return process

    def seconds(self) -> float:
        with wave.open(str(self._copy)) as sound:
            return float(sound.getnframes() / sound.getframerate())


def plays(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


@pytest.fixture
def player(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Player:
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    return Player(tmp_path)


@pytest.fixture
def spoken(player: Player) -> Iterator[SpokenReplies]:  # noqa: ARG001 - there has to be one
    replies = SpokenReplies(Voice())
    yield replies
    replies.close()


def test_a_reply_is_played_as_the_voice_says_it(spoken: SpokenReplies, player: Player) -> None:
    spoken.begin(reply('one <break time="2s"/> two'))

    assert plays(player.started())
    voice = Voice()
    words = len(voice.speak("one")) + len(voice.speak("two"))
    assert player.seconds() == pytest.approx(2 + words / voice.sample_rate, abs=0.01)


def test_the_next_reply_interrupts_the_one_before(spoken: SpokenReplies, player: Player) -> None:
    spoken.begin(reply("one"))
    first = player.started()

    spoken.begin(reply("two"))

    assert plays(player.started())
    assert not plays(first)


def test_it_falls_silent_when_told_and_leaves_nothing_behind(spoken: SpokenReplies, player: Player) -> None:
    spoken.begin(reply("one"))
    playing = player.started()

    spoken.close()

    assert not plays(playing)
    spoken.stop()
