"""The tokens on one's own machine: a file that its owner alone may read, each write whole or not at all."""

import json
import os
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any, Final

from skill.importing.found import ImportingError
from skill.strava.tokens import Application, Tokens
from skill.value import Value

OWNER_ALONE: Final = 0o600
_OTHERS: Final = 0o077


class TokenFileError(ImportingError):
    """The file cannot be read or written; the message says what to do."""


class Link(Value):
    """A runner's permission, as it is kept.

    Attributes:
        application: who asks.
        tokens: what Strava gave.
    """

    application: Application
    tokens: Tokens


class TokenFile:
    """Keeps the links of this machine's runners.

    Args:
        path: of the file; it need not be there, nor its folder.
    """

    def __init__(self, path: Path) -> None:
        self.path = path

    def link_of(self, user: str) -> Link | None:
        """The runner's link; None where there is none.

        Raises:
            TokenFileError: the file cannot be read.
        """
        kept = self._read().get(user)
        return None if kept is None else self._link(kept)

    def keep(self, user: str, link: Link | None) -> None:
        """Keep the runner's link in place of the one before; None takes it away.

        Raises:
            TokenFileError: the file cannot be read or written.
        """
        links = {name: kept for name, kept in self._read().items() if name != user}
        if link is not None:
            links[user] = {
                "client_id": link.application.id,
                "client_secret": link.application.secret,
                "access_token": link.tokens.access,
                "refresh_token": link.tokens.refresh,
                "ends": link.tokens.ends.isoformat(),
            }
        try:
            self._write(links)
        except OSError as error:
            raise TokenFileError(f"{self.path} cannot be written: {error.strerror}") from error

    def _write(self, links: dict[str, Any]) -> None:
        if not links:
            self.path.unlink(missing_ok=True)
            return
        self.path.parent.mkdir(parents=True, exist_ok=True)
        # Made by mkstemp, so nobody else can read it, not even before it is whole.
        with NamedTemporaryFile("w", dir=self.path.parent, prefix=self.path.name, delete=False) as new:
            try:
                json.dump(links, new, indent=1)
                new.flush()
                os.fsync(new.fileno())
                os.replace(new.name, self.path)  # noqa: PTH105 - a name, not a path
            except BaseException:
                with suppress(OSError):
                    os.unlink(new.name)  # noqa: PTH108 - as above
                raise

    def _read(self) -> dict[str, Any]:
        try:
            if self.path.stat().st_mode & _OTHERS:
                self.path.chmod(OWNER_ALONE)
            links = json.loads(self.path.read_bytes())
        except FileNotFoundError:
            return {}
        except OSError as error:
            raise TokenFileError(f"{self.path} cannot be read: {error.strerror}") from error
        except ValueError:
            raise self._damaged() from None
        if not isinstance(links, dict):
            raise self._damaged()
        return links

    def _link(self, kept: Any) -> Link:
        try:
            return Link(
                Application(str(kept["client_id"]), str(kept["client_secret"])),
                Tokens(
                    str(kept["access_token"]),
                    str(kept["refresh_token"]),
                    datetime.fromisoformat(kept["ends"]).astimezone(UTC),
                ),
            )
        except (KeyError, TypeError, ValueError):
            raise self._damaged() from None

    def _damaged(self) -> TokenFileError:
        return TokenFileError(f"{self.path} is damaged. Delete it, then run: python -m skill strava connect")
