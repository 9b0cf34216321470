"""The plain answers that a screen offers to a question: each is understood, and answers it."""

from pathlib import Path
from random import Random

import pytest

from skill.conversation.turn.question import OpenQuestion, Question, question_kinds, read_question
from skill.speech.phrasebook import Phrasebook
from tests.questions.living_room import LivingRoom
from tests.questions.situations import Situation, situations

ENGLISH = Phrasebook.of("en", Random(0))  # noqa: S311 - wordings, not secrets
NOT_UNDERSTOOD = "didn't get that"
USUAL = (Question.named_answers, OpenQuestion.named_answers)
"""Yes, no, and none: what yes and no do in each situation, `test_questions.py` tells."""
OF_ITS_OWN = [kind.name for kind in question_kinds() if kind.named_answers not in USUAL]


def asked(folder: Path, situation: Situation) -> LivingRoom:
    folder.mkdir()
    room = LivingRoom(folder)
    for said in situation.before:
        room.say(said)
    assert room.asked == situation.name
    return room


def named_answers(room: LivingRoom) -> list[str]:
    (body, *_) = room.device.envelopes.session["attributes"]["questions"]
    question = read_question(body)
    assert question
    return [ENGLISH.say(f"screen.answer.{name}") for name in question.named_answers()]


@pytest.mark.slow
@pytest.mark.parametrize("name", OF_ITS_OWN)
def test_what_is_offered_to_be_tapped_is_understood(tmp_path: Path, name: str) -> None:
    situation = situations()[name]
    for number, answer in enumerate(named_answers(asked(tmp_path / "first", situation))):
        room = asked(tmp_path / str(number), situation)
        understood = room.device.understands(answer)
        assert understood.intent, answer
        assert not understood.guess, answer
        assert NOT_UNDERSTOOD not in room.say(answer), answer
