"""What is wrong with a file, in one line; and text from outside, made fit to be shown."""

from skill.importing.limits import LONGEST_WORDS


class DamagedError(Exception):
    """A file cannot be read, or not to its end; the message says what is wrong and what to do instead."""


def shown(text: object, longest: int = LONGEST_WORDS) -> str:
    """Text from outside on one line without control characters, cut where it is longer than `longest`."""
    words = " ".join(str(text).split())
    plain = "".join(each if each.isprintable() else "?" for each in words)
    return plain if len(plain) <= longest else f"{plain[: longest - 1]}…"
