"""The tabs of everybody who has the page open, each a device of its own."""

import threading
from collections import OrderedDict
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from skill.browser.journal import TabJournal
from skill.browser.speech import AddressOf
from skill.browser.tab import Heard, Tab
from skill.device.backend import Skill
from skill.device.echo import Echo
from skill.device.envelopes import Envelopes
from skill.hearing.interpreter import Interpreter
from skill.value import Value, replace

MOST_TABS: Final = 50
"""At once, of all users; the one that was silent longest makes room, and its session ends where it was."""
LONGEST_UNTOLD: Final = timedelta(minutes=10)
"""How much may have sounded since a server that is gone last heard of it: more than the longest reply."""


class Household(Value):
    """What all devices have in common.

    Attributes:
        skill: answers a request envelope with a response envelope.
        interpreter: understands what is said.
        locale: as in "en-US".
        access_token: gives a user's access token at Strava; empty where none is.
        address_of: names the sound of a text.
        clock: the wall's, aware, UTC.
        journal: the file of the sessions that are open; None keeps none.
    """

    skill: Skill
    interpreter: Interpreter
    locale: str
    access_token: Callable[[str], str]
    address_of: AddressOf
    clock: Callable[[], datetime]
    journal: Path | None = None


class Tabs:
    """Makes a device for each tab that comes. Safe to share by threads."""

    def __init__(self, household: Household) -> None:
        self._household = household
        self._tabs: OrderedDict[tuple[str, str], Tab] = OrderedDict()
        self._lock = threading.Lock()
        self._file = threading.Lock()

    def tab(self, user: str, name: str) -> Tab | None:
        """The device of a tab that has entered; None where this server knows none."""
        with self._lock:
            found = self._tabs.get((user, name))
            if found:
                self._tabs.move_to_end((user, name))
            return found

    def enter(self, user: str, name: str, sounding: datetime | None = None) -> Tab:
        """A new device for a tab; a session that it had left open ends where it was.

        Args:
            user: whose account it belongs to.
            name: the tab's.
            sounding: when its device was last heard of by the page itself, whose server is gone: as of then
                ends the session that the journal tells.
        """
        known = self.tab(user, name)
        if known:
            known.leave(Heard())
        tab = self._made(user, name, sounding)
        with self._lock:
            self._tabs[user, name] = tab
            self._tabs.move_to_end((user, name))
            gone = [self._tabs.popitem(last=False)[1] for _ in range(len(self._tabs) - MOST_TABS)]
        for old in gone:
            old.leave(Heard())
        return tab

    def _made(self, user: str, name: str, sounding: datetime | None) -> Tab:
        household = self._household
        journal = TabJournal(household.journal, name, self._file) if household.journal else None
        envelopes = Envelopes(
            user=user,
            locale=household.locale,
            device=f"amzn1.ask.device.page.{name}",
            screen=True,
            access_token=lambda: household.access_token(user),
        )
        now = household.clock()
        echo = Echo(household.skill, household.interpreter, envelopes, now, journal)
        memory = journal.read(user) if journal else None
        if journal and memory and sounding and memory.clock < sounding < memory.clock + LONGEST_UNTOLD:
            journal.write(user, replace(memory, clock=sounding))
        echo.switch_on(now)
        return Tab(echo, household.address_of, household.clock)
