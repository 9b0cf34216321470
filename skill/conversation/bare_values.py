"""Values said and nothing about them: each goes to what the coach asked, else to what it means anywhere."""

from skill.coach.exercise_pairs import Feeling
from skill.coach.preferences import LONGEST_HOLD, SHORTEST_HOLD
from skill.content.exercise import Equipment, RoutineName
from skill.conversation.not_understood import not_understood
from skill.conversation.shoes import (
    choosing,
    correcting,
    races,
    run_reports,
    shoe_reports,
    telling_runs,
)
from skill.conversation.shoes.fact_corrections import correct_fact_by_distance
from skill.conversation.shoes.race_meant import metres_of_race, race_told_now
from skill.conversation.shoes.run_changes import known_run
from skill.conversation.shoes.run_correction import Correction
from skill.conversation.shoes.time_of_run import time_of_run
from skill.conversation.shoes.which_pair import vocabulary_of
from skill.conversation.shoes.which_run import NamedRun
from skill.conversation.shoes.worn_shoes import worn_in_open
from skill.conversation.stretching import (
    equipment,
    going_to,
    navigating,
    rating,
    routines,
    stretch_reports,
)
from skill.conversation.stretching.exercise_names import exercise_name
from skill.conversation.stretching.limited_time import HoldsThatLong, limit_time, number_in_routine
from skill.conversation.stretching.performing import Ready
from skill.conversation.turn.open_questions import answer_of
from skill.conversation.turn.reply import Outcome
from skill.conversation.turn.talk import Talk
from skill.conversation.turn.turn import Slot
from skill.shoes.days import Day
from skill.shoes.distance import NO_DISTANCE, SpokenDistance, Unit
from skill.shoes.names import means_the_others, position_said
from skill.shoes.periods import Period
from skill.shoes.run import RunKind
from skill.shoes.spans import Span


def pair(talk: Talk, heard: Slot | None) -> Outcome:
    """A pair was named and nothing else; where it answers nothing, its distance is told.

    "The third one" is an exercise of the routine while it is under way.
    "The other ones" are those that the run just told was in, else the next to be recommended.
    """
    answer = answer_of(talk, lambda question: question.pair(talk, heard)) if heard else None
    if answer is None and heard and talk.run_told and (question := worn_in_open(talk)):
        answer = question.pair(talk, heard)
    at = (position_said(heard.said, vocabulary_of(talk)) or 0) if heard else 0
    if answer is None and at and (talk.interrupted or isinstance(talk.asked, Ready)):
        return going_to.go_to(talk, str(at) if at > 0 else going_to.LAST)
    if answer or heard is None or not means_the_others(heard.said, vocabulary_of(talk)):
        return answer or shoe_reports.shoe_distance(talk, heard, None)
    return correcting.correct_shoes(talk, heard, NamedRun()) if talk.run_told else choosing.other_shoes(talk)


def distance(talk: Talk, told: SpokenDistance, day: Day | None) -> Outcome:
    """A distance was named and nothing else; where it answers nothing, a run may be meant.

    A number alone in a routine is none: it may be a length for the holds, or the runner counts aloud. Nor is
    what nobody runs in a day, behind what a pair had run: "actually two hundred and fifty".
    """
    answer = answer_of(talk, lambda question: question.distance(talk, told, day))
    if answer:
        return answer
    number = told.whole_number()
    if talk.interrupted and number is not None and day is None:
        return number_in_routine(talk, number)
    race, metres = race_told_now(talk), metres_of_race(talk, told)
    if race and metres and day is None and (race.metres is None or told.race):
        return races.correct_race(talk, race, None, metres)
    of_a_pair = correct_fact_by_distance(talk, told) if metres is None and day is None else None
    return of_a_pair or telling_runs.offer_run(talk, told, day)


def duration(talk: Talk, seconds: int | None, routine_name: RoutineName | None) -> Outcome:
    """A length of time was named and nothing else; where it answers nothing, so long is the routine."""
    answer = None
    if seconds is not None:
        answer = answer_of(talk, lambda question: question.duration(talk, seconds))
        answer = answer or (None if talk.resumable else time_of_run(talk, seconds))
    if answer is None and talk.interrupted:  # "in a minute" asks for a moment; "I have five minutes" is time
        is_hold = seconds is not None and SHORTEST_HOLD <= seconds < LONGEST_HOLD
        return talk.ask(HoldsThatLong(seconds)) if seconds and is_hold else navigating.pause(talk)
    return answer or limit_time(talk, seconds, routine_name)


def exercise(talk: Talk, heard: Slot | None) -> Outcome:
    """An exercise was named; where it answers nothing, it is started."""
    answer = answer_of(talk, lambda question: question.exercise(talk, heard)) if heard else None
    return answer or routines.start_exercise(talk, heard)


def routine(talk: Talk, name: RoutineName | None) -> Outcome:
    """A routine was named; where it answers nothing, it is started."""
    answer = answer_of(talk, lambda question: question.routine(talk, name)) if name else None
    return answer or routines.start_routine(talk, name)


def feeling(talk: Talk, felt: Feeling | None) -> Outcome:
    """How the feet felt; where nobody asked, it is the rating of the last run all the same."""
    answer = answer_of(talk, lambda question: question.feeling(talk, felt))
    return answer or rating.rate_run(talk, felt)


def choose(
    talk: Talk, day: Day | None, kind: RunKind | None, told: SpokenDistance, over: Span | None = None
) -> Outcome:
    """Shoes are asked for.

    Args:
        talk: the turn.
        day: of the run; None where it was not told.
        kind: of the run; None where it was not told.
        told: its distance.
        over: the days that were named, where there are several and all are over, or are a month, for which
            nobody wants shoes: of those it is told what was run.
    """
    if over and kind is None and told == NO_DISTANCE:
        return run_reports.runs_on(talk, over)
    return choosing.choose_shoes(talk, day, kind, told)


def day_or_kind(
    talk: Talk, day: Day | None, kind: RunKind | None, told: SpokenDistance, over: Span | None = None
) -> Outcome:
    """A day, a kind of run or both, and nothing else; where it answers nothing, shoes are wanted for it."""
    answer = None
    if told == NO_DISTANCE and day and not kind:
        answer = answer_of(talk, lambda question: question.day(talk, day)) or _day_of_run(talk, day)
    elif told == NO_DISTANCE and kind and not day:
        answer = answer_of(talk, lambda question: question.kind(talk, kind))
    return answer or choose(talk, day, kind, told, over)


def _day_of_run(talk: Talk, day: Day) -> Outcome | None:
    """A day gone by, said behind a run that was told just now, may be its day: it is asked."""
    run, today = known_run(talk, talk.run_told), talk.place_settings.read_local_time().date()
    if run is None or talk.moved_on or day.date is None or day.weekend or day.date >= today:
        return None
    return correcting.correct_run(talk, run, Correction(day=day), unsure=True)


def runs_in(talk: Talk, span: Period | None, unit: Unit | None) -> Outcome:
    """A span of days; where it answers nothing, the runs in it are told.

    "What did I do?" right behind a routine is about that.
    """
    done = navigating.just_finished(talk)
    if done and not done.unfinished and not span and not unit and not talk.run_told:
        return stretch_reports.last_time(talk, stretch_reports.Asked())
    answer = answer_of(talk, lambda question: question.period(talk, span)) if span else None
    return answer or run_reports.runs_in(talk, span, unit)


def lack(talk: Talk, heard: Slot | None, item: Equipment | None) -> Outcome:
    """Something is missing; nothing in particular is no answer to a question that waits."""
    return not_understood(talk) if heard is None and talk.waiting else equipment.lack(talk, heard, item)


def next_one(talk: Talk) -> Outcome:
    """The next exercise; where shoes were named last and no routine is under way, the next pair."""
    if _named_a_pair(talk) and talk.resumable is None:
        return choosing.other_shoes(talk)
    return navigating.next_exercise(talk)


def other_one(talk: Talk, but: Slot | None) -> Outcome:
    """Another than the one named last: a pair, or the exercise under way where no pair was named.

    Args:
        talk: the turn.
        but: the pair that it is not to be; None where it was not named.
    """
    if but:
        return choosing.other_than(talk, but)
    walkthrough = talk.resumable if talk.interrupted or isinstance(talk.asked, Ready) else None
    if walkthrough is None or _named_a_pair(talk):
        return choosing.other_shoes(talk)
    steps, here = walkthrough.plan.routine.steps, walkthrough.place.step
    if here + 1 == len(steps):
        name = exercise_name(talk, steps[here].exercise.id)
        return talk.say(talk.line("moving.nothing_after", exercise=name))
    return next_one(talk)


def _named_a_pair(talk: Talk) -> bool:
    """Whether it was told which shoes to wear."""
    return any(isinstance(question, choosing.ShoesChosen) for question in talk.open_questions)
