import pytest

from skill.hearing.interpreter import Interpreter
from tests.device import a_speaker


@pytest.fixture(scope="session")
def interpreter() -> Interpreter:
    """English, learnt once: sentences are read as they are first tried, which takes longer than hearing."""
    return a_speaker.interpreter()
