"""Runs that are planned: nothing is logged, and shoes are offered for them."""

from datetime import date, datetime

from skill.conversation.shoes import races
from skill.conversation.shoes.can_wear import judge
from skill.conversation.shoes.choosing import choose_for, plan_run
from skill.conversation.shoes.race_meant import metres_of_race
from skill.conversation.turn.invitations import AnythingElse
from skill.conversation.turn.question import Offer
from skill.conversation.turn.reply import Outcome
from skill.conversation.turn.talk import AskInsteadError, Talk
from skill.conversation.turn.turn import Slot
from skill.shoes.days import Day
from skill.shoes.distance import NO_DISTANCE, SpokenDistance
from skill.shoes.planned_race import PlannedRace
from skill.shoes.run import RunKind
from skill.shoes.standing import PlannedRun


class ShoesForRun(Offer, kw_only=True, name="shoes-for-run"):
    """Whether to say which shoes to wear for a planned run.

    Attributes:
        at: when it is planned.
        run_kind: None when it was not told.
        run_metres: None when they were not told.
        heard: the pair that it is to be run in; None where none was named.
    """

    needs_notebook = True

    at: datetime
    run_kind: RunKind | None = None
    run_metres: int | None = None
    heard: Slot | None = None

    def yes(self, talk: Talk) -> Outcome:
        """Say it; of a pair that was named, whether it may be worn."""
        planned = PlannedRun(self.at, self.run_kind, self.run_metres)
        return judge(talk, self.heard, planned) if self.heard else choose_for(talk, planned)

    def no(self, talk: Talk) -> Outcome:
        """Leave it."""
        return talk.say(talk.line("answers.as_you_like"), invitation=AnythingElse())

    def again(self, talk: Talk) -> str:
        """The offer in short."""
        return talk.line("shoes.plans.these" if self.heard else "shoes.plans.which")

    def words(self, talk: Talk) -> str:
        """The offer, behind what becomes of the plan."""
        return f"{talk.line('shoes.plans.not_yet')} {self.again(talk)}"


class KeepRace(Offer, kw_only=True, name="keep-race"):
    """Whether to keep a planned race in mind: it may be no more than an idea.

    Attributes:
        on: when it is.
        metres: None when they were not told.
    """

    needs_notebook = True

    on: date
    metres: int | None

    def yes(self, talk: Talk) -> Outcome:
        """Keep it."""
        return races.remember(talk, self.metres, self.on)

    def no(self, talk: Talk) -> Outcome:
        """Leave it."""
        return talk.say(talk.line("answers.as_you_like"), invitation=AnythingElse())

    def values(self, talk: Talk) -> dict[str, str | int]:
        """The race and its day."""
        return {"race": races.race_and_day(talk, PlannedRace("", self.on, self.metres))}


def plan(
    talk: Talk, distance: SpokenDistance, day: Day | None, kind: RunKind | None, heard: Slot | None
) -> Outcome:
    """A run that is planned is not logged; where there are pairs to choose from, offer to.

    A race on a day that was named is offered to be kept in mind.

    Args:
        talk: the turn.
        distance: of the run, as it was said.
        day: of the run; None for today.
        kind: of the run; None where it was not told.
        heard: the pair that it is to be run in; None where none was named.
    """
    today, race_day = talk.place_settings.read_local_time().date(), day.date if day else None
    if kind is RunKind.RACE and race_day and race_day > today and not talk.interrupted:
        return talk.ask(KeepRace(on=race_day, metres=metres_of_race(talk, distance)))
    try:
        planned = plan_run(talk, day, kind, distance)
    except AskInsteadError:  # a distance nobody runs is not asked for again, as nothing is logged
        planned = plan_run(talk, day, kind, NO_DISTANCE)
    if planned is None or not talk.shoes.rotation.active:
        return talk.say(talk.line("shoes.plans.not_yet"), invitation=AnythingElse())
    question = ShoesForRun(at=planned.at, run_kind=planned.kind, run_metres=planned.metres, heard=heard)
    if talk.interrupted and talk.resumable:
        return talk.say(talk.line("shoes.plans.not_yet"))
    return talk.ask(question)
