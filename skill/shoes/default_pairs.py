"""The pairs that a run without a pair was in: one for any run, and one for a kind of run."""

from skill.shoes.rotation import Rotation
from skill.shoes.run import RunKind
from skill.shoes.shoe import Shoe
from skill.value import replace


def default_pair(rotation: Rotation, kind: RunKind | None) -> Shoe | None:
    """The pair that a run of this kind was in when none is told; None where the runner is to be asked.

    The pair for any run is none for a kind that it is not kept for, where another pair is kept for just that:
    a race is rather run in the race pair.
    """
    own = _in_use(rotation, rotation.default_of.get(kind)) if kind else None
    shoe = own or _in_use(rotation, rotation.default)
    if own or shoe is None or kind is None or kind in shoe.kinds:
        return shoe
    kept = any(kind in other.kinds for other in rotation.active)
    return None if kept else shoe


def with_default(rotation: Rotation, kind: RunKind | None, shoe: str | None) -> Rotation:
    """With another default pair, or none.

    Args:
        rotation: the state before.
        kind: of the runs that it is for; None for any.
        shoe: the pair's id; None for none.
    """
    if kind is None:
        return replace(rotation, default=shoe)
    others = {other: id_ for other, id_ in rotation.default_of.items() if other is not kind}
    return replace(rotation, default_of={**others, **({kind: shoe} if shoe else {})})


def default_of(rotation: Rotation, kind: RunKind | None) -> str | None:
    """The id of the default pair for a kind of run, or for any, retired or not; None for none."""
    return rotation.default if kind is None else rotation.default_of.get(kind)


def defaults_handed_on(rotation: Rotation, before: str, after: str | None) -> Rotation:
    """With another pair wherever one was the default.

    Args:
        rotation: the state before.
        before: the id of the pair that was.
        after: the id of the pair that is to be; None for none.
    """
    handed_on = {kind: after if id_ == before else id_ for kind, id_ in rotation.default_of.items()}
    return replace(
        rotation,
        default=after if rotation.default == before else rotation.default,
        default_of={kind: id_ for kind, id_ in handed_on.items() if id_},
    )


def kinds_of_default(rotation: Rotation, shoe: Shoe) -> tuple[RunKind | None, ...]:
    """What a pair is the default for: None for any run, and kinds of run."""
    kinds = (kind for kind in RunKind if rotation.default_of.get(kind) == shoe.id)
    return (*((None,) if rotation.default == shoe.id else ()), *kinds)


def _in_use(rotation: Rotation, id_: str | None) -> Shoe | None:
    found = rotation.find(id_)
    return found if found and found.active else None
