"""The skill as a Flask service: signature verification, the endpoint and its health."""

LOOPBACK = "127.0.0.1"
"""The one address at which a service without verification may listen."""
BODY_BYTES = 150 * 1000
"""Far over any request of Alexa's (a few KB); a longer body is refused by its declared length, unread."""


class BindError(Exception):
    """The service may not, or cannot, listen there."""
