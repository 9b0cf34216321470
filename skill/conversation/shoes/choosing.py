"""Which shoes to wear: the choice, why, and what else."""

from dataclasses import dataclass
from datetime import datetime

from skill.conversation.shoes import reasons
from skill.conversation.shoes.adding import ask_for_first_pair
from skill.conversation.shoes.closet import closet_to_choose_from
from skill.conversation.shoes.life_notices import announce_stages, note_announced
from skill.conversation.shoes.pairs_spoken_of import speak_of
from skill.conversation.shoes.replies import refusal_in_words, say_about_shoes
from skill.conversation.shoes.shoe_words import (
    capitalised,
    exact_distance,
    pair_in_words,
    rounded_distance,
)
from skill.conversation.shoes.which_pair import vocabulary_of
from skill.conversation.turn.invitations import WhatNext, end_quietly
from skill.conversation.turn.question import Invitation, OpenQuestion, Wanted
from skill.conversation.turn.reply import Outcome, Screen, Statement
from skill.conversation.turn.talk import AskInsteadError, Talk
from skill.conversation.turn.turn import Slot
from skill.shoes.days import Day, time_to_come
from skill.shoes.distance import Race, SpokenDistance
from skill.shoes.limits import RefusedError, check_distance
from skill.shoes.names import means_the_others
from skill.shoes.recommendation import Recommendation, Verdict, recommend
from skill.shoes.run import RunKind
from skill.shoes.standing import PlannedRun
from skill.shoes.usual_hour import usual_hour
from skill.speech.dates import day_in_words, on_day_in_words


@dataclass(frozen=True)
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

    def yes(self, talk: Talk) -> Outcome:
        """There is something else."""
        return talk.ask(WhatNext())

    def no(self, talk: Talk) -> Outcome:
        """Then that was all."""
        return end_quietly(talk)


NOT_ASKED = ShoesChosen(None)


@dataclass(frozen=True)
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
    return _answer(talk, planned, recommend(talk.shoes.rotation, planned))


def plan_run(
    talk: Talk, day: Day | None, kind: RunKind | None, distance: SpokenDistance
) -> PlannedRun | None:
    """The run that shoes are wanted for; None for a day that is over. A marathon is a race.

    Raises:
        AskInsteadError: nobody runs that far, or it is no distance.
    """
    now = talk.place_settings.read_local_time()
    date, hour = (day.date, day.hour) if day and day.date else (now.date(), None)
    if date < now.date():
        return None
    if hour is None and date != now.date():
        hour = usual_hour(talk.shoes.rotation, now.tzinfo)
    at = time_to_come(date, hour, now)
    kind = kind or (RunKind.RACE if distance.race is Race.MARATHON else None)
    metres = talk.place_settings.read_metres(distance)
    try:
        whole = None if metres is None else check_distance(metres)
    except RefusedError as refused:
        raise AskInsteadError(HowFarPlanned(at, kind), refusal_in_words(talk, refused)) from refused
    return PlannedRun(at, kind, whole)


def say_day_gone(talk: Talk) -> Outcome:
    """Nobody chooses shoes for a day that is over."""
    return _say(talk, talk.line("shoes.choice.day_gone"), NOT_ASKED)


def say_of_run(talk: Talk, planned: PlannedRun, text: str, rank: int) -> Outcome:
    """Say something of the pair at that rank, and leave "why" and "what else" open."""
    return _say(talk, text, _as_question(planned, rank))


def why(talk: Talk) -> Outcome:
    """Tell more of why the pair named last is named: its facts, and what is behind."""
    chosen = chosen_last(talk)
    planned = planned_for(talk, chosen)
    answer = recommend(talk.shoes.rotation, planned)
    if not answer.picks:
        return _answer(talk, planned, answer)
    rank = min(chosen.rank, len(answer.picks) - 1)
    pick = answer.picks[rank]
    text = reasons.facts(talk, pick)
    if len(answer.picks) == 1:
        text = f"{text} {talk.line('shoes.why.alone')}"
    elif pick.beaten:
        behind = [reasons.behind(talk, beaten, planned) for beaten in pick.beaten[:3]]
        line = talk.line("shoes.why.behind", count=len(behind), reasons=talk.phrasebook.join(behind))
        text = f"{text} {line}"
    return _say(talk, text, _as_question(planned, rank))


def other_shoes(talk: Talk, chosen: ShoesChosen | None = None) -> Outcome:
    """Name the pair after the chosen one, else after the one named last, with what speaks against it."""
    chosen = chosen or chosen_last(talk)
    planned = planned_for(talk, chosen)
    answer = recommend(talk.shoes.rotation, planned)
    if not answer.picks or chosen == NOT_ASKED:
        return _answer(talk, planned, answer)
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


def _answer(talk: Talk, planned: PlannedRun, answer: Recommendation) -> Outcome:
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
    text = " ".join([_headline(talk, planned, answer), *reasons.notes(talk, answer, planned)])
    text = " ".join(filter(None, [text, announce_stages(talk)]))
    return _say(talk, text, _as_question(planned), screen=_screen(talk, planned, answer))


def _headline(talk: Talk, planned: PlannedRun, answer: Recommendation) -> str:
    best = answer.picks[0]
    pair = pair_in_words(talk, best.standing.shoe)
    if answer.verdict is Verdict.ONLY_PAIR or best.runner_up is None:
        return talk.line("shoes.choice.only_pair", pair=capitalised(pair))
    reason = reasons.reason(talk, best, best.runner_up, planned)
    if answer.verdict is Verdict.NONE_RESTED:
        return talk.line("shoes.choice.none_rested", pair=pair, reason=reason)
    if answer.verdict is Verdict.NONE_LEFT:
        return talk.line("shoes.choice.none_left", pair=pair, reason=reason)
    what = _what(talk, planned)
    if what:
        return talk.line("shoes.choice.wear_for", what=what, pair=pair, reason=reason)
    return talk.line("shoes.choice.wear", pair=pair, reason=reason)


def _what(talk: Talk, planned: PlannedRun) -> str:
    """What was asked for, in words; empty for a run today of which nothing is known."""
    now = talk.place_settings.read_local_time()
    run = talk.line(f"shoes.run_of_kind.{planned.kind}") if planned.kind else ""
    if planned.metres and not run:
        run = exact_distance(talk, planned.metres)
    day = planned.at.date()
    if day == now.date():
        return run
    if not run:
        return day_in_words(talk.phrasebook, day, now.date())
    return talk.line(
        "shoes.choice.run_on_day", run=run, day=on_day_in_words(talk.phrasebook, day, now.date())
    )


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


def _screen(talk: Talk, planned: PlannedRun, answer: Recommendation) -> Screen:
    lines = [
        talk.line(
            "shoes.choice.screen_line",
            pair=pick.standing.shoe.nickname,
            distance=rounded_distance(talk, pick.standing.shoe.metres),
        )
        for pick in answer.picks[:5]
    ]
    closet = closet_to_choose_from(talk, answer, planned)
    return Screen(talk.line("shoes.choice.screen_title"), tuple(lines), closet=closet)
