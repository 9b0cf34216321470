"""Which pair a logged run was in, and what worn shoes have to do with sore feet."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Final

from skill.conversation.shoes.adding import FirstPair, can_be_new, new_pair
from skill.conversation.shoes.correcting import put_on_pair
from skill.conversation.shoes.replies import say_about_shoes
from skill.conversation.shoes.run_changes import known_run, run_to_change
from skill.conversation.shoes.shoe_words import (
    NAMED_AT_MOST,
    exact_distance,
    pair_in_words,
    pairs_in_words,
    rounded_distance,
    time_of_run,
)
from skill.conversation.shoes.which_pair import WhichPair, slot_of
from skill.conversation.turn.question import Question
from skill.conversation.turn.reply import Outcome, Statement
from skill.conversation.turn.talk import Talk
from skill.conversation.turn.turn import Slot
from skill.shoes.days import Day
from skill.shoes.distance import SpokenDistance
from skill.shoes.own_life import CHECK_AT
from skill.shoes.shoe import Stage
from skill.shoes.told_of_pair import NOTHING_TOLD
from skill.value import replace

ASKED_WITHIN: Final = timedelta(days=1)
"""So long a runner knows which pair it was."""
LATELY: Final = timedelta(weeks=2)
NAMED_WITH_SORE_FEET: Final = 2


class WornIn(WhichPair, kw_only=True, name="worn-in"):
    """Which pair a logged run was in.

    Attributes:
        run: its id.
        after_routine: whether it is asked at the end of a routine, which happens once a run.
    """

    run: str
    after_routine: bool = False

    def use(self, talk: Talk, heard: Slot) -> Outcome:
        """Put the run on the pair."""
        return put_on_pair(talk, run_to_change(talk, self.run), heard, self, asked_for=True)

    def distance(self, talk: Talk, distance: SpokenDistance, day: Day | None) -> Outcome | None:
        """A number alone is the pair's, or its position; any other is about the run that was just told."""
        number = distance.whole_number()
        if number is not None and talk.run_told == self.run and not self.chosen(talk, Slot(str(number))):
            return None
        return super().distance(talk, distance, day)

    def no(self, talk: Talk) -> Outcome:
        """Leave it open."""
        return say_about_shoes(talk, talk.line("shoes.log.not_set"))

    def words(self, talk: Talk) -> str:
        """The question with the run."""
        run = known_run(talk, self.run)
        if run is None:
            return super().again(talk)
        shoes = self._choices(talk)
        line = "which_pair" if len(shoes) <= NAMED_AT_MOST else "which_pair_many"
        return talk.line(
            f"shoes.after.{'only_pair' if len(shoes) == 1 else line}",
            distance=exact_distance(talk, run.metres),
            day=time_of_run(talk, run.at),
            names=pairs_in_words(talk, shoes, choice=True),
        )

    def words_when_back(self, talk: Talk) -> str:
        """The question with the run, where it was not asked at a routine's end already."""
        return "" if talk.shoes.pair_asked_for == self.run else self.words(talk)

    def again(self, talk: Talk) -> str:
        """The question in short; with the run where another one has been told since."""
        return super().again(talk) if talk.run_told in (None, self.run) else self.words(talk)

    def still_open(self, talk: Talk) -> bool:
        """Until the run has a pair, or is gone."""
        run = known_run(talk, self.run)
        return run is not None and run.shoe is None

    def replaces(self, other: Question) -> bool:
        """Only the same question: the pairs of two runs may be open."""
        return isinstance(other, WornIn) and other.run == self.run

    def note_asked(self, talk: Talk) -> None:
        """Note that the run's pair was asked for after a routine."""
        if self.after_routine:
            talk.shoes.pair_asked_for = self.run

    def unheard(self, talk: Talk) -> Question | None:
        """After a routine it has not been asked after all; it waits where it was asked before the routine."""
        if not self.after_routine:
            return self
        talk.shoes.pair_asked_for = None
        return replace(self, after_routine=False) if talk.run_told == self.run else None


class WornInFirst(FirstPair, kw_only=True, name="worn-in-first"):
    """Which pair a logged run was in, where none is known yet: the one that is added then.

    Attributes:
        run: its id.
    """

    run: str

    def pair(self, talk: Talk, heard: Slot) -> Outcome:
        """Add it under this name, with the run in it."""
        run = known_run(talk, self.run)
        if run is None or run.shoe or not can_be_new(talk, heard):
            return super().pair(talk, heard)
        shoe = new_pair(talk, heard, NOTHING_TOLD)
        put = put_on_pair(talk, run, slot_of(shoe), WornIn(run=run.id), asked_for=True)
        added = talk.line("pairs.adding.added", pair=pair_in_words(talk, shoe))
        return replace(put, text=f"{added} {put.text}") if isinstance(put, Statement) else put


class WornInThese(WornIn, kw_only=True, name="worn-in-these"):
    """Which pair the first of some runs was in, and then the next.

    Attributes:
        others: ids of those that are asked about behind it.
    """

    others: tuple[str, ...] = ()

    def use(self, talk: Talk, heard: Slot) -> Outcome:
        """Put the run on the pair, and ask for the next."""
        outcome = super().use(talk, heard)
        following = worn_in_these(talk, self.others)
        run = talk.shoes.run(following.run) if following else None
        if following is None or run is None or not isinstance(outcome, Statement):
            return outcome
        distance, day = exact_distance(talk, run.metres), time_of_run(talk, run.at)
        text = talk.line("shoes.after.and_that_one", distance=distance, day=day)
        return talk.ask(following, f"{outcome.text} {text}")


def worn_in_these(talk: Talk, runs: Sequence[str]) -> WornInThese | None:
    """The question for the first of these runs, by their ids, that has no pair yet."""
    active = tuple(shoe.id for shoe in talk.shoes.rotation.active)
    open_ = [id_ for id_ in runs if (run := talk.shoes.run(id_)) and run.shoe is None]
    if not open_ or not active:
        return None
    return WornInThese(run=open_[0], choices=active, others=tuple(open_[1:]))


def worn_in_open(talk: Talk) -> WornIn | None:
    """The question for the pair of the run told last in this conversation, where it is not known."""
    run, active = known_run(talk, talk.run_told), talk.shoes.rotation.active
    if run is None or run.shoe or not active:
        return None
    return WornIn(run=run.id, choices=tuple(shoe.id for shoe in active))


def worn_in_due(talk: Talk) -> WornIn | None:
    """The question for the pair of the newest run, where it is not known and was not asked for yet."""
    newest = next(iter(talk.shoes.recent.runs), None)
    active = talk.shoes.rotation.active
    if newest is None or newest.shoe or not active or newest.id == talk.shoes.pair_asked_for:
        return None
    if talk.turn.at - newest.at > ASKED_WITHIN:
        return None
    return WornIn(run=newest.id, choices=tuple(shoe.id for shoe in active), after_routine=True)


def shoes_worn_lately(talk: Talk) -> str:
    """How far the pairs of the last two weeks have run, for sore feet; empty when none was worn."""
    since = talk.turn.at - LATELY
    worn = [
        (last, shoe)
        for shoe in talk.shoes.rotation.active
        if (last := shoe.wear.last_run_at) is not None and last >= since
    ]
    if not worn:
        return ""
    worn.sort(key=lambda pair: (pair[0], pair[1].id), reverse=True)
    shoes = [shoe for _, shoe in worn[:NAMED_WITH_SORE_FEET]]
    names = [
        talk.line(
            "shoes.after.worn_with",
            pair=pair_in_words(talk, shoe),
            distance=rounded_distance(talk, shoe.metres),
        )
        for shoe in shoes
    ]
    text = talk.line("shoes.after.worn_lately", names=talk.phrasebook.join(names))
    if any(shoe.stage is not Stage.FRESH for shoe in shoes):
        text = f"{text} {talk.line('shoes.after.old_shoes')}"
    if any(shoe.metres >= CHECK_AT[0] for shoe in shoes):
        text = f"{text} {talk.line('check_up.say_check')}"
    return text
