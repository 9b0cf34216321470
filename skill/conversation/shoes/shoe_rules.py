"""What the runner changes about the rotation as a whole: the rest between runs, and the unit."""

from enum import StrEnum

from skill.conversation.shoes.pair_changes import RestChanged, UnitChanged
from skill.conversation.shoes.replies import refusal_in_words, say_about_shoes
from skill.conversation.turn.invitations import Choice
from skill.conversation.turn.question import AskedOnceMore, OpenQuestion, Wanted
from skill.conversation.turn.reply import Outcome
from skill.conversation.turn.talk import AskInsteadError, Talk
from skill.conversation.turn.turn import Slot
from skill.shoes.days import Day
from skill.shoes.distance import SpokenDistance, Unit
from skill.shoes.limits import LONGEST_REST, RefusedError
from skill.shoes.rotation import Rest
from skill.value import replace

SECONDS_IN_HOUR = 3600


class Switch(StrEnum):
    """Whether a rule counts; the values are the ids of the `Switch` slot."""

    ON = "on"
    OFF = "off"


class HowLongRest(OpenQuestion, name="how-long-rest"):
    """How long pairs rest between runs."""

    wanted = Wanted.DURATION

    def duration(self, talk: Talk, seconds: int) -> Outcome:
        """Set it."""
        return _set_rest(talk, round(seconds / SECONDS_IN_HOUR))

    def distance(self, talk: Talk, distance: SpokenDistance, day: Day | None) -> Outcome | None:
        """A number alone is hours."""
        hours = distance.whole_number()
        return None if hours is None or day else _set_rest(talk, hours)


class RestForAll(AskedOnceMore, name="rest-for-all"):
    """Whether the rest that was told for one pair shall hold for all of them.

    Attributes:
        hours: so long.
    """

    needs_notebook = True

    hours: int

    def yes(self, talk: Talk) -> Outcome:
        """Set it."""
        return _set_rest(talk, self.hours)

    def no(self, talk: Talk) -> Outcome:
        """Leave it as it is."""
        return talk.say(talk.line("answers.nothing_changed"))

    def words(self, talk: Talk) -> str:
        """The question with its reason."""
        return talk.line("shoes.setting.rest_of_one", **self.values(talk))

    def values(self, talk: Talk) -> dict[str, str | int]:
        """The time."""
        return {"time": _hours(talk, self.hours)}


def set_rest(talk: Talk, seconds: int | None, heard: Slot | None = None) -> Outcome:
    """How long pairs rest between runs.

    Args:
        talk: the turn.
        seconds: so long, which is rounded to hours; less than one hour is no rest for shoes.
        heard: a pair that it was told for; a rest holds for all pairs, so it is asked whether this one shall.
    """
    if seconds is None:
        return talk.ask(HowLongRest())
    now = talk.shoes.rotation.rest
    if 0 < seconds < SECONDS_IN_HOUR:
        return talk.say(talk.line("shoes.setting.rest_is_long", time=_hours(talk, now.hours)))
    hours = round(seconds / SECONDS_IN_HOUR)
    if heard and Rest(hours) != now and 1 <= hours <= LONGEST_REST:
        return talk.ask(RestForAll(hours))
    return _set_rest(talk, hours)


def _set_rest(talk: Talk, hours: int) -> Outcome:
    try:
        _change_rest(talk, Rest(hours))
    except RefusedError as refused:
        raise AskInsteadError(HowLongRest(), refusal_in_words(talk, refused)) from refused
    return say_about_shoes(talk, talk.line("shoes.setting.rest", time=_hours(talk, hours)))


def switch_rest(talk: Talk, switch: Switch | None) -> Outcome:
    """Whether rest counts in the choice."""
    if switch is None:
        return talk.ask(Choice(talk.line("shoes.setting.switch")))
    rest = replace(talk.shoes.rotation.rest, on=switch is Switch.ON)
    _change_rest(talk, rest)
    line = "shoes.setting.rest_on" if rest.on else "shoes.setting.rest_off"
    return say_about_shoes(talk, talk.line(line, time=_hours(talk, rest.hours)))


def set_unit(talk: Talk, unit: Unit | None) -> Outcome:
    """Which unit the coach speaks in."""
    if unit is None:
        return talk.ask(Choice(talk.line("shoes.setting.which_unit")))
    chosen = Unit.MILES if unit is Unit.MILES else Unit.KILOMETRES
    change = UnitChanged(talk.place_settings.local.unit)
    talk.place_settings.local = replace(talk.place_settings.local, unit=chosen)
    if change.stands(talk):
        talk.changed(change)
    return say_about_shoes(talk, talk.line("shoes.setting.unit", unit=talk.line(f"shoes.units.{chosen}")))


def _change_rest(talk: Talk, rest: Rest) -> None:
    change = RestChanged(talk.shoes.rotation.rest)
    talk.shoes.rotation = talk.shoes.rotation.with_rest(rest)
    if change.stands(talk):
        talk.changed(change)


def _hours(talk: Talk, hours: int) -> str:
    return talk.line("shoes.setting.hours", count=hours)
