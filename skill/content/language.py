"""What code needs of a language to say something in it; `speech/phrasebook.py` has it."""

from typing import Protocol


class Language(Protocol):
    """The lines of a language, its numbers, and how long a voice takes to say them."""

    @property
    def code(self) -> str:
        """ISO 639-1, "en"."""

    def __contains__(self, key: str) -> bool:
        """Whether there is a line of that key."""

    def say(self, key: str, **values: str | int) -> str:
        """The line of that key, with its values filled in."""

    def all(self, key: str) -> list[str]:
        """Every text of a line that is a list."""

    def number(self, number: int) -> str:
        """A whole number in words."""

    def count(self, number: int, seconds: float = 1.0) -> str:
        """A number as it is counted aloud, short enough for the seconds that it has."""

    def seconds(self, text: str) -> float:
        """The time a voice is given for the text."""
