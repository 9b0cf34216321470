"""What only a part of an utterance says: asked about, or acted on where it is most and changes nothing."""

import pytest

from skill.hearing.interpreter import Interpreter
from skill.hearing.sentences import Sentences, Template
from skill.hearing.vocabulary import vocabulary

SENTENCES = Sentences(
    templates=(
        Template("LogRunIntent", "log {number:distance} {unit}"),
        Template("AMAZON.NextIntent", "show me the next exercise"),
        Template("AMAZON.StopIntent", "stop the routine"),
        Template("EmergencyIntent", "my chest hurts"),
        Template("AMAZON.YesIntent", "yes"),
        Template("DeleteMyDataIntent", "delete all my data"),
        Template("RetireShoesIntent", "retire {any_shoe:shoe}"),
        Template("SoreAreaIntent", "my {any_body_area:body_area} hurts"),
        Template("SomebodyElseIntent", "my {somebody} ran {number:other_distance} {unit:other_unit}"),
    ),
    rules={},
    lists={
        "unit": (("(kilometer|kilometers)", "kilometres"), ("(mile|miles)", "miles")),
        "shoe": (("ghost", None), ("pegasus", None)),
        "body_area": (("calf", "calves"), ("knee", None)),
        "somebody": (("wife", "somebody"),),
    },
    writing=frozenset({"LogRunIntent", "RetireShoesIntent", "DeleteMyDataIntent"}),
    asides=frozenset({"somebody", "other_distance", "other_unit"}),
    invocation_name="foot coach",
)


@pytest.fixture(scope="module")
def interpreter() -> Interpreter:
    return Interpreter(SENTENCES, vocabulary("en"))


@pytest.mark.parametrize(
    ("said", "intent", "guess"),
    [
        ("show me the next exercise", "AMAZON.NextIntent", ""),
        ("show me the very next exercise", "AMAZON.NextIntent", ""),
        ("goodness show me the next exercise", "AMAZON.NextIntent", ""),
        ("log ten miles", "LogRunIntent", ""),
        ("log ten lovely miles", "LogRunIntent", "log ten miles"),
        (
            "it was raining cats and dogs show me the next exercise",
            "AMAZON.NextIntent",
            "show me the next exercise",
        ),
        (
            "it was raining cats and dogs and then it snowed for an hour or more show me the next exercise",
            None,
            "",
        ),
        ("it was raining cats and dogs and then it snowed my chest hurts", "EmergencyIntent", ""),
        ("do not show me the next exercise", None, ""),
        ("why log ten miles", None, ""),
        ("well maybe yes then", None, ""),
        ("kindly delete all of my data", None, ""),
    ],
)
def test_a_part_is_acted_on_or_asked_about_or_too_little(
    said: str, intent: str | None, guess: str, interpreter: Interpreter
) -> None:
    understood = interpreter.understand(said)
    assert (understood.intent, understood.guess) == (intent, guess)


@pytest.mark.parametrize(
    ("said", "intent", "guess"),
    [
        ("stop the rotuine", "AMAZON.StopIntent", ""),
        ("retire the gohst", None, ""),
        ("retire gohst", "RetireShoesIntent", ""),
        ("reitre ghost", "RetireShoesIntent", "retire ghost"),
        ("delete all my dta", None, ""),
    ],
)
def test_a_misspelt_word_is_put_right_and_asked_about_where_it_would_write(
    said: str, intent: str | None, guess: str, interpreter: Interpreter
) -> None:
    understood = interpreter.understand(said)
    assert (understood.intent, understood.guess) == (intent, guess)


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("my shin hurts", "shin"),
        ("my knee hurts", "knee"),
        ("my chest hurts", None),
        ("my exercise hurts", None),
    ],
)
def test_an_open_slot_takes_no_word_that_stands_elsewhere(
    said: str, value: str | None, interpreter: Interpreter
) -> None:
    understood = interpreter.understand(said)
    assert understood.slots.keys() == ({"body_area"} if value else set())
    if value:
        assert (understood.slots["body_area"].value, understood.slots["body_area"].static) == (value, ())


def test_what_nobody_asks_for_is_heard_and_left_out(interpreter: Interpreter) -> None:
    understood = interpreter.understand("my wife ran ten miles")
    assert (understood.intent, dict(understood.slots)) == ("SomebodyElseIntent", {})


@pytest.mark.parametrize("said", ["uh", "to", "no", "it", "um uh", "go on it is"])
def test_words_of_two_letters_are_like_nothing(said: str, interpreter: Interpreter) -> None:
    assert interpreter.understand(said).intent is None
