"""Times in recordings, and the ids that they give."""

from datetime import UTC, datetime


def instant(text: str) -> datetime | None:
    """An ISO 8601 time in UTC; one without an offset stays as it is, on the runner's own clock."""
    try:
        at = datetime.fromisoformat(text.strip())
        return at.astimezone(UTC).replace(microsecond=0) if at.tzinfo else at.replace(microsecond=0)
    except (ValueError, OverflowError):
        return None


def id_by_start(source: str, start: datetime) -> str:
    """The id of a run that nothing else gives one."""
    zone = "Z" if start.tzinfo else ""
    return f"{source}:{start.replace(tzinfo=None).isoformat()}{zone}"
