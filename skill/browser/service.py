"""Puts the page's server together: keys, devices, a voice, views."""

import socket
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from flask import Flask

from skill.browser.app import View, create_app
from skill.browser.callers import Callers
from skill.browser.keys import Keys, secret_in
from skill.browser.tabs import Household, Tabs
from skill.browser.views.closet import Closet
from skill.browser.views.history import History
from skill.browser.views.settings import Settings
from skill.device.backend import Skill
from skill.ears.at_hand import ears_of
from skill.ears.likely import everything_likely
from skill.sound.spoken_texts import SpokenTexts
from skill.sound.voice import VoiceMissingError
from skill.sound.voices import voice_of
from skill.storage.repository import Repository
from skill.web import LOOPBACK

EVERYWHERE: Final = ("0.0.0.0", "::")  # noqa: S104 - compared with, not listened on
_ANY_ADDRESS: Final = ("192.0.2.1", 9)
"""Of nobody (RFC 5737): asking for the way there sends nothing, and tells by which address one would go."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked of the page's server.

    Attributes:
        users: who may come, at least one.
        locale: as in "en-US".
        voice: a name or a path, as `voice_of` takes it.
        ears: likewise, as `ears_of` takes them.
        host: the name or address it listens on.
        secret: the file of the secret that keys are made of.
        journal: the file of the sessions that are open.
        sounds: the folder in which sounds are kept that anybody may hear.
    """

    users: Sequence[str]
    locale: str
    voice: str
    ears: str
    host: str
    secret: Path
    journal: Path
    sounds: Path


@dataclass(frozen=True, slots=True)
class Page:
    """A server that is ready to be run.

    Attributes:
        app: the application.
        keys: of the users.
        wanted: what was asked for.
        note: what is to be known of its voice and ears.
    """

    app: Flask
    keys: Keys
    wanted: Wanted
    note: Sequence[str]

    def links(self, port: int) -> list[str]:
        """The link of each user."""
        where = f"http://{_reached_at(self.wanted.host)}:{port}"
        return [f"{where}/#key={self.keys.key_of(user)}" for user in self.wanted.users]

    def told(self, links: Sequence[str]) -> Iterator[str]:
        """What is said when it starts."""
        yield "The coach is open at:"
        for user, link in zip(self.wanted.users, links, strict=True):
            yield f"  {link}" + (f"  ({user})" if len(links) > 1 else "")
        yield from self.note
        if self.wanted.host != LOOPBACK:
            yield "Whoever is in this network and has the link may talk to the coach and see what it keeps."


def service(
    wanted: Wanted,
    skill: Skill,
    looking: Skill,
    repository: Repository,
    *,
    access_token: Callable[[str], str],
    clock: Callable[[], datetime],
) -> Page:
    """The page's server.

    Args:
        wanted: what is asked of it.
        skill: answers requests.
        looking: the same on a store that is only looked at.
        repository: the store.
        access_token: gives a user's access token at Strava; empty where none is.
        clock: aware, UTC.

    Raises:
        LocaleError: nobody speaks to the coach there.
        VoiceMissingError: a voice was named that is not there.
        EarsError: ears were named that are not there.
        OSError: the secret can be neither read nor kept.
    """
    keys = Keys(secret_in(wanted.secret), wanted.users)
    language = wanted.locale.partition("-")[0]
    sounds, voice = None, ""
    try:
        named = voice_of(wanted.voice, language)
        sounds, voice = SpokenTexts(named, wanted.sounds), named.name
    except VoiceMissingError:
        if wanted.voice != "best":
            raise

    def address_of(text: str) -> str | None:
        return f"/sound/{sounds.digest_of(text)}" if sounds else None

    tabs = Tabs(Household(skill, wanted.locale, access_token, address_of, clock, wanted.journal))
    views: dict[str, View] = {
        "shoes": Closet(looking, repository, wanted.locale, clock),
        "history": History(repository, wanted.locale, clock),
        "settings": Settings(repository, wanted.locale, clock),
    }
    ears = ears_of(wanted.ears)
    if ears:
        threading.Thread(target=ears.prepare, args=(everything_likely(language),), daemon=True).start()
    about = {"language": language, "voice": voice, "ears": ears.name if ears else "", "locale": wanted.locale}
    app = create_app(Callers(keys, tabs), sounds, ears, views, about=about, host=wanted.host)
    return Page(app, keys, wanted, ())


def _reached_at(host: str) -> str:
    """By which address others, or this machine, reach a server that listens there."""
    if host not in EVERYWHERE:
        return f"[{host}]" if ":" in host else host
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asked:
        try:
            asked.connect(_ANY_ADDRESS)
        except OSError:
            return socket.gethostname()
        found: str = asked.getsockname()[0]
        return found
