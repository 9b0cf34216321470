"""How much of a hold does a word in it cost?

    python -m bench words_in_a_hold

Everything here is said to the speaker eight seconds into the first hold: thanks, questions, settings, waits,
and what nobody understands. The figure is the time from the beginning of the answer to the next count, by the
estimate that replies are planned by; where the hold waits instead, the line says so.
"""

from collections.abc import Mapping
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any, Final

from bench.table import Line
from skill.alexa.entry import answer
from skill.alexa.skill import build_skill
from skill.content.loader import exercises
from skill.conversation.memory.walkthrough_pages import WALKTHROUGH, walkthrough_of
from skill.device.echo import Echo
from skill.device.envelopes import Envelopes
from skill.device.journal import Journal
from skill.hearing.interpreter import Interpreter
from skill.storage.sqlite import SQLiteRepository

SECONDS_IN: Final = 8
NOTEBOOKS: Final = "notebooks.sqlite3"
SAID: Final = (
    "thanks",
    "that feels great",
    "how much longer",
    "how many are left",
    "where are we",
    "which side is this",
    "what's next",
    "longer holds",
    "thirty second holds",
    "ten more seconds",
    "count down",
    "only count the last five",
    "count every five seconds",
    "slower",
    "wait for me after each exercise",
    "how do you count",
    "hear my settings",
    "everything back to normal",
    "I have a foam roller",
    "I have no frozen bottle",
    "which shoes today",
    "add my blue pegasus",
    "what's the weather like",
    "set a timer",
    "my wife ran ten k",
    "should I stretch after a run",
    "explain this one",
    "help",
    "what can I say",
    "pause",
    "just a second please",
    "blah fnord gronk",
    "ready",
    "no",
)
"""What runners say in a hold."""


@cache
def _interpreter() -> Interpreter:
    return Interpreter.of("en-US")


def lines() -> list[Line]:
    """One line for each thing said."""
    return [Line(f'"{said}"', _figure(said)) for said in SAID]


def _figure(said: str) -> str:
    with TemporaryDirectory() as folder:
        speaker = _speaker(Path(folder))
        counts = speaker.hear("start my post run stretches").timeline.planned
        speaker.wait(next(one.at for one in counts if one.text == "one") + SECONDS_IN - 1)
        heard = speaker.hear(said)
        page = SQLiteRepository(Path(folder) / NOTEBOOKS).read("runner", speaker.now).pages[WALKTHROUGH]
        walkthrough = walkthrough_of(page.body, exercises())
        if walkthrough is None or walkthrough.performance is None:
            return f"waits: {heard.timeline.text}"
        return f"{next(span.at for span in walkthrough.performance.spans if span.unit) + 1:.1f} s"


def _speaker(folder: Path) -> Echo:
    skill = build_skill(SQLiteRepository(folder / NOTEBOOKS), chance=lambda _: Random(0))  # noqa: S311 - wordings

    def ask(request: dict[str, Any]) -> Mapping[str, Any]:
        return answer(lambda: skill, request)

    now = datetime(2026, 11, 22, 9, tzinfo=UTC)
    speaker = Echo(ask, _interpreter(), Envelopes("runner"), now, Journal(folder / "speaker.json"))
    speaker.switch_on(now)
    return speaker
