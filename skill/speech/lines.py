"""What numbers, dates and distances need of a language to be said in it; `phrasebook` has it."""

from typing import Protocol


class Lines(Protocol):
    """The lines of a language."""

    @property
    def language(self) -> str:
        """ISO 639-1 code, "en"."""

    def say(self, key: str, **values: str | int) -> str:
        """The line of that key."""

    def all(self, key: str) -> list[str]:
        """Every text of a line that is a list."""

    def number(self, number: int) -> str:
        """A whole number in words."""
