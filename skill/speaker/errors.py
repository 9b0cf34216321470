"""The root of what can go wrong on one's own machine."""


class SpeakerError(Exception):
    """The speaker cannot do what was asked; the message says why, in one line, to the user."""
