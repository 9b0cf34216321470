"""Real exports, which nobody may publish: a folder of them, with what each holds in its expected.json."""

import json
import os
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest

from skill.importing.found import Found, ImportingError, Why
from skill.importing.reading import read
from tests.importing.readings import KILOMETRE, MILE, reasons

FOLDER = Path(os.environ.get("FOOT_COACH_EXPORTS") or os.devnull)
LIST = FOLDER / "expected.json"
EXPECTED: dict[str, dict[str, Any]] = json.loads(LIST.read_text("utf-8")) if LIST.is_file() else {}
CENTIMETRES = 0.02

pytestmark = pytest.mark.skipif(
    not EXPECTED, reason="needs real exports: FOOT_COACH_EXPORTS names a folder of them with an expected.json"
)


def found_there(name: str) -> Found:
    path = FOLDER / name
    unit = MILE if "miles" in name else KILOMETRE
    try:
        return read([path.parent if path.name == "activities.csv" else path], unit)
    except ImportingError:
        return Found()


def metres_on_pairs(found: Found) -> dict[str, float]:
    """By what the pair is called; a run on two pairs counts for both."""
    sums: defaultdict[str, float] = defaultdict(float)
    for run in found.runs:
        for key in run.pairs or ("",):
            pair = found.pairs.get(key)
            sums[(pair.name or f"{pair.brand} {pair.model}".strip()) if pair else "(none)"] += run.metres
    return dict(sums)


@pytest.mark.parametrize("name", EXPECTED)
def test_a_real_export_gives_what_is_in_it(name: str) -> None:
    found, expected = found_there(name), EXPECTED[name]
    metres = sum(run.metres for run in found.runs)
    without_distance = reasons(found).count(Why.NO_DISTANCE) if "not_runs" in expected else 0
    if "runs" in expected:
        assert len(found.runs) + without_distance == expected["runs"]
        assert metres == pytest.approx(expected["metres"], abs=CENTIMETRES)
    if "not_runs" in expected:
        left = {Why.OTHER_SPORT, Why.UNKNOWN_SPORT, Why.MULTISPORT_AS_ONE}
        assert sum(why in left for why in reasons(found)) == expected["not_runs"]
    if "metres_between" in expected and expected["start_utc"]:
        least, most = expected["metres_between"]
        assert least <= metres <= most
        assert [f"{run.start:%Y-%m-%d %H:%M:%S}" for run in found.runs] == [expected["start_utc"]]
        assert found.runs[0].is_run is expected["sport_known"]
    for each in expected.get("each", []):
        assert each["start_utc"] in {f"{run.start:%Y-%m-%d %H:%M:%S}" for run in found.runs}


@pytest.mark.parametrize(
    "name", [name for name, each in EXPECTED.items() if "first_utc" in each or "shoes" in each]
)
def test_a_real_export_has_its_days_and_its_pairs(name: str) -> None:
    found, expected = found_there(name), EXPECTED[name]
    for key, run in (("first_utc", found.runs[0]), ("last_utc", found.runs[-1])):
        if key in expected:
            assert f"{run.start:%Y-%m-%d %H:%M:%S}" == expected[key]
    sums = metres_on_pairs(found)
    worn = [each["metres"] for each in expected.get("shoes", {}).values() if each["metres"]]
    assert sorted(
        value for pair, value in sums.items() if pair != "(none)" or "(none)" in expected["shoes"]
    ) == [pytest.approx(each, abs=CENTIMETRES) for each in sorted(worn)]
