"""Puts the page's server together: keys, devices, a voice, views."""

import socket
import ssl
import threading
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from functools import cache
from pathlib import Path
from random import Random
from typing import Final

from skill.browser.app import BODY_BYTES, View, create_app
from skill.browser.callers import Callers
from skill.browser.keys import Keys, secret_in
from skill.browser.tabs import Household, Tabs
from skill.browser.views.closet import Closet
from skill.browser.views.history import History
from skill.browser.views.place import PlaceLeft
from skill.browser.views.settings import Settings
from skill.coach.preferences import LONGEST_HOLD
from skill.device.backend import Skill
from skill.ears.at_hand import ears_of
from skill.ears.likely import everything_likely
from skill.ears.transcript import Ears
from skill.extras import how_to_install
from skill.hearing.interpreter import Interpreter
from skill.sound.spoken_texts import SpokenTexts
from skill.sound.voice import Speaker, VoiceMissingError
from skill.sound.voices import BEST, voice_of
from skill.speech.phrasebook import Phrasebook
from skill.storage.repository import Repository
from skill.value import Value, asdict
from skill.web import LOOPBACK, BindError
from skill.web.server import Server

CLIENT_SECONDS: Final = 20.0
"""For a phone's part at the far end of the house: 20 s of speech are 640 KB."""
HERE: Final = (LOOPBACK, "localhost", "::1")
EVERYWHERE: Final = ("0.0.0.0", "::")  # noqa: S104 - compared with, not listened on
_ANY_ADDRESS: Final = ("192.0.2.1", 9)
"""Of nobody (RFC 5737): asking for the way there sends nothing, and tells by which address one would go."""


class Wanted(Value):
    """What is asked of the page's server.

    Attributes:
        host: the name or address it listens on.
        port: 0 takes any free one.
        users: who may come, at least one.
        locale: as in "en-US".
        voice: a name or a path, as `voice_of` takes it.
        ears: likewise, as `ears_of` takes them.
        secret: the file of the secret that keys are made of.
        journal: the file of the sessions that are open.
        sounds: the folder in which sounds are kept that anybody may hear.
        tls: its certificate; None for plain http.
    """

    host: str
    port: int
    users: Sequence[str]
    locale: str
    voice: str
    ears: str
    secret: Path
    journal: Path
    sounds: Path
    tls: ssl.SSLContext | None = None


class Page(Value):
    """A server that is ready to be run.

    Attributes:
        server: listens already.
        links: of the users, in their order.
        wanted: what was asked for.
        sounds: of what is said; None where nothing speaks.
        voice: who speaks; None where nobody does.
        ears: on this machine; None where there are none.
    """

    server: Server
    links: Sequence[str]
    wanted: Wanted
    sounds: SpokenTexts | None
    voice: Speaker | None
    ears: Ears | None

    def run(self) -> None:
        """Answer until the process is interrupted or `close` is called; voice and ears get ready then."""
        # It is waited for at the end: a library that is cut off in the middle ends the process with a fault.
        getting_ready = threading.Thread(target=self._get_ready)
        getting_ready.start()
        try:
            self.server.run()
        finally:
            if self.sounds:
                self.sounds.close()
            getting_ready.join()

    def close(self) -> None:
        """Stop listening, and speaking then."""
        self.server.close()

    def _get_ready(self) -> None:
        language = self.wanted.locale.partition("-")[0]
        if self.sounds:
            phrasebook = Phrasebook.of(language, Random(0))  # noqa: S311 - numbers do not vary
            self.sounds.warm(phrasebook.count(number) for number in range(1, LONGEST_HOLD + 1))
        if self.ears:
            self.ears.prepare(everything_likely(language))

    def told(self) -> Iterator[str]:
        """What is said when it starts."""
        yield "The coach is open at:"
        for user, link in zip(self.wanted.users, self.links, strict=True):
            yield f"  {link}" + (f"  ({user})" if len(self.links) > 1 else "")
        if not self.voice:
            yield f"It has no voice: you can read along. For one: {how_to_install('natural')}"
        if self.wanted.host not in HERE:
            yield "Whoever is in your network and has the link may talk to the coach and see what it keeps."
            if not self.wanted.tls:
                yield "Over plain http it could be listened in to, and a phone's browser gives no microphone;"
                yield "docs/browser.md says how to have a certificate."


def served(
    wanted: Wanted,
    skill: Skill,
    looking: Skill,
    looking_past: Skill,
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
        looking_past: likewise, without the routine that is under way.
        repository: the store.
        access_token: gives a user's access token at Strava; empty where none is.
        clock: aware, UTC.

    Raises:
        LocaleError: nobody speaks to the coach there.
        VoiceMissingError: a voice was named that is not there.
        EarsError: ears were named that are not there.
        BindError: it cannot listen there, or its secret can be neither read nor kept.
    """
    try:
        keys = Keys(secret_in(wanted.secret), wanted.users)
    except OSError as error:
        raise BindError(f"no key can be kept in {wanted.secret}: {error.strerror}") from error
    language = wanted.locale.partition("-")[0]
    sounds, voice = _voice(wanted, language)

    def address_of(text: str) -> str | None:
        return f"/sound/{sounds.digest_of(text)}" if sounds else None

    household = Household(
        skill, _interpreter(wanted.locale), wanted.locale, access_token, address_of, clock, wanted.journal
    )
    views: dict[str, View] = {
        "place": PlaceLeft(looking, wanted.locale, clock),
        "shoes": Closet(looking_past, repository, wanted.locale, clock),
        "history": History(repository, wanted.locale, clock),
        "settings": Settings(repository, wanted.locale, clock),
    }
    ears = ears_of(wanted.ears)
    about = {
        "language": language,
        "voice": asdict(voice) if voice else None,
        "ears": ears.name if ears else "",
        "locale": wanted.locale,
    }
    app = create_app(Callers(keys, Tabs(household)), sounds, ears, views, about=about, host=wanted.host)
    server = Server(
        app,
        wanted.host,
        wanted.port,
        verified=True,
        body_bytes=BODY_BYTES,
        client_seconds=CLIENT_SECONDS,
        tls=wanted.tls,
    )
    where = f"{'https' if wanted.tls else 'http'}://{_reached_at(wanted.host)}:{server.port}"
    return Page(
        server, [f"{where}/#key={keys.key_of(user)}" for user in wanted.users], wanted, sounds, voice, ears
    )


@cache  # it keeps nothing of what it hears, and takes a second to be made
def _interpreter(locale: str) -> Interpreter:
    return Interpreter.of(locale)


def _voice(wanted: Wanted, language: str) -> tuple[SpokenTexts | None, Speaker | None]:
    """What speaks, and who it is; nothing where the best was asked for and there is none."""
    try:
        voice = voice_of(wanted.voice, language)
    except VoiceMissingError:
        if wanted.voice != BEST:
            raise
        return None, None
    return SpokenTexts(voice, wanted.sounds), voice.speaker


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
