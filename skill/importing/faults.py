"""What is wrong with a file, in one line; and text from outside, made fit to be shown."""

from skill.importing.limits import LONGEST_WORDS


class DamagedError(Exception):
    """A file cannot be read, or not to its end; the message says what is wrong and what to do instead."""


def shown(text: object) -> str:
    """Text from a file on one line without control characters, at most `LONGEST_WORDS` long."""
    words = " ".join(str(text).split())
    plain = "".join(each if each.isprintable() else "?" for each in words)
    return plain if len(plain) <= LONGEST_WORDS else f"{plain[: LONGEST_WORDS - 1]}…"
