from datetime import date
from pathlib import Path

import pytest

from skill.speaker.understanding import Understanding

MODEL = Path(__file__).parents[2] / "interaction_model/interactionModels/custom/en-US.json"
SUNDAY = date(2026, 11, 22)


@pytest.fixture(scope="module")
def understanding() -> Understanding:
    return Understanding(MODEL)


@pytest.mark.parametrize(
    "said",
    [
        "start my post run stretches",
        "Alexa, start my post-run stretches, please!",
        "um, could you please start my post run stretches",
        "HEY COACH start my post run stretches thanks",
        "start my postrun streches",
    ],
)
def test_manners_case_punctuation_and_slips_do_not_change_what_is_meant(
    said: str, understanding: Understanding
) -> None:
    understood = understanding.understand(said)
    assert understood.intent == "StartRoutineIntent"
    assert [match.id for match in understood.slots["routine"].static] == ["post-run"]


@pytest.mark.parametrize(
    "said",
    [
        "",
        " ",
        "?!",
        "🦶🦶🦶",
        "\x00\x1b[31m\x07",
        "start " * 1000,
        "começar a massagem dos pés agora mesmo por favor",
        "начать растяжку",
        "ストレッチを始めて",
        "asdkjh qwe zzxcv",
        "what's the weather",
        "play some jazz",
        "order a pizza",
    ],
)
def test_what_no_foot_coach_could_answer_is_not_understood(said: str, understanding: Understanding) -> None:
    assert understanding.understand(said).intent is None


def test_it_prints_as_one_plain_object(understanding: Understanding) -> None:
    assert understanding.understand("do the toe scrunches").as_dict() == {
        "said": "do the toe scrunches",
        "intent": "StartExerciseIntent",
        "slots": {
            "exercise": {
                "value": "toe scrunches",
                "id": "toe-scrunches",
                "matches": [{"id": "toe-scrunches", "name": "toe scrunches"}],
            }
        },
        "score": 1.0,
    }
