import io
import threading
import wave
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from skill.sound.performance import Samples
from skill.sound.spoken_texts import SpokenTexts


class SlowVoice:
    """A voice that speaks a text when it is let: as many samples as the text has letters."""

    sample_rate = 1_000

    def __init__(self, name: str = "slow") -> None:
        self.name = name
        self.spoken: list[str] = []
        self.may_speak = threading.Event()
        self.may_speak.set()
        self.begun = threading.Event()

    def speak(self, text: str) -> Samples:
        self.begun.set()
        assert self.may_speak.wait(10)
        self.spoken.append(text)
        if text == "unspeakable":
            raise ValueError(text)
        return np.ones(len(text), dtype=np.int16)


@pytest.fixture
def voice() -> SlowVoice:
    return SlowVoice()


@pytest.fixture
def texts(voice: SlowVoice) -> Iterator[SpokenTexts]:
    spoken = SpokenTexts(voice)
    yield spoken
    voice.may_speak.set()
    spoken.close()


def samples_in(sound: bytes | None) -> int:
    assert sound is not None
    with wave.open(io.BytesIO(sound)) as file:
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (1, 2, 1_000)
        return int(file.getnframes())


def test_a_text_is_fetched_by_its_digest(texts: SpokenTexts) -> None:
    digests = [texts.digest_of(text) for text in ("one", "three")]
    assert [samples_in(texts.wav(digest)) for digest in digests] == [3, 5]


def test_what_nobody_said_has_no_sound(texts: SpokenTexts) -> None:
    assert texts.wav("0" * 32) is None
    assert texts.wav("../../etc/passwd") is None


def test_a_text_is_spoken_once(voice: SlowVoice, texts: SpokenTexts) -> None:
    for _ in range(3):
        texts.wav(texts.digest_of("one"))
    assert voice.spoken == ["one"]


def test_what_is_needed_soonest_is_spoken_first(voice: SlowVoice, texts: SpokenTexts) -> None:
    voice.may_speak.clear()
    texts.warm(["some", "day"])
    assert voice.begun.wait(10)
    for text in ("first", "second"):
        texts.digest_of(text)
    waiting = texts.digest_of("now")
    got: list[bytes | None] = []
    asking = threading.Thread(target=lambda: got.append(texts.wav(waiting)))
    asking.start()
    while texts._queue.qsize() < 5:  # noqa: SLF001 - nothing else tells that somebody waits
        pass
    voice.may_speak.set()
    asking.join()
    texts.wav(texts.digest_of("day"))
    assert voice.spoken == ["some", "now", "first", "second", "day"]
    assert samples_in(got[0]) == 3


def test_a_text_that_cannot_be_spoken_fails_alone(texts: SpokenTexts) -> None:
    with pytest.raises(ValueError, match="unspeakable"):
        texts.wav(texts.digest_of("unspeakable"))
    assert samples_in(texts.wav(texts.digest_of("one"))) == 3


def test_what_is_said_to_everybody_is_there_at_the_next_start(tmp_path: Path) -> None:
    folder = tmp_path / "voice"
    for expected in (["one"], []):
        voice = SlowVoice()
        texts = SpokenTexts(voice, folder)
        texts.warm(["one"])
        assert samples_in(texts.wav(texts.digest_of("one"))) == 3
        texts.close()
        assert voice.spoken == expected


def test_what_was_said_to_one_runner_is_kept_in_no_file(tmp_path: Path) -> None:
    texts = SpokenTexts(SlowVoice(), tmp_path)
    texts.wav(texts.digest_of("Your racing shoes rest since Monday."))
    texts.close()
    assert not list(tmp_path.iterdir())


def test_another_voice_says_a_text_anew(tmp_path: Path) -> None:
    digests = set()
    for name in ("low", "high"):
        voice = SlowVoice(name)
        texts = SpokenTexts(voice, tmp_path)
        texts.warm(["one"])
        digests.add(digest := texts.digest_of("one"))
        texts.wav(digest)
        texts.close()
        assert voice.spoken == ["one"]
    assert len(digests) == 2


def test_a_folder_that_cannot_be_written_costs_no_sound(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    texts = SpokenTexts(SlowVoice(), tmp_path / "file")
    texts.warm(["one"])
    assert samples_in(texts.wav(texts.digest_of("one"))) == 3
    texts.close()


def test_the_oldest_sounds_are_forgotten_and_spoken_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("skill.sound.spoken_texts.MOST_BYTES", 120)
    voice = SlowVoice()
    texts = SpokenTexts(voice)
    for text in ("one", "two", "three", "one"):
        assert samples_in(texts.wav(texts.digest_of(text))) == len(text)
    texts.close()
    assert voice.spoken == ["one", "two", "three", "one"]


def test_the_oldest_texts_are_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("skill.sound.spoken_texts.MOST_TEXTS", 2)
    monkeypatch.setattr("skill.sound.spoken_texts.MOST_BYTES", 0)
    texts = SpokenTexts(SlowVoice())
    oldest = texts.digest_of("one")
    texts.wav(oldest)
    newer = [texts.digest_of(text) for text in ("two", "three")]
    assert texts.wav(oldest) is None
    assert samples_in(texts.wav(newer[1])) == 5
    texts.close()
