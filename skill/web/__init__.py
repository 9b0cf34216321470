"""The skill as a Flask service: signature verification, the endpoint and its health."""
