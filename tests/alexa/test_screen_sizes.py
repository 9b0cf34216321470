"""A response with its screen is far smaller than Alexa takes, whatever the routine and the settings."""

import json
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from skill.alexa.responses import LARGEST_RESPONSE
from skill.alexa.screens.directive import render
from skill.alexa.screens.graphics import LARGEST, pictures
from skill.coach.preferences import Pace, Preferences, Words
from skill.content.loader import exercises
from skill.conversation.memory.profile import Profile
from skill.conversation.turn.reply import Screen
from skill.sound.recital import recite
from skill.speech.spoken_sheet import SpeechFormat, speak
from tests.speech.test_every_reply import NAMES, profiles

SHORTEST = Profile(
    preferences=Preferences(
        hold_seconds=10, massage_seconds=20, repetitions=3, sets=1, pace=Pace.FASTER, words=Words.FEWEST
    )
)
"""So that as many exercises as ever stand in one reply."""
ELSEWHERE = 8_000
"""Bytes for what else a response carries: the session's attributes and a card."""


def responses(name: str, profile: Profile, seed: int) -> list[tuple[Screen, int]]:
    """The screen of each reply of a routine, and the bytes of its sound and screen together."""
    random = Random(seed)  # noqa: S311 - wordings, not secrets
    found = []
    for part in recite(name, profile, exercises(), "en-US", random):
        reply = part.reply
        assert reply.screen
        sound = speak(reply.sheet, SpeechFormat.APLA, "token", "en")
        drawn = render(reply.screen, reply.sheet.seconds, "t" * 32, goes_on=True)
        found.append((reply.screen, len(json.dumps([sound.speech, sound.directive, drawn]).encode())))
    return found


@pytest.mark.parametrize("name", NAMES)
@settings(max_examples=6, deadline=None)
@given(profile=profiles() | st.just(SHORTEST), seed=st.integers(0, 3))
def test_every_response_with_its_screen_is_small_enough(name: str, profile: Profile, seed: int) -> None:
    for _, size in responses(name, profile, seed):
        assert size + ELSEWHERE < LARGEST_RESPONSE


def test_where_many_exercises_stand_in_a_reply_each_is_shown_at_its_end_at_least() -> None:
    screen, _ = responses("post-run", SHORTEST, 0)[0]
    drawn = pictures(screen.scenes)
    shown = {one.scene.step.exercise.id for one in screen.scenes}
    assert len(shown) == 4
    assert {f"{exercise}.standard.end" for exercise in shown} <= drawn.keys()
    assert len(json.dumps(drawn)) < LARGEST * 1.1


def test_where_there_is_room_both_positions_are_shown() -> None:
    screen, _ = responses("toes-on-wall", Profile(), 0)[0]
    assert set(pictures(screen.scenes)) == {"toes-on-wall.standard.end", "toes-on-wall.standard.start"}
