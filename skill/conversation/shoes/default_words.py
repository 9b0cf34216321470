"""The runs that a default pair is for, in words."""

from collections.abc import Iterable

from skill.conversation.turn.talk import Talk
from skill.shoes.run import RunKind


def default_in_words(talk: Talk, kinds: Iterable[RunKind | None]) -> str:
    """The runs of some kinds, None for any: "trail runs and races", "runs without a pair"."""
    keys = (f"shoes.kinds.{kind}" if kind else "pairs.default.any_runs" for kind in kinds)
    return talk.phrasebook.join([talk.line(key) for key in keys])
