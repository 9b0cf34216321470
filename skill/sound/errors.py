"""The root of what can go wrong with sound on one's own machine."""


class SoundError(Exception):
    """What was asked cannot be made to sound; the message says why, in one line, to the user."""
