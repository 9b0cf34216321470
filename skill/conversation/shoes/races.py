"""Races to come: told, moved, called off, asked about."""

from datetime import date, timedelta
from typing import Final

from skill.conversation.shoes.choosing import choose_for, race_run
from skill.conversation.shoes.race_advice import advice_for
from skill.conversation.shoes.race_changes import change_races
from skill.conversation.shoes.race_meant import metres_of_race
from skill.conversation.shoes.race_words import race_day_in_words, race_in_words
from skill.conversation.shoes.replies import say_about_shoes
from skill.conversation.turn.question import AskedOnceMore, OpenQuestion, Wanted
from skill.conversation.turn.reply import Outcome
from skill.conversation.turn.talk import Talk
from skill.shoes.days import Day
from skill.shoes.distance import SpokenDistance
from skill.shoes.planned_race import FURTHEST_RACE, MOST_RACES, PlannedRace, day_of_month_near, races_ahead
from skill.shoes.recommendation import recommend
from skill.shoes.run import RunKind
from skill.shoes.standing import PlannedRun
from skill.value import replace

SAME_RACE_WITHIN: Final = timedelta(days=10)
"""A race of the same distance as one that is known, and no further from it, is that one; our figure."""


class WhenIsRace(OpenQuestion, kw_only=True, name="when-is-race"):
    """On which day a race is.

    Attributes:
        metres: how far it is; None when that was not told.
        moves: whether a race that is known is moved.
    """

    wanted = Wanted.DAY
    needs_notebook = True

    metres: int | None = None
    moves: bool = False

    def day(self, talk: Talk, day: Day) -> Outcome | None:
        """Remember it, or move it there; a day gone by tells of something else."""
        now = talk.place_settings.read_local_time()
        if day.date and day.date < now.date():
            return None
        if self.moves:
            return move_race(talk, self.metres, day.date)
        if day.date == now.date():
            return choose_for(talk, PlannedRun(now, RunKind.RACE, self.metres))
        return remember(talk, self.metres, day.date)

    def duration(self, talk: Talk, seconds: int) -> Outcome | None:
        """So long from now."""
        day = _day_after(talk, seconds)
        return self.day(talk, Day(day)) if day else None

    def no(self, talk: Talk) -> Outcome:
        """Then it is not remembered."""
        return say_about_shoes(talk, talk.line("shoes.races.not_kept"))


class WhichRaceOff(OpenQuestion, kw_only=True, name="which-race-off"):
    """Which of several races is called off."""

    wanted = Wanted.DAY
    needs_notebook = True

    def distance(self, talk: Talk, distance: SpokenDistance, day: Day | None) -> Outcome | None:
        """The one of that distance."""
        return None if day else call_off(talk, metres_of_race(talk, distance), None, asked=True)

    def day(self, talk: Talk, day: Day) -> Outcome:
        """The one of that day."""
        return call_off(talk, None, day.date, asked=True)

    def duration(self, talk: Talk, seconds: int) -> Outcome | None:
        """The one that is so long from now."""
        day = _day_after(talk, seconds)
        return self.day(talk, Day(day)) if day else None


class RaceOff(AskedOnceMore, name="race-off"):
    """Whether the race that was told just now is off: "I'm not running it" may be said of it.

    Attributes:
        race: its id.
    """

    needs_notebook = True

    race: str

    def yes(self, talk: Talk) -> Outcome:
        """It is."""
        off = self._race(talk)
        return call_off(talk, off.metres, off.day) if off else self.no(talk)

    def no(self, talk: Talk) -> Outcome:
        """It stands."""
        return say_about_shoes(talk, talk.line("answers.nothing_changed"))

    def still_open(self, talk: Talk) -> bool:
        """As long as it is to come."""
        return self._race(talk) is not None and super().still_open(talk)

    def values(self, talk: Talk) -> dict[str, str | int]:
        """The race and its day."""
        race = self._race(talk)
        return {"race": race_and_day(talk, race) if race else ""}

    def _race(self, talk: Talk) -> PlannedRace | None:
        return next((race for race in _known(talk, None, alone=True) if race.id == self.race), None)


def tell_race(talk: Talk, distance: SpokenDistance, day: date | None) -> Outcome:
    """Remember a race to come, and say what to wear and to do until then."""
    return remember(talk, metres_of_race(talk, distance), day)


def move_race(talk: Talk, metres: int | None, day: date | None) -> Outcome:
    """Put a race on another day: the one of that distance, else the next one."""
    today = talk.place_settings.read_local_time().date()
    races = _known(talk, metres)
    if not races:
        return say_about_shoes(talk, talk.line("shoes.races.none"))
    if day is None:
        return talk.ask(WhenIsRace(metres=metres, moves=True))
    refused = _refused(talk, day, today)
    if refused:
        return talk.ask(WhenIsRace(metres=metres, moves=True), refused)
    there = next((race for race in races if race.day == day), None)
    if there:
        return _say_with_advice(talk, "shoes.races.next", there)
    return _change_race(talk, replace(races[0], day=day), "shoes.races.moved")


def other_distance(talk: Talk, metres: int) -> Outcome:
    """The next race is of another distance."""
    races = _known(talk, None)
    if not races:
        return say_about_shoes(talk, talk.line("shoes.races.none"))
    return _change_race(talk, replace(races[0], metres=metres), "shoes.races.distance")


def correct_race(talk: Talk, race: PlannedRace, day: date | None, metres: int | None) -> Outcome:
    """The race that was told just now is on another day, or of another distance."""
    if day is None:
        return _change_race(talk, replace(race, metres=metres), "shoes.races.distance")
    today = talk.place_settings.read_local_time().date()
    day = day if day > today else day_of_month_near(race, day)
    refused = _refused(talk, day, today)
    if refused:
        return talk.ask(WhenIsRace(metres=race.metres, moves=True), refused)
    return _change_race(talk, replace(race, day=day), "shoes.races.moved")


def ask_when(talk: Talk, race: PlannedRace) -> Outcome:
    """When the race that was told just now is instead."""
    return talk.ask(WhenIsRace(metres=race.metres, moves=True))


def any_ahead(talk: Talk) -> bool:
    """Whether a race to come is known."""
    today = talk.place_settings.read_local_time().date()
    return bool(races_ahead(talk.shoes.rotation.races, today))


def is_on(talk: Talk, day: date) -> bool:
    """Whether a race that is known is on that day, which is not over."""
    today = talk.place_settings.read_local_time().date()
    return any(race.day == day for race in races_ahead(talk.shoes.rotation.races, today))


def call_off(talk: Talk, metres: int | None, day: date | None, *, asked: bool = False) -> Outcome:
    """Forget a race that will not be run: the one of that distance or day; of several the runner says which.

    Args:
        talk: the turn.
        metres: of the race; None when not told.
        day: of the race; None when not told.
        asked: whether it was asked which one.
    """
    races = [race for race in _known(talk, metres, alone=not asked) if day in (None, race.day)]
    if not races:
        return say_about_shoes(talk, talk.line("shoes.races.none"))
    if len(races) > 1:
        told = talk.phrasebook.join([race_and_day(talk, race) for race in races], choice=True)
        return talk.ask(WhichRaceOff(), talk.line("shoes.races.which_off", races=told))
    off = races[0]
    saved = change_races(talk, tuple(race for race in talk.shoes.rotation.races if race.id != off.id))
    values = {"race": race_in_words(talk, off), "day": race_day_in_words(talk, off)}
    return say_about_shoes(talk, f"{talk.line('shoes.races.off', **values)} {saved}".strip())


def tell_races(talk: Talk, metres: int | None = None) -> Outcome:
    """When the next race is, what to wear for it, and which come after."""
    races = _known(talk, metres)
    if not races:
        return say_about_shoes(talk, talk.line("shoes.races.none"))
    first = races[0]
    talk.speak_of_race(first.id)
    text = talk.line("shoes.races.next", race=race_in_words(talk, first), day=race_day_in_words(talk, first))
    parts = [text, advice_for(talk, first)]
    if len(races) > 1:
        later = talk.phrasebook.join([race_and_day(talk, race) for race in races[1:]])
        parts.append(talk.line("shoes.races.later", races=later))
    return say_about_shoes(talk, " ".join(filter(None, parts)))


def _known(talk: Talk, metres: int | None, *, alone: bool = False) -> list[PlannedRace]:
    """The races to come of that distance, the nearest first; all where there is none of it.

    Args:
        talk: the turn.
        metres: None for any.
        alone: whether a single race is meant in any case.
    """
    today = talk.place_settings.read_local_time().date()
    runs = [run for run in talk.shoes.recent.runs if run.day == today]
    ahead = [
        race
        for race in races_ahead(talk.shoes.rotation.races, today)
        if race.day != today or not any(race.may_be(run) for run in runs)
    ]
    of_distance = [race for race in ahead if metres in (None, race.metres)]
    untold = [race for race in ahead if race.metres is None]
    return of_distance or (untold if alone or untold else [])


def remember(talk: Talk, metres: int | None, day: date | None) -> Outcome:
    """Keep a race to come in mind, and say what to wear for it; ask for a day that was not told."""
    today = talk.place_settings.read_local_time().date()
    question = WhenIsRace(metres=metres)
    if day is None:
        return talk.ask(question)
    doubt = _doubt(talk, day, today)
    if doubt:
        return talk.ask(question, doubt)
    same = _same_told_anew(talk, metres, day)
    if same:
        return _change_race(talk, replace(same, day=day), "shoes.races.moved")
    ahead = races_ahead(talk.shoes.rotation.races, today)
    of_that_day = next((race for race in ahead if race.day == day), None)
    if of_that_day:
        return _told_again(talk, of_that_day, metres)
    if len(ahead) >= MOST_RACES:
        return say_about_shoes(talk, talk.line("shoes.races.too_many"))
    race = _with_pair(talk, PlannedRace(talk.turn.id, day, metres))
    saved = change_races(talk, (*ahead, race))
    return _say_with_advice(talk, "shoes.races.kept", race, saved)


def _told_again(talk: Talk, race: PlannedRace, metres: int | None) -> Outcome:
    """The race of that day, of another distance where one was told: nobody runs two races a day."""
    if metres in (None, race.metres):
        return _say_with_advice(talk, "shoes.races.next", race)
    return _change_race(talk, replace(race, metres=metres), "shoes.races.distance")


def _doubt(talk: Talk, day: date, today: date) -> str:
    """Why a race is not kept on a day, and what to say instead; empty where it is."""
    if day == today:  # Alexa writes today's date for "on Sunday", said on a Sunday
        weekday = talk.phrasebook.all("dates.weekdays")[today.weekday()]
        return talk.line("shoes.races.today", weekday=weekday)
    return _refused(talk, day, today)


def _same_told_anew(talk: Talk, metres: int | None, day: date) -> PlannedRace | None:
    """The race that is told with another day: nobody races the same distance twice within days."""
    today = talk.place_settings.read_local_time().date()
    near = (
        race
        for race in races_ahead(talk.shoes.rotation.races, today)
        if race.day != day and abs(race.day - day) <= SAME_RACE_WITHIN
    )
    return next((race for race in near if metres is not None and race.metres == metres), None)


def _change_race(talk: Talk, changed: PlannedRace, line: str) -> Outcome:
    """Take over a race as it is now, and say so."""
    race = _with_pair(talk, changed)
    others = tuple(one for one in talk.shoes.rotation.races if one.id != race.id)
    saved = change_races(talk, (*others, race))
    return _say_with_advice(talk, line, race, saved)


def _say_with_advice(talk: Talk, line: str, race: PlannedRace, saved: str = "") -> Outcome:
    talk.speak_of_race(race.id)
    text = talk.line(line, race=race_in_words(talk, race), day=race_day_in_words(talk, race))
    return say_about_shoes(talk, " ".join(filter(None, (text, saved, advice_for(talk, race)))))


def _day_after(talk: Talk, seconds: int) -> date | None:
    """The day that is so long from now; None for less than a day."""
    days = timedelta(seconds=seconds).days
    return talk.place_settings.read_local_time().date() + timedelta(days=days) if days else None


def _refused(talk: Talk, day: date, today: date) -> str:
    """Why a race cannot be on that day, with what is asked instead; empty where it can."""
    if day < today:
        return talk.line("shoes.races.over")
    return talk.line("shoes.races.too_far") if day - today > FURTHEST_RACE else ""


def _with_pair(talk: Talk, race: PlannedRace) -> PlannedRace:
    """The race with the pair that would be worn for it, as far as is known now."""
    picks = recommend(talk.shoes.rotation, race_run(talk, race)).picks
    return replace(race, shoe=picks[0].standing.shoe.id if picks else None)


def race_and_day(talk: Talk, race: PlannedRace) -> str:
    """The race with its day: "your marathon on December the sixth, in nine days"."""
    return talk.line("shoes.races.one", race=race_in_words(talk, race), day=race_day_in_words(talk, race))
