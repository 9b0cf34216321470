import json
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from skill.commands.command_line import main
from skill.device.backend import BackendError
from skill.terminal import pipe
from tests.device.a_speaker import speaker

ROUTINE = ["open foot coach", "start my post run stretches", "/wait 90", "pause", "how much longer", "resume"]


def printed(folder: Path, *lines: str) -> list[str]:
    out: list[str] = []
    pipe.talk(speaker(folder), [f"{line}\n" for line in lines], out.append)
    return out


def objects(folder: Path, *lines: str) -> list[dict[str, Any]]:
    out: list[str] = []
    pipe.talk(speaker(folder), [f"{line}\n" for line in lines], out.append, json_lines=True)
    return [json.loads(line) for line in out]


def test_each_line_is_printed_and_answered(tmp_path: Path) -> None:
    out = printed(tmp_path, "open foot coach", "stop")
    assert out[0] == "> open foot coach"
    assert out[1].startswith("  Hi, I'm Foot Coach.")
    assert out[2] == "> stop"
    assert out[-1] == "  (the session ends)"


def test_a_routine_is_printed_with_its_times_and_each_count_in_one_line(tmp_path: Path) -> None:
    out = printed(tmp_path, "start my post run stretches")
    counted = [line for line in out if "one two three four five six seven eight nine ten" in line]
    assert len(counted) == 4
    assert all(line.endswith("nineteen twenty") for line in counted)
    times = [line.split()[0] for line in out[1:]]
    assert times[0] == "0:00"
    assert times == sorted(times)


def test_what_is_let_go_by_is_where_the_next_line_interrupts(tmp_path: Path) -> None:
    out = printed(tmp_path, *ROUTINE)
    paused = out[out.index("> pause") + 1]
    assert paused.startswith("  Paused at toes on the wall, first hold, left side")
    assert "minutes to go" in out[out.index("> how much longer") + 1]
    assert any("Back to toes on the wall. Toes of your left foot" in line for line in out)


def test_silence_to_the_end_is_printed_as_such(tmp_path: Path) -> None:
    out = printed(tmp_path, "open foot coach", "/wait 60")
    assert out[-2:] == [
        "  (nothing said) Say: post run stretches, or: pre run exercises.",
        "  (nothing said: the session ends)",
    ]


def test_a_wait_without_a_figure_is_until_the_replys_end(tmp_path: Path) -> None:
    device = speaker(tmp_path)
    begin = device.now
    out: list[str] = []
    pipe.talk(device, ["start my post run stretches\n", "/wait\n"], out.append)
    assert device.reply_left == 0
    assert 150 < (device.now - begin).total_seconds() < 240
    assert device.open


@pytest.mark.parametrize("line", ["/wait soon", "/wait -3", "/wait nan", "/wait inf", "/wait 1e99"])
def test_a_wait_that_is_none_is_explained(line: str, tmp_path: Path) -> None:
    assert printed(tmp_path, line)[1:] == ["  Say how many seconds go by, as in: /wait 12"]


@pytest.mark.parametrize("line", ["", "   ", "\t"])
def test_an_empty_line_is_answered_by_the_speaker(line: str, tmp_path: Path) -> None:
    assert printed(tmp_path, line)[1].startswith("  I heard nothing.")


@pytest.mark.parametrize("line", ["/help", "/?", "/quit"])
def test_other_commands_get_the_list_of_commands(line: str, tmp_path: Path) -> None:
    assert any("/wait 12" in text for text in printed(tmp_path, line))


def test_control_characters_are_not_sent_to_the_terminal(tmp_path: Path) -> None:
    out = printed(tmp_path, "\x1b[31mopen foot coach")
    assert not any("\x1b" in line for line in out)


def test_as_json_each_turn_is_one_object(tmp_path: Path) -> None:
    turns = objects(
        tmp_path, "open foot coach", "start my post run stretches", "/wait 90", "pause", "", "stop"
    )
    assert [set(turn) for turn in turns] == [
        {"said", "intent", "slots", "speech", "seconds", "cues", "session", "request", "response"}
    ] * len(turns)
    assert [turn["intent"] for turn in turns] == [
        "LaunchRequest",
        "StartRoutineIntent",
        "AMAZON.PauseIntent",
        None,
        "AMAZON.StopIntent",
    ]
    assert [turn["session"] for turn in turns] == ["open", "open", "open", "none", "ended"]
    started = turns[1]
    assert started["slots"]["routine"]["id"] == "post-run"
    assert started["request"]["request"]["intent"]["name"] == "StartRoutineIntent"
    assert started["response"]["version"] == "1.0"
    times = [cue["at"] for cue in started["cues"]]
    assert times == sorted(times)
    assert times[-1] < started["seconds"]
    assert " ".join(cue["text"] for cue in started["cues"]) == started["speech"]


def test_a_service_that_does_not_answer_is_told_and_the_speaker_goes_on(tmp_path: Path) -> None:
    device = speaker(tmp_path)

    def gone(_request: dict[str, Any]) -> dict[str, Any]:
        raise BackendError("the service did not answer")

    device.skill, working = gone, device.skill
    out: list[str] = []

    def lines() -> Any:
        yield "open foot coach\n"
        device.skill = working
        yield "open foot coach\n"

    pipe.talk(device, lines(), out.append)
    assert "(the service did not answer)" in out
    assert any("Foot Coach" in line for line in out[2:])


COMMAND = [sys.executable, "-m", "skill", "talk"]


@pytest.mark.slow
@pytest.mark.parametrize("killed_after", [2, 4])
def test_killed_between_two_lines_it_goes_on_from_there(killed_after: int, tmp_path: Path) -> None:
    database = ["--db", str(tmp_path / "notebooks.sqlite3")]
    with subprocess.Popen(  # noqa: S603 - our own command
        [*COMMAND, *database, "--json"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdin
        assert process.stdout
        for line in ROUTINE[:killed_after]:
            process.stdin.write(f"{line}\n")
            process.stdin.flush()
            if not line.startswith("/"):
                assert json.loads(process.stdout.readline())["session"] == "open"
        process.send_signal(signal.SIGKILL)
    again = subprocess.run(  # noqa: S603 - our own command
        [*COMMAND, *database], input="open foot coach\nyes\n", capture_output=True, text=True, check=True
    )
    place = "the beginning of toes on the wall" if killed_after == 2 else "first hold, left side"
    assert place in again.stdout
    assert ("Face the wall" if killed_after == 2 else "Back to toes on the wall") in again.stdout


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--locale", "fr-FR"], "No locale 'fr-FR'; there are"),
        (["--now", "tomorrow"], "give a time such as 2026-11-22T18:30:00Z"),
        (["--url", "http://127.0.0.1:9"], "did not answer"),
    ],
)
def test_what_cannot_be_done_is_told_in_one_line(arguments: list[str], told: str, tmp_path: Path) -> None:
    database = str(tmp_path / "x.sqlite3")
    done = CliRunner().invoke(main, ["talk", "--db", database, *arguments], input="open foot coach\n")
    assert told in done.output
    assert done.exception is None or isinstance(done.exception, SystemExit)


def test_a_database_that_cannot_be_is_told_in_words(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    done = CliRunner().invoke(
        main, ["talk", "--db", str(tmp_path / "file" / "x.sqlite3")], input="start my post run stretches\n"
    )
    assert done.exit_code == 0
    assert "I can't reach my notes right now" in done.output
    assert "Face the wall" in done.output
