"""What the coach says about shoes unasked: once, when a pair gets to the end of its life."""

from skill.conversation.shoes.words import about, pair_in_words
from skill.conversation.talk import Talk
from skill.shoes.lifetime import mark_announced, stage_to_announce
from skill.shoes.shoe import Shoe


def speak_up(talk: Talk, just_named: Shoe | None = None) -> str:
    """What is to be said, once, about pairs that have come to "soon" or "due"; empty when nothing is.

    Args:
        talk: the turn; what is said is noted in it.
        just_named: the pair whose distance was said in the sentence before.
    """
    said = []
    for shoe in talk.wardrobe.rotation.active:
        stage = stage_to_announce(shoe)
        if stage is not None:
            again = just_named is not None and just_named.id == shoe.id
            key = f"shoes.crossing.{stage.name.lower()}{'_just_named' if again else ''}"
            said.append(talk.say(key, pair=pair_in_words(talk, shoe), distance=about(talk, shoe.metres)))
            talk.wardrobe.rotation = talk.wardrobe.rotation.with_shoe(mark_announced(shoe))
    return " ".join(said)
