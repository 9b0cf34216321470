"""A question travels as JSON, and one that an older version wrote is still read."""

import pytest

from skill.conversation.shoes.shoe_settings import RetirePair
from skill.conversation.stretching.coaching_settings import HowLongHolds
from skill.conversation.turn.question import Question, read_question


@pytest.mark.parametrize(
    ("question", "body"),
    [
        (RetirePair("a"), {"is": "retire-pair", "about": "a"}),
        (RetirePair("a", repeated=True), {"is": "retire-pair", "about": "a", "repeated": True}),
        (HowLongHolds(in_routine=True), {"is": "how-long-holds", "in_routine": True}),
    ],
)
def test_what_has_its_default_is_left_out(question: Question, body: dict[str, object]) -> None:
    assert question.body() == body
    assert read_question(body) == question


def test_one_that_says_its_defaults_is_read() -> None:
    assert read_question({"is": "retire-pair", "about": "a", "repeated": False}) == RetirePair("a")


def test_one_that_no_longer_fits_is_none() -> None:
    assert read_question({"is": "retire-pair", "about": None}) is None
