"""What is told of runs and put right: each goes to what the coach asked, else to what it means anywhere."""

from skill.coach.preferences import LONGEST_HOLD, SHORTEST_HOLD
from skill.conversation import answers, out_of_scope
from skill.conversation.shoes import correcting, races, runs_denied, shoe_rules, telling_runs
from skill.conversation.shoes.fact_corrections import (
    correct_fact_by_day,
    correct_fact_by_distance,
    correct_fact_by_pair,
)
from skill.conversation.shoes.logging_runs import DraftQuestion, LogIt
from skill.conversation.shoes.race_meant import may_be_of_race, metres_of_race, race_told_now
from skill.conversation.shoes.run_changes import known_run
from skill.conversation.shoes.run_correction import Correction, in_other_unit
from skill.conversation.shoes.run_otherwise import RunOtherwise
from skill.conversation.shoes.several_runs import LogRuns
from skill.conversation.shoes.telling_runs import ToldRun
from skill.conversation.shoes.time_of_run import time_of_that_far
from skill.conversation.shoes.which_pair import meant
from skill.conversation.shoes.which_run import NamedRun, WhichRun, is_on
from skill.conversation.shoes.wrong_runs import ask_what_was_wrong
from skill.conversation.stretching import sore_places
from skill.conversation.stretching.limited_time import HoldsThatLong
from skill.conversation.turn.open_questions import answer_of
from skill.conversation.turn.question import Offer
from skill.conversation.turn.reply import Outcome
from skill.conversation.turn.talk import Talk
from skill.conversation.turn.turn import Slot
from skill.conversation.undo import ask_to_take_back
from skill.shoes.days import Day
from skill.shoes.distance import NO_DISTANCE, SpokenDistance, Unit
from skill.shoes.run import RunKind
from skill.value import replace


def tell_run(talk: Talk, told: ToldRun) -> Outcome:
    """A run was told; nothing but a pair ("in the Ghosts") or a day answers who asked for it."""
    if told.heard and told.only_pair:
        heard = told.heard
        answer = answer_of(talk, lambda question: question.pair(talk, heard))
        if answer:
            return answer
    number = SpokenDistance(told.distance.whole, told.distance.decimals)
    if talk.interrupted and told == ToldRun(distance=number) and number.whole is not None:
        return telling_runs.offer_run(talk, number, None)  # "I did ten" may be of what is counted
    if isinstance(talk.asked, LogRuns) and told.heard and told.distance != NO_DISTANCE:
        answer = talk.asked.put_right(talk, told)
        if answer:
            return answer
    if isinstance(talk.asked, WhichRun) and told.distance != NO_DISTANCE:
        answer = talk.asked.named(talk, NamedRun(told.day, told.distance, told.heard))
        if answer:
            return answer
    if told.day and told == ToldRun(day=told.day):
        day = told.day
        answer = answer_of(talk, lambda question: question.day(talk, day))
        if answer:
            return answer
    return telling_runs.tell_run(talk, told)


def run_was(talk: Talk, told: ToldRun) -> Outcome:
    """What a run was: put right where the log has one of that day, else told.

    The pair says which run is meant where one of that day was in it, else which pair the run was in. Where no
    day was said, the run told just now may be meant, or another that is told: it is asked.
    """
    told_now = known_run(talk, talk.run_told)
    if told == ToldRun(seconds=told.seconds) and told_now:
        return correcting.correct(talk, Correction(seconds=told.seconds), NamedRun())
    if isinstance(talk.asked, LogRuns | DraftQuestion):
        asked = talk.asked
        return asked.was(talk, told) if isinstance(asked, LogRuns) else telling_runs.tell_run(talk, told)
    if told.seconds and told == ToldRun(distance=told.distance, seconds=told.seconds):
        of_that_length = time_of_that_far(talk, told.distance, told.seconds)
        if of_that_length:
            return of_that_length
    if told.day is None and told.kind is None and told_now:
        correction = Correction(told.heard, told.distance, seconds=told.seconds)
        return correcting.correct_run(talk, told_now, correction, unsure=True)
    of_that_day = [run for run in talk.shoes.recent.runs if told.day and is_on(talk, run, told.day)]
    if not of_that_day:
        # Behind another run "the second was three" may be of that, and no day.
        return telling_runs.offer_told(talk, told) if told_now else telling_runs.tell_run(talk, told)
    pairs = meant(talk, told.heard, talk.shoes.rotation.shoes) if told.heard else ()
    in_that_pair = any(run.shoe == pair.id for run in of_that_day for pair in pairs)
    named = NamedRun(told.day, heard=told.heard if in_that_pair else None)
    heard = None if in_that_pair else told.heard
    correction = Correction(heard, told.distance, None, told.kind, told.seconds)
    return correcting.correct(talk, correction, named)


def run_in_pair_was(talk: Talk, told: ToldRun, heard: Slot) -> Outcome:
    """What the run in a pair was: put right where one told just now, or of today, was in it, else told.

    A kind of run that is told with it names another: "my long run in the Ghost".

    Args:
        talk: the turn.
        told: what was told of it, without the pair.
        heard: the pair.
    """
    pairs = {pair.id for pair in meant(talk, heard, talk.shoes.rotation.shoes)}
    today = talk.place_settings.read_local_time().date()
    known = known_run(talk, talk.run_told)
    lately = [*([known] if known else []), *(run for run in talk.shoes.recent.runs if run.day == today)]
    is_known = told.kind is None and any(run.shoe in pairs for run in lately)
    if isinstance(talk.asked, DraftQuestion) or not is_known:
        return telling_runs.tell_run(talk, replace(told, heard=heard))
    return correcting.correct(
        talk, Correction(distance=told.distance, seconds=told.seconds), NamedRun(heard=heard)
    )


def correct_shoes(talk: Talk, heard: Slot | None, named: NamedRun) -> Outcome:
    """Another pair was worn: in what is being told, else in the run told last; or in the one that was named.

    "No, the Ghosts" is no yes to logging a run.
    """
    if heard and named.by_nothing:
        answer = answer_of(talk, lambda question: question.other_pair(talk, heard))
        answer = answer or correct_fact_by_pair(talk, heard)
        if answer:
            return answer
    return correcting.correct_shoes(talk, heard, named)


def correct_distance(talk: Talk, told: SpokenDistance, named: NamedRun) -> Outcome:
    """The distance was another: of what is being told, or told last; or of the run that was named."""
    if not named.by_nothing:
        return correcting.correct_distance(talk, told, named)
    race, metres = race_told_now(talk), metres_of_race(talk, told)
    if race and metres and may_be_of_race(told, metres):  # it was told behind whatever is still open
        return races.correct_race(talk, race, None, metres)
    if race and told.unit is None and not talk.run_told:  # of "in six weeks", or of the day
        return races.ask_when(talk, race)
    answer = answer_of(talk, lambda question: question.other_distance(talk, told))
    answer = answer or correct_fact_by_distance(talk, told) or _of_no_run(talk, told)
    return answer or correcting.correct_distance(talk, told, named)


def ran_that_far(talk: Talk, told: ToldRun) -> Outcome:
    """A run was that far, perhaps in that pair or on that day; it answers no price, no reminder and no rest.

    What is being told was so, else the run told just now; behind no run it is asked whether to log it.
    """
    if told == ToldRun(distance=told.distance):
        answer = answer_of(
            talk,
            lambda question: question.other_distance(talk, told.distance) if question.about_a_run else None,
        )
        return answer or correcting.correct_distance(talk, told.distance, NamedRun())
    if isinstance(talk.asked, DraftQuestion):
        return telling_runs.tell_otherwise(talk, talk.asked.draft, told)
    if isinstance(talk.asked, LogRuns):
        return talk.asked.was(talk, told)
    correction = Correction(told.heard, told.distance, told.day)
    if isinstance(talk.asked, RunOtherwise):
        return talk.asked.otherwise(talk, correction)
    told_now = known_run(talk, talk.run_told)
    if told_now is None:
        return telling_runs.offer_told(talk, told)
    return correcting.correct_run(talk, told_now, correction)


def _of_no_run(talk: Talk, told: SpokenDistance) -> Outcome | None:
    """What puts no run right; None where a run may be meant.

    While a routine sounds a number is the holds', "make it fifteen", whatever was told before; where no run
    was told, a unit alone is the one to speak in.
    """
    seconds = told.whole_number()
    if talk.interrupted and seconds is not None and SHORTEST_HOLD <= seconds <= LONGEST_HOLD:
        return talk.ask(HoldsThatLong(seconds))
    if talk.run_told:
        return None
    unit_alone = told.unit is not None and told == SpokenDistance(unit=told.unit)
    return shoe_rules.set_unit(talk, told.unit) if unit_alone and not talk.shoes.recent.runs else None


def correct_day(talk: Talk, day: Day | None, named: NamedRun) -> Outcome:
    """The day was another: of what is being told, or told last; or of the run that was named."""
    if day and named.by_nothing:
        race = race_told_now(talk)
        if race and day.date:
            return races.correct_race(talk, race, day.date, None)
        answer = answer_of(talk, lambda question: question.other_day(talk, day))
        answer = answer or correct_fact_by_day(talk, day)
        if answer:
            return answer
    return correcting.correct_day(talk, day, named)


def correct_kind(talk: Talk, kind: RunKind | None, named: NamedRun) -> Outcome:
    """It was a run of that kind: what is being told, else the run told last; or the one that was named."""
    if kind is None:
        return ask_what_was_wrong(talk, named)
    if named.by_nothing:
        answer = answer_of(talk, lambda question: question.kind(talk, kind))
        if answer:
            return answer
    return correcting.correct(talk, Correction(kind=kind), named)


def wrong(talk: Talk, named: NamedRun) -> Outcome:
    """Something is wrong: with what the coach asks (a no), in a stretch (which may hurt), or with a run."""
    if named.by_nothing and _waits_for_answer(talk):
        return answers.unsure(talk)
    if named.by_nothing and talk.interrupted:
        return sore_places.hurts(talk, None, None)
    return ask_what_was_wrong(talk, named)


def did_not(talk: Talk) -> Outcome:
    """A no to what waits for one, else to what was told or changed just now: "I didn't" answers no offer."""
    told = None if talk.moved_on else known_run(talk, talk.run_told)
    if _waits_for_answer(talk) or talk.interrupted:
        return answers.no(talk)
    if told:
        return runs_denied.deny_run(talk, None)
    return ask_to_take_back(talk) if talk.changed_before else answers.no(talk)


def unit_said(talk: Talk, unit: Unit | None) -> Outcome:
    """A unit: that of the distance the coach asked about last, else the one to speak in."""
    asked = talk.asked
    if unit is None or not isinstance(asked, LogIt) or not asked.draft.metres:
        return shoe_rules.set_unit(talk, unit)
    metres = in_other_unit(asked.draft.metres, unit, talk.place_settings.read_unit())
    return talk.ask(replace(asked, draft=replace(asked.draft, metres=metres)))


def no_run(talk: Talk, day: Day | None) -> Outcome:
    """There was no run: what is being told of one is left, and a rating of one is not wanted.

    Behind a race that was told just now "I'm not running it" is said of that, and of no run before it: it is
    asked.
    """
    answer = answer_of(talk, lambda question: question.no_run(talk))
    race = race_told_now(talk)
    if answer is None and race and day is None:
        return talk.ask(races.RaceOff(race.id))
    return answer or runs_denied.deny_run(talk, day)


def not_my_run(talk: Talk) -> Outcome:
    """What was told in this conversation was somebody else's, or no run; else nothing is noted."""
    answer = answer_of(talk, lambda question: question.no_run(talk))
    told = known_run(talk, talk.run_told)
    return answer or (runs_denied.deny_run(talk, None) if told else out_of_scope.somebody_else(talk))


def _waits_for_answer(talk: Talk) -> bool:
    """Whether the coach asked what waits for an answer, and did not only offer something."""
    return talk.asked is not None and talk.asked.waits and not isinstance(talk.asked, Offer)
