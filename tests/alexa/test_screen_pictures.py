"""Each scene of a screen shows the picture of its exercise, its form and its side."""

import pytest

from skill.alexa.screens.graphics import data, picture_name, pictures
from skill.coach.preferences import Preferences
from skill.coach.sides import Sides
from skill.content.exercise import Form
from skill.content.loader import exercises
from skill.conversation.memory.profile import Profile
from skill.pictures.avg import avg
from skill.pictures.picture import key_of, picture_of
from tests.alexa.test_screen_sizes import responses
from tests.speech.test_every_reply import NAMES


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("sides", [Sides.BOTH, Sides.LEFT_FIRST])
@pytest.mark.parametrize("form", [Form.STANDARD, Form.EASIER])
def test_each_scene_shows_the_picture_of_its_side(name: str, sides: Sides, form: Form) -> None:
    profile = Profile(preferences=Preferences(sides=sides), forms=dict.fromkeys(exercises(), form))
    for screen, _ in responses(name, profile, 0):
        graphics = pictures(screen.scenes)
        drawn = data(screen.scenes, graphics)["drawn"]
        for one, told in zip(screen.scenes, drawn, strict=True):
            scene, side = one.scene, one.scene.bout.side
            assert told["picture"] == picture_name(one) == f"{scene.step.exercise.id}.{scene.step.form}"
            as_drawn = side.other if side and told["turn"] < 0 else side
            wanted = picture_of(key_of(scene.step.exercise.id, scene.step.form, as_drawn))
            (turning,) = graphics[f"{told['picture']}.end"]["items"]
            assert turning["items"] == avg(wanted, frame="end")["items"]
            assert side or told["turn"] > 0
