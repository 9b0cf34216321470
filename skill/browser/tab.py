"""One tab of a browser: an Echo with a screen whose clock is the sound that the page plays.

The page tells how much of which reply has sounded; that, and no clock on the wall, is the time at which the
device hears. So nothing is lost where the sound stands still: a slow network, a suspended audio context, a
phone that locks. The wall's clock counts again once nothing sounds.
"""

import math
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from skill.browser.exchange import as_json
from skill.browser.overheard import Ignored, Words, is_to_the_coach, said_between, why_ignored
from skill.browser.speech import AddressOf
from skill.device.echo import Echo, Exchange, Reprompt
from skill.ears.likely import Occasion
from skill.sound.timeline import Timeline

NEARLY: Final = 0.05
"""Seconds by which a page may be early: its times are rounded, its clock goes by blocks of sound."""
PAUSE: Final = "pause"
LONGEST_SILENCE: Final = 3_600.0
"""Seconds after a reply that a page may tell of at once; what comes by itself comes within seconds."""


@dataclass(frozen=True, slots=True)
class Heard:
    """How much has sounded when a page says something.

    Attributes:
        reply: the number of the reply that sounds or sounded last; 0 for none.
        seconds: how many of its planned seconds have sounded, at least 0.
        silent: seconds since it was over, at least 0.
    """

    reply: int = 0
    seconds: float = 0.0
    silent: float = 0.0

    def __post_init__(self) -> None:
        """Take what is no time at all for none.

        A page of another version, or a stranger with the key, may send anything.
        """
        for name, most in (("seconds", math.inf), ("silent", LONGEST_SILENCE)):
            value = getattr(self, name)
            object.__setattr__(self, name, min(value, most) if math.isfinite(value) and value > 0 else 0.0)


class Tab:
    """The device behind one tab. Safe to share by threads: one thing is said after the other.

    Args:
        echo: switched on, with a screen.
        address_of: names the sound of a text.
        clock: the wall's, aware, UTC.
    """

    def __init__(self, echo: Echo, address_of: AddressOf, clock: Callable[[], datetime]) -> None:
        self.echo = echo
        self._address_of = address_of
        self._clock = clock
        self._reply = 0
        self._turn = 0
        self._came_after = -1
        self._answer: dict[str, Any] = {}
        self._began = echo.now
        self._timeline = Timeline((), 0.0)
        self._talked_to = True
        self._lock = threading.Lock()

    @property
    def open(self) -> bool:
        """Whether a session is open."""
        return self.echo.open

    def say(self, said: str, heard: Heard, turn: int = 0) -> dict[str, Any]:
        """Answer words that were said when so much had sounded.

        Args:
            said: the words.
            heard: how much.
            turn: a number that the page gives to what it says or presses, 0 for none. Told again with the
                same one, because the answer was lost on its way, it gets that answer: nothing is done twice.
        """
        with self._lock:
            if turn and turn == self._turn:
                return self._answer
            self._set_clock(heard)
            self._talked_to = True
            return self._reply_with(self.echo.hear(said), turn)

    def touch(self, word: str, heard: Heard, turn: int = 0) -> dict[str, Any]:
        """Answer a press on the screen, as `say`; where none takes it, it is the word that is said."""
        with self._lock:
            if turn and turn == self._turn:
                return self._answer
            self._set_clock(heard)
            self._talked_to = True
            return self._reply_with(self.echo.touch(word) or self.echo.hear(word), turn)

    def wait(self, heard: Heard) -> dict[str, Any] | None:
        """Let the device's clock go on to where the sound is.

        Returns:
            what has come by itself: the screen's next part, or a reprompt, and again where it is asked for
            again; None where nothing was due, or the session has ended.
        """
        with self._lock:
            if heard.reply != self._reply:
                return self._answer if heard.reply == self._came_after else None
            due, at = self.echo.due, self._moment(heard)
            if due is None:
                return None
            arrived = at >= due - timedelta(seconds=NEARLY)
            to = due if arrived else at
            come = self.echo.wait(max((to - self.echo.now).total_seconds(), 0.0))
            if not come:
                return None
            self._reply_with(come[0])
            self._came_after = heard.reply
            return self._answer

    def overhear(self, words: Words, heard: Heard) -> tuple[Ignored, dict[str, Any] | None]:
        """Answer words that began when so much had sounded, if they were meant for the coach.

        Returns:
            why they were ignored, and the exchange where they were not.
        """
        with self._lock:
            sounding = []
            if heard.reply == self._reply and not heard.silent:
                begin, end = heard.seconds, heard.seconds + words.lasted
                sounding = said_between(self._timeline, begin, end, self.language)
            sounds = self._sounds(heard)
            ignored = why_ignored(
                words,
                self.echo,
                sounding,
                engaged=self.echo.open or sounds,
                over=not sounds,
                talked_to=self._talked_to,
            )
            if ignored:
                return ignored, None
            answers = self._talked_to and self.echo.microphone_open and not sounds
            self._talked_to = answers or is_to_the_coach(words.text, self.echo)
            self._set_clock(heard)
            return ignored, self._reply_with(self.echo.hear(words.text))

    def occasion(self, heard: Heard) -> Occasion:
        """What may be said when so much has sounded."""
        if self.echo.microphone_open:
            return Occasion.ASKED
        return Occasion.PERFORMING if self.echo.open or self._sounds(heard) else Occasion.IDLE

    @property
    def language(self) -> str:
        """ISO 639-1 code of what is spoken."""
        return self.echo.envelopes.locale.partition("-")[0]

    @property
    def names_taught(self) -> tuple[str, ...]:
        """The names of this session, of pairs above all."""
        return self.echo.names_taught

    def leave(self, heard: Heard) -> None:
        """The page is gone: end its session where it was.

        A routine's last part sounds on when its session is over; where it was left is told by a pause.
        """
        with self._lock:
            if self._set_clock(heard) and not self.echo.open:
                self.echo.hear(PAUSE)
            self.echo.leave()

    def _reply_with(self, heard: Exchange | Reprompt, turn: int = 0) -> dict[str, Any]:
        self._reply += 1
        self._began = self.echo.now
        self._timeline = heard.timeline
        self._turn, self._came_after = turn, -1
        self._answer = as_json(heard, self.echo, self._reply, self._address_of)
        return self._answer

    def _sounds(self, heard: Heard) -> bool:
        """Whether the present reply was not over; a routine's last part sounds on when its session is."""
        return heard.reply == self._reply and heard.seconds < self._timeline.seconds - NEARLY

    def _moment(self, heard: Heard) -> datetime:
        """The device's time when so much of the present reply has sounded."""
        seconds = min(heard.seconds, self._timeline.seconds) + heard.silent
        return max(self._began + timedelta(seconds=seconds), self.echo.now)

    def _set_clock(self, heard: Heard) -> bool:
        """Set the device's clock to the sound, or to the wall's where nothing sounds; tell whether it does.

        What is said of an older reply was said while this one was on its way: nothing of it has sounded.
        """
        known = heard.reply == self._reply
        at = self._moment(heard) if known else self.echo.now
        sounds = self._sounds(heard) if known else self.echo.open
        self.echo.now = at if sounds else max(at, self._clock())
        return sounds
