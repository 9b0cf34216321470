"""What can be wrong with a service that runs come from, in the words that the conversation answers in."""

from enum import StrEnum

from skill.importing.found import ImportingError


class Trouble(StrEnum):
    """Why a service gave nothing; the values are ids of lines."""

    NOT_LINKED = "not-linked"
    """The runner's permission was taken back, or never given, or does not cover the runs."""
    NO_PAID_ACCESS = "no-paid-access"
    """The service wants to be paid by whoever asks, and is not."""
    LIMIT_SPENT = "limit-spent"
    """It was asked too often."""
    NOT_ANSWERING = "not-answering"
    """It cannot be reached, or not in time, or says that it is broken."""
    NOT_UNDERSTOOD = "not-understood"
    """What came back is none of its answers."""


class ServiceError(ImportingError):
    """A service gave nothing; the message is a line for whoever is at a terminal.

    Attributes:
        trouble: of which kind.
    """

    def __init__(self, trouble: Trouble, message: str) -> None:
        super().__init__(message)
        self.trouble = trouble
