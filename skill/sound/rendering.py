"""Renders replies as one sound: performs the JSON of each, and notes what was planned beside it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from skill.conversation.turn.reply import Reply
from skill.sound.performance import Samples, SpeaksText, join, perform, silence
from skill.sound.recital import BETWEEN_REPLIES, RecitedReply
from skill.sound.sound_file import Chapter
from skill.value import asdict

Respond = Callable[[Reply], Mapping[str, Any]]
"""What the skill sends for a reply: the `response` of Alexa's JSON."""


@dataclass(slots=True)
class Rendering:
    """A sound and what was to be heard in it.

    Attributes:
        sound: 16-bit mono samples.
        sample_rate: samples a second.
        cues: every cue with the second at which it was to begin, JSON-able.
        chapters: where each exercise begins.
    """

    sample_rate: int
    pieces: list[Samples] = field(default_factory=list)
    cues: list[dict[str, Any]] = field(default_factory=list)
    chapters: list[Chapter] = field(default_factory=list)

    @property
    def sound(self) -> Samples:
        """All of it."""
        return join(self.pieces)

    @property
    def seconds(self) -> float:
        """Its length."""
        return sum(map(len, self.pieces)) / self.sample_rate


def render_recital(
    recital: Iterable[RecitedReply], respond: Respond, voice: SpeaksText, title: Callable[[str], str]
) -> Rendering:
    """Perform every reply, one after the other.

    A reply that is over before its planned end is followed by silence until then.

    Args:
        recital: in order.
        respond: makes a reply the response that is performed.
        voice: says it.
        title: the name of an exercise, by its id.
    """
    rendering = Rendering(voice.sample_rate)
    for number, recited in enumerate(recital):
        sheet = recited.reply.sheet
        _plan(rendering, recited, number, title)
        sound = perform(respond(recited.reply), voice)
        left = sheet.seconds - len(sound) / voice.sample_rate
        pause = max(left, 0.0) + (BETWEEN_REPLIES if sheet.resume_at else 0.0)
        rendering.pieces += [sound, silence(1000 * pause, voice.sample_rate)]
    return rendering


def _plan(rendering: Rendering, recited: RecitedReply, number: int, title: Callable[[str], str]) -> None:
    begin = rendering.seconds
    steps = recited.walkthrough.plan.routine.steps
    for cue in recited.reply.sheet.cues:
        rendering.cues.append(
            {
                "at": round(begin + cue.at, 3),
                "seconds": round(cue.seconds, 3),
                "text": cue.text,
                "kind": str(cue.kind),
                "place": asdict(cue.place),
                "reply": number,
            }
        )
        name = title(steps[cue.place.step].exercise.id)
        if not rendering.chapters or rendering.chapters[-1].title != name:
            rendering.chapters.append(Chapter(begin + cue.at, name))
