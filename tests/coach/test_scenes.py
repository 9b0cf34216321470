"""What is seen while a reply sounds is what is heard: the exercise, the side and the count."""

from collections.abc import Sequence
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from skill.coach.cue_sheet import Cue, CueKind, Place
from skill.coach.preferences import CountDirection, CountStyle, Preferences
from skill.coach.routine import Plan, Routine, Step
from skill.coach.scenes import Scene, SceneKind, scenes_of, still_scene
from skill.coach.walkthrough import Walkthrough
from skill.content.exercise import Exercise, Form, RoutineName
from skill.content.loader import exercises
from skill.conversation.memory.profile import Profile
from skill.pictures.picture import KEYS
from skill.sound.recital import RecitedReply, recite
from skill.speech.phrasebook import Phrasebook
from tests.speech.test_every_reply import NAMES, profiles

ENGLISH = Phrasebook.of("en", Random(0))  # noqa: S311 - wordings, not secrets
NUMBERS = {word for number in range(1, 181) for word in (ENGLISH.count(number), ENGLISH.count(number, 2.0))}


def replies(name: str, profile: Profile, seed: int = 0) -> list[RecitedReply]:
    return list(recite(name, profile, exercises(), "en-US", Random(seed)))  # noqa: S311 - as above


def scenes(part: RecitedReply) -> tuple[Scene, ...]:
    return scenes_of(part.reply.sheet, part.walkthrough.plan, ENGLISH)


def at(shown: Sequence[Scene], second: float) -> Scene:
    return [scene for scene in shown if scene.at <= second][-1]


def number_at(shown: Sequence[Scene], second: float) -> int | None:
    scene = at(shown, second)
    return scene.count.number_after(second - scene.at) if scene.count else None


def says_number(cue: Cue, number: int) -> bool:
    return cue.text in (ENGLISH.count(number), ENGLISH.count(number, 2.0)) or cue.text.startswith(
        f"{ENGLISH.number(number)}:"
    )


def is_number(cue: Cue) -> bool:
    return cue.kind is CueKind.COUNT and (cue.text in NUMBERS or ": " in cue.text)


@pytest.mark.parametrize("name", NAMES)
@settings(max_examples=15, deadline=None)
@given(profile=profiles(), seed=st.integers(0, 3))
def test_the_number_that_is_heard_is_the_number_that_is_seen(name: str, profile: Profile, seed: int) -> None:
    for part in replies(name, profile, seed):
        shown = scenes(part)
        for cue in filter(is_number, part.reply.sheet.cues):
            for second in (cue.at + 0.02, cue.at + min(cue.seconds, 1.0) - 0.02):
                number = number_at(shown, second)
                assert number is not None
                assert says_number(cue, number), (cue, number)


@pytest.mark.parametrize("name", NAMES)
@settings(max_examples=15, deadline=None)
@given(profile=profiles(), seed=st.integers(0, 3))
def test_the_scenes_are_those_of_the_places_in_order(name: str, profile: Profile, seed: int) -> None:
    for part in replies(name, profile, seed):
        shown, plan = scenes(part), part.walkthrough.plan
        assert shown[0].at == 0
        assert [scene.at for scene in shown] == sorted({scene.at for scene in shown})
        assert {scene.picture for scene in shown} <= set(KEYS)
        for cue in part.reply.sheet.cues:
            step = plan.routine.steps[cue.place.step]
            scene = at(shown, cue.at + 0.001)  # a scene's time is rounded to that
            if cue.kind is CueKind.COUNT:
                assert scene.step == step
                assert scene.bout == step.bouts(plan.preferences)[cue.place.bout]
            else:
                assert scene.kind is not SceneKind.COUNTING


def test_an_exercise_is_seen_as_soon_as_it_is_named() -> None:
    short = Profile(preferences=Preferences(hold_seconds=10, sets=1))
    part = replies("post-run", short)[0]
    named = next(cue for cue in part.reply.sheet.cues if "butt to heel" in cue.text)
    shown = scenes(part)
    assert at(shown, named.at).step.exercise.id == "butt-to-heel"
    assert at(shown, named.at - 0.01).step.exercise.id == "toes-on-wall"
    assert at(shown, named.at - 0.01).kind is SceneKind.RESTING
    assert at(shown, named.at - 0.01).next_name == "butt to heel"


@pytest.mark.parametrize(
    ("exercise", "direction", "first", "last"),
    [
        ("toes-on-wall", CountDirection.UP, 0, 20),
        ("toes-on-wall", CountDirection.DOWN, 20, 0),
        ("sole-massage", CountDirection.UP, 45, 0),
        ("toe-scrunches", CountDirection.DOWN, 1, 5),
    ],
)
def test_a_count_goes_the_way_its_voice_goes(
    exercise: str, direction: CountDirection, first: int, last: int
) -> None:
    profile = Profile(preferences=Preferences(count_direction=direction, count_style=CountStyle.EVERY_FIVE))
    counts = [scene.count for scene in scenes(replies(exercise, profile)[0]) if scene.count]
    assert {(count.first, count.last) for count in counts} == {(first, last)}
    assert {count.number_after(-1) for count in counts} == {first}
    assert {count.number_after(999) for count in counts} == {last}


def walkthrough() -> Walkthrough:
    return replies("post-run", Profile())[0].walkthrough


@pytest.mark.parametrize("count", [0, 6])
def test_a_routine_that_waits_shows_where_it_does_and_nothing_moves(count: int) -> None:
    scene = still_scene(Place(0, 1, count), walkthrough().plan, ENGLISH)
    assert (scene.kind, scene.at) == (SceneKind.WAITING, 0)
    assert (scene.picture, scene.bout.set) == ("toes-on-wall.standard.left", 1)
    assert (scene.count and scene.count.number_after(100)) == (count or None)
    assert count == 0 or (scene.count and scene.count.done == count)


def test_the_last_exercise_has_none_behind_it() -> None:
    assert not still_scene(Place(3), walkthrough().plan, ENGLISH).next_name


@pytest.mark.parametrize(
    ("exercise", "form"), [(each, form) for each in exercises().values() for form in each.forms]
)
def test_every_exercise_in_each_of_its_forms_has_its_pictures(exercise: Exercise, form: Form) -> None:
    plan = Plan(Routine(RoutineName.PRE_RUN, (Step(exercise, form),)), Preferences())
    bouts = plan.routine.steps[0].bouts(plan.preferences)
    shown = {still_scene(Place(0, index), plan, ENGLISH).picture for index in range(len(bouts))}
    assert len(shown) == max(len(exercise.sides_in(form)), 1)
    assert shown <= set(KEYS)
