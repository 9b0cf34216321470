from datetime import UTC, datetime
from pathlib import Path

import pytest

from skill.importing.found import Measure, Why
from skill.importing.reading import read
from stand_ins.exports import (
    GARMIN_HEADER,
    HEADER,
    LOWER_HEADER,
    OLD_HEADER,
    garmin_row,
    laid,
    strava_row,
    table,
    zipped,
)
from stand_ins.fit_writer import Session, fit_file
from tests.importing.readings import found_in, reasons, runs, worn

SHOES = "Shoe Name,Shoe Brand,Shoe Model,Shoe Default Sport Types\n"
BIKES = "Bike Name,Bike Brand,Bike Model,Bike Default Sport Types\n"
MAY = "May 1, 2024, 6:30:05 AM"


def test_a_run_has_its_id_its_start_in_utc_and_the_second_of_the_two_distances(tmp_path: Path) -> None:
    row = strava_row(77, MAY, 4731.5, shown="4.73", title="Before work")
    found = found_in(tmp_path, {"activities.csv": table(HEADER, row)})
    [run] = found.runs
    assert (run.id, run.metres, run.measure, run.title) == (
        "strava:77",
        4731.5,
        Measure.SERVICE,
        "Before work",
    )
    assert run.start.tzinfo is UTC
    assert runs(found) == [("2024-05-01 06:30:05", 4731.5)]


@pytest.mark.parametrize(
    ("date", "sport", "start"),
    [
        ("Mar 5, 2024, 6:12:33 PM", "Run", "2024-03-05 18:12:33"),
        ("Mar 5, 2024, 12:00:00\u202fAM", "Run", "2024-03-05 00:00:00"),
        ("23 jun. 2017 15:52:12", "Hardloopsessie", "2017-06-23 15:52:12"),
        ("13 sept. 2026, 19:52:31", "Course à pied", "2026-09-13 19:52:31"),
        ("1 août 2026, 09:00:01", "course à pied", "2026-08-01 09:00:01"),
        ("4 févr. 2026, 09:00:01", "Course à pied", "2026-02-04 09:00:01"),
        ("09.12.2022, 15:24:49", "Lauf", "2022-12-09 15:24:49"),
        ("6. 9. 2026 11:18:40", "Běh", "2026-09-06 11:18:40"),
        ("2018-09-12 15:02:23", "Virtual Run", "2018-09-12 15:02:23"),
        ("31/12/2023 23:59", "Run", "2023-12-31 23:59:00"),
        ("5 de mar. de 2024, 06:12:33", "Corrida", "2024-03-05 06:12:33"),
    ],
)
def test_dates_and_sports_are_read_in_the_language_of_the_account(
    tmp_path: Path, date: str, sport: str, start: str
) -> None:
    found = found_in(tmp_path, {"activities.csv": table(HEADER, strava_row(1, date, 5000.0, sport=sport))})
    assert runs(found) == [(start, 5000.0)]


@pytest.mark.parametrize("date", ["03/05/2024 06:12", "yesterday", "", "Mar 32, 2024, 6:12:33 AM", "25:00"])
def test_a_date_that_says_no_day_for_certain_is_none(tmp_path: Path, date: str) -> None:
    found = found_in(tmp_path, {"activities.csv": table(HEADER, strava_row(1, date, 5000.0))})
    assert reasons(found) == [Why.NO_START]


def test_columns_are_found_by_their_place_in_the_layout_in_any_language(tmp_path: Path) -> None:
    words = [f"Wort {place}" for place in range(len(HEADER))]
    words[15], words[17] = words[5], words[6]
    rows = [words, strava_row(1, "09.12.2022, 15:24:49", 5123.4, sport="Lauf", gear="Rot, alt")]
    found = found_in(tmp_path, {"activities.csv": table(*rows)})
    assert (runs(found), worn(found)) == ([("2022-12-09 15:24:49", 5123.4)], [["Rot, alt"]])


def test_a_layout_without_heart_rate_and_note_in_front_is_read_too(tmp_path: Path) -> None:
    without = [place for place in range(len(HEADER)) if place not in {7, 10}]
    row = strava_row(1, MAY, 5123.4, gear="Ghosts")
    found = found_in(
        tmp_path, {"activities.csv": table([HEADER[at] for at in without], [row[at] for at in without])}
    )
    assert (runs(found), worn(found)) == ([("2024-05-01 06:30:05", 5123.4)], [["Ghosts"]])


def test_headers_that_strava_failed_to_translate_change_nothing(tmp_path: Path) -> None:
    missing = '<span class="translation_missing" title="translation missing: en-US.lib">Type</span>'
    header = [missing if place in {3, 12, 16, 18, 19} else word for place, word in enumerate(HEADER)]
    found = found_in(tmp_path, {"activities.csv": table(header, strava_row(1, MAY, 5123.4))})
    assert runs(found) == [("2024-05-01 06:30:05", 5123.4)]


@pytest.mark.parametrize(
    ("header", "distance", "metres", "measure"),
    [
        (OLD_HEADER, "4.73", 4730.0, Measure.SHOWN),
        (OLD_HEADER, "4,73", 4730.0, Measure.SHOWN),
        (LOWER_HEADER, "4731.5", 4731.5, Measure.SERVICE),
    ],
)
def test_ten_columns_have_one_distance_in_kilometres_and_before_june_2019_in_metres(
    tmp_path: Path, header: list[str], distance: str, metres: float, measure: Measure
) -> None:
    row = ["7", "2018-09-12 15:02:23", "Lunch", "Run", "", "1459", distance, "false", "Old Trainers", ""]
    found = found_in(tmp_path, {"activities.csv": table(header, row)})
    assert (runs(found), worn(found)) == ([("2018-09-12 15:02:23", metres)], [["Old Trainers"]])
    assert found.runs[0].measure is measure


@pytest.mark.parametrize(("mark", "end"), [(",", "\n"), (";", "\r\n"), ("\t", "\n")])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_spreadsheet_may_have_saved_it_again(tmp_path: Path, mark: str, end: str, encoding: str) -> None:
    rows = [
        HEADER,
        strava_row(1, MAY, "8510", gear="Bläu, neu"),
        strava_row(2, "May 2, 2024, 6:30:05 AM", "8510,5"),
    ]
    found = found_in(tmp_path, {"activities.csv": table(*rows, mark=mark, end=end).encode(encoding)})
    assert [run.metres for run in found.runs] == [8510, 8510.5]
    assert worn(found) == [["Bläu, neu"], []]


def test_texts_may_hold_lines_quotes_and_marks(tmp_path: Path) -> None:
    note = 'hills,\r\nmud; "and"\tmore\n\n77,fake,row'
    rows = [HEADER, strava_row(1, MAY, 5000.0, note=note, title='"Trail" 🎆'), strava_row(2, MAY, 6000.0)]
    found = found_in(tmp_path, {"activities.csv": table(*rows)})
    assert [(run.id, run.title) for run in found.runs] == [
        ("strava:1", '"Trail" 🎆'),
        ("strava:2", "Morning Run"),
    ]


def test_what_is_no_run_is_left_out_by_its_sport_and_an_unknown_word_is_named(tmp_path: Path) -> None:
    sports = ["Ride", "Walk", "Crossfit", "Randonnée", "Sparkling", "Multisport"]
    rows = [strava_row(count, MAY, 5000.0, sport=sport) for count, sport in enumerate(sports)]
    found = found_in(tmp_path, {"activities.csv": table(HEADER, *rows)})
    assert not found.runs
    assert [each.what for each in found.left_out] == sports
    assert reasons(found) == [Why.OTHER_SPORT] * 4 + [Why.UNKNOWN_SPORT, Why.MULTISPORT_AS_ONE]


def test_a_row_that_cannot_be_a_run_is_left_out_with_its_line(tmp_path: Path) -> None:
    rows = [
        strava_row(1, MAY, 0.0, note="over\ntwo lines"),
        strava_row(2, MAY, 320_001.0),
        ["7E+09", *strava_row(3, MAY, 5000.0)[1:]],
        strava_row(4, MAY, 5000.0)[:9],
        strava_row(5, MAY, 5000.0),
        strava_row(5, MAY, 5000.0),
    ]
    found = found_in(tmp_path, {"activities.csv": table(HEADER, *rows)})
    assert [run.id for run in found.runs] == ["strava:5"]
    assert [(each.where, each.why) for each in found.left_out] == [
        ("activities.csv:2", Why.NO_DISTANCE),
        ("activities.csv:4", Why.TOO_LONG),
        ("activities.csv:5", Why.UNREADABLE_ROW),
        ("activities.csv:6", Why.UNREADABLE_ROW),
        ("activities.csv:8", Why.TWICE_IN_IT),
    ]


def test_the_list_of_shoes_tells_brands_and_names_the_nameless_pair(tmp_path: Path) -> None:
    listed = SHOES + 'Ghosts,Brooks,Ghost 15,""\n"",Skechers,Speed Beast,""\nUnworn,Nike,Pegasus,Run\n'
    rows = [strava_row(1, MAY, 5000.0, gear="Skechers Speed Beast"), strava_row(2, MAY, 6000.0, gear="Gone")]
    found = found_in(tmp_path, {"activities.csv": table(HEADER, *rows), "shoes.csv": listed})
    assert {(key, each.name, each.brand, each.model) for key, each in found.pairs.items()} == {
        ("strava:Ghosts", "Ghosts", "Brooks", "Ghost 15"),
        ("strava:Skechers Speed Beast", "", "Skechers", "Speed Beast"),
        ("strava:Unworn", "Unworn", "Nike", "Pegasus"),
        ("strava:Gone", "Gone", "", ""),
    }
    assert [run.pairs for run in found.runs] == [("strava:Skechers Speed Beast",), ("strava:Gone",)]


def test_two_pairs_of_one_name_are_told_apart_by_their_numbers(tmp_path: Path) -> None:
    rows = [
        strava_row(1, "May 1, 2024, 6:00:00 AM", 5000.0, gear="Mach 6", pair="11.0"),
        strava_row(2, "May 2, 2024, 6:00:00 AM", 6000.0, gear="Mach 6", pair="12.0"),
        strava_row(3, "May 3, 2024, 6:00:00 AM", 7000.0, gear="Mach 6"),
    ]
    found = found_in(tmp_path, {"activities.csv": table(HEADER, *rows)})
    assert [run.pairs for run in found.runs] == [
        ("strava:g11",),
        ("strava:g12",),
        ("strava:g11", "strava:g12"),
    ]
    assert {each.name for each in found.pairs.values()} == {"Mach 6"}


def test_a_number_in_any_row_gives_a_pair_its_key(tmp_path: Path) -> None:
    rows = [
        strava_row(1, "May 1, 2024, 6:00:00 AM", 5000.0, gear="Ghosts"),
        strava_row(2, "May 2, 2024, 6:00:00 AM", 6000.0, gear="Ghosts", pair="29680295.0", sport="Walk"),
    ]
    listed = SHOES + "Ghosts,Brooks,Ghost 15,\n"
    found = found_in(tmp_path, {"activities.csv": table(HEADER, *rows), "shoes.csv": listed})
    assert [run.pairs for run in found.runs] == [("strava:g29680295",)]
    assert found.pairs.keys() == {"strava:g29680295"}
    assert found.pairs["strava:g29680295"].brand == "Brooks"


@pytest.mark.parametrize("bike", [{"bike": "9.0"}, {}])
def test_a_bike_is_no_pair_though_it_stands_on_a_run(tmp_path: Path, bike: dict[str, str]) -> None:
    row = strava_row(1, MAY, 5000.0, gear="City, bike", **bike)
    files = {"activities.csv": table(HEADER, row), "bikes.csv": BIKES + '"City, bike",,,\n'}
    found = found_in(tmp_path, files)
    assert (runs(found), worn(found), found.pairs) == ([("2024-05-01 06:30:05", 5000.0)], [[]], {})


def export(*rows: list[str], **recordings: bytes) -> dict[str, str | bytes]:
    """The files of a bulk export, with much that is nobody's business."""
    broken = b"\x1f\x8b this must never be opened"
    return {
        "export_1/activities.csv": table(HEADER, *rows),
        "export_1/shoes.csv": SHOES,
        "export_1/profile.csv": "Athlete ID\n",
        "export_1/messaging.json": '[{"activityId": 1}]',
        "export_1/logins.csv": "IP,Date\n",
        "export_1/media/1.fit": broken,
        "__MACOSX/export_1/._activities.csv": broken,
        "export_1/activities/9.fit.gz": broken,
        **{f"export_1/activities/{name}.fit": content for name, content in recordings.items()},
    }


@pytest.mark.parametrize("packed", [True, False])
def test_an_export_is_read_as_a_zip_and_as_a_folder_and_its_recordings_stay_shut(
    tmp_path: Path, *, packed: bool
) -> None:
    files = export(
        strava_row(1, MAY, 5000.0, file="activities/9.fit.gz"), strava_row(2, MAY, 6000.0, file="#error#")
    )
    found = found_in(tmp_path, {"a.dat": zipped(files)}) if packed else read([laid(tmp_path, files)])
    assert [run.metres for run in found.runs] == [5000.0, 6000.0]
    assert not found.left_out


def test_an_export_unpacked_among_other_files_hides_none_of_them(tmp_path: Path) -> None:
    inside = {
        name.removeprefix("export_1/"): content for name, content in export(strava_row(1, MAY, 5.0)).items()
    }
    other = zipped({"activities.csv": table(HEADER, strava_row(2, MAY, 6.0))})
    found = read([laid(tmp_path, {**inside, "other.zip": other})])
    assert ({run.id for run in found.runs}, found.left_out) == ({"strava:1", "strava:2"}, ())


def test_a_recording_is_opened_where_its_row_lacks_the_distance_or_the_date(tmp_path: Path) -> None:
    begun = found_in(tmp_path, {"one.csv": table(HEADER, strava_row(1, MAY, 1.0))}).runs[0].start
    files = export(
        strava_row(1, MAY, "", file="activities/1.fit"),
        strava_row(2, "some day", 6000.0, file="activities/1.fit"),
        strava_row(3, MAY, "", file="activities/2.fit"),
        strava_row(4, MAY, "", file="../secret.fit"),
        **{"1": fit_file(Session(begun, 5123.45)), "2": fit_file(Session(begun, 9000, sport=2))},
    )
    found = found_in(tmp_path, {"export.zip": zipped({**files, "secret.fit": fit_file(Session(begun, 99))})})
    assert [(run.id, run.metres, run.measure) for run in found.runs if run.id.startswith("strava")] == [
        ("strava:1", 5123.45, Measure.WATCH),
        ("strava:2", 6000.0, Measure.SERVICE),
    ]
    assert reasons(found) == [Why.NO_DISTANCE, Why.NO_DISTANCE]


def test_of_two_exports_the_newer_one_is_right_whatever_comes_first(tmp_path: Path) -> None:
    old = table(HEADER, strava_row(1, MAY, 5000.0, gear="Ghosts"))
    new = table(
        HEADER, strava_row(1, MAY, 5000.0, gear="Hokas"), strava_row(2, "May 9, 2024, 6:30:05 AM", 1.0)
    )
    for files in (
        {"a/activities.csv": old, "b/activities.csv": new},
        {"b/activities.csv": new, "a/activities.csv": old},
    ):
        found = found_in(tmp_path, files)
        assert worn(found) == [["Hokas"], []]
        assert reasons(found) == [Why.TWICE_IN_IT]


def test_without_metres_and_without_a_recording_the_distance_that_is_shown_does(tmp_path: Path) -> None:
    found = found_in(tmp_path, {"activities.csv": table(HEADER, strava_row(1, MAY, "", shown="4,73"))})
    assert [(run.metres, run.measure) for run in found.runs] == [(4730.0, Measure.SHOWN)]


def test_recordings_beside_a_table_that_is_not_stravas_are_read_for_themselves(tmp_path: Path) -> None:
    begun = datetime(2024, 5, 1, 6, 30, 5, tzinfo=UTC)
    files: dict[str, str | bytes] = {
        "Activities.csv": table(GARMIN_HEADER, garmin_row("Cycling", "2024-05-01 06:30:05", "30.00")),
        "activities/1.fit": fit_file(Session(begun, 5123.45)),
    }
    assert runs(read([laid(tmp_path, files)])) == [("2024-05-01 06:30:05", 5123.45)]


def test_an_accent_far_down_tells_how_a_spreadsheet_wrote_the_table(tmp_path: Path) -> None:
    rows = [strava_row(number, MAY, 5000.0) for number in range(1, 300)]
    text = table(HEADER, *rows, strava_row(300, MAY, 5000.0, gear="Größe 44"))
    assert found_in(tmp_path, {"activities.csv": text.encode("cp1252")}).pairs.keys() == {"strava:Größe 44"}
