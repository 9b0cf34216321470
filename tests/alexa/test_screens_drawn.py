"""The screens as Amazon's own viewhost draws them, on every shape of device."""

from collections.abc import Iterator, Mapping
from itertools import pairwise
from pathlib import Path
from random import Random
from typing import Any

import pytest

from skill.alexa.screens.stage import SOUND_BEGINS
from skill.content.loader import exercises
from skill.conversation.turn.reply import Touch
from skill.device.screen_clock import ScreenEvent, event_of
from skill.speech.phrasebook import Phrasebook
from skill.storage.sqlite import SQLiteRepository
from stand_ins.echo_show import EchoShow, Viewport, echo_show, missing
from tests.runner import Heard, Runner

pytestmark = [
    pytest.mark.skipif(bool(missing()), reason=missing()),
    pytest.mark.xdist_group("echo-show"),
    pytest.mark.slow,
]

VIEWPORTS = {
    "round": Viewport(480, 480, shape="ROUND"),
    "small": Viewport(960, 480),
    "large": Viewport(1280, 800, theme="light"),
    "wide": Viewport(1920, 1080),
    "portrait": Viewport(1080, 1920, theme="light"),
    "television": Viewport(960, 540, dpi=320, mode="TV"),
}
SMALL = VIEWPORTS["small"]
SOUNDING = (Touch.BACK, Touch.REPEAT, Touch.PAUSE, Touch.NEXT)
WORDS = {
    Touch.BACK: "toes on the wall",
    Touch.REPEAT: "toes on the wall",
    Touch.PAUSE: "at count twelve",
    Touch.NEXT: "butt to heel",
}
"""What is said to each, forty-one seconds into the routine."""
FINGER = 48
"""Density-independent pixels that a finger needs (Amazon's guidance on touch targets)."""
WITHIN = 0.05
"""Seconds that the screen may be off its clock."""


@pytest.fixture(scope="module")
def show() -> Iterator[EchoShow]:
    with echo_show() as screen:
        yield screen


@pytest.fixture
def runner(tmp_path: Path) -> Runner:
    runner = Runner(SQLiteRepository(tmp_path / "notebooks.sqlite3"))
    runner.envelopes.screen = True
    runner.opens()
    return runner


def document(heard: Heard) -> Mapping[str, Any]:
    kind = "Alexa.Presentation.APL.RenderDocument"
    return next(each for each in heard.response["directives"] if each["type"] == kind)


def routine(runner: Runner, name: str = "post-run") -> Heard:
    return runner.says("StartRoutineIntent", routine=name)


def paused(runner: Runner) -> Heard:
    routine(runner)
    runner.waits(41)
    return runner.says("AMAZON.PauseIntent")


def closet(runner: Runner) -> Heard:
    for name, run in (("daybreak", "320"), ("old faithful", "815")):
        runner.says("AddShoesIntent", shoe=name, distance=run, unit="kilometres")
    return runner.says("ChooseShoesIntent")


def emergency(runner: Runner) -> Heard:
    routine(runner)
    return runner.says("EmergencyIntent")


SITUATIONS = {"routine": routine, "paused": paused, "closet": closet, "emergency": emergency}


@pytest.mark.parametrize("viewport", VIEWPORTS.values(), ids=VIEWPORTS)
@pytest.mark.parametrize("situation", SITUATIONS)
def test_it_is_drawn_without_a_complaint_and_nothing_is_cut(
    show: EchoShow, runner: Runner, situation: str, viewport: Viewport
) -> None:
    show.show(document(SITUATIONS[situation](runner)), viewport)
    show.run_to(41)
    assert not show.complaints()
    assert not show.cut()
    assert "…" not in "".join(show.texts())


@pytest.mark.parametrize("viewport", VIEWPORTS.values(), ids=VIEWPORTS)
def test_a_finger_finds_every_button(show: EchoShow, runner: Runner, viewport: Viewport) -> None:
    show.show(document(routine(runner)), viewport)
    boxes = [show.box(touch) for touch in SOUNDING]
    assert all(min(box.width, box.height) >= FINGER for box in boxes)
    assert all(one.left + one.width <= two.left + 1 for one, two in pairwise(boxes))


@pytest.mark.parametrize("viewport", VIEWPORTS.values(), ids=VIEWPORTS)
def test_light_and_dark_are_the_device_s(show: EchoShow, runner: Runner, viewport: Viewport) -> None:
    show.show(document(routine(runner)), viewport)
    assert show.is_light() is (viewport.theme == "light")


def counts(heard: Heard) -> list[tuple[float, int]]:
    """When each number up to twenty sounds that is said by itself, and which it is."""
    english = Phrasebook.of("en", Random(0))  # noqa: S311 - wordings, not secrets
    words = [english.number(number) for number in range(21)]
    return [(one.at, words.index(one.text)) for one in heard.timeline.planned if one.text in words]


def seconds_of(heard: Heard) -> list[tuple[float, int]]:
    """The first and the last counts of each hold: those between them follow from the same clock."""
    return [(at, number) for at, number in counts(heard) if number in (1, 2, 10, 19, 20)]


def test_the_count_is_seen_when_it_is_heard(show: EchoShow, runner: Runner) -> None:
    heard = routine(runner)
    show.show(document(heard), SMALL)
    seen = []
    for at, number in seconds_of(heard):
        begins = at + SOUND_BEGINS
        show.run_to(begins - WITHIN)
        before = show.texts()
        show.run_to(begins + WITHIN)
        assert str(number) not in before
        assert str(number) in show.texts()
        assert show.ring() == pytest.approx(number / 20, abs=0.001)
        seen.append(number)
    assert len(seen) == 5 * 4


def test_what_is_seen_follows_the_voice_from_exercise_to_exercise(show: EchoShow, runner: Runner) -> None:
    runner.says("SetHoldIntent", seconds="10")
    heard = routine(runner)
    show.show(document(heard), SMALL)
    named = next(one.at for one in heard.timeline.planned if "Next comes butt to heel" in one.text)
    show.run_to(named + SOUND_BEGINS - WITHIN)
    assert {"Toes on the wall", "left side", "rest", "next: butt to heel"} <= set(show.texts())
    show.run_to(named + SOUND_BEGINS + WITHIN)
    assert {"Butt to heel", "get ready"} <= set(show.texts())
    assert not {"left side", "right side"} & set(show.texts())


def test_a_paused_routine_stands_still(show: EchoShow, runner: Runner) -> None:
    show.show(document(paused(runner)), SMALL)
    shown, share = show.texts(), show.ring()
    show.run_to(60)
    assert (show.texts(), show.ring()) == (shown, share)
    assert "12" in shown
    assert share == pytest.approx(12 / 20)


@pytest.mark.parametrize("touch", SOUNDING)
def test_a_touch_sends_what_the_word_does(show: EchoShow, runner: Runner, touch: Touch) -> None:
    heard = routine(runner)
    show.show(document(heard), SMALL)
    show.run_to(41)
    show.touch(touch)
    assert show.events() == [[touch, document(heard)["token"]]]
    runner.waits(41)
    event = ScreenEvent(0.0, document(heard)["token"], show.events()[0], touched=True)
    answer = runner.sends(runner.envelopes.screen_event(runner.now, event))
    assert WORDS[touch] in answer.text


def test_a_paused_screen_goes_on_at_a_touch(show: EchoShow, runner: Runner) -> None:
    heard = paused(runner)
    show.show(document(heard), SMALL)
    show.run_to(1)
    show.touch(Touch.RESUME)
    assert show.events() == [[Touch.RESUME, document(heard)["token"]]]


def test_the_screen_goes_on_by_itself_once_even_behind_a_touch(show: EchoShow, runner: Runner) -> None:
    heard = routine(runner)
    show.show(document(heard), SMALL)
    goes_on_at = event_of(heard.response)
    assert goes_on_at
    show.run_to(10)
    show.touch(Touch.REPEAT)
    show.run_to(goes_on_at.after - WITHIN)
    assert len(show.events()) == 1
    show.run_to(goes_on_at.after + 30)
    assert show.events()[1:] == [goes_on_at.arguments]


def test_the_closet_shows_every_pair_with_its_distance_and_why_the_first_is_chosen(
    show: EchoShow, runner: Runner
) -> None:
    show.show(document(closet(runner)), SMALL)
    assert show.texts() == [
        "Which shoes",
        "Daybreak",
        "320 km / 800 km",
        "The old faithful have run their life, with 815 kilometres on them",
        "Old faithful",
        "815 km / 800 km",
        "They have run their life",
    ]


def picture(show: EchoShow, directive: Mapping[str, Any]) -> str:
    """The name of the one picture that can be seen."""
    (place,) = show.pictures_shown()
    name: str = directive["datasources"]["pictures"][place]
    return name


@pytest.mark.parametrize("exercise", exercises())
def test_every_exercise_is_shown_from_its_start_to_its_end_while_it_is_told_of(
    show: EchoShow, runner: Runner, exercise: str
) -> None:
    directive = document(runner.says("StartExerciseIntent", exercise=exercise))
    show.show(directive, SMALL)
    seen = set()
    for second in range(1, 12, 3):
        show.run_to(second)
        seen.add(picture(show, directive))
    assert seen == {f"{exercise}.standard.start", f"{exercise}.standard.end"}
    assert not show.complaints()


def test_a_hold_shows_the_end_position_and_a_repetition_both(show: EchoShow, runner: Runner) -> None:
    for exercise, wanted in (("toes-on-wall", {"end"}), ("toe-scrunches", {"start", "end"})):
        directive = document(runner.says("StartExerciseIntent", exercise=exercise))
        show.show(directive, SMALL)
        begins = next(
            one["at"] for one in directive["datasources"]["screen"]["scenes"] if one["kind"] == "counting"
        )
        seen = set()
        for second in range(1, 15):
            show.run_to(begins + SOUND_BEGINS + second + WITHIN)
            seen.add(picture(show, directive).rpartition(".")[2])
        assert seen == wanted


def test_the_time_that_is_left_goes_by(show: EchoShow, runner: Runner) -> None:
    show.show(document(routine(runner)), SMALL)

    def left() -> int:
        (text,) = (each for each in show.texts() if each.endswith(" left"))
        minutes, seconds = text.removesuffix(" left").split(":")
        assert len(seconds) == len("00")
        return int(minutes) * 60 + int(seconds)

    show.run_to(1)
    before = left()
    show.run_to(2)
    assert left() == before  # what is said ahead is no time of the routine
    show.run_to(20)
    before = left()
    show.run_to(70)
    assert left() == before - 50
