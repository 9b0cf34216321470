import io
import wave
from pathlib import Path

import numpy as np
import pytest

from skill.sound.output import OutputError, write_together
from skill.sound.sound_file import Chapter, SoundFileError, cue_file, encode

TONE = (np.sin(np.arange(22_050) / 8) * 8_000).astype(np.int16)


def test_a_wav_file_holds_the_samples() -> None:
    with wave.open(io.BytesIO(encode(TONE, 22_050, Path("tone.wav")))) as sound:
        assert (sound.getframerate(), sound.getnchannels(), sound.getnframes()) == (22_050, 1, 22_050)
        assert sound.readframes(22_050) == TONE.tobytes()


def test_an_mp3_file_is_smaller_than_its_wav() -> None:
    content = encode(TONE, 22_050, Path("tone.MP3"))
    assert content[:2] in (b"ID", b"\xff\xf3", b"\xff\xfb")
    assert len(content) < TONE.nbytes / 3


@pytest.mark.parametrize("name", ["tone.ogg", "tone"])
def test_another_format_is_refused_by_name(name: str) -> None:
    with pytest.raises(SoundFileError, match=r"\.wav or \.mp3"):
        encode(TONE, 22_050, Path(name))


def test_a_cue_file_lists_the_chapters_in_minutes_seconds_and_frames() -> None:
    text = cue_file(Path("out/routine.wav"), [Chapter(0.0, "Toes"), Chapter(83.48, 'The "butt" to heel')])
    assert text.splitlines() == [
        'FILE "routine.wav" WAVE',
        "  TRACK 01 AUDIO",
        '    TITLE "Toes"',
        "    INDEX 01 00:00:00",
        "  TRACK 02 AUDIO",
        "    TITLE \"The 'butt' to heel\"",
        "    INDEX 01 01:23:36",
    ]


def test_files_appear_only_when_all_are_written(tmp_path: Path) -> None:
    (tmp_path / "old.wav").write_bytes(b"old")
    with pytest.raises(OutputError, match=r"nowhere.*cannot be written"):
        write_together({tmp_path / "old.wav": b"new", tmp_path / "nowhere" / "b.json": b"{}"})
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("old.wav", b"old")]


def test_files_replace_old_ones(tmp_path: Path) -> None:
    (tmp_path / "a.wav").write_bytes(b"old")
    write_together({tmp_path / "a.wav": b"new"})
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("a.wav", b"new")]


def test_a_folder_is_no_place_for_a_file(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="folder"):
        write_together({tmp_path: b"sound"})
