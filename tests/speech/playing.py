"""Plays an inflated audio document on paper: when each of its texts begins, and when all is over."""

from collections.abc import Callable

from skill.sound.inflation import Component, Mixer, Sequencer, Silence, Speech

Onsets = list[tuple[float, str]]


def play(component: Component, seconds: Callable[[str], float], begin: float = 0.0) -> tuple[Onsets, float]:
    """The onsets in seconds, in order, and the end, for a voice that takes `seconds` for a text."""
    match component:
        case Speech(content):
            return [(begin, content)], begin + seconds(content)
        case Silence(duration):
            return [], begin + duration / 1000
        case Sequencer(items):
            onsets: Onsets = []
            for item in items:
                more, begin = play(item, seconds, begin)
                onsets += more
            return onsets, begin
        case Mixer(items):
            played = [play(item, seconds, begin) for item in items]
            return sorted(onset for each, _ in played for onset in each), max(end for _, end in played)
