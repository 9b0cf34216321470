"""The root of what can go wrong on one's own machine."""

INSTALL_VOICE = "in the project's folder, .venv-run/bin/pip install -r requirements/voice.in"
"""How to get what speaks and encodes, which is optional."""


class SpeakerError(Exception):
    """The speaker cannot do what was asked; the message says why, in one line, to the user."""
