import logging
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from time import monotonic

import pytest

from skill.conversation.memory.imports_page import IMPORTS, imports_of
from skill.conversation.memory.run_entries import runs_of
from skill.conversation.my_data import export, stored_rotation
from skill.shoes.ledger import differences
from skill.storage.repository import Repository
from stand_ins import strava_state as stand_in
from stand_ins.strava import strava as running_strava
from stand_ins.strava_state import Strava
from tests.runner import USER, Heard, Runner

NOW = datetime(2026, 11, 25, 9, tzinfo=UTC)
DAY = timedelta(days=1)


@pytest.fixture
def strava() -> Iterator[Strava]:
    """A Strava on loopback; whatever it is asked has to be as Strava describes it."""
    with running_strava() as running:
        running.clock = NOW.timestamp()
        yield running
    assert not running.violations


class Linked(Runner):
    """A runner who has let the skill ask Strava, unless told otherwise."""

    token: str = ""

    def asks(self, intent: str = "ChooseShoes", **slots: str) -> Heard:
        heard = self.says(f"{intent}Intent", **slots)
        self.waits(600)
        return heard

    @property
    def card(self) -> str | None:
        card = self.heard.response.get("card") if self.heard else None
        return card["type"] if card else None


@pytest.fixture
def runner(repository: Repository, strava: Strava) -> Linked:
    runner = Linked(repository, NOW, strava=strava.api)
    strava.connect()
    runner.envelopes.access_token = lambda: strava.token.access if strava.token else ""
    return runner


def told(text: str, *parts: str) -> None:
    assert all(part in text for part in parts), text


def test_new_runs_are_in_the_answer_to_which_shoes(runner: Linked, strava: Strava) -> None:
    strava.add_pair("g1", "Ghosts")
    strava.add_pair("g2", "Clifton")
    strava.add_run(11, "2026-11-25T06:00:00Z", 10_000.0, "g1")
    strava.add_run(12, "2026-11-20T06:00:00Z", 8_000.0, "g2")

    told(runner.asks().text, "Strava", "Clifton")
    told(runner.asks("ShoeDistance", shoe="Ghosts").text, "Ghosts", "six point two miles")
    told(runner.asks("LastRun").text, "Ghosts")


def test_yesterdays_run_is_known_before_it_is_asked_about(runner: Linked, strava: Strava) -> None:
    strava.add_pair("g1", "Ghosts")
    runner.asks()
    strava.add_run(11, "2026-11-24T18:00:00Z", 10_000.0, "g1")
    runner.waits(DAY.total_seconds() / 24)

    told(runner.asks("LastRun").text, "yesterday", "Ghosts")


def test_the_same_run_does_not_come_in_twice(runner: Linked, strava: Strava) -> None:
    strava.add_pair("g1", "Ghosts")
    strava.add_run(11, "2026-11-25T06:00:00Z", 10_000.0, "g1")
    runner.asks()
    for _ in range(3):
        runner.waits(DAY.total_seconds())
        assert "Strava" not in runner.asks().text

    told(runner.asks("ShoeDistance", shoe="Ghosts").text, "six point two miles")
    assert len(list(runner.repository.log(USER))) == 1


def test_a_pair_that_comes_with_its_last_weeks_begins_at_what_it_had_run_before(
    runner: Linked, strava: Strava
) -> None:
    strava.add_pair("g1", "Ghosts", distance=500_000.0)
    strava.add_run(10, "2026-05-01T06:00:00Z", 490_000.0, "g1")
    strava.add_run(11, "2026-11-25T06:00:00Z", 10_000.0, "g1")

    runner.asks()
    told(runner.asks("ShoeDistance", shoe="Ghosts").text, "three hundred and eleven miles")


def test_what_changes_at_strava_is_followed_and_what_the_runner_said_stays(
    runner: Linked, strava: Strava
) -> None:
    strava.add_pair("g1", "Ghosts")
    strava.add_pair("g2", "Clifton")
    strava.add_run(11, "2026-11-24T06:00:00Z", 10_000.0, "g1")
    strava.add_run(12, "2026-11-25T06:00:00Z", 8_000.0, "g1")
    runner.asks()
    runner.asks("CorrectShoes", shoe="Clifton", day="2026-11-25")
    runner.says("AMAZON.YesIntent")
    strava.activities[0]["gear_id"] = "g2"
    strava.activities[1]["distance"] = 9_000.0

    runner.asks()
    told(runner.asks("ShoeDistance", shoe="Clifton").text, "eleven point eight miles")


def test_a_run_that_was_deleted_does_not_come_back(runner: Linked, strava: Strava) -> None:
    strava.add_pair("g1", "Ghosts")
    strava.add_run(11, "2026-11-25T06:00:00Z", 10_000.0, "g1")
    runner.asks()
    runner.asks("DeleteRun")
    runner.says("AMAZON.YesIntent")
    for _ in range(2):
        runner.waits(DAY.total_seconds())
        runner.asks()

    assert "no run" in runner.asks("LastRun").text.lower()


def test_more_runs_than_one_write_holds_come_in_one_after_the_other(runner: Linked, strava: Strava) -> None:
    strava.add_pair("g1", "Ghosts")
    for number in range(150):
        at = NOW - timedelta(hours=9 * number + 1)
        strava.add_run(number + 1, f"{at:%Y-%m-%dT%H:%M:%SZ}", 5_000.0 + number, "g1")
    for _ in range(3):
        runner.asks()

    rotation = recounted(runner)
    assert rotation == 150


def recounted(runner: Linked) -> int:
    """How many runs the sums of the shoes hold, which have to be those of the log."""
    rotation = stored_rotation(runner.repository, USER, runner.now)
    runs, _ = runs_of(runner.repository.log(USER))
    assert not differences(rotation, runs)
    return sum(shoe.wear.tally.runs for shoe in rotation.shoes)


@pytest.mark.real_time
@pytest.mark.parametrize(
    "failure",
    [
        *(401, 403, 404, 429, 500),
        *(stand_in.GARBAGE, stand_in.HANG, stand_in.DRIP, stand_in.ENDLESS, stand_in.REDIRECT),
    ],
)
def test_whatever_strava_does_the_answer_is_right_and_on_time(
    runner: Linked, strava: Strava, failure: int | str
) -> None:
    runner.asks("AddShoes", shoe="ghosts")
    strava.fails["*"] = failure
    runner.waits(600)

    began = monotonic()
    text = runner.asks().text
    assert monotonic() - began < 3.5
    told(text.lower(), "ghosts")

    strava.fails.clear()
    strava.add_run(11, "2026-11-25T06:00:00Z", 10_000.0)
    runner.waits(3_600)
    told(runner.asks("LastRun").text, "ten kilometres")


@pytest.mark.parametrize(("failure", "word"), [(401, "Alexa app"), (403, "export")])
def test_what_the_runner_can_do_something_about_is_said_once_until_it_works(
    runner: Linked, strava: Strava, failure: int, word: str
) -> None:
    runner.asks("AddShoes", shoe="ghosts")
    runner.asks()
    strava.fails["*"] = failure
    runner.waits(600)
    assert word in runner.asks().text
    assert (runner.card == "LinkAccount") is (failure == 401)
    for _ in range(3):
        runner.waits(DAY.total_seconds())
        assert word not in runner.asks().text
        assert runner.card != "LinkAccount"

    strava.fails.clear()
    runner.waits(DAY.total_seconds())
    runner.asks()
    strava.fails["*"] = failure
    runner.waits(600)
    assert word in runner.asks().text


def test_who_takes_the_permission_back_is_told_once(runner: Linked) -> None:
    runner.asks("AddShoes", shoe="ghosts")
    runner.asks()
    runner.envelopes.access_token = lambda: ""
    runner.waits(600)

    assert "Alexa app" in runner.asks().text
    assert runner.card == "LinkAccount"
    runner.waits(600)
    assert "Alexa app" not in runner.asks().text


def test_who_never_linked_anything_is_asked_nothing(runner: Linked, strava: Strava) -> None:
    runner.envelopes.access_token = lambda: ""
    runner.asks("AddShoes", shoe="ghosts")
    assert "Strava" not in runner.asks().text
    assert runner.card != "LinkAccount"

    assert strava.asked == []
    assert IMPORTS not in runner.repository.read(USER, runner.now).pages


def test_strava_is_not_asked_again_within_minutes(runner: Linked, strava: Strava) -> None:
    runner.asks("AddShoes", shoe="ghosts")
    for _ in range(5):
        runner.says("ChooseShoesIntent")
        runner.waits(20)

    assert len([path for path in strava.asked if "activities" in path]) == 1


@pytest.mark.parametrize("off", [timedelta(days=4000), timedelta(days=-4000)])
def test_a_clock_that_is_off_loses_no_run(runner: Linked, strava: Strava, off: timedelta) -> None:
    runner.asks("AddShoes", shoe="ghosts")
    strava.add_run(11, "2026-11-24T06:00:00Z", 10_000.0)
    runner.asks()
    right = runner.now
    runner.now = right + off
    runner.asks()
    strava.add_run(12, "2026-11-25T07:00:00Z", 8_000.0)
    runner.now = right + timedelta(hours=2)

    told(runner.asks("LastRun").text, "eight kilometres")
    assert len(list(runner.repository.log(USER))) == 2


def test_any_new_runs_tells_each_and_asks_for_the_pair_once_each(runner: Linked, strava: Strava) -> None:
    runner.asks("AddShoes", shoe="ghosts")
    runner.asks("AddShoes", shoe="clifton")
    strava.add_run(11, "2026-11-24T06:00:00Z", 8_000.0)
    strava.add_run(12, "2026-11-25T06:00:00Z", 10_000.0)

    told(runner.asks("NewRuns").text, "ten kilometres this morning and eight kilometres yesterday")
    assert runner.heard
    told(runner.heard.text, "which pair did you wear for your ten kilometres this morning")
    told(runner.asks("WhichShoe", shoe="ghosts").text, "ghosts", "yesterday")
    told(runner.asks("WhichShoe", shoe="clifton").text, "clifton")
    told(runner.asks("ShoeDistance", shoe="ghosts").text, "six point two miles")
    told(runner.asks("ShoeDistance", shoe="clifton").text, "five miles")
    runner.waits(600)
    told(runner.asks("NewRuns").text, "Nothing new")


def test_any_new_runs_says_what_is_amiss_each_time(runner: Linked, strava: Strava) -> None:
    strava.fails["*"] = 429
    for _ in range(2):
        told(runner.asks("NewRuns").text, "too often")


def test_a_request_that_comes_twice_changes_nothing_more(runner: Linked, strava: Strava) -> None:
    strava.add_pair("g1", "Ghosts")
    strava.add_run(11, "2026-11-25T06:00:00Z", 10_000.0, "g1")
    runner.envelopes.open_session()
    request = runner.envelopes.intent(runner.now, "ChooseShoesIntent")
    first, second = runner.sends(request).text, runner.sends(request).text

    assert first == second
    assert recounted(runner) == 1


def test_the_token_is_nowhere_but_in_the_request(
    runner: Linked, strava: Strava, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    token = strava.token.access if strava.token else ""
    strava.add_pair("g1", "Ghosts")
    strava.add_run(11, "2026-11-25T06:00:00Z", 10_000.0, "g1")
    heard = runner.asks()
    strava.fails["*"] = 401
    runner.waits(600)
    runner.asks()

    assert token not in caplog.text
    assert token not in str(heard.envelope)
    assert token not in str(export(runner.repository, USER, runner.now))


def test_what_is_remembered_of_strava_is_read_again(runner: Linked) -> None:
    runner.asks("AddShoes", shoe="ghosts")
    runner.asks()
    page = runner.repository.read(USER, runner.now).pages[IMPORTS]

    told_of = imports_of(page.body).services["strava"]
    assert told_of.answered
    assert not told_of.refused


@pytest.mark.parametrize("answer", ["AMAZON.YesIntent", "WhichShoeIntent"])
def test_which_pair_is_which_is_asked_where_names_do_not_settle_it(
    runner: Linked, strava: Strava, answer: str
) -> None:
    runner.asks("AddShoes", shoe="ghosts", distance="100", unit="kilometres")
    strava.add_pair("g1", "Brooks Ghosts", distance=108_000.0)
    strava.add_run(11, "2026-11-25T06:00:00Z", 8_000.0, "g1")

    told(runner.asks("NewRuns").text, "Brooks Ghosts", "Is that the ghosts?")
    told(runner.says(answer, **({"shoe": "ghosts"} if "Which" in answer else {})).text, "ghosts")
    assert recounted(runner) == 1
    told(runner.asks("LastRun").text, "eight kilometres in the ghosts")


def test_a_pair_that_is_another_one_comes_in_as_such(runner: Linked, strava: Strava) -> None:
    runner.asks("AddShoes", shoe="ghosts")
    strava.add_pair("g1", "Brooks Ghosts", distance=500_000.0)
    strava.add_run(11, "2026-11-25T06:00:00Z", 8_000.0, "g1")

    told(runner.asks().text, "say, any new runs")
    runner.asks("NewRuns")
    told(runner.says("AMAZON.NoIntent").text, "Brooks Ghosts", "three hundred and eleven miles")
    runner.waits(600)
    told(runner.asks("NewRuns").text, "Nothing new")
