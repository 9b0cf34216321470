"""When counts sound in a real browser, and when its ring shows them: `python -m bench page`, 15 minutes.

A whole routine in real time, and one exercise each with the processor busy and with another tab in front. The
sound is looked at in the page's own audio graph, at the last node ahead of the loudspeaker.
"""

import multiprocessing
import os
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random
from typing import Any, Final

from playwright.sync_api import sync_playwright

from bench.table import Line
from skill.speech.phrasebook import Phrasebook
from stand_ins.hostile_page import browser
from stand_ins.page_in_browser import FLAGS, APage, Browser, started
from stand_ins.page_server import page_server, running

LISTENER: Final = Path(__file__).with_name("page_listener.js").read_text("utf-8")
ROUTINE: Final = "start my post run stretches"
EXERCISE: Final = "start toes on the wall"
LONGEST: Final = 900.0
"""Seconds for a routine of nine and a half minutes, on a machine that is busy."""
NEAR: Final = 0.3
"""Seconds in which an onset, or a number, is a count's own."""
ONSET_LIMIT: Final = 0.030
RING_LIMIT: Final = 0.050
_BUSY: Final = os.cpu_count() or 2
"""Processes that do nothing but calculate: one for each processor."""


@dataclass(frozen=True, slots=True)
class Measured:
    """What was found of one performance.

    Attributes:
        counts: how many were to sound.
        numbers: how many of them the ring shows.
        late: how far each that was found began from its second, in seconds.
        ring: how far the ring's number changed from the sound of its count, in seconds.
    """

    counts: int
    numbers: int
    late: Sequence[float]
    ring: Sequence[float]

    def lines(self, what: str) -> list[Line]:
        """As lines of the table."""
        found = f"{what}: {len(self.late)} of {self.counts} counts heard, the farthest from its second"
        lines = [_line(found, self.late, ONSET_LIMIT)]
        if self.ring:
            seen = (
                f"{what}: {len(self.ring)} of {self.numbers} numbers of the ring, the farthest from its sound"
            )
            lines.append(_line(seen, self.ring, RING_LIMIT))
        return lines


def lines() -> list[Line]:
    """Measure all three."""
    found = browser()
    assert found, "no Chromium is installed"  # noqa: S101 - the bench is run by hand
    with (
        tempfile.TemporaryDirectory() as folder,
        sync_playwright() as playwright,
        started(playwright, found, FLAGS) as chromium,
        running(page_server(Path(folder), voice="best")) as page,
    ):
        link = page.links[0]
        quiet = _performed(chromium, link, ROUTINE)
        with _busy():
            busy = _performed(chromium, link, EXERCISE)
        hidden = _performed(chromium, link, EXERCISE, lambda tab: tab.page.context.new_page())
    return [
        *quiet.lines(f"a whole routine, {page.voice}"),
        *busy.lines("one exercise, the processor busy"),
        *replace(hidden, ring=()).lines("one exercise, another tab in front"),
    ]


def _performed(
    chromium: Browser, link: str, words: str, meanwhile: Callable[[APage], Any] | None = None
) -> Measured:
    """Let it be performed to its end in a browser of its own; its policy is off, for the listener's sake."""
    context = chromium.new_context(bypass_csp=True)
    tab = APage(context.new_page()).open(link)
    tab.page.evaluate("() => footCoach.player.wake()")
    tab.page.evaluate(LISTENER)
    tab.says(words)
    other = meanwhile(tab) if meanwhile else None
    if other:
        other.bring_to_front()
    tab.until("!footCoach.coach.exchange.open && !footCoach.player.sounding", LONGEST)
    told = tab.value("bench.told()")
    onsets, shown = tab.value("bench.onsets"), tab.value("bench.shown")
    context.close()
    return _measured(told, onsets, shown)


def _measured(told: Sequence[Any], onsets: Sequence[float], shown: Sequence[Any]) -> Measured:
    phrasebook = Phrasebook.of("en", Random(0))  # noqa: S311 - numbers do not vary
    numbers = {phrasebook.count(number): str(number) for number in range(1, 21)}
    late: list[float] = []
    ring: list[float] = []
    counts = shown_at_all = 0
    for performance in told:
        for text in performance["texts"]:
            counts += 1
            shown_at_all += text["say"] in numbers
            due = performance["begins"] + text["at"]
            heard = _nearest(due, onsets)
            if heard is None:
                continue
            late.append(heard - due)
            came = _nearest(heard, [at for at, number in shown if number == numbers.get(text["say"])])
            ring += [] if came is None else [came - heard]
    return Measured(counts, shown_at_all, late, ring)


def _nearest(to: float, times: Sequence[float]) -> float | None:
    near = [time for time in times if abs(time - to) < NEAR]
    return min(near, key=lambda time: abs(time - to), default=None)


def _line(what: str, found: Sequence[float], limit: float) -> Line:
    worst = max(map(abs, found), default=0.0)
    return Line(what, f"{worst * 1000:.1f} ms", worst / limit, f"{limit * 1000:.0f} ms", "<= 1.0")


@contextmanager
def _busy() -> Iterator[None]:
    """Every processor has more to do than it can."""
    processes = [multiprocessing.Process(target=_calculate, daemon=True) for _ in range(_BUSY)]
    for process in processes:
        process.start()
    try:
        yield
    finally:
        for process in processes:
            process.terminate()
            process.join()


def _calculate() -> None:
    while True:
        sum(range(10_000))
