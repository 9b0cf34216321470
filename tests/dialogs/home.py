"""A runner's home with a speaker in it, and what no answer of the coach may be."""

from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from random import Random

from skill.alexa.entry import answer
from skill.alexa.skill import build_skill
from skill.speaker.device import Device, Exchange
from skill.speaker.envelopes import Envelopes
from skill.speaker.journal import Journal
from skill.speaker.understanding import Understanding
from skill.storage.sqlite import SQLiteRepository

EN_US = Path(__file__).parents[2] / "interaction_model" / "interactionModels" / "custom" / "en-US.json"
SUNDAY_MORNING = datetime(2026, 11, 22, 9, tzinfo=UTC)
LONGEST_AUDIO = 240
MOST_CHARACTERS = 8_000
"""Amazon's limits of one response: seconds of APL for Audio, characters of outputSpeech."""
APOLOGY = "went wrong"
INVITATIONS = ("?", "say ", "say, ", "say: ", "tell me")
"""One of these is in the last words of an answer that leaves the microphone open."""


@cache
def understanding() -> Understanding:
    return Understanding(EN_US)


class Home:
    """A speaker on a shelf, whose notebook and journal outlast a loss of power."""

    def __init__(self, folder: Path, now: datetime) -> None:
        self.folder = folder
        self.device = self._plugged_in(now)

    def hear(self, said: str, wait: float = 0, unplugged: float = 0) -> Exchange:
        """The answer to what is said, after seconds of waiting and then seconds without power."""
        if wait:
            self.device.wait(wait)
        if unplugged:
            now = self.device.now + timedelta(seconds=unplugged)
            self.device = self._plugged_in(now)
            self.device.switch_on(now)
        return self.device.hear(said)

    def _plugged_in(self, now: datetime) -> Device:
        made = build_skill(SQLiteRepository(self.folder / "notebooks.sqlite3"), random=Random(1))  # noqa: S311 - chance, not secrets
        return Device(
            skill=lambda event: answer(lambda: made, event),
            understanding=understanding(),
            envelopes=Envelopes("a runner"),
            now=now,
            journal=Journal(self.folder / "journal.json"),
        )


def unfit(exchange: Exchange) -> list[str]:
    """What makes the answer unfit, whatever was said."""
    text = exchange.timeline.text
    speech = exchange.response["response"].get("outputSpeech", {}).get("ssml", "")
    found = []
    if not text or APOLOGY in text or "{" in text:
        found.append("no good answer")
    if exchange.open and not any(invitation in text.lower()[-150:] for invitation in INVITATIONS):
        found.append("open without an invitation")
    if exchange.timeline.seconds > LONGEST_AUDIO or len(speech) >= MOST_CHARACTERS:
        found.append("longer than Alexa plays")
    return found
