"""What a body was before it changed, told by the parts that differ: a few bytes instead of the body again."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

WAS: Final = "was"
"""Another value altogether."""
PARTS: Final = "parts"
"""Of an object or a list: the parts that were otherwise, by their names or places."""
NEW: Final = "new"
"""Of an object: the names that were not there."""
FROM: Final = "from"
"""Of a list: where the stretch of it begins that was otherwise."""
UNTIL: Final = "until"
"""Of a list: where that stretch is over."""
WERE: Final = "were"
"""Of a list: what stood in the place of that stretch."""


def difference(now: Any, before: Any) -> dict[str, Any]:
    """What turns `now` into `before` by `restored`, JSON-able.

    Args:
        now: JSON-able data.
        before: likewise.
    """
    if isinstance(now, Mapping) and isinstance(before, Mapping):
        parts = {
            name: difference(now[name], value) if name in now else {WAS: value}
            for name, value in before.items()
            if name not in now or now[name] != value
        }
        return {PARTS: parts, NEW: [name for name in now if name not in before]}
    if isinstance(now, list) and isinstance(before, list):
        return _difference_of_lists(now, before)
    return {WAS: before}


def restored(now: Any, told: Mapping[str, Any]) -> Any:
    """What `now` was, as `difference` told it.

    Raises:
        KeyError, IndexError, TypeError, ValueError: the difference is not one of this.
    """
    if WAS in told:
        return told[WAS]
    if NEW in told:
        kept = {name: value for name, value in now.items() if name not in told[NEW]}
        parts = {name: restored(now.get(name), part) for name, part in told[PARTS].items()}
        return {**kept, **parts}
    if PARTS in told:
        items = list(now)
        for place, part in told[PARTS].items():
            items[int(place)] = restored(items[int(place)], part)
        return items
    return [*now[: told[FROM]], *told[WERE], *now[told[UNTIL] :]]


def _difference_of_lists(now: Sequence[Any], before: Sequence[Any]) -> dict[str, Any]:
    objects = all(isinstance(item, Mapping) for item in (*now, *before))
    if objects and len(now) == len(before):
        pairs = enumerate(zip(now, before, strict=True))
        return {PARTS: {str(place): difference(*pair) for place, pair in pairs if pair[0] != pair[1]}}
    shorter = min(len(now), len(before))
    first = next((place for place in range(shorter) if now[place] != before[place]), shorter)
    last = next(
        (back for back in range(shorter - first) if now[-1 - back] != before[-1 - back]), shorter - first
    )
    return {FROM: first, UNTIL: len(now) - last, WERE: before[first : len(before) - last]}
