"""What the coach says about shoes unasked: once, when a pair comes to the end of its life."""

from skill.conversation.shoes.shoe_words import pair_in_words, rounded_distance
from skill.conversation.turn.talk import Talk
from skill.shoes.alerts import alert_due, mark_alerted
from skill.shoes.lifetime import mark_announced, stage_to_announce
from skill.shoes.shoe import Shoe


def announce_stages(talk: Talk, just_named: Shoe | None = None) -> str:
    """Announce, once, the pairs that have come to "soon" or "due", or to a distance of the runner's own.

    Args:
        talk: the turn; what is announced is noted in its rotation.
        just_named: the pair whose distance was said in the sentence before.

    Returns:
        What is to be said; empty when nothing is.
    """
    said = []
    for shoe in talk.shoes.rotation.active:
        stage = stage_to_announce(shoe)
        if stage is not None:
            again = just_named is not None and just_named.id == shoe.id
            key = f"shoes.crossing.{stage.name.lower()}{'_just_named' if again else ''}"
            distance = rounded_distance(talk, shoe.metres)
            said.append(talk.line(key, pair=pair_in_words(talk, shoe), distance=distance))
            note_announced(talk, shoe)
        if alert_due(shoe):
            alert = rounded_distance(talk, shoe.alert_metres or 0)
            said.append(talk.line("pairs.alert.due", pair=pair_in_words(talk, shoe), alert=alert))
            talk.shoes.rotation = talk.shoes.rotation.with_shoe(mark_alerted(_now(talk, shoe)))
    return " ".join(said)


def note_announced(talk: Talk, shoe: Shoe) -> None:
    """Note that the runner was told the stage that a pair is in."""
    talk.shoes.rotation = talk.shoes.rotation.with_shoe(mark_announced(shoe))


def _now(talk: Talk, shoe: Shoe) -> Shoe:
    return talk.shoes.rotation.find(shoe.id) or shoe
