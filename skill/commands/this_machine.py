"""The time zone of this machine."""

from datetime import UTC, datetime, timedelta, tzinfo


class ThisMachine(tzinfo):
    """The machine's own zone, by the rules that it has for the time in question.

    A fixed offset, which is all that the standard library gives, would be an hour off for half of the year.
    """

    def utcoffset(self, at: datetime | None, /) -> timedelta | None:
        """How far its clock is ahead of UTC then."""
        return at.replace(tzinfo=None).astimezone().utcoffset() if at else None

    def dst(self, at: datetime | None, /) -> timedelta | None:  # noqa: ARG002 - nobody here asks for it
        """Not told apart from the rest of the offset."""
        return None

    def tzname(self, at: datetime | None, /) -> str | None:
        """What the machine calls it then."""
        return at.replace(tzinfo=None).astimezone().tzname() if at else None

    def fromutc(self, at: datetime, /) -> datetime:
        """The machine's time of a moment."""
        return at.replace(tzinfo=UTC).astimezone().replace(tzinfo=self)
