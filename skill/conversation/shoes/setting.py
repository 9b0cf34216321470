"""What the runner changes about pairs and rules: retire, bring back, rename, life, kinds, rest, units."""

from collections.abc import Mapping
from dataclasses import replace

from skill.conversation.reply import Question, Reply
from skill.conversation.shoes.ending import ask_for_first_pair, go_on_after, refusal_in_words
from skill.conversation.shoes.finding import find, meant, vocabulary_of
from skill.conversation.shoes.words import about, kinds_in_words, pair_in_words, roughly, starting
from skill.conversation.talk import Talk
from skill.conversation.turn import Slot
from skill.shoes.distance import SpokenDistance, Unit
from skill.shoes.lifetime import mark_announced, with_life
from skill.shoes.limits import RefusedError, life_until
from skill.shoes.names import bare_name, is_part_of_name
from skill.shoes.pairs import bring_back_pair, rename_pair, retire_pair
from skill.shoes.rotation import Rest
from skill.shoes.run import RunKind
from skill.shoes.shoe import Shoe


def ask_to_retire(talk: Talk, heard: Slot | None) -> Reply:
    """Ask before a pair is taken out of the rotation."""
    if not talk.wardrobe.rotation.active:
        return ask_for_first_pair(talk)
    found = find(talk, heard, then="retire", values={}, shoes=talk.wardrobe.rotation.active)
    if isinstance(found, Reply):
        return found
    values = {"pair": pair_in_words(talk, found), "distance": about(talk, found.metres)}
    text = talk.say(f"shoes.retiring.sure{'' if found.metres else '_new'}", **values)
    return talk.ask(text, Question.RETIRE_PAIR, topic={"pair": found.id})


def retire(talk: Talk) -> Reply:
    """Take the pair of the topic out of the rotation; one that is out stays out."""
    rotation = talk.wardrobe.rotation
    shoe = rotation.find(talk.topic.get("pair"))
    if shoe is None:
        return go_on_after(talk, talk.say("shoes.undo.nothing"))
    if shoe.active:
        talk.wardrobe.rotation = retire_pair(rotation, mark_announced(shoe), talk.turn.at)
    pair, distance = pair_in_words(talk, shoe), about(talk, shoe.metres)
    line = f"shoes.retiring.done{'' if shoe.metres else '_new'}"
    return go_on_after(talk, talk.say(line, pair=pair, distance=distance))


def keep_pair(talk: Talk) -> Reply:
    """The pair stays in the rotation after all."""
    shoe = talk.wardrobe.rotation.find(talk.topic.get("pair"))
    pair = pair_in_words(talk, shoe) if shoe else ""
    return go_on_after(talk, talk.say("shoes.retiring.kept", pair=pair))


def bring_back(talk: Talk, heard: Slot | None) -> Reply:
    """Take a retired pair into the rotation again."""
    rotation = talk.wardrobe.rotation
    if not rotation.retired:
        return go_on_after(talk, talk.say("shoes.retiring.none_retired"))
    everything = (*rotation.retired, *rotation.active)
    found = find(talk, heard, then="bring-back", values={}, shoes=everything if heard else rotation.retired)
    if isinstance(found, Reply):
        return found
    try:
        talk.wardrobe.rotation = bring_back_pair(rotation, found, vocabulary_of(talk))
    except RefusedError as refused:
        return go_on_after(talk, refusal_in_words(talk, refused))
    pair, distance = starting(pair_in_words(talk, found)), about(talk, found.metres)
    return go_on_after(talk, talk.say("shoes.retiring.back", pair=pair, distance=distance))


def rename(talk: Talk, heard: Slot | None, name: Slot | None) -> Reply:
    """Call a pair something else."""
    if heard and name:
        heard, name = _name_and_new_name(talk, heard, name)
    found = _found(talk, heard, "rename", {"name": name.said} if name else {})
    if isinstance(found, Reply):
        return found
    topic = {"pair": found.id}
    if name is None:
        text = talk.say("shoes.setting.new_name", pair=pair_in_words(talk, found))
        return talk.ask(text, Question.RENAME_PAIR, topic=topic)
    words = vocabulary_of(talk)
    try:
        talk.wardrobe.rotation = rename_pair(
            talk.wardrobe.rotation, found, bare_name(name.said, words), words
        )
    except RefusedError as refused:
        return talk.ask(refusal_in_words(talk, refused), Question.RENAME_PAIR, topic=topic)
    renamed = talk.wardrobe.rotation.find(found.id) or found
    return go_on_after(talk, talk.say("shoes.setting.renamed", pair=pair_in_words(talk, renamed)))


def rename_to(talk: Talk, name: Slot) -> Reply:
    """The new name of the pair in the topic."""
    shoe = talk.wardrobe.rotation.find(talk.topic.get("pair"))
    return rename(talk, Slot(shoe.nickname, (shoe.id,)) if shoe else None, name)


def set_life(talk: Talk, heard: Slot | None, distance: SpokenDistance) -> Reply:
    """How far a pair lasts."""
    talk.wardrobe.hear(distance)
    metres = distance.metres(talk.wardrobe.unit)
    if metres is None and talk.topic.get("metres") is not None:
        metres = talk.topic["metres"]
    values = {} if metres is None else {"metres": float(metres)}
    found = _found(talk, heard, "life", values)
    if isinstance(found, Reply):
        return found
    pair = pair_in_words(talk, found)
    if metres is None:
        topic = {"then": "life", "pair": found.id}
        return talk.ask(talk.say("shoes.setting.which_life", pair=pair), Question.HOW_FAR, topic=topic)
    try:
        life = life_until(float(metres))
    except RefusedError as refused:
        return go_on_after(talk, refusal_in_words(talk, refused))
    talk.wardrobe.rotation = talk.wardrobe.rotation.with_shoe(with_life(found, life))
    line = "shoes.setting.life_soon" if found.metres < life.soon else "shoes.setting.life"
    due, soon = about(talk, life.due), roughly(talk, life.soon)
    return go_on_after(talk, talk.say(line, pair=starting(pair), due=due, soon=soon))


def set_kind(talk: Talk, heard: Slot | None, kind: RunKind | None) -> Reply:
    """Which kind of run a pair is kept for."""
    found = _found(talk, heard, "kind", {"kind": kind})
    if isinstance(found, Reply):
        return found
    pair = pair_in_words(talk, found)
    if kind is None:
        return talk.ask(talk.say("shoes.setting.which_kind", pair=starting(pair)))
    kept = replace(found, kinds=frozenset({kind}))
    talk.wardrobe.rotation = talk.wardrobe.rotation.with_shoe(kept)
    text = talk.say("shoes.setting.kind", pair=starting(pair), kinds=kinds_in_words(talk, kept))
    return go_on_after(talk, text)


def set_rest(talk: Talk, hours: int | None) -> Reply:
    """How long a pair rests between runs."""
    if hours is None:
        return talk.ask(talk.say("shoes.setting.which_rest"))
    try:
        talk.wardrobe.rotation = talk.wardrobe.rotation.with_rest(Rest(hours))
    except RefusedError as refused:
        return go_on_after(talk, refusal_in_words(talk, refused))
    return go_on_after(talk, talk.say("shoes.setting.rest", time=_hours(talk, hours)))


def switch_rest(talk: Talk, *, on: bool | None) -> Reply:
    """Whether rest counts in the choice."""
    if on is None:
        return talk.ask(talk.say("shoes.setting.switch"))
    rest = replace(talk.wardrobe.rotation.rest, on=on)
    talk.wardrobe.rotation = talk.wardrobe.rotation.with_rest(rest)
    text = talk.say(
        "shoes.setting.rest_on" if on else "shoes.setting.rest_off", time=_hours(talk, rest.hours)
    )
    return go_on_after(talk, text)


def set_unit(talk: Talk, unit: Unit | None) -> Reply:
    """Which unit the coach speaks in."""
    if unit is None:
        return talk.ask(talk.say("shoes.setting.which_unit"))
    chosen = Unit.MILES if unit is Unit.MILES else Unit.KILOMETRES
    talk.wardrobe.habits = replace(talk.wardrobe.habits, unit=chosen)
    said = talk.say(f"shoes.units.{chosen}")
    return go_on_after(talk, talk.say("shoes.setting.unit", unit=said))


def _found(talk: Talk, heard: Slot | None, then: str, values: Mapping[str, object]) -> Shoe | Reply:
    if not talk.wardrobe.rotation.shoes:
        return ask_for_first_pair(talk)
    return find(talk, heard, then=then, values=values)


def _name_and_new_name(talk: Talk, heard: Slot, name: Slot) -> tuple[Slot, Slot]:
    """Both names, cut apart where a pair's own name ends: what is heard has no mark between them."""
    words = [*heard.said.split(), *name.said.split()]
    heard_words = len(heard.said.split())
    for cut in (heard_words, *reversed(range(1, len(words)))):
        first = Slot(" ".join(words[:cut]))
        found = meant(talk, first, talk.wardrobe.rotation.shoes)
        if len(found) == 1 and is_part_of_name(first.said, found[0], vocabulary_of(talk)):
            return first, Slot(" ".join(words[cut:]))
    return heard, name


def _hours(talk: Talk, hours: int) -> str:
    return talk.say("shoes.setting.hours", count=hours)
