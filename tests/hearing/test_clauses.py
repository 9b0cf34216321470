"""What is asked for is heard ahead of a reason, a story or the dog; a moment is given behind anything."""

import pytest

from skill.hearing.interpreter import Interpreter


@pytest.mark.parametrize(
    ("said", "intent"),
    [
        ("skip the left my dog is lying on it", "ChooseSidesIntent"),
        ("wait wait the kettle's boiling over", "AMAZON.PauseIntent"),
        ("one sec our gran's at the door", "AMAZON.PauseIntent"),
        ("say that again i was miles away with the kids", "SayAgainIntent"),
        ("put on some music while i get comfortable", "OutOfScopeIntent"),
        ("skip this one it bores me stiff honestly", "SkipIntent"),
        ("the parcel van's outside hang on", "AMAZON.PauseIntent"),
        ("cat on the mat give me a second", "AMAZON.PauseIntent"),
    ],
)
def test_a_clause_behind_it_or_a_wait_behind_anything_is_acted_on(
    said: str, intent: str, interpreter: Interpreter
) -> None:
    understood = interpreter.understand(said)

    assert (understood.intent, understood.guess) == (intent, "")


@pytest.mark.parametrize(
    "said",
    [
        "i ran ten miles in the rain my word it was lovely",
        "retire the wombats i never liked the colour of them",
        "delete everything i was only looking",
        "stop it i told you biscuit",
    ],
)
def test_what_writes_or_ends_is_not_acted_on_ahead_of_a_clause(said: str, interpreter: Interpreter) -> None:
    understood = interpreter.understand(said)

    assert understood.intent is None or understood.guess


@pytest.mark.parametrize(
    "said", ["show me my progress", "are there any stretches i can do lying down", "don't wait i said"]
)
def test_what_is_one_with_the_words_ahead_of_it_is_no_clause(said: str, interpreter: Interpreter) -> None:
    ahead = {"ExplainIntent", "HowManyLeftIntent", "AMAZON.PauseIntent"}
    understood = interpreter.understand(said)

    assert understood.intent not in ahead or understood.guess
