import gzip
import os
import re
import zipfile
from collections.abc import Mapping
from contextlib import chdir, suppress
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skill.importing import limits
from skill.importing.found import ImportingError, Why
from skill.importing.opening import budget, item, zips
from skill.importing.reading import read
from skill.importing.recordings import fit
from skill.shoes.limits import LONGEST_RUN
from stand_ins.exports import (
    GARMIN_HEADER,
    HEADER,
    garmin_row,
    gear,
    laid,
    pair,
    strava_row,
    summaries,
    summary,
    table,
    zipped,
)
from stand_ins.fit_writer import Session, fit_file
from stand_ins.recordings import activity, gpx, lap, segment, tcx, track
from tests.importing.readings import KILOMETRE, found_in, reasons

MAY = datetime(2024, 5, 1, 6, 30, 5, tzinfo=UTC)
DATE = "May 1, 2024, 6:30:05 AM"
STRAVA = table(HEADER, strava_row(1, DATE, 5000.0, gear="Ghosts", note="a\nb")).encode()
FILES: Mapping[str, bytes] = {
    "activities.csv": STRAVA,
    "Activities.csv": table(GARMIN_HEADER, garmin_row("Running", "2024-05-01 06:30:05", "5.00")).encode(),
    "a_summarizedActivities.json": summaries(summary(1, 1507474451, 4489.39)).encode(),
    "a_gear.json": gear([pair(1)], {1: [1]}).encode(),
    "a.fit": fit_file(Session(MAY, 5000), counters=[(MAY, 0.0), (MAY, 5000.0)]),
    "a.tcx": tcx(activity(lap("2024-05-01T06:30:05Z", 5000, [0, 5000]))).encode(),
    "a.gpx": gpx(track(segment(MAY, [0, 5000]))).encode(),
    "a.gpx.gz": gzip.compress(gpx(track(segment(MAY, [0, 5000]))).encode()),
    "a.zip": zipped({"activities.csv": STRAVA, "activities/1.fit": fit_file(Session(MAY, 5000))}),
}


def line_about(folder: Path, files: Mapping[str, str | bytes]) -> str:
    """The one line that is said where there is nothing to read."""
    with pytest.raises(ImportingError) as error:
        found_in(folder, files, KILOMETRE)
    line = str(error.value)
    assert re.fullmatch(r"[^\n]{20,200}\.", line)
    return line


def test_a_run_is_as_long_as_one_that_is_told_by_voice() -> None:
    assert limits.LONGEST_RUN == LONGEST_RUN


@pytest.mark.parametrize("name", FILES)
def test_a_file_may_have_any_name(tmp_path: Path, name: str) -> None:
    found = found_in(tmp_path, {"holiday.jpg": FILES[name]}, KILOMETRE)
    assert found.runs or found.pairs


@pytest.mark.parametrize("name", FILES)
def test_an_empty_file_is_said_to_be_empty(tmp_path: Path, name: str) -> None:
    assert line_about(tmp_path, {name: b""}) == f"{name}: it is empty; download it again."


@pytest.mark.parametrize(
    ("name", "at"), [("a.fit", 80), ("a.tcx", -40), ("a.gpx", -40), ("a.gpx.gz", -40), ("a.zip", -40)]
)
def test_a_file_that_is_cut_off_is_said_to_be_damaged(tmp_path: Path, name: str, at: int) -> None:
    assert "damaged" in line_about(tmp_path, {name: FILES[name][:at]})


def test_a_list_of_summaries_that_is_cut_off_gives_what_was_whole(tmp_path: Path) -> None:
    text = summaries(summary(1, 1507474451, 1000), summary(2, 1507474452, 2000))
    found = found_in(tmp_path, {"a.json": text[:-80]})
    assert ([run.metres for run in found.runs], reasons(found)) == ([1000], [Why.DAMAGED])


def test_a_damaged_file_among_others_is_left_out_with_a_line(tmp_path: Path) -> None:
    found = found_in(tmp_path, {"a.fit": FILES["a.fit"], "b.gpx": FILES["a.gpx"][:-40], "c.tcx": b""})
    assert [run.id[:4] for run in found.runs] == ["fit:"]
    assert [(each.where, each.why) for each in found.left_out] == [
        ("c.tcx", Why.DAMAGED),
        ("b.gpx", Why.DAMAGED),
    ]


def test_what_is_nothing_of_ours_is_refused_with_what_to_give_instead(tmp_path: Path) -> None:
    for name, content in {
        "a.fit": "dear diary",
        "b.csv": "a,b\n1,2\n",
        "c.json": "[]",
        "d.kml": "<kml/>",
    }.items():
        assert "Give me an export" in line_about(tmp_path, {name: content})


def test_what_is_not_there_or_no_file_is_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for name in ("nowhere.zip", "pipe", "x" * 300):
        with pytest.raises(ImportingError, match=name[:70]):
            read([tmp_path / name])


def test_a_folder_that_leads_back_into_itself_is_walked_once(tmp_path: Path) -> None:
    (laid(tmp_path, {"a.fit": FILES["a.fit"]}) / "again").symlink_to(tmp_path)
    os.mkfifo(tmp_path / "never ending.fit")
    assert len(read([tmp_path]).runs) == 1


def test_a_zip_in_a_zip_is_read_and_one_that_never_ends_is_not(tmp_path: Path) -> None:
    data = zipped({"a.fit": FILES["a.fit"]})
    assert found_in(tmp_path, {"twice.zip": zipped({"b.zip": data})}).runs
    for _ in range(9):
        data = zipped({"a.zip": data})
    assert "unpack it" in line_about(tmp_path, {"deep.zip": data})


def test_a_zip_may_hold_itself(tmp_path: Path) -> None:
    """Its one member, kept as it is, reaches from behind its own header to the end of the file."""
    name = b"self.zip"
    data = bytearray(zipped({"self.zip": b"x"}))
    directory = data.index(b"PK\x01\x02")
    size = (len(data) - 30 - len(name)).to_bytes(4, "little")
    for at in (8, directory + 10):
        data[at : at + 2] = b"\0\0"
    for at in (18, 22, directory + 20, directory + 24):
        data[at : at + 4] = size
    line_about(tmp_path, {"self.zip": bytes(data)})


@pytest.mark.parametrize("name", ["activities.csv", "a.gpx", "a.fit"])
def test_a_bomb_is_let_alone_before_it_bursts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr(item, "RATIO_MATTERS_FROM", 1 << 20)
    monkeypatch.setattr(fit, "LARGEST_RECORDING", 1 << 20)
    blanks = (b" " * 999 + b"\n") * 4_000
    data = BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, FILES[name][:-20] + blanks)
    found = found_in(tmp_path, {"bomb.zip": data.getvalue(), "a.tcx": FILES["a.tcx"]})
    assert Why.DAMAGED in reasons(found)
    found = found_in(
        tmp_path, {"bomb.gz": gzip.compress(FILES[name][:-20] + blanks), "a.tcx": FILES["a.tcx"]}
    )
    assert Why.DAMAGED in reasons(found)


def test_a_line_without_an_end_is_no_table(tmp_path: Path) -> None:
    text = STRAVA + b"2," + b"x" * (limits.LONGEST_LINE + 1)
    assert "longer" in found_in(tmp_path, {"a.csv": text}).left_out[0].what


def test_a_quotation_mark_that_never_closes_ends_the_table(tmp_path: Path) -> None:
    text = STRAVA + b'2,"' + b"no end\n" * 30_000
    found = found_in(tmp_path, {"a.csv": text})
    assert (len(found.runs), reasons(found)) == (1, [Why.DAMAGED])
    assert "line 4" in found.left_out[0].what


def test_one_activity_or_element_that_never_ends_does_not_fill_the_memory(tmp_path: Path) -> None:
    much = "x" * (limits.LARGEST_ACTIVITY + (1 << 20))
    for name, text in {
        "a.json": summaries(summary(1, 1507474451, 1000, name=much)),
        "a.gpx": f'<gpx><trk name="{much}"/></gpx>',
    }.items():
        assert "larger than any" in line_about(tmp_path, {name: text})


@pytest.mark.parametrize(
    "inside",
    ['<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">', '<!ENTITY b SYSTEM "file:///etc/passwd">', ""],
)
def test_xml_that_declares_a_document_type_is_refused(tmp_path: Path, inside: str) -> None:
    text = f'<?xml version="1.0"?><!DOCTYPE gpx [{inside}]><gpx><trk><name>&b;</name></trk></gpx>'
    assert "document type" in line_about(tmp_path, {"a.gpx": text})


def test_xml_in_an_encoding_that_nobody_knows_is_damaged(tmp_path: Path) -> None:
    assert "damaged" in line_about(tmp_path, {"a.gpx": '<?xml version="1.0" encoding="UTU-8"?><gpx></gpx>'})


def test_no_name_in_a_zip_leads_out_of_it(tmp_path: Path) -> None:
    (tmp_path / "work").mkdir()
    names = [
        "../../evil/activities.csv",
        "/etc/foot/activities.csv",
        "C:\\windows\\activities.csv",
        "..\\a.fit",
        "..",
    ]
    data = zipped({name: FILES["a.fit"] if name.endswith("fit") else STRAVA for name in names})
    with chdir(tmp_path / "work"):
        found = found_in(tmp_path, {"tricks.zip": data})
    assert {run.id[:6] for run in found.runs} == {"strava", "fit:20"}
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["tricks.zip", "work"]


def test_a_backslash_in_a_name_parts_folders_as_a_slash_does(tmp_path: Path) -> None:
    lacking = table(HEADER, strava_row(1, DATE, "", file="activities/1.fit"))
    data = zipped({"ex\\activities.csv": lacking, "ex\\activities\\1.fit": FILES["a.fit"]})
    assert [run.metres for run in found_in(tmp_path, {"a.zip": data}).runs] == [5000]


@pytest.mark.parametrize(
    ("change", "says"), [((6, 8, b"\x01\0"), "password"), ((8, 10, b"\x09\0"), "unpack it")]
)
def test_a_zip_that_is_locked_or_packed_in_another_way_says_so(
    tmp_path: Path, change: tuple[int, int, bytes], says: str
) -> None:
    here, there, value = change
    data = bytearray(zipped({"activities.csv": STRAVA}))
    directory = data.index(b"PK\x01\x02")
    for at in (here, directory + there):
        data[at : at + 2] = value
    assert says in line_about(tmp_path, {"a.zip": bytes(data)})


def test_a_zip_of_a_later_version_is_said_to_be_packed_otherwise_and_not_damaged(tmp_path: Path) -> None:
    made = bytearray(zipped({"activities.csv": STRAVA}))
    made[made.index(b"PK\x01\x02") + 6] = 99  # the version that it takes, in the directory

    assert "packed in a way that I can't read" in line_about(tmp_path, {"a.zip": bytes(made)})


def test_a_directory_of_too_many_files_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zips, "LARGEST_DIRECTORY", 500)
    assert found_in(tmp_path, {"few.zip": FILES["a.zip"]}).runs
    assert "far more files" in line_about(
        tmp_path, {"many.zip": zipped({f"{n}.txt": "x" for n in range(20)})}
    )


@pytest.mark.parametrize("limit", ["LARGEST_TOTAL", "MOST_FILES"])
def test_all_together_may_not_be_endless(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limit: str) -> None:
    monkeypatch.setattr(budget, limit, 3)
    line_about(tmp_path, {"a.zip": zipped({f"{n}.fit": FILES["a.fit"] for n in range(4)})})


@pytest.mark.parametrize("count", [1, 4])
def test_progress_goes_up_to_the_whole(tmp_path: Path, count: int) -> None:
    told: list[tuple[int, int]] = []
    rows = [strava_row(number, DATE, 5000.0, note="x" * 500) for number in range(4000)]
    for number in range(count):
        laid(tmp_path, {f"{number}/activities.csv": table(HEADER, *rows)})
    read([tmp_path], progress=lambda done, whole: told.append((done, whole)))
    assert told == sorted(told)
    assert len(told) > count
    assert told[-1][0] == told[-1][1] == sum(path.stat().st_size for path in tmp_path.rglob("*.csv"))


@given(
    name=st.sampled_from(sorted(FILES)),
    cut=st.floats(0, 1),
    at=st.floats(0, 1),
    bytes_there=st.binary(max_size=8),
)
def test_whatever_is_in_a_file_it_is_read_or_refused_in_one_line(
    tmp_path_factory: pytest.TempPathFactory, name: str, cut: float, at: float, bytes_there: bytes
) -> None:
    data = FILES[name]
    place = int(at * len(data))
    data = data[:place] + bytes_there + data[place + len(bytes_there) :]
    path = tmp_path_factory.mktemp("any") / name
    path.write_bytes(data[: int(cut * len(data)) + 1])
    with suppress(ImportingError):
        found = read([path], KILOMETRE)
        assert all(0 < run.metres <= LONGEST_RUN for run in found.runs)
        assert all(key in found.pairs for run in found.runs for key in run.pairs)
        assert len({run.id for run in found.runs}) == len(found.runs)
