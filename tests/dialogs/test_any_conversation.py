import json
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.dialogs.home import SUNDAY_MORNING, Home, unfit

PHRASINGS = Path(__file__).parents[1] / "hearing" / "phrasings"
OFTEN = (
    "open foot coach",
    "start my post run stretches",
    "warm me up",
    "next",
    "pause",
    "resume",
    "yes",
    "no",
)


def phrasings() -> list[str]:
    files = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(PHRASINGS.glob("*.json"))]
    return [phrasing["said"] for file in files for phrasing in file["phrasings"]]


said = st.one_of(st.sampled_from(OFTEN), st.sampled_from(phrasings()), st.text(max_size=40))
wait = st.one_of(st.just(0), st.integers(1, 250))
unplugged = st.one_of(st.just(0), st.just(0), st.just(0), st.integers(1, 100_000))


@settings(max_examples=20, deadline=None)
@given(turns=st.lists(st.tuples(said, wait, unplugged), min_size=1, max_size=12))
def test_whatever_is_said_and_however_often_the_power_fails_there_is_a_fit_answer(
    turns: list[tuple[str, int, int]],
) -> None:
    with TemporaryDirectory() as folder:
        home = Home(Path(folder), SUNDAY_MORNING)
        for turn in turns:
            exchange = home.hear(*turn)
            assert not unfit(exchange), exchange.timeline.text


FRESH = 3500
"""Seconds; later the place is offered by its exercise alone."""


@settings(max_examples=20, deadline=None)
@given(turns=st.lists(st.tuples(said, wait, unplugged), max_size=8), away=st.integers(1, 80_000))
def test_after_any_conversation_a_routine_is_left_and_found_at_one_and_the_same_place(
    turns: list[tuple[str, int, int]], away: int
) -> None:
    with TemporaryDirectory() as folder:
        home = Home(Path(folder), SUNDAY_MORNING)
        for turn in turns:
            home.hear(*turn)
        home.hear("start my post run stretches")
        stopped = home.hear("stop", 100).timeline.text
        if not stopped.startswith("Stopped at "):
            return  # a red flag among the turns holds the routine back
        place = stopped.removeprefix("Stopped at ").partition(". ")[0]
        offered = home.hear("open foot coach", 0, away).timeline.text
        if "not logged yet" in offered:  # a run that was told comes first, once
            home.hear("stop")
            offered = home.hear("open foot coach").timeline.text
        exercise = place.removeprefix("the beginning of ").partition(",")[0]
        assert (place if away < FRESH else exercise) in offered
