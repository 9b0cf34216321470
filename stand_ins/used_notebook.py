"""A notebook that has been used for a while, what is said on any day, and what can happen to a record."""

import json
from collections.abc import Iterable, Iterator, Mapping
from copy import deepcopy
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any, Final

from ask_sdk_core.skill import CustomSkill

from skill.alexa.entry import answer
from skill.device.envelopes import Envelopes
from skill.hearing.interpretation import FilledSlot
from stand_ins.echo import SKILL, choice

Json = Any
Said = tuple[str, dict[str, FilledSlot]]
SUNDAY: Final = datetime(2026, 11, 22, 7, 30, tzinfo=UTC)


def said(intent: str, *choices: tuple[str, str], **words: str) -> Said:
    """An intent, slots with a value of their type, and slots as they were heard."""
    slots = {slot: FilledSlot(text, "AMAZON.SearchQuery") for slot, text in words.items()}
    for slot, value in choices:
        slots |= choice(slot, value)
    return f"{intent}Intent", slots


_KILOMETRES: Final = ("unit", "kilometres")
USE: Final[tuple[Said, ...]] = (
    said("SetHold", seconds="30"),
    said("NoEquipment", ("equipment", "foam-roller")),
    said("StartRoutine", ("routine", "post-run")),
    said("AMAZON.Next"),
    said("AddShoes", _KILOMETRES, shoe="ghosts", distance="100"),
    said("AddShoes", _KILOMETRES, shoe="blue pegasus", distance="300"),
    said("LogRun", _KILOMETRES, shoe="ghosts", distance="10"),
    said("LogRun", _KILOMETRES, shoe="blue pegasus", distance="12"),
    said("LogRun", _KILOMETRES, distance="8"),
    said("SetUnits", _KILOMETRES),
    said("StartRoutine", ("routine", "pre-run")),
    said("AMAZON.Next"),
    said("RateRun", ("feeling", "better")),
    said("SetShoeKind", ("run_kind", "easy"), shoe="ghosts"),
)
"""What fills a notebook: settings, routines, pairs, runs with and without a pair, ratings, changes."""
EVERYDAY: Final[tuple[Said, ...]] = (
    said("AMAZON.Help"),
    said("HearSettings"),
    said("StartRoutine", ("routine", "post-run")),
    said("AMAZON.Pause"),
    said("AMAZON.Resume"),
    said("AMAZON.Next"),
    said("SetHold", seconds="20"),
    said("NoEquipment", ("equipment", "ball")),
    said("StartRoutine", ("routine", "pre-run")),
    said("AMAZON.Next"),
    said("BestExercises"),
    said("RateRun", ("feeling", "same")),
    said("ChooseShoes"),
    said("WhyShoes"),
    said("CanWear", shoe="ghosts"),
    said("ListShoes"),
    said("LogRun", _KILOMETRES, shoe="ghosts", distance="5"),
    said("CorrectDistance", _KILOMETRES, distance="6"),
    said("LastRun"),
    said("Runs", ("period", "this-month")),
    said("ShoeDistance", shoe="blue pegasus"),
    said("ReplaceWhen", shoe="ghosts"),
    said("AddShoes", shoe="old boots"),
    said("AMAZON.No"),
    said("Undo"),
    said("AMAZON.Yes"),
    said("DeleteRun"),
    said("AMAZON.Yes"),
    said("CorrectShoes", shoe="blue pegasus"),
    said("RetireShoes", shoe="ghosts"),
    said("AMAZON.Yes"),
    said("RenameShoes", shoe="blue pegasus", new_name="speedy"),
    said("Undo"),
    said("AMAZON.Yes"),
    said("AMAZON.Repeat"),
    said("AMAZON.Stop"),
)
"""What is said on any day; each is answered, whatever has become of the notebook."""


class Household:
    """One user with one device.

    Attributes:
        user: the user's id.
        now: the device's clock.
    """

    def __init__(self, skill: CustomSkill, user: str, now: datetime = SUNDAY) -> None:
        self.user = user
        self.now = now
        self._skill = skill
        self._envelopes = Envelopes(user, application=SKILL)

    def opens(self) -> Mapping[str, Any]:
        """Open the skill; the answer's envelope."""
        self._envelopes.open_session()
        return self._send(self._envelopes.launch(self.now))

    def says(self, one: Said) -> Mapping[str, Any]:
        """Say something half a minute later; the answer's envelope."""
        if not self._envelopes.session:
            self._envelopes.open_session()
        self.now += timedelta(seconds=30)
        return self._send(self._envelopes.intent(self.now, *one))

    def says_all(self, all_said: tuple[Said, ...]) -> Iterator[tuple[str, Mapping[str, Any]]]:
        """Open the skill and say one thing after the other: what was said, and the answer's envelope."""
        yield "LaunchRequest", self.opens()
        for one in all_said:
            yield one[0], self.says(one)

    def deletes_everything(self) -> Mapping[str, Any]:
        """Say both sentences that it takes; the last answer's envelope."""
        self.says(said("DeleteMyData"))
        return self.says(said("ConfirmDeletion"))

    def disables(self) -> Mapping[str, Any]:
        """The event that comes without a session when the skill is disabled.

        Raises:
            UnansweredError: it is to be delivered again.
        """
        event = self._envelopes.event(self.now, "AlexaSkillEvent.SkillDisabled")
        event.pop("session", None)
        return answer(lambda: self._skill, event)

    def _send(self, request: dict[str, Any]) -> Mapping[str, Any]:
        envelope = answer(lambda: self._skill, request)
        if self._envelopes.session:
            self._envelopes.session["attributes"] = dict(envelope.get("sessionAttributes") or {})
        if envelope["response"].get("shouldEndSession"):
            self._envelopes.session = {}
        return envelope


ODD: Final[tuple[Json, ...]] = (
    None,
    True,
    0,
    -1,
    1.5,
    -0.0,
    1e300,
    10**18,
    10**400,
    "",
    "7",
    "nan",
    "2026-13",
    "2026-02-30T00:00:00",
    "2026-11-22T07:00:00",
    "0001-01-01T00:00:00+23:59",
    "\ud800",
    "x" * 500,
    [],
    {},
    [[]],
    [None, 1, "x"],
    {"is": "nothing"},
)
"""Values of every type, some of which are right in one place or another."""
BROKEN: Final = ("", "{", "null", "[]", '"text"', '{"schema": NaN}', "7" * 5000, "[" * 50_000)
"""What is no JSON object."""


def damaged(body: str, random: Random) -> str:
    """A record's body after something has happened to it: a part is gone, moved, another or of the future.

    Args:
        body: JSON of an object.
        random: where chance decides.
    """
    if not random.randrange(8):
        return random.choice((*BROKEN, body[: random.randrange(len(body))]))
    value = json.loads(body)
    for _ in range(random.choice((1, 1, 1, 2, 5))):
        _damage(value, random)
    return json.dumps(value)


def _damage(root: dict[str, Any], random: Random) -> None:
    places = list(_places(root))
    if not places or not random.randrange(12):
        root["schema"] = random.choice((2, 99, "1", None, 1.5))
        return
    holder, key = random.choice(places)
    match random.randrange(5):
        case 0:
            del holder[key]
        case 1:
            holder[key] = [holder[key]]
        case 2:
            holder[key] = {"inside": holder[key]}
        case 3:
            other, other_key = random.choice(places)
            holder[key] = json.loads(json.dumps(other[other_key])) if _is_there(other, other_key) else None
        case _:
            holder[key] = deepcopy(random.choice(ODD))


def _is_there(holder: Any, key: Any) -> bool:
    return key in holder if isinstance(holder, dict) else key < len(holder)


def _places(value: Any) -> Iterator[tuple[Any, Any]]:
    """Every part of a JSON value: what holds it, and under which key or at which index."""
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, part in list(items):
        yield value, key
        yield from _places(part)


def is_named(key: str, named: Iterable[str]) -> bool:
    """Whether the record that a store keeps under this key is among those that `unreadable_records` names."""
    name = key.removeprefix("page#").rpartition("#")[2]
    return any(where.endswith(name) for where in named)
