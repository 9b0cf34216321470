"""The names of the pairs in use, for the device that is to understand them."""

from skill.conversation.memory.shoe_pages import SHOES, rotation_of
from skill.conversation.shoes.which_pair import vocabulary_of
from skill.conversation.turn.talk import Talk
from skill.shoes.name_vocabulary import NameVocabulary
from skill.shoes.names import short_names
from skill.shoes.rotation import Rotation
from skill.storage.repository import Notebook
from skill.value import Value


class PairName(Value):
    """What the runner calls a pair.

    Attributes:
        id: of the pair.
        nickname: its whole name.
        short: words of it that no other pair in use has.
    """

    id: str
    nickname: str
    short: tuple[str, ...] = ()


def names_to_teach(talk: Talk, notebook: Notebook) -> tuple[PairName, ...] | None:
    """The names of the pairs in use, at a session's beginning and when they have changed; None otherwise."""
    words = vocabulary_of(talk)
    now = _names(talk.shoes.rotation, words)
    if talk.turn.new_session or not talk.shoes.changed:
        return now or None if talk.turn.new_session else None
    page = None if SHOES in talk.unreadable else notebook.pages.get(SHOES)
    before = _names(rotation_of(page.body), words) if page else ()
    return None if now == before else now


def _names(rotation: Rotation, words: NameVocabulary) -> tuple[PairName, ...]:
    active = rotation.active
    return tuple(PairName(shoe.id, shoe.nickname, short_names(shoe, active, words)) for shoe in active)
