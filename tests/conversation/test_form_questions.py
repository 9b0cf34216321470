"""Whatever is asked about the form of any exercise has an answer."""

import pytest

from skill.content.loader import exercises
from skill.conversation.stretching.form_questions import Aspect
from tests.conversation.runner import Runner


@pytest.mark.parametrize("exercise", sorted(exercises()))
@pytest.mark.parametrize("aspect", Aspect)
def test_every_aspect_of_every_exercise_is_answered(aspect: Aspect, exercise: str, runner: Runner) -> None:
    slot = "form_manner" if aspect == Aspect.BREATHING else "aspect"

    answer = runner.say("FormQuestion", exercise=exercise, **{slot: aspect})

    assert answer
    assert "went wrong" not in answer
