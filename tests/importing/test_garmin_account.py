import json
from datetime import date
from pathlib import Path

import pytest

from skill.importing.found import Found, Measure, Why
from skill.importing.reading import read
from stand_ins.exports import gear, laid, pair, summaries, summary, zipped
from stand_ins.fit_writer import Session, fit_file
from tests.importing.readings import found_in, reasons, runs

BEGUN = 1507474451  # 2017-10-08 14:54:11 UTC
FITNESS = "DI_CONNECT/DI-Connect-Fitness/runner@example.invalid"


def account(folder: Path, *activities: dict[str, object], gears: str = gear([], {})) -> Found:
    files = {"a_0_summarizedActivities.json": summaries(*activities), "a_gear.json": gears}
    return found_in(folder, files)


def test_distances_are_centimetres_and_times_milliseconds(tmp_path: Path) -> None:
    found = account(tmp_path, summary(5, BEGUN, 4489.39))
    assert runs(found) == [("2017-10-08 14:54:11", 4489.39)]
    assert (found.runs[0].id, found.runs[0].measure, found.runs[0].title) == (
        "garmin:5",
        Measure.SERVICE,
        "Town Running",
    )


def test_a_run_typed_in_has_its_start_elsewhere(tmp_path: Path) -> None:
    found = account(
        tmp_path,
        summary(1, BEGUN, 1000, startTimeGmt=None),
        summary(2, BEGUN, 2000, startTimeGmt=None, beginTimestamp=None),
        summary(3, BEGUN, 3000, startTimeGmt=None, beginTimestamp=None, startTimeLocal="soon"),
    )
    assert [(run.metres, run.start.tzinfo is None) for run in found.runs] == [(1000, False), (2000, True)]
    assert reasons(found) == [Why.NO_START]


@pytest.mark.parametrize(
    "sport", ["running", "trail_running", "track_running", "treadmill_running", "virtual_run", "ultra_run"]
)
def test_running_has_many_keys(tmp_path: Path, sport: str) -> None:
    assert account(tmp_path, summary(1, BEGUN, 1000, activityType=sport)).runs
    assert account(tmp_path, summary(1, BEGUN, 1000, activityType={"typeKey": sport})).runs


def test_of_a_triathlon_the_running_leg_counts_and_its_whole_does_not(tmp_path: Path) -> None:
    whole = summary(1, BEGUN, 18726.43, activityType="multi_sport", parent=True, childIds=[2, 3])
    legs = [
        summary(2, BEGUN + 9, 500, activityType="cycling", parentId=1),
        summary(3, BEGUN + 99, 4491, parentId=1),
    ]
    assert [run.id for run in account(tmp_path, whole, *legs).runs] == ["garmin:3"]
    assert reasons(account(tmp_path, whole)) == [Why.MULTISPORT_AS_ONE]


def test_what_lacks_a_distance_or_is_there_twice_is_left_out(tmp_path: Path) -> None:
    found = account(
        tmp_path,
        summary(1, BEGUN, None),
        summary(2, BEGUN, 0),
        summary(3, BEGUN, 1000),
        summary(3, BEGUN, 1000),
        summary(4, BEGUN, 1000, activityType="cheese_rolling"),
        summary(5, BEGUN, 1000, activityType=None),
    )
    assert [run.id for run in found.runs] == ["garmin:3"]
    assert reasons(found) == [
        *(Why.NO_DISTANCE, Why.NO_DISTANCE, Why.TWICE_IN_IT),
        *(Why.UNKNOWN_SPORT, Why.UNKNOWN_SPORT),
    ]


def test_a_pair_has_its_brand_its_life_and_its_days_on_the_runners_own_calendar(tmp_path: Path) -> None:
    pairs = [
        pair(
            1,
            displayName="Daily, blue",
            gearMakeName="Nike",
            customMakeModel="Nike Pegasus 40",
            maximumMeters=8e5,
        ),
        pair(2, customMakeModel="Hoka Clifton 8", gearStatusName="retired", dateEnd="2023-10-01T22:00:00.0"),
        pair(3, gearMakeName="ASICS", gearModelName="Novablast"),
        pair(4, gearTypeName="Bike"),
        pair(5, gearTypeName="Other"),
        pair(6, maximumMeters=None, dateBegin="2020-05-01T05:00:00.0"),
    ]
    found = account(tmp_path, summary(1, BEGUN, 1000), gears=gear(pairs, {}))
    assert [
        (key, each.name, each.brand, each.model, each.retired, each.life_metres)
        for key, each in found.pairs.items()
    ] == [
        ("garmin:uuid1", "Daily, blue", "Nike", "Pegasus 40", None, 800_000),
        ("garmin:uuid2", "", "", "Hoka Clifton 8", date(2023, 10, 2), None),
        ("garmin:uuid3", "", "ASICS", "Novablast", None, None),
        ("garmin:uuid6", "", "", "", None, None),
    ]
    assert {each.begun for each in found.pairs.values()} == {date(2020, 5, 1)}


def test_a_run_is_on_the_pairs_that_are_linked_to_it_each_once(tmp_path: Path) -> None:
    gears = gear([pair(1), pair(2), pair(3, gearTypeName="Bike")], {1: [7, 7, 8, 999], 2: [8], 3: [7, 9]})
    found = account(tmp_path, *(summary(number, BEGUN + number, 1000) for number in (7, 8, 9)), gears=gears)
    assert [run.pairs for run in found.runs] == [("garmin:uuid1",), ("garmin:uuid1", "garmin:uuid2"), ()]


@pytest.mark.parametrize("wrapped", [True, False])
def test_a_list_may_be_bare_and_have_a_mark_in_front(tmp_path: Path, *, wrapped: bool) -> None:
    activities = [summary(1, BEGUN, 1000)]
    text = json.dumps({"summarizedActivitiesExport": activities} if wrapped else activities)
    assert runs(found_in(tmp_path, {"any.txt": "\ufeff" + text})) == [("2017-10-08 14:54:11", 1000)]


@pytest.mark.parametrize("packed", [True, False])
def test_an_account_is_read_without_its_recordings_and_without_what_is_nobodys_business(
    tmp_path: Path, *, packed: bool
) -> None:
    recording = zipped({"deleted at Garmin.fit": fit_file(Session(0x30000000, 7000))})
    files: dict[str, str | bytes] = {
        f"{FITNESS}_0_summarizedActivities.json": summaries(summary(1, BEGUN, 1000)),
        f"{FITNESS}_1001_summarizedActivities.json": summaries(
            summary(1, BEGUN, 1000), summary(2, BEGUN + 1, 2000)
        ),
        f"{FITNESS}_gear.json": gear([pair(1)], {1: [1, 2]}),
        f"{FITNESS}_personalRecord.json": '[{"activityId": 1}]',
        "DI_CONNECT/DI-Connect-Uploaded-Files/UploadedFiles_0-_Part1.zip": recording,
        "DI_CONNECT/DI-Connect-Aggregator/sleep.fit": fit_file(Session(0x30000000, 8000)),
        "DI_CONNECT/sleep.fit": fit_file(Session(0x30000000, 8000)),
        "customer_data/customer.json": '{"activityId": 9}',
    }
    found = found_in(tmp_path, {"a.zip": zipped(files)}) if packed else read([laid(tmp_path, files)])
    assert [(run.id, run.pairs) for run in found.runs] == [
        ("garmin:1", ("garmin:uuid1",)),
        ("garmin:2", ("garmin:uuid1",)),
    ]
    assert reasons(found) == [Why.TWICE_IN_IT]
    if not packed:
        (tmp_path / "DI_CONNECT" / "sleep.fit").unlink()
        assert read([tmp_path / "DI_CONNECT"]).runs == found.runs
    del files[f"{FITNESS}_0_summarizedActivities.json"], files[f"{FITNESS}_1001_summarizedActivities.json"]
    found = found_in(tmp_path, {"b.zip": zipped(files)})
    assert [run.metres for run in found.runs] == [7000]


def test_what_is_written_of_gear_in_odd_ways_breaks_nothing(tmp_path: Path) -> None:
    odd = [
        {
            "gearDTOS": [7, pair(1, dateBegin=5, maximumMeters="x", displayName=9)],
            "gearActivityDTOs": {"1": 3},
        }
    ]
    found = account(tmp_path, summary(1, BEGUN, 1000), gears=json.dumps(odd))
    assert found.pairs["garmin:uuid1"].name == "9"
