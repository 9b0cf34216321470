"""What a reply performs, kept so that an interruption can be placed in it."""

from datetime import datetime, timedelta

from skill.coach.cue_sheet import Place, Span
from skill.value import Value

LISTENING = timedelta(seconds=8)
"""So long Alexa listens behind a reply before the reprompt sounds (Alexa's documentation: about 8 s)."""
SESSION_GRACE = timedelta(seconds=60)
"""So long after a reply's end an answer, or the news that the session is over, must have come: Alexa listens
twice for about 8 s, with the reprompt between them (Alexa's documentation); the rest is reserve."""


class Performance(Value):
    """What the last reply performs.

    Attributes:
        began_at: when it began to sound, aware, UTC.
        seconds: its length.
        spans: where in the routine each of its moments is; at least one.
        resume_at: where the next reply goes on; None when the routine ends with this one.
        in_silence: what the device performs when nobody answers; it begins behind the listening, with the
            reprompt. None where the device waits.
    """

    began_at: datetime
    seconds: float
    spans: tuple[Span, ...]
    resume_at: Place | None
    in_silence: "Performance | None" = None

    def elapsed(self, now: datetime) -> float:
        """Seconds from its beginning to this time."""
        return (now - self.began_at).total_seconds()

    def sounding_at(self, now: datetime) -> "Performance":
        """What sounds at this time: itself, or what begins when nobody answers."""
        later = self.in_silence
        return later if later and now >= later.began_at else self

    def is_unanswered(self, now: datetime) -> bool:
        """Whether an answer, or the news that the session is over, should have come long before this time.

        A routine's last reply needs none, unless it was to sound in silence: nobody knows that it did.
        """
        last = self.in_silence or self
        awaited = last is not self or self.resume_at is not None
        return awaited and last.elapsed(now) > last.seconds + SESSION_GRACE.total_seconds()
