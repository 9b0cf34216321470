import gzip
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from skill.importing.found import Measure, Why
from stand_ins import fit_writer
from stand_ins.fit_writer import COURSE, CYCLING, SWIMMING, TRANSITION, Session, closed, fit_file
from stand_ins.recordings import activity, gpx, lap, segment, tcx, track
from tests.importing.readings import found_in, reasons, runs

MAY = datetime(2024, 5, 1, 6, 30, 5, tzinfo=UTC)
AT = "2024-05-01 06:30:05"
LAP = "2024-05-01T06:30:05Z"


def minutes(count: float) -> datetime:
    return MAY + timedelta(minutes=count)


def test_a_fit_file_gives_its_running_sessions_each_with_its_own_start(tmp_path: Path) -> None:
    sports = [SWIMMING, TRANSITION, CYCLING, TRANSITION]
    legs = [Session(minutes(at), 500, sport) for at, sport in enumerate(sports)]
    found = found_in(tmp_path, {"race.fit": fit_file(*legs, Session(minutes(41), 4491.51))})
    assert runs(found) == [("2024-05-01 07:11:05", 4491.51)]
    assert (found.runs[0].id, found.runs[0].measure) == ("fit:2024-05-01T07:11:05Z", Measure.WATCH)
    assert reasons(found) == [Why.OTHER_SPORT] * 4


def test_two_runs_in_one_file_are_two_and_files_may_be_glued_together(tmp_path: Path) -> None:
    one, other = Session(MAY, 4110.73), Session(minutes(99), 3745.72)
    for data in (fit_file(one, other), fit_file(one) + fit_file(other)):
        assert runs(found_in(tmp_path, {"two.fit": data})) == [
            (AT, 4110.73),
            ("2024-05-01 08:09:05", 3745.72),
        ]


@pytest.mark.parametrize(
    ("counters", "laps", "metres"),
    [
        ([(1, 20.0), (30, 15_240.0)], [(20, 12_718.0)], 15_220.0),
        ([], [(10, 1000.0), (20, 1500.0)], 2500.0),
        ([], [], None),
    ],
)
def test_a_session_without_a_distance_has_that_of_its_records_else_of_its_laps(
    tmp_path: Path, counters: list[tuple[int, float]], laps: list[tuple[int, float]], metres: float | None
) -> None:
    data = fit_file(
        Session(MAY, None),
        counters=[(minutes(at), each) for at, each in counters],
        laps=[(minutes(at), each) for at, each in laps],
    )
    found = found_in(tmp_path, {"ambit.fit": data})
    assert runs(found) == ([] if metres is None else [(AT, metres)])
    assert reasons(found) == ([Why.NO_DISTANCE] if metres is None else [])


def test_a_start_that_is_a_bare_number_is_the_first_records(tmp_path: Path) -> None:
    found = found_in(tmp_path, {"odd.fit": fit_file(Session(77, 5000), counters=[(MAY, 3.0)])})
    assert runs(found) == [(AT, 5000)]
    assert reasons(found_in(tmp_path, {"odder.fit": fit_file(Session(77, 5000))})) == [Why.NO_START]


def test_a_file_that_was_never_closed_or_has_no_header_checksum_is_read(tmp_path: Path) -> None:
    whole = fit_file(Session(MAY, 5000))
    body = whole[14:-2]
    assert runs(found_in(tmp_path, {"open.fit": closed(body, size=0)})) == [(AT, 5000)]
    unchecked = whole[:12] + b"\0\0" + body
    unchecked += fit_writer.checksum(unchecked).to_bytes(2, "little")
    assert not found_in(tmp_path, {"zero.fit": unchecked}).left_out


def test_a_wrong_checksum_is_told_and_the_run_is_read(tmp_path: Path) -> None:
    data = fit_file(Session(MAY, 5000))
    found = found_in(tmp_path, {"bad.fit": data[:-2] + b"\0\0"})
    assert (runs(found), reasons(found)) == ([(AT, 5000)], [Why.DAMAGED])
    assert "checksum" in found.left_out[0].what


def test_a_plan_and_a_file_without_an_activity_are_said_to_be_such(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "course.fit": fit_file(kind=COURSE),
        "settings.fit": fit_file(kind=2),
        "course.tcx": tcx(
            "<Course><Lap><DistanceMeters>400</DistanceMeters></Lap></Course>", around="Courses"
        ),
        "empty.tcx": tcx(),
        "route.gpx": gpx('<rte><rtept lat="1" lon="1"/></rte>'),
        "marks.gpx": gpx('<wpt lat="1" lon="1"/>'),
    }
    found = found_in(tmp_path, files)
    assert {each.where: each.why for each in found.left_out} == {
        name: Why.NOTHING_IN_IT if name.startswith(("settings", "empty", "marks")) else Why.A_PLAN
        for name in files
    }


def test_a_tcx_activity_has_the_metres_of_its_laps_whatever_its_points_say(tmp_path: Path) -> None:
    text = tcx(activity(lap(LAP, 299.03, [42_013.9, 42_292.9]), lap("2024-05-01T06:40:05Z", 1000)))
    found = found_in(tmp_path, {"a.tcx": text})
    assert (runs(found), found.runs[0].measure) == ([(AT, 1299.03)], Measure.WATCH)


def test_a_lap_without_metres_has_those_that_its_points_counted(tmp_path: Path) -> None:
    text = tcx(activity(lap(LAP, None, [42_013.9, 42_292.9]), lap(LAP, 0, [5, 105])))
    assert runs(found_in(tmp_path, {"a.tcx": text})) == [(AT, 379)]


def test_several_activities_and_multi_sport_sessions_give_their_runs(tmp_path: Path) -> None:
    later, earlier = activity(lap("2024-05-02T06:30:05Z", 2000)), activity(lap(LAP, 1000))
    ride = activity(lap(LAP, 30_000), sport="Biking")
    legs = (
        f"<FirstSport>{ride}</FirstSport><NextSport>{activity(lap('2024-05-03T06:00:00Z', 3000))}</NextSport>"
    )
    found = found_in(
        tmp_path, {"a.tcx": tcx(later, earlier, f"<MultiSportSession>{legs}</MultiSportSession>")}
    )
    assert runs(found) == [(AT, 1000), ("2024-05-02 06:30:05", 2000), ("2024-05-03 06:00:00", 3000)]
    assert reasons(found) == [Why.OTHER_SPORT]


@pytest.mark.parametrize(
    ("sport", "is_run"),
    [("Running", True), ("running", True), (None, False), ("Other", None), ("Cheese", None)],
)
def test_the_sport_of_a_tcx_activity_is_its_own_word(
    tmp_path: Path, sport: str | None, *, is_run: bool | None
) -> None:
    found = found_in(tmp_path, {"a.tcx": tcx(activity(lap(LAP, 1000), sport=sport))})
    assert [run.is_run for run in found.runs] == ([] if is_run is None else [is_run])


@pytest.mark.parametrize(
    "start", ["2024-05-01T08:30:05+02:00", "2024-05-01T06:30:05.000Z", "2024-05-01T06:30:05Z"]
)
@pytest.mark.parametrize("front", ["", "\ufeff", "          ", "\n\t "])
@pytest.mark.parametrize("packed", [True, False])
def test_times_marks_blanks_and_packing_vary(tmp_path: Path, start: str, front: str, *, packed: bool) -> None:
    text = (front + tcx(activity(lap(start, 1000)))).encode()
    found = found_in(tmp_path, {"export.dat": gzip.compress(text) if packed else text})
    assert runs(found) == [(AT, 1000)]


def test_a_gpx_track_has_the_metres_between_its_positions_without_its_gaps(tmp_path: Path) -> None:
    text = gpx(track(segment(MAY, [0, 300, 1000]), segment(minutes(20), [5000, 6000])))
    found = found_in(tmp_path, {"a.gpx": text})
    assert [(at, round(metres)) for at, metres in runs(found)] == [(AT, 2000)]
    assert (found.runs[0].id, found.runs[0].measure) == ("gpx:2024-05-01T06:30:05Z", Measure.POSITIONS)


def test_tracks_of_one_outing_are_one_run_and_those_of_another_day_another(tmp_path: Path) -> None:
    tracks = [
        track(segment(None, [0])),
        track(segment(MAY, [0, 1000])),
        track(segment(minutes(60), [5000, 6000])),
        track(segment(minutes(24 * 60), [0, 3000])),
        track(segment(minutes(25 * 60), [0, 9000]), sport="cycling"),
    ]
    found = found_in(tmp_path, {"a.gpx": gpx(*tracks)})
    assert [round(metres) for _, metres in runs(found)] == [2000, 3000]
    assert reasons(found) == [Why.OTHER_SPORT]


@pytest.mark.parametrize(
    ("sport", "is_run"),
    [
        ("running", True),
        ("Running", True),
        ("run", True),
        ("9", True),
        (None, False),
        ("16", None),
        ("Padel", None),
    ],
)
def test_the_sport_of_a_track_is_said_in_many_ways_or_not_at_all(
    tmp_path: Path, sport: str | None, *, is_run: bool | None
) -> None:
    found = found_in(tmp_path, {"a.gpx": gpx(track(segment(MAY, [0, 1000]), sport=sport))})
    assert [run.is_run for run in found.runs] == ([] if is_run is None else [is_run])


def test_points_without_a_position_are_skipped_and_tracks_without_a_time_refused(tmp_path: Path) -> None:
    early = "<trkpt><time>2024-05-01T06:00:00Z</time></trkpt>"
    wild = '<trkpt lat="north" lon="8"/><trkpt lat="400" lon="8"/>'
    pieces = segment(MAY, [0, 1000]).replace("<trkseg>", f"<trkseg>{early}{wild}")
    found = found_in(tmp_path, {"a.gpx": gpx(track(pieces)), "b.gpx": gpx(track(segment(None, [0, 1000])))})
    assert [(at, round(metres)) for at, metres in runs(found)] == [(AT, 1000)]
    assert reasons(found) == [Why.NO_START]


def test_the_same_recording_again_counts_once(tmp_path: Path) -> None:
    found = found_in(
        tmp_path, {"a.fit": fit_file(Session(MAY, 5000)), "b.fit": fit_file(Session(MAY, 5000, seconds=9))}
    )
    assert (runs(found), reasons(found)) == ([(AT, 5000)], [Why.TWICE_IN_IT])


@pytest.mark.parametrize(
    ("start", "metres", "counted", "taken"),
    [(MAY, 5000, 4990, True), (MAY, 9000, 4990, False), (minutes(-24 * 60), 5000, 5000, False)],
)
def test_a_session_in_a_damaged_file_counts_where_its_records_bear_it_out(
    tmp_path: Path, start: datetime, metres: float, counted: float, *, taken: bool
) -> None:
    data = fit_file(Session(start, metres), counters=[(MAY, 2.0), (minutes(30), counted)])
    found = found_in(
        tmp_path, {"bad.fit": data[:-2] + b"\0\0", "good.gpx": gpx(track(segment(MAY, [0, 1000])))}
    )
    assert [run.metres for run in found.runs if run.id.startswith("fit")] == [metres] * taken
    assert Why.DAMAGED in reasons(found)
