"""What is kept of people, for how long, and that it goes when they say so."""

from datetime import timedelta
from typing import Any

from skill.storage.repository import Change, Entry, Notebook, Repository
from tests.runner import MORNING, USER, Runner

ANNA, BEN = "amzn1.ask.person.ANNA", "amzn1.ask.person.BEN"
NEIGHBOUR = "amzn1.ask.account.NEIGHBOUR"


def kept(repository: Repository, user: str = USER) -> Notebook:
    return repository.read(user, MORNING + timedelta(minutes=30))


def is_empty(repository: Repository, user: str = USER) -> bool:
    notebook = kept(repository, user)
    return not notebook.pages and not notebook.entries and not list(repository.log(user))


def a_household_with_everything(repository: Repository) -> Runner:
    """Two voices in the middle of routines, settings, and runs in the log."""
    for person in (ANNA, BEN, ""):
        runner = Runner(repository, person=person)
        runner.opens()
        runner.says("SetHoldIntent", seconds="30")
        runner.says("StartRoutineIntent", routine="post-run")
        runner.waits(70)
        runner.says("AMAZON.StopIntent")
    runs = [Entry(f"run-{number}", MORNING - timedelta(days=number), {"km": 5}) for number in range(80)]
    repository.write(USER, Change(added=runs), MORNING)
    assert len(kept(repository).pages) >= 4
    return Runner(repository)


def skill_disabled(runner: Runner, user: str = USER) -> dict[str, Any]:
    """As Amazon sends it: without a session (Amazon, "Skill events")."""
    event = runner.envelopes.event(
        runner.now,
        "AlexaSkillEvent.SkillDisabled",
        eventCreationTime="2026-11-22T07:30:00Z",
        eventPublishingTime="2026-11-22T07:30:00Z",
    )
    del event["session"]
    event["context"]["System"]["user"]["userId"] = user
    return event


def test_delete_my_data_asks_first_and_then_removes_everything(repository: Repository) -> None:
    runner = a_household_with_everything(repository)
    runner.opens()

    asked = runner.says("DeleteMyDataIntent")
    assert "yes, delete everything" in asked.text
    for filler in (
        "DeleteMyDataIntent",
        "AMAZON.YesIntent",
        "AMAZON.FallbackIntent",
        "ReadyIntent",
        "ThanksIntent",
    ):
        assert "yes, delete everything" in runner.says(filler).text
    assert not is_empty(repository)
    told = runner.says("ConfirmDeletionIntent")

    assert "deleted" in told.text.lower()
    assert not told.open
    assert is_empty(repository)


def test_without_a_yes_nothing_is_removed(repository: Repository) -> None:
    runner = a_household_with_everything(repository)
    before = {entry.identity for entry in repository.log(USER)}
    for answered in ("AMAZON.NoIntent", "AMAZON.RepeatIntent", "AMAZON.PauseIntent", "AMAZON.StopIntent"):
        runner.opens()
        runner.says("DeleteMyDataIntent")
        runner.says(answered)

        assert before <= {entry.identity for entry in repository.log(USER)}


def test_a_yes_to_something_else_removes_nothing(repository: Repository) -> None:
    runner = a_household_with_everything(repository)
    before = {entry.identity for entry in repository.log(USER)}
    runner.opens()
    runner.says("DeleteMyDataIntent")
    runner.says("HearSettingsIntent")
    runner.says("AMAZON.YesIntent")

    assert before <= {entry.identity for entry in repository.log(USER)}


def test_disabling_the_skill_removes_everything_and_says_nothing(repository: Repository) -> None:
    runner = a_household_with_everything(repository)

    assert runner.sends(skill_disabled(runner)).silent
    assert is_empty(repository)
    assert runner.sends(skill_disabled(runner)).silent  # events are delivered again


def test_only_the_user_s_own_data_is_removed(repository: Repository) -> None:
    runner = a_household_with_everything(repository)
    repository.write(NEIGHBOUR, Change(added=[Entry("run", MORNING, {"km": 5})]), MORNING)

    runner.sends(skill_disabled(runner))

    assert is_empty(repository)
    assert len(kept(repository, NEIGHBOUR).entries) == 1


def test_a_session_that_ends_after_the_skill_was_disabled_brings_nothing_back(repository: Repository) -> None:
    runner = Runner(repository)
    runner.opens()
    runner.says("StartRoutineIntent", routine="post-run")
    event = skill_disabled(Runner(repository))

    Runner(repository).sends(event)
    runner.waits(20)
    runner.leaves()

    assert is_empty(repository)


def test_what_was_deleted_is_not_remembered_at_the_next_opening(repository: Repository) -> None:
    runner = a_household_with_everything(repository)
    runner.opens()
    runner.says("DeleteMyDataIntent")
    runner.says("ConfirmDeletionIntent")

    assert "toes on the wall" not in runner.opens().text.lower()


def test_each_voice_of_a_household_has_a_place_of_its_own(repository: Repository) -> None:
    anna, ben = Runner(repository, person=ANNA), Runner(repository, person=BEN)
    anna.opens()
    anna.says("StartRoutineIntent", routine="post-run")
    anna.waits(70)
    anna_stopped = anna.says("AMAZON.StopIntent").text
    assert "Stopped at toes on the wall" in anna_stopped

    ben_heard = ben.opens().text
    ben.says("StartRoutineIntent", routine="pre-run")
    ben.says("AMAZON.NextIntent")
    ben.says("AMAZON.StopIntent")
    anna_heard = anna.opens().text

    assert "toes on the wall" not in ben_heard.lower()
    assert "toes on the wall" in anna_heard.lower()


def test_a_voice_that_is_not_recognised_mid_routine_keeps_its_place(repository: Repository) -> None:
    anna = Runner(repository, person=ANNA)
    anna.opens()
    anna.says("StartRoutineIntent", routine="post-run")
    anna.waits(70)
    anna.envelopes.person = ""

    assert "Paused at toes on the wall" in anna.says("AMAZON.PauseIntent").text
