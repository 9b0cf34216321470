"""A worn pair is replaced by a new one, which is used as the old one was."""

from datetime import datetime

from skill.shoes.default_pairs import defaults_handed_on
from skill.shoes.lifetime import mark_announced
from skill.shoes.name_vocabulary import NameVocabulary
from skill.shoes.pairs import add_pair, retire_pair
from skill.shoes.rotation import Rotation
from skill.shoes.shoe import Basis, Life, Shoe
from skill.value import replace


def heir_of(old: Shoe, id_: str, name: str, at: datetime) -> Shoe:
    """A new pair that is kept for the same runs, with the same alert, and as long as was told of the old one.

    Args:
        old: the pair that it replaces.
        id_: of the new pair.
        name: of the new pair; the maker and the model are the old one's where the name is.
        at: when it comes into use, aware, UTC.
    """
    again, told = name == old.nickname, old.life_basis is Basis.TOLD
    return Shoe(
        id_,
        name,
        at,
        brand=old.brand if again else None,
        model=old.model if again else None,
        life=old.life if told else Life(),
        life_basis=Basis.TOLD if told else Basis.CONVENTION,
        kinds=old.kinds,
        alert_metres=old.alert_metres,
    )


def replace_pair(
    rotation: Rotation, old: Shoe, heir: Shoe, old_name: str, vocabulary: NameVocabulary
) -> Rotation:
    """With a pair retired, and a new one in its place.

    Args:
        rotation: the state before.
        old: the pair in it that is worn out.
        heir: the new pair; its name may be the one that the old one has.
        old_name: what the old one is called from now on.
        vocabulary: of the runner's language.

    Raises:
        RefusedError: the old one is retired already, the name is not allowed, or there are too many pairs.
    """
    retired = retire_pair(rotation, mark_announced(old), heir.added_at)
    gone = retired.find(old.id)
    if gone is None:
        raise ValueError("the pair is not in the rotation")
    renamed = retired.with_shoe(replace(gone, nickname=old_name))
    return defaults_handed_on(add_pair(renamed, heir, vocabulary), old.id, heir.id)


def take_replacement_back(rotation: Rotation, old: Shoe, heir: Shoe, old_name: str) -> Rotation:
    """With the old pair in use again under its name, and the new one, which has not run, gone.

    Args:
        rotation: the state before.
        old: the pair that was replaced.
        heir: the one that replaced it.
        old_name: what the old one was called before.
    """
    without = replace(rotation, shoes=tuple(shoe for shoe in rotation.shoes if shoe.id != heir.id))
    back = without.with_shoe(replace(old, nickname=old_name, retired_at=None))
    return defaults_handed_on(back, heir.id, old.id)
