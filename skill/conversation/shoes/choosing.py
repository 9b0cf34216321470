"""Which shoes to wear: the choice, and what else."""

from datetime import date, datetime

from skill.conversation.shoes import reasons
from skill.conversation.shoes.adding import ask_for_first_pair
from skill.conversation.shoes.choice_words import choice_on_screen, headline
from skill.conversation.shoes.life_notices import announce_stages, note_announced
from skill.conversation.shoes.pairs_spoken_of import speak_of
from skill.conversation.shoes.race_words import CALLED
from skill.conversation.shoes.replies import refusal_in_words, say_about_shoes
from skill.conversation.shoes.shoe_words import (
    capitalised,
    pair_in_words,
)
from skill.conversation.shoes.which_pair import meant, vocabulary_of
from skill.conversation.turn.invitations import WhatNext, end_quietly
from skill.conversation.turn.question import Invitation, OpenQuestion, Wanted
from skill.conversation.turn.reply import Outcome, Screen, Statement
from skill.conversation.turn.talk import AskInsteadError, Talk
from skill.conversation.turn.turn import Slot
from skill.shoes.days import Day, time_to_come
from skill.shoes.distance import Race, SpokenDistance
from skill.shoes.limits import RefusedError, check_distance
from skill.shoes.names import means_the_others
from skill.shoes.planned_race import PlannedRace, races_ahead
from skill.shoes.recommendation import Recommendation, Verdict, recommend
from skill.shoes.run import RunKind
from skill.shoes.shoe import Shoe
from skill.shoes.standing import PlannedRun
from skill.shoes.usual_hour import usual_hour


class ShoesChosen(Invitation, name="shoes-chosen"):
    """The shoes that were just named, for "why" and "what else".

    Attributes:
        at: when the run is planned; None where it was none to answer for.
        run_kind: of the run; None when it was not told.
        metres: of the run; None when they were not told.
        rank: of the pair that was named, 0 for the first choice.
    """

    at: datetime | None
    run_kind: RunKind | None = None
    metres: int | None = None
    rank: int = 0

    def named_answers(self) -> tuple[str, ...]:
        """What there is to say."""
        return ("why", "what_else", "stop")

    def pair(self, talk: Talk, heard: Slot) -> Outcome | None:
        """The next pair, where "the other ones" were said."""
        return other_shoes(talk, self) if means_the_others(heard.said, vocabulary_of(talk)) else None

    def you_choose(self, talk: Talk) -> Outcome | None:
        """The first choice once more; None where it was none to answer for."""
        return choose_for(talk, planned_for(talk, self)) if self.at else None

    def yes(self, talk: Talk) -> Outcome:
        """There is something else."""
        return talk.ask(WhatNext())

    def no(self, talk: Talk) -> Outcome:
        """Then that was all."""
        return end_quietly(talk)


NOT_ASKED = ShoesChosen(None)


class HowFarPlanned(OpenQuestion, name="how-far-planned"):
    """How far a planned run will be.

    Attributes:
        at: when it is planned.
        run_kind: None when it was not told.
    """

    waits = False  # the question was which shoes: whoever asks for something else has left it
    wanted = Wanted.DISTANCE

    at: datetime
    run_kind: RunKind | None

    def distance(self, talk: Talk, distance: SpokenDistance, day: Day | None) -> Outcome | None:
        """Choose for that."""
        return None if day else choose_shoes(talk, Day(self.at.date(), self.at.hour), self.run_kind, distance)


def choose_shoes(talk: Talk, day: Day | None, kind: RunKind | None, distance: SpokenDistance) -> Outcome:
    """Say which shoes to wear for the run asked about, and why."""
    planned = plan_run(talk, day, kind, distance)
    if planned is None:
        return say_day_gone(talk)
    return choose_for(talk, planned)


def choose_for(talk: Talk, planned: PlannedRun) -> Outcome:
    """Say which shoes to wear for the run, and why."""
    return answer_with(talk, planned, recommend(talk.shoes.rotation, planned))


def plan_run(
    talk: Talk, day: Day | None, kind: RunKind | None, distance: SpokenDistance
) -> PlannedRun | None:
    """The run that shoes are wanted for; None for a day that is over.

    A marathon is a race; a race without a day is the next one that is known; and a run on the day of one that
    is known is that race, unless something else was told of it.

    Raises:
        AskInsteadError: nobody runs that far, or it is no distance.
    """
    now = talk.place_settings.read_local_time()
    kind = kind or (RunKind.RACE if distance.race is Race.MARATHON else None)
    metres = talk.place_settings.read_metres(distance)
    race = _race_meant(talk, day.date if day else None, kind, metres)
    on, hour = (day.date, day.hour) if day and day.date else (race.day if race else now.date(), None)
    if on < now.date():
        return None
    if hour is None and on != now.date():
        hour = usual_hour(talk.shoes.rotation, now.tzinfo)
    at = time_to_come(on, hour, now)
    try:
        whole = None if metres is None else check_distance(metres)
    except RefusedError as refused:
        raise AskInsteadError(HowFarPlanned(at, kind), refusal_in_words(talk, refused)) from refused
    return PlannedRun(at, RunKind.RACE, race.metres or whole) if race else PlannedRun(at, kind, whole)


def race_run(talk: Talk, race: PlannedRace) -> PlannedRun:
    """The run of a race that is known, at the hour at which this runner usually runs."""
    now = talk.place_settings.read_local_time()
    hour = None if race.day == now.date() else usual_hour(talk.shoes.rotation, now.tzinfo)
    return PlannedRun(time_to_come(race.day, hour, now), RunKind.RACE, race.metres)


def _race_meant(
    talk: Talk, day: date | None, kind: RunKind | None, metres: float | None
) -> PlannedRace | None:
    """The race to come that a run is, by what was told of it; None where it is none that is known."""
    today = talk.place_settings.read_local_time().date()
    if kind not in (None, RunKind.RACE):
        return None
    fitting = (
        race
        for race in races_ahead(talk.shoes.rotation.races, today)
        if metres is None or race.metres in (None, round(metres))
    )
    race = next((one for one in fitting if day is None or one.day == day), None)
    is_its_distance = race is not None and metres is not None and race.metres in CALLED
    told = (
        kind is RunKind.RACE or day is not None or is_its_distance or (race is not None and race.day == today)
    )
    return race if told else None


def say_day_gone(talk: Talk) -> Outcome:
    """Nobody chooses shoes for a day that is over."""
    return _say(talk, talk.line("shoes.choice.day_gone"), NOT_ASKED)


def named_last(talk: Talk) -> Shoe | None:
    """The pair that was named as a choice last; None where none was."""
    chosen = chosen_last(talk)
    picks = recommend(talk.shoes.rotation, planned_for(talk, chosen)).picks
    return picks[min(chosen.rank, len(picks) - 1)].standing.shoe if chosen != NOT_ASKED and picks else None


def say_of_run(talk: Talk, planned: PlannedRun, text: str, rank: int) -> Outcome:
    """Say something of the pair at that rank, and leave "why" and "what else" open."""
    return _say(talk, text, _as_question(planned, rank))


def other_shoes(talk: Talk, chosen: ShoesChosen | None = None) -> Outcome:
    """Name the pair after the chosen one, else after the one named last, with what speaks against it."""
    chosen = chosen or chosen_last(talk)
    planned = planned_for(talk, chosen)
    answer = recommend(talk.shoes.rotation, planned)
    if not answer.picks or chosen == NOT_ASKED:
        return answer_with(talk, planned, answer)
    if len(answer.picks) == 1:
        return _say(talk, talk.line("shoes.other.only"), _as_question(planned))
    if chosen.rank + 1 >= len(answer.picks):
        first = pair_in_words(talk, answer.picks[0].standing.shoe)
        return _say(talk, talk.line("shoes.other.none", pair=first), _as_question(planned))
    next_one = answer.picks[chosen.rank + 1]
    ahead = next(
        beaten
        for beaten in answer.picks[chosen.rank].beaten
        if beaten.standing.shoe == next_one.standing.shoe
    )
    reason = reasons.instead(talk, ahead, planned)
    pair = pair_in_words(talk, speak_of(talk, next_one.standing.shoe))
    text = talk.line("shoes.other.next", pair=pair, reason=reason)
    notes = reasons.warnings(talk, next_one, {ahead.criterion}, planned)
    return _say(talk, " ".join([text, *notes]), _as_question(planned, chosen.rank + 1))


def other_than(talk: Talk, heard: Slot) -> Outcome:
    """Name the best pair but for one that is not to be had: "my Cliftons are soaked"."""
    planned = planned_for(talk, chosen_last(talk))
    refused = {shoe.id for shoe in meant(talk, heard, talk.shoes.rotation.active)}
    picks = recommend(talk.shoes.rotation, planned).picks
    left = [rank for rank, pick in enumerate(picks) if pick.standing.shoe.id not in refused]
    if not refused or not left:
        return other_shoes(talk)
    return other_shoes(talk, _as_question(planned, left[0] - 1)) if left[0] else choose_for(talk, planned)


def answer_with(talk: Talk, planned: PlannedRun, answer: Recommendation) -> Outcome:
    """Say the choice, or that there is none."""
    if answer.verdict is Verdict.NO_PAIRS:
        raise ask_for_first_pair(talk)
    if answer.verdict is Verdict.ALL_RETIRED:
        last = max(talk.shoes.rotation.retired, key=lambda shoe: (shoe.retired_at, shoe.id))
        text = talk.line("shoes.choice.all_retired", pair=pair_in_words(talk, last))
        return say_about_shoes(talk, text)
    best = answer.picks[0]
    speak_of(talk, best.standing.shoe)
    if best.standing.past_life:
        note_announced(talk, best.standing.shoe)
    text = " ".join([headline(talk, planned, answer), *reasons.notes(talk, answer, planned)])
    text = " ".join(filter(None, [text, announce_stages(talk)]))
    return _say(talk, text, _as_question(planned), screen=choice_on_screen(talk, planned, answer))


def _say(talk: Talk, text: str, chosen: ShoesChosen, *, screen: Screen | None = None) -> Statement:
    """Say it and leave "why" and "what else" open."""
    return talk.say(capitalised(text), invitation=chosen, screen=screen)


def chosen_last(talk: Talk) -> ShoesChosen:
    """What was named last; nothing for today where nothing was."""
    named = (one for one in talk.open_questions if isinstance(one, ShoesChosen) and one.at)
    return next(named, NOT_ASKED)


def planned_for(talk: Talk, chosen: ShoesChosen) -> PlannedRun:
    """The run that was asked about last."""
    return PlannedRun(chosen.at or talk.place_settings.read_local_time(), chosen.run_kind, chosen.metres)


def _as_question(planned: PlannedRun, rank: int = 0) -> ShoesChosen:
    return ShoesChosen(planned.at, planned.kind, planned.metres, rank)
