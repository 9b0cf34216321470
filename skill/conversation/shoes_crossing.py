"""What the coach says about shoes unasked: once, when a pair gets to the end of its life."""

from skill.conversation.shoe_words import about, pair_in_words
from skill.conversation.talk import Talk
from skill.shoes.lifetime import told, untold


def speak_up(talk: Talk) -> str:
    """What is to be said, once, about pairs that have come to "soon" or "due"; empty when nothing is."""
    said = []
    for shoe in talk.wardrobe.closet.active:
        stage = untold(shoe)
        if stage is not None:
            key = f"shoes.crossing.{stage.name.lower()}"
            said.append(talk.say(key, pair=pair_in_words(talk, shoe), distance=about(talk, shoe.metres)))
            talk.wardrobe.closet = talk.wardrobe.closet.with_shoe(told(shoe))
    return " ".join(said)
