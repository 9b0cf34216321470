"""The skill as a Flask service: signature verification, the endpoint and its health."""

LOOPBACK = "127.0.0.1"
"""The one address at which a service without verification may listen."""


class BindError(Exception):
    """The service may not, or cannot, listen there."""
