"""Which runs are one."""

from datetime import UTC, datetime, timedelta

import pytest

from skill.conversation.imports.answers import Answers, Choice, IsItARun, WhichPair, WhichRun, WornWhich
from skill.conversation.imports.runs_found import Became
from skill.importing.found import FoundPair, FoundRun, Measure
from tests.conversation.imports.importer import Importer, found, run
from tests.conversation.runner import SUNDAY, Runner

KM = {"unit": "kilometres"}


@pytest.mark.parametrize(
    ("minutes", "metres", "became"),
    [
        pytest.param(0, 10_000, Became.SAME, id="the same"),
        pytest.param(5, 9_600, Became.SAME, id="the phone's, started at home"),
        pytest.param(-4, 10_400, Became.SAME, id="begun before"),
        pytest.param(3, 8_000, Became.ASKED, id="at the same time and much shorter: cut, or another"),
        pytest.param(30, 10_000, Became.NEW, id="half an hour later"),
        pytest.param(-3, 40, Became.NEW, id="a false start, over before the other began"),
    ],
)
def test_two_sources_tell_of_one_run(
    importer: Importer, minutes: float, metres: float, became: Became
) -> None:
    importer.brings(found([run("strava:1", 30, 10_000)]))
    plan = importer.brings(found([run("garmin:1", 30 - minutes / 60, metres)]))

    assert plan.became == {"garmin:1": became}
    assert len(importer.runs) == (2 if became is Became.NEW else 1)


def test_the_metres_are_those_measured_best_whatever_came_first(importer: Importer) -> None:
    importer.brings(found([run("fit:1", 30, 10_030, measure=Measure.WATCH)]))
    importer.brings(found([run("gpx:1", 30, 9_850, measure=Measure.POSITIONS)]))
    importer.brings(found([run("strava:1", 30, 10_010)]))

    assert [one.metres for one in importer.runs] == [10_030]


def test_a_watch_and_a_phone_at_one_service_are_one_run(importer: Importer) -> None:
    watch, phone = run("strava:1", 30, 10_000, "strava:Ghost"), run("strava:2", 29.99, 9_900)
    plan = importer.brings(found([watch, phone]))

    assert list(plan.became.values()) == [Became.NEW, Became.SAME]
    assert importer.metres("Ghost") == 10_000


def test_what_changes_in_the_source_is_followed(importer: Importer) -> None:
    importer.brings(found([run("strava:1", 30, 10_000, "strava:Ghost")]))
    plan = importer.brings(found([run("strava:1", 30, 9_000, "strava:Clifton")]))

    assert plan.became == {"strava:1": Became.CHANGED}
    assert importer.closet.pairs == (("Clifton", 9_000, True), ("Ghost", 0, True))


def test_each_import_is_taken_back_to_what_its_source_told_before(importer: Importer) -> None:
    told = (10_000, "strava:Ghost"), (9_000, "strava:Clifton"), (8_000, "strava:Ghost")
    closets = [importer.closet]
    for metres, pair in told:
        importer.brings(found([run("strava:1", 30, metres, pair)]))
        closets.append(importer.closet)
    for before in reversed(closets[:-1]):
        importer.undoes()
        assert importer.closet == before


def test_of_many_imports_the_ten_newest_are_taken_back(importer: Importer) -> None:
    for kilometres in range(1, 15):
        importer.brings(found([run("strava:1", 30, kilometres * 1000)]))
    for _ in range(12):
        importer.undoes()

    assert [one.metres for one in importer.runs] == [4_000]


def test_a_time_of_the_runners_own_clock_is_that_of_the_zone(importer: Importer) -> None:
    importer.brings(found([run("strava:1", 30, 10_000)]))
    start = (SUNDAY - timedelta(hours=30)).replace(tzinfo=None)
    local = FoundRun("garmin-table:1", start, 10_000, Measure.SHOWN)

    assert importer.brings(found([local])).became == {"garmin-table:1": Became.SAME}


@pytest.mark.parametrize("first", ["strava:1", "garmin-table:1"])
def test_a_travellers_clock_is_asked_about_whichever_came_first(importer: Importer, first: str) -> None:
    abroad = (SUNDAY - timedelta(hours=24)).replace(tzinfo=None)
    both = {
        "strava:1": run("strava:1", 30, 10_000),
        "garmin-table:1": FoundRun("garmin-table:1", abroad, 10_020, Measure.SHOWN),
    }
    importer.brings(found([both.pop(first)]))
    ((second, later),) = both.items()
    plan = importer.plans(found([later]))

    assert [type(one) for one in plan.asked] == [WhichRun]
    importer.brings(found([later]), Answers(runs={second: first}))
    assert len(importer.runs) == 1


def test_what_no_source_calls_a_run_is_asked_about_once(importer: Importer) -> None:
    track = found([run("gpx:1", 30, 5_000, is_run=False), run("gpx:2", 60, 6_000, is_run=False)])
    assert [type(one) for one in importer.brings(track).asked] == [IsItARun, IsItARun]
    assert importer.runs == []
    importer.brings(track, Answers(runs={"gpx:1": Choice.NEW, "gpx:2": Choice.NONE}))

    assert importer.plans(track).became == {"gpx:1": Became.KNOWN, "gpx:2": Became.NO_RUN}
    assert [one.metres for one in importer.runs] == [5_000]
    importer.undoes()
    assert len(importer.plans(track).asked) == 2


def test_a_run_on_two_pairs_comes_in_none_until_the_runner_says(importer: Importer) -> None:
    both = found([run("garmin:1", 30, 5_000, "garmin:Ghost", "garmin:Clifton")])
    assert [type(one) for one in importer.brings(both).asked] == [WornWhich]
    assert importer.rotation.unknown.tally.metres == 5_000
    ghost = next(shoe.id for shoe in importer.rotation.shoes if shoe.nickname == "Ghost")
    importer.brings(both, Answers(worn={"garmin:1": ghost}))

    assert importer.metres("Ghost") == 5_000
    assert importer.plans(both).asked == ()


def test_a_run_told_by_voice_is_the_only_one_of_its_day_that_is_about_as_far(
    importer: Importer, voice: Runner
) -> None:
    voice.say("AddShoes", shoe="ghosts")
    voice.say("LogRun", distance="10", shoe="ghosts", day="2026-11-20", run_kind="tempo", **KM)
    plan = importer.brings(found([run("strava:1", 50, 10_160), run("strava:2", 56, 3_000)]))

    assert plan.became == {"strava:1": Became.TOLD, "strava:2": Became.NEW}
    (joined,) = (one for one in importer.runs if one.metres == 10_160)
    assert (joined.kind, joined.at) == ("tempo", SUNDAY - timedelta(hours=50))
    assert importer.metres("ghosts") == 10_160


def test_of_two_that_may_be_the_one_told_the_runner_says_which(importer: Importer, voice: Runner) -> None:
    voice.say("LogRun", distance="5", day="2026-11-20", **KM)
    both = found([run("strava:1", 50, 5_050), run("strava:2", 56, 4_950)])
    plan = importer.plans(both)
    assert [one.found.id for one in plan.asked if isinstance(one, WhichRun)] == ["strava:2", "strava:1"]
    told = importer.runs[0].id
    importer.brings(both, Answers(runs={"strava:1": told, "strava:2": Choice.NEW}))

    assert sorted(one.metres for one in importer.runs) == [4_950, 5_050]


def test_nobody_runs_tomorrow(importer: Importer) -> None:
    plan = importer.brings(found([run("fit:1", -48, 5_000), run("fit:2", 2, 0.2)]))

    assert set(plan.became.values()) == {Became.TO_COME, Became.NO_LENGTH}
    assert importer.runs == []


def test_the_end_of_time_is_left_out(importer: Importer) -> None:
    end = datetime.max.replace(tzinfo=UTC)
    starts = end, end.replace(tzinfo=None)
    ends = [FoundRun(f"fit:{place}", start, 5_000, Measure.WATCH) for place, start in enumerate(starts)]

    assert importer.brings(found(ends)).steps == ()


def test_a_pair_that_one_source_knows_by_another_name_is_asked_about(importer: Importer) -> None:
    importer.brings(found([run(f"strava:{day}", 24 * day, 10_000, "strava:Daily") for day in range(1, 5)]))
    runs = [run(f"garmin:{day}", 24 * day, 9_990, "garmin:u1") for day in range(1, 5)]
    same = found(runs, FoundPair("garmin:u1", "Pegasus 40"))
    (asked,) = importer.brings(same).asked

    assert isinstance(asked, WhichPair)
    assert [shoe.nickname for shoe in asked.choices] == ["Daily"]
    assert importer.closet.pairs == (("Daily", 4 * 9_990, True),)
    importer.brings(same, Answers({"garmin:u1": asked.choices[0].id}))
    assert importer.plans(same).asked == ()
