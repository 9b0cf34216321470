"""A runner's Strava on one's own machine: asks with the tokens of the file, and keeps what replaces them."""

from collections.abc import Callable
from datetime import datetime
from typing import TypeVar

from skill.strava.addresses import Addresses
from skill.strava.connection import Connection
from skill.strava.faults import StravaError
from skill.strava.token_file import Link, TokenFile
from skill.strava.tokens import refreshed
from skill.value import Value, replace

Result = TypeVar("Result")


class LinkedAccount(Value):
    """The link of one runner of this machine.

    Attributes:
        file: where it is kept.
        user: whose it is.
        addresses: where Strava is.
    """

    file: TokenFile
    user: str
    addresses: Addresses

    def ask(
        self, connection: Connection, now: datetime, question: Callable[[Connection, str], Result]
    ) -> Result:
        """What Strava answers.

        A token that is over is replaced before, and one that Strava takes for over, which it is where this
        machine's clock is slow, afterwards, once.

        Args:
            connection: it knows how long it may take.
            now: aware.
            question: asks over the connection with an access token.

        Raises:
            StravaError: Strava gave nothing.
            TokenFileError: the file cannot be read or written.
        """
        link = self._link()
        if link.tokens.over(now):
            return question(connection, self._refresh(connection, link).tokens.access)
        try:
            return question(connection, link.tokens.access)
        except StravaError as error:
            if error.fault != "no-token":
                raise
        return question(connection, self._refresh(connection, link).tokens.access)

    def access_token(self, connection: Connection, now: datetime) -> str:
        """An access token that is not over; empty where there is no link, or the permission was taken back.

        Where Strava does not answer, it is the last one: who asks with it will see for himself.

        Raises:
            TokenFileError: the file cannot be read or written.
        """
        link = self.file.link_of(self.user)
        if link is None:
            return ""
        if not link.tokens.over(now):
            return link.tokens.access
        try:
            return self._refresh(connection, link).tokens.access
        except StravaError as error:
            return "" if error.fault == "no-token" else link.tokens.access

    def _link(self) -> Link:
        link = self.file.link_of(self.user)
        if link is None:
            raise StravaError("never-linked")
        return link

    def _refresh(self, connection: Connection, link: Link) -> Link:
        try:
            tokens = refreshed(connection, self.addresses.oauth, link.application, link.tokens)
        except StravaError:
            # Another process of this machine may have used the refresh token up, and kept the next one.
            newest = self.file.link_of(self.user)
            if newest is None or newest.tokens == link.tokens:
                raise
            return newest
        new = replace(link, tokens=tokens)
        if tokens != link.tokens:
            self.file.keep(self.user, new)
        return new
