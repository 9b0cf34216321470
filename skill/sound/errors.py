"""The root of what can go wrong with sound on one's own machine."""

INSTALL_VOICE = "in the project's folder, .venv-run/bin/pip install -r requirements/voice.in"
"""How to get what speaks and encodes, which is optional."""


class SoundError(Exception):
    """What was asked cannot be made to sound; the message says why, in one line, to the user."""
