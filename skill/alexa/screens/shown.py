"""What is to be seen of a reply, as JSON: the data that our APL document draws, and that the page draws.

Nothing in it knows of APL. Times are seconds from the reply's beginning; texts are ready to be shown.
"""

from typing import Any

from skill.coach.scenes import ShownCount
from skill.content.exercise import DoseKind
from skill.conversation.turn.reply import Screen, ShownScene
from skill.value import asdict


def shown(screen: Screen) -> dict[str, Any]:
    """The screen's data; what a scene has not is left out of it."""
    return {
        "title": _headline(screen.title),
        "lines": list(screen.lines),
        "scenes": [_scene(one) for one in screen.scenes],
        "left": round(screen.left, 1),
        "ahead": round(screen.ahead, 1),
        "left_words": screen.left_words,
        "touches": [{"touch": str(touch), "label": label} for touch, label in screen.touches],
        "answers": list(screen.answers),
        "closet": None if screen.closet is None else [asdict(pair) for pair in screen.closet],
    }


def _scene(one: ShownScene) -> dict[str, Any]:
    scene, words = one.scene, asdict(one.words)
    return {
        "at": scene.at,
        "kind": str(scene.kind),
        "exercise": scene.step.exercise.id,
        "name": _headline(scene.name),
        "form": str(scene.step.form),
        "side": str(scene.bout.side or ""),
        "picture": scene.picture,
        "set": scene.bout.set,
        "sets": scene.bout.sets,
        **(_count(scene.count) if scene.count else {}),
        "words": {name: text for name, text in words.items() if text},
        "next": scene.next_name,
    }


def _count(count: ShownCount) -> dict[str, Any]:
    """The number that is shown is `from`, one nearer to `to` in each `unit`, and never past it.

    The share of the bout that is over is `done`, and one more in each `unit`, of `of`.
    """
    return {
        "counts": "repetitions" if count.kind is DoseKind.REPETITIONS else "seconds",
        "from": count.first,
        "to": count.last,
        "of": count.whole,
        "done": count.done,
        "unit": count.unit,
    }


def _headline(text: str) -> str:
    return text[:1].upper() + text[1:]
