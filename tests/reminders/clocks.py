"""Times as a clock on the wall shows them, which knows no time zone."""

from datetime import datetime


def on_the_clock(text: str) -> datetime:
    """The time "2026-11-23T08:00" of the runner's own clock."""
    return datetime.fromisoformat(text)
