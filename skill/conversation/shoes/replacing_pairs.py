"""A pair is replaced by a new one: the old one retires, and the new one is used as it was."""

from collections.abc import Iterator

from skill.conversation.shoes.pair_exchanges import PairReplaced
from skill.conversation.shoes.pairs_spoken_of import speak_of
from skill.conversation.shoes.replies import say_about_shoes
from skill.conversation.shoes.shoe_words import capitalised, pair_in_words, rounded_distance
from skill.conversation.shoes.told_in_words import told_in_words
from skill.conversation.shoes.which_pair import WhichPair, find_pair, meant, vocabulary_of
from skill.conversation.turn.reply import Outcome
from skill.conversation.turn.talk import Talk
from skill.conversation.turn.turn import Slot
from skill.shoes.lifetime import mark_announced
from skill.shoes.limits import RefusedError
from skill.shoes.name_rules import check_name
from skill.shoes.names import bare_name
from skill.shoes.pairs import new_id
from skill.shoes.replacing import heir_of, replace_pair
from skill.shoes.shoe import Shoe
from skill.shoes.told_of_pair import NOTHING_TOLD, ToldOfPair


class ReplaceWhichPair(WhichPair, kw_only=True, name="replace-which-pair"):
    """Which pair is replaced.

    Attributes:
        new_name: what the new one is called; None for the same name.
        told: what was told of the new one.
    """

    new_name: str | None = None
    told: ToldOfPair = NOTHING_TOLD

    def use(self, talk: Talk, heard: Slot) -> Outcome:
        """Replace it."""
        return replace_with_new(talk, heard, Slot(self.new_name) if self.new_name else None, self.told)


def replace_with_new(talk: Talk, heard: Slot | None, name: Slot | None, told: ToldOfPair) -> Outcome:
    """Retire a pair, and add a new one in its place, of the same name where no other is told.

    Where only the new one is named, it takes the place of the one that is called so.
    """
    if heard is None and name and meant(talk, name, talk.shoes.rotation.active):
        heard, name = name, None
    question = ReplaceWhichPair(new_name=name.said if name else None, told=told)
    old = find_pair(talk, heard, question, talk.shoes.rotation.active)
    return put_in_place_of(talk, old, name, told)


def put_in_place_of(talk: Talk, old: Shoe, name: Slot | None, told: ToldOfPair) -> Outcome:
    """Add a new pair in the place of an old one, which retires."""
    words, today = vocabulary_of(talk), talk.place_settings.read_local_time().date()
    new_name = bare_name(name.said, words) if name else old.nickname
    heir = told.of(heir_of(old, new_id(talk.shoes.rotation, talk.turn.id), new_name, talk.turn.at), today)
    same = words.words(new_name) == words.words(old.nickname)
    old_name = _name_of_the_old(talk, old) if same else old.nickname
    rotation = replace_pair(talk.shoes.rotation, old, mark_announced(heir), old_name, words)
    talk.shoes.rotation = rotation
    talk.changed(PairReplaced(old.id, heir.id, old.nickname))
    new = speak_of(talk, rotation.shoes[-1])
    retired = rotation.find(old.id) or old
    values = {"name": new.nickname, "distance": rounded_distance(talk, old.metres)}
    if new.starting_metres:
        values["start"] = rounded_distance(talk, new.starting_metres)
    line = "done_with" if new.starting_metres else "done"
    text = talk.line(f"pairs.replacing.{line}", old=capitalised(pair_in_words(talk, retired)), **values)
    row = told_in_words(talk, new, told)
    return say_about_shoes(talk, f"{text} {talk.line('pairs.told.they', told=row)}" if row else text)


def _name_of_the_old(talk: Talk, old: Shoe) -> str:
    """What a pair is called whose name a new one has: "old Ghost", if that is free and short."""
    words, rotation = vocabulary_of(talk), talk.shoes.rotation
    known = {words.words(shoe.nickname) for shoe in rotation.shoes}
    for name in _old_names(talk, old.nickname):
        try:
            allowed = check_name(name, rotation, words, old.id)
        except RefusedError:
            continue
        if words.words(allowed) not in known:
            return allowed
    return old.nickname


def _old_names(talk: Talk, name: str) -> Iterator[str]:
    yield talk.line("pairs.replacing.old_name", name=name)
    for ordinal in talk.phrasebook.all("dates.ordinals")[1:]:
        yield talk.line("pairs.replacing.another_old_name", name=name, ordinal=ordinal)
