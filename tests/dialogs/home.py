"""A runner's home with a speaker in it, and what no answer of the coach may be."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from skill.conversation.turn.reminder_service import no_reminders
from skill.device.echo import Exchange
from skill.speech import apla, ssml
from tests.device.a_reminder_service import KeptReminders
from tests.device.a_speaker import speaker

SUNDAY_MORNING = datetime(2026, 11, 22, 9, tzinfo=UTC)
APOLOGY = "went wrong"
INVITATIONS = ("?", "say ", "say, ", "say: ", "tell me")
"""One of these is in the last words of an answer that leaves the microphone open."""


class Home:
    """A speaker on a shelf, whose notebook and journal outlast a loss of power.

    Args:
        folder: where it keeps them.
        now: what its clock shows.
        reminds: whether there is what keeps reminders, as Alexa's own devices have it.
    """

    def __init__(self, folder: Path, now: datetime, *, reminds: bool = False) -> None:
        self.folder = folder
        self._reminders = KeptReminders().for_turn if reminds else no_reminders
        self.device = speaker(folder, now, reminders=self._reminders)

    def hear(self, said: str, wait: float = 0, unplugged: float = 0) -> Exchange:
        """The answer to what is said, after seconds of waiting and then seconds without power."""
        if wait:
            self.device.wait(wait)
        if unplugged:
            now = self.device.now + timedelta(seconds=unplugged)
            self.device = speaker(self.folder, now, reminders=self._reminders)
        return self.device.hear(said)


def unfit(exchange: Exchange) -> list[str]:
    """What makes the answer unfit, whatever was said."""
    text = exchange.timeline.text
    speech = exchange.response["response"].get("outputSpeech", {}).get("ssml", "")
    found = []
    if not text or APOLOGY in text or "{" in text:
        found.append("no good answer")
    if exchange.open and not any(invitation in text.lower()[-150:] for invitation in INVITATIONS):
        found.append("open without an invitation")
    if exchange.timeline.seconds > apla.LONGEST or len(speech) >= ssml.LONGEST:
        found.append("longer than Alexa plays")
    return found
