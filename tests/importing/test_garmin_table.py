from pathlib import Path

import pytest

from skill.importing.found import Measure, UnitNeededError, Why
from stand_ins.exports import GARMIN_HEADER, garmin_row, table
from tests.importing.readings import KILOMETRE, MILE, found_in, reasons, runs

MAY = "2024-05-01 06:30:05"


def test_a_run_begins_on_the_runners_own_clock(tmp_path: Path) -> None:
    found = found_in(
        tmp_path, {"Activities.csv": table(GARMIN_HEADER, garmin_row("Running", MAY, "5.02"))}, KILOMETRE
    )
    [run] = found.runs
    assert (run.id, run.start.tzinfo) == ("garmin-table:2024-05-01T06:30:05", None)
    assert (run.metres, run.measure, run.title) == (5020.0, Measure.SHOWN, "Town Running")


def test_the_unit_is_never_guessed(tmp_path: Path) -> None:
    files = {"Activities.csv": table(GARMIN_HEADER, garmin_row("running", MAY, "3.11", "5k"))}
    with pytest.raises(UnitNeededError, match=r"Activities\.csv .* kilometres or miles"):
        found_in(tmp_path, files)
    assert [run.metres for run in found_in(tmp_path, files, MILE).runs] == [5005.06]


@pytest.mark.parametrize(
    ("distance", "title", "hint"),
    [
        ("3.11", "Parkrun 5k", '"Parkrun 5k" has 3.11, so miles'),
        ("10.05", "Town 10 km", '"Town 10 km" has 10.05, so kilometres'),
        ("4.00", "5k and back", None),
        ("5.00", "Town Running", None),
    ],
)
def test_a_title_gives_a_hint_at_the_unit(
    tmp_path: Path, distance: str, title: str, hint: str | None
) -> None:
    with pytest.raises(UnitNeededError) as error:
        found_in(tmp_path, {"a.csv": table(GARMIN_HEADER, garmin_row("running", MAY, distance, title))})
    assert (hint or "miles. Say which") in str(error.value)


def test_a_table_without_runs_needs_no_unit(tmp_path: Path) -> None:
    rows = [garmin_row("Cycling", MAY, "30.00"), garmin_row("Running", MAY, "--")]
    assert reasons(found_in(tmp_path, {"a.csv": table(GARMIN_HEADER, *rows)})) == [
        Why.OTHER_SPORT,
        Why.NO_DISTANCE,
    ]


@pytest.mark.parametrize(
    "sport",
    [
        *(
            "Running",
            "Treadmill Running",
            "Trail Running",
            "Track Running",
            "street_running",
            "trail_running",
        ),
        *(
            "Laufen",
            "Laufbandtraining",
            "Carrera",
            "Entrenamiento en cinta",
            "Trail running",
            "Corrida em esteira",
        ),
        *("Corrida em trilhas", "Futás", "Løb", "Course à pied", "Virtual Running"),
    ],
)
def test_running_has_many_names(tmp_path: Path, sport: str) -> None:
    found = found_in(tmp_path, {"a.csv": table(GARMIN_HEADER, garmin_row(sport, MAY, "5.02"))}, KILOMETRE)
    assert runs(found) == [(MAY, 5020.0)]


def test_swims_in_metres_and_whole_triathlons_are_no_runs(tmp_path: Path) -> None:
    rows = [
        garmin_row("Pool Swim", MAY, "2,000"),
        garmin_row("Multisport", MAY, "10.75"),
        garmin_row("Quidditch", MAY, "10.75"),
        garmin_row("Running", MAY, "NaN"),
    ]
    found = found_in(tmp_path, {"a.csv": table(GARMIN_HEADER, *rows)}, KILOMETRE)
    assert not found.runs
    assert reasons(found) == [Why.OTHER_SPORT, Why.MULTISPORT_AS_ONE, Why.UNKNOWN_SPORT, Why.NO_DISTANCE]


@pytest.mark.parametrize(
    ("cells", "metres"),
    [
        (["5.02", "10.20"], [5020, 10200]),
        (["5,02", "10,20"], [5020, 10200]),
        (["5,81", "4,808"], [5810, 4808]),
        (["4,808"], [4808]),
        (["5.02", "5,000"], [5020, None]),  # metres of a track, as "5 km" would be "5.00"
        (["5.02", "200"], [5020, None]),
        (["5.02", "42"], [5020, 42000]),
        (["5.02", "10,20"], [None, None]),
        (["1,234.50", "5.00"], [None, 5000]),
    ],
)
def test_the_decimal_mark_is_the_tables_own(
    tmp_path: Path, cells: list[str], metres: list[float | None]
) -> None:
    rows = [garmin_row("Running", f"2024-05-{day:02} 06:00:00", cell) for day, cell in enumerate(cells, 1)]
    found = found_in(tmp_path, {"a.csv": table(GARMIN_HEADER, *rows)}, KILOMETRE)
    assert [run.metres for run in found.runs] == [each for each in metres if each is not None]
    assert len(found.left_out) == metres.count(None)


def test_the_layout_of_2014_is_read_and_each_start_counts_once(tmp_path: Path) -> None:
    lines = [
        " activite,Type,date,Temps,Distance,Gain_altitude,Vitesse_moy,Calories,",
        ' parcours B,Course à pied,"lun., 30 juin 2014 7:03",20:46,"2,94",23,7:04,241,',
        '  A & B,Randonnée pédestre,"lun., 14 juil. 2014 10:40",1:41:16,"5,47",104,18:31,1.066,',
        ' parcours A,Course à pied,"ven., 1 août 2014 5:46",36:13,"5,57",--,6:30,459,',
        ' parcours B,Course à pied,"lun., 30 juin 2014 7:03",20:46,"2,94",23,7:04,241,',
    ]
    found = found_in(tmp_path, {"a.csv": "\n".join(lines)}, KILOMETRE)
    assert runs(found) == [("2014-06-30 07:03:00", 2940.0), ("2014-08-01 05:46:00", 5570.0)]
    assert reasons(found) == [Why.OTHER_SPORT, Why.TWICE_IN_IT]


def test_the_layout_of_2012_has_two_lines_before_its_header(tmp_path: Path) -> None:
    lines = [
        " Meine Aktivitäten,",
        " Stand: heute,",
        " Titel,Aktivitätstyp,Start,Zeit,Distanz,Kalorien,",
        ' Ohne Titel,Laufen,"Fr, 25 Mai 2012 20:31",48:02,"10,20",1.066,',
    ]
    assert runs(found_in(tmp_path, {"a.csv": "\n".join(lines)}, KILOMETRE)) == [
        ("2012-05-25 20:31:00", 10200.0)
    ]


def test_headers_may_be_of_any_language_and_stand_there_twice(tmp_path: Path) -> None:
    header = [
        "Lajityyppi",
        "Päivä",
        "Suosikki",
        "Nimi",
        "Matka",
        "Kalorit",
        "Aika",
        "Avg Cadence",
        "Avg Cadence",
    ]
    rows = [
        header,
        garmin_row("Juoksu", MAY, "5.02"),
        header,
        garmin_row("Juoksu", "2024-05-02 06:00:00", "6.00"),
    ]
    found = found_in(tmp_path, {"a.csv": table(*rows)}, KILOMETRE)
    assert ([run.metres for run in found.runs], found.left_out) == ([5020.0, 6000.0], ())
