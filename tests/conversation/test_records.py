"""What is kept comes back as it was; what an older or a newer release kept loads too."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from skill.coach.cue_sheet import Place
from skill.coach.exercise_pairs import Feeling, Score
from skill.coach.preferences import CountStyle, Preferences
from skill.coach.routine import Plan
from skill.coach.telling import Telling
from skill.coach.walkthrough import Progress, Walkthrough
from skill.content.exercise import Equipment, Form
from skill.content.loader import exercises
from skill.conversation.memory.digest import digest
from skill.conversation.memory.profile import PreRun, Profile
from skill.conversation.memory.profile_pages import changes_of, changes_page, profile_of, profile_page
from skill.conversation.memory.walkthrough_pages import walkthrough_of, walkthrough_page
from skill.value import replace
from tests.coach.plans import POST_RUN, plans_and_places, preferences, sheet_of

NOW = datetime(2026, 11, 22, 18, 30, tzinfo=UTC)
IDS = st.sampled_from(list(exercises()))
PAIRS = st.frozensets(IDS, min_size=1, max_size=2)
MOMENTS = st.datetimes(datetime(2020, 1, 1), datetime(2040, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 - bounds
FEW = st.integers(0, 99)

profiles = st.builds(
    Profile,
    preferences=preferences,
    missing=st.frozensets(st.sampled_from(Equipment)),
    forms=st.dictionaries(IDS, st.sampled_from(Form)),
    tellings=st.dictionaries(IDS, st.sampled_from(Telling)),
    equipment_told=st.frozensets(st.sampled_from(Equipment)),
    scores=st.dictionaries(PAIRS, st.builds(Score, FEW, FEW, FEW, FEW)),
    last_pre_run=st.none()
    | st.builds(PreRun, PAIRS, MOMENTS, st.booleans(), st.none() | st.sampled_from(Feeling)),
    sessions=FEW,
    plain_speech_devices=st.lists(st.text(max_size=9).map(digest), max_size=3).map(tuple),
)


def through_json(page: dict[str, Any]) -> dict[str, Any]:
    kept: dict[str, Any] = json.loads(json.dumps(page, allow_nan=False))
    return kept


RATED = Profile(
    last_pre_run=PreRun(frozenset({"toe-lifts", "calf-roll"}), NOW, asked=True, rated=Feeling.WORSE)
)


@example(RATED)
@given(profiles)
def test_a_profile_comes_back_as_it_was(profile: Profile) -> None:
    changes = changes_of(through_json(changes_page(profile)))
    assert replace(profile_of(through_json(profile_page(profile))), changes=changes) == profile


@given(plans_and_places(), st.sampled_from(Progress), MOMENTS)
def test_a_walkthrough_comes_back_as_it_was(
    task: tuple[Plan, Place], progress: Progress, moment: datetime
) -> None:
    walkthrough = Walkthrough(*task, progress, begun_at=moment, touched_at=moment)
    assert walkthrough_of(through_json(walkthrough_page(walkthrough)), exercises()) == walkthrough


@given(plans_and_places(), st.floats(0, 1))
def test_a_performance_that_was_kept_places_a_word_as_before(task: tuple[Plan, Place], share: float) -> None:
    sheet = sheet_of(*task)
    playing = Walkthrough(*task, Progress.PAUSED, NOW, NOW).play(sheet, NOW)
    kept = walkthrough_of(through_json(walkthrough_page(playing)), exercises())
    assert kept
    for span in sheet.spans:
        # At the very border of two spans a millisecond may lie on either side.
        inside = NOW + timedelta(seconds=span.at + 0.01 + share * 0.5)
        placed, before = kept.stop_at(inside), playing.stop_at(inside)
        assert replace(placed, held=before.held) == before
        assert placed.held == pytest.approx(before.held, abs=0.01)


def test_a_page_stays_small() -> None:
    steps = [item.id for item in exercises().values()]
    full = Profile(
        forms=dict.fromkeys(steps, Form.EASIER),
        tellings=dict.fromkeys(steps, Telling.BRIEF),
        equipment_told=frozenset(Equipment),
        scores={frozenset({one, other}): Score(9, 3, 3, 3) for one in steps for other in steps},
    )
    assert len(json.dumps(profile_page(full))) < 4_000


def test_an_empty_page_is_a_runner_nobody_knows() -> None:
    assert profile_of({}) == Profile()


def test_what_an_older_release_did_not_know_takes_its_default() -> None:
    page = through_json(profile_page(Profile(sessions=3, missing=frozenset({Equipment.BALL}))))
    for name in ("scores", "tellings", "equipment_told", "last_pre_run", "plain_speech_devices", "forms"):
        del page[name]
    assert profile_of(page) == Profile(sessions=3, missing=frozenset({Equipment.BALL}))


def test_what_an_older_release_had_explained_often_enough_is_told_briefly() -> None:
    page = {"explained": {"toes-on-wall": 2, "toe-lifts": 1}}
    assert profile_of(page).tellings == {"toes-on-wall": Telling.BRIEF}


def test_a_walkthrough_of_an_older_release_knows_what_is_told_briefly() -> None:
    plan = Plan(POST_RUN, Preferences(), {"toes-on-wall": Telling.BRIEF})
    walkthrough = Walkthrough(plan, Place(0, 1), Progress.PAUSED, begun_at=NOW, touched_at=NOW)
    page = {**through_json(walkthrough_page(walkthrough)), "known": ["toes-on-wall"]}
    del page["tellings"], page["settled"]
    assert walkthrough_of(page, exercises()) == walkthrough


def test_what_a_newer_release_knows_beside_is_left_out() -> None:
    page = {
        **profile_page(Profile(sessions=3)),
        "mood": "sunny",
        "missing": ["ball", "trampoline"],
        "forms": {"toe-lifts": "easier", "ball-roll": "upside-down"},
        "preferences": {"count_style": "every-third", "hold_seconds": 30, "voice": "whisper"},
        "last_pre_run": {"pair": ["toe-lifts"], "at": NOW.isoformat(), "rated": "so-so", "shoes": 3},
    }
    profile = profile_of(page)
    assert profile.missing == {Equipment.BALL}
    assert profile.forms == {"toe-lifts": Form.EASIER}
    assert profile.preferences == Preferences(hold_seconds=30, count_style=CountStyle.EVERY_SECOND)
    assert profile.last_pre_run == PreRun(frozenset({"toe-lifts"}), NOW)


def page(**changed: Any) -> dict[str, Any]:
    walkthrough = Walkthrough(
        Plan(POST_RUN, Preferences()), Place(1, 0, 6), Progress.PAUSED, begun_at=NOW, touched_at=NOW
    )
    return through_json(walkthrough_page(walkthrough)) | changed


@pytest.mark.parametrize(
    "changed",
    [
        {"steps": [["toes-on-wall", "standard"], ["headstand", "standard"]]},
        {"steps": [["toes-on-wall", "upside-down"]]},
        {"steps": []},
        {"steps": None},
        {"routine": "mid-run"},
        {"progress": "asleep"},
        {"place": [9, 0, 0]},
        {"place": [-1, 0, 0]},
        {"place": [1, 7, 0]},
        {"place": [1, 0, 99]},
        {"place": [0, "a", 0]},
        {"place": "here"},
        {"begun_at": "yesterday"},
        {"touched_at": None},
        {"preferences": None},
        {"performance": {"began_at": NOW.isoformat(), "seconds": 9, "spans": [], "resume_at": None}},
    ],
)
def test_a_walkthrough_through_what_is_no_longer_there_is_forgotten(changed: dict[str, Any]) -> None:
    assert walkthrough_of(page(**changed), exercises()) is None
