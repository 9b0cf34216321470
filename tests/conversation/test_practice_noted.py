"""What has sounded is noted in a log: once, whoever delivers it, and whatever becomes of the session."""

from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import Any

import pytest

from skill.coach.stretch_log import Practice, recounted
from skill.content.exercise import RoutineName, Side
from skill.conversation.memory.stretch_pages import STRETCHES, practices_of, stretches_of
from skill.conversation.my_data import check_stretch_sums, export
from skill.storage.repository import Repository
from tests.conversation.mid_routine import COUNT, holds
from tests.runner import USER, Runner

TOES = "toes-on-wall"


@pytest.fixture
def runner(repository: Repository) -> Runner:
    return Runner(repository)


def practices(runner: Runner) -> Sequence[Practice]:
    """The log, after it was checked against its sums."""
    _, right = check_stretch_sums(runner.repository, USER, runner.now)
    assert right
    return practices_of(runner.repository.log(USER))[0]


def held(runner: Runner) -> dict[Any, float]:
    (practice,) = practices(runner)
    return dict(practice.held)


def test_a_word_in_a_hold_notes_what_was_held_until_then(runner: Runner) -> None:
    holds(runner)
    runner.says("AMAZON.PauseIntent")

    assert held(runner) == {(TOES, Side.RIGHT): 20, (TOES, Side.LEFT): COUNT}


def test_what_is_held_after_it_joins_the_same_practice(runner: Runner) -> None:
    holds(runner)
    runner.says("AMAZON.PauseIntent")
    runner.says("AMAZON.ResumeIntent")
    runner.hears_out()
    runner.says("AMAZON.StopIntent")

    (practice,) = practices(runner)
    assert practice.held[TOES, Side.RIGHT] == practice.held[TOES, Side.LEFT] == 40
    assert practice.routine is RoutineName.POST_RUN
    assert practice.left_out[-1] == "bottle-roll"


def hears_all(runner: Runner) -> None:
    """The whole routine, but for an answer to its last words."""
    runner.says("StartRoutineIntent", routine="post-run")
    while True:
        walkthrough = runner.walkthrough()
        assert walkthrough
        assert walkthrough.performance
        runner.hears_out()
        if walkthrough.performance.resume_at is None:
            return
        runner.says("AMAZON.YesIntent")


@pytest.mark.parametrize(
    "afterwards",
    [
        lambda runner: runner.leaves("EXCEEDED_MAX_REPROMPTS"),
        lambda runner: runner.opens(),
        lambda runner: (runner.is_unplugged(), runner.waits(86400 * 3), runner.opens()),
    ],
)
def test_a_routine_counts_whose_last_words_nobody_answers(
    runner: Runner, afterwards: Callable[[Runner], object]
) -> None:
    hears_all(runner)
    begun = runner.now
    afterwards(runner)

    (practice,) = practices(runner)
    assert practice.left_out == ()
    assert practice.done == (TOES, "butt-to-heel", "sole-massage", "bottle-roll")
    assert begun - practice.at < timedelta(minutes=20)


def test_another_routine_that_takes_its_place_is_a_practice_of_its_own(runner: Runner) -> None:
    holds(runner)
    runner.says("StartRoutineIntent", routine="pre-run")
    runner.hears_out()
    runner.leaves()

    later, stretches = practices(runner)
    assert stretches.held == {(TOES, Side.RIGHT): 20, (TOES, Side.LEFT): COUNT}
    assert later.held
    assert later.routine is RoutineName.PRE_RUN


def test_a_request_that_is_delivered_twice_counts_once(runner: Runner) -> None:
    holds(runner)
    request = runner.envelopes.intent(runner.now, "AMAZON.PauseIntent", {}, {})
    first = runner.sends(request).text
    once = practices(runner)
    again = runner.sends(request).text

    assert (again, practices(runner)) == (first, once)


def test_two_devices_that_hear_of_it_at_once_lose_nothing(runner: Runner) -> None:
    """The end of the session and the next opening of the skill reach two instances of it at once."""
    holds(runner)
    other = Runner(runner.repository, runner.now)
    read = runner.repository.read
    pending = [other]

    def read_and_be_overtaken(user: str, now: Any) -> Any:
        notebook = read(user, now)
        if pending:
            pending.pop().opens()
        return notebook

    overtaken = type("Overtaken", (), {"read": staticmethod(read_and_be_overtaken)})()
    overtaken.write, overtaken.forget = runner.repository.write, runner.repository.forget
    slower = Runner(overtaken, runner.now)
    slower.opens()

    assert held(runner) == {(TOES, Side.RIGHT): 20, (TOES, Side.LEFT): COUNT}
    assert runner.profile().sessions == 2


def test_what_a_device_could_not_play_was_not_held(runner: Runner) -> None:
    holds(runner)
    failure = runner.envelopes.event(runner.now, "Alexa.Presentation.APLA.RuntimeError", errors=[])
    runner.sends(failure)

    assert practices(runner) == []


def test_somebody_whom_nobody_knows_has_no_log(runner: Runner) -> None:
    runner.envelopes.user = ""
    holds_unknown(runner)

    assert list(runner.repository.log("")) == []
    assert runner.repository.read("", runner.now).pages == {}


def holds_unknown(runner: Runner) -> None:
    runner.says("StartRoutineIntent", routine="post-run")
    runner.waits(90)
    runner.says("AMAZON.PauseIntent")


def test_it_is_exported_and_deleted_with_everything_else(runner: Runner) -> None:
    holds(runner)
    runner.says("AMAZON.PauseIntent")
    told = export(runner.repository, USER, runner.now)
    assert [entry["is"] for entry in told["log"]] == ["practice"]
    assert STRETCHES in told["pages"]

    runner.says("DeleteMyDataIntent")
    runner.says("ConfirmDeletionIntent")
    assert list(runner.repository.log(USER)) == []
    assert runner.repository.read(USER, runner.now).pages == {}


def test_sums_that_the_log_does_not_confirm_are_found(runner: Runner) -> None:
    holds(runner)
    runner.says("AMAZON.PauseIntent")
    page = runner.repository.read(USER, runner.now).pages[STRETCHES]

    assert stretches_of(page.body).sums == recounted(practices(runner))
