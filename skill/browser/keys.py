"""Who may use the page: each user has a key, which the link carries and then a cookie.

A key is made of the user's name and a secret of this machine, so that links and cookies outlive the server,
and nobody makes one who cannot read the secret.
"""

import hashlib
import hmac
import os
import secrets
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final

SECRET_BYTES: Final = 32


def secret_in(path: Path) -> bytes:
    """The secret that a file keeps, made where there is none yet; whoever deletes it makes all links void.

    Raises:
        OSError: the file can be neither read nor made.
    """
    with suppress(FileNotFoundError):
        kept = path.read_bytes()
        if len(kept) >= SECRET_BYTES:
            return kept
        path.unlink()
    path.parent.mkdir(parents=True, exist_ok=True)
    made = secrets.token_bytes(SECRET_BYTES)
    with suppress(FileExistsError):
        file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(file, "wb") as opened:
            opened.write(made)
        return made
    return path.read_bytes()


class Keys:
    """The keys of the users who may come.

    Args:
        secret: from `secret_in`.
        users: who has one.
    """

    def __init__(self, secret: bytes, users: Sequence[str]) -> None:
        self._keys = {user: _key(secret, user) for user in users}

    def key_of(self, user: str) -> str:
        """The key of one of the users."""
        return self._keys[user]

    def user_of(self, key: str) -> str | None:
        """Whose key it is; None for nobody's."""
        given = key.encode("utf-8", "replace")
        found = [user for user, kept in self._keys.items() if hmac.compare_digest(kept.encode(), given)]
        return found[0] if found else None


def _key(secret: bytes, user: str) -> str:
    return hmac.new(secret, user.encode(), hashlib.sha256).hexdigest()[:40]
