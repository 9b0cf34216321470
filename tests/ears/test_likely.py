import pytest

from skill.ears.likely import Occasion, everything_likely, likely
from skill.hearing.interpreter import Interpreter
from tests.device import a_speaker

INTO_THE_LOG = frozenset(
    [
        "AddShoesIntent",
        "BringBackShoesIntent",
        "ConfirmDeletionIntent",
        "CorrectDistanceIntent",
        "CorrectShoesIntent",
        "DeleteMyDataIntent",
        "DeleteRunIntent",
        "LogRunIntent",
        "RateRunIntent",
        "RenameShoesIntent",
        "RetireShoesIntent",
        "SetShoeKindIntent",
        "SetShoeLifeIntent",
        "SetStartingDistanceIntent",
    ]
)


@pytest.fixture(scope="module")
def interpreter() -> Interpreter:
    return a_speaker.interpreter()


@pytest.mark.parametrize("phrase", everything_likely("en"))
def test_what_is_likely_is_understood_for_certain_and_writes_nothing_into_the_log(
    phrase: str, interpreter: Interpreter
) -> None:
    said, opens = interpreter.invocation.split(phrase)
    understood = interpreter.understand(said)
    assert opens or understood.intent
    assert not understood.guess
    assert understood.intent not in INTO_THE_LOG


def test_answers_are_likely_only_where_something_was_asked() -> None:
    assert "yes" in likely("en", Occasion.ASKED)
    assert "yes" not in likely("en", Occasion.PERFORMING)
    assert "pause" not in likely("en", Occasion.IDLE)
    assert all("open foot coach" in likely("en", occasion) for occasion in Occasion)


def test_a_language_without_a_list_has_none() -> None:
    assert likely("xx", Occasion.ASKED) == ()
