"""Whatever is asked, what tells nothing of the runner's own writes nothing."""

import pytest

from tests.questions.living_room import LivingRoom
from tests.questions.situations import Situation, situations

NEVER = (
    *("can I run ten k tomorrow", "shall I run in the ghost fifteen", "how many runs in the ghost fifteen"),
    *("did I run on thursday", "why the ghost sixteen", "what did I wear on thursday"),
    *("I'm going to run five miles tomorrow", "if I run ten miles how much is left"),
    *("my wife ran eight k", "a friend has the ghost fifteen too", "I cycled twenty k"),
    *("I wish I had run ten miles", "it does not hurt though", "I don't know", "that's wrong"),
    *("maybe", "kind of", "hang on", "do I have to", "two more minutes"),
)
"""Questions, plans, what others do, wishes, doubts and fillers."""
POINTING = ("the new ones", "the other pair", "no, the other pair", "the last one", "the first one")
"""What points at a pair, and is the name of none."""
OF_A_RUN = "my last run was nine"

each_situation = pytest.mark.parametrize("situation", situations().values(), ids=lambda one: one.name)


@each_situation
def test_what_tells_nothing_writes_nothing(
    situation: Situation, tmp_path_factory: pytest.TempPathFactory
) -> None:
    for said in NEVER:
        room = _room_where_it_is_asked(situation, tmp_path_factory)
        before = room.notebook
        heard = room.say(said)
        assert room.notebook == before, (said, heard)


@each_situation
def test_no_pair_is_called_by_words_that_only_point(
    situation: Situation, tmp_path_factory: pytest.TempPathFactory
) -> None:
    for said in POINTING:
        room = _room_where_it_is_asked(situation, tmp_path_factory)
        names = {line for line in room.notebook if line.startswith("pair ")}
        heard = room.say(said)
        assert not _called(room, said) - names, (said, heard)


@each_situation
def test_what_is_said_of_a_run_changes_nothing_but_a_run(
    situation: Situation, tmp_path_factory: pytest.TempPathFactory
) -> None:
    room = _room_where_it_is_asked(situation, tmp_path_factory)
    before = room.notebook
    heard = room.say(OF_A_RUN)
    changed = (room.notebook - before) + (before - room.notebook)
    assert all(line.startswith("ran ") for line in changed), (changed, heard)


def _room_where_it_is_asked(situation: Situation, folders: pytest.TempPathFactory) -> LivingRoom:
    room = LivingRoom(folders.mktemp("room"))
    for said in situation.before:
        room.say(said)
    assert room.asked == situation.name
    return room


def _called(room: LivingRoom, said: str) -> set[str]:
    """The pairs that have a word of these as their name."""
    words = [f"pair {word}" for word in said.replace("no, ", "").removeprefix("the ").split()]
    return {line for line in room.notebook if line.startswith(tuple(words))}
