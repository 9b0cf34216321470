"""A turn: what reached us of what the runner said, told without a word of Alexa."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from skill.conversation.turn.account import RunAccount
from skill.conversation.turn.reminder_service import ReminderService
from skill.shoes.distance import Unit
from skill.value import Value, field


class DeviceSettings(Value):
    """What a device answers about itself; None where it does not."""

    zone: str | None = None
    unit: Unit | None = None


class Device(Value):
    """What is known of the device that listens.

    Attributes:
        id: tells devices apart, a digest; empty when it sent none.
        screen: whether it shows APL documents.
        ask: reads its settings, which takes a call over the network and never raises; None when they cannot
            be read.
    """

    id: str = ""
    screen: bool = False
    ask: Callable[[], DeviceSettings] | None = None


class Turn(Value):
    """One request.

    Attributes:
        id: tells requests apart, a digest; the same when one is delivered twice.
        at: when it was made, aware, UTC.
        user: whose notebook it is about: a household's account; empty where nobody knows.
        person: tells the recognised voices apart, a digest; empty when none was.
        locale: as in "en-US".
        device: what listens.
        new_session: whether a session begins with it.
        attributes: what the last reply of this session left; JSON-able.
        account: the runner's account at Strava; None where this skill knows none.
        reminders: what keeps reminders for the runner; None where the device has nothing that does.
    """

    id: str
    at: datetime
    user: str
    person: str = ""
    locale: str = "en-US"
    device: Device = field(default_factory=Device)
    new_session: bool = False
    attributes: Mapping[str, Any] = field(default_factory=dict)
    account: RunAccount | None = None
    reminders: ReminderService | None = None

    @property
    def language(self) -> str:
        """ISO 639-1 code of the locale's language."""
        return self.locale.partition("-")[0]


class Slot(Value):
    """A word of the utterance that stands for something.

    Attributes:
        said: as it was heard.
        ids: what it can stand for, likeliest first; empty when nothing known matches.
        names: what Alexa calls that, where it is said in another word: "Pegasus" for "pegs".
    """

    said: str
    ids: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
