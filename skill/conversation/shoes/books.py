"""The books balanced by ear: another total of a pair, the likeliest cause first, nothing without a yes."""

from typing import Final

from skill.conversation.shoes.adding import ask_for_first_pair
from skill.conversation.shoes.book_corrections import put_right
from skill.conversation.shoes.book_words import guess_as_question, totals_in_words
from skill.conversation.shoes.other_totals import Apart, Told, as_total, told_total
from skill.conversation.shoes.replies import say_about_shoes
from skill.conversation.shoes.shoe_words import exact_distance, pair_in_words, rounded_distance
from skill.conversation.shoes.which_pair import AboutPair, WhichPair, find_pair
from skill.conversation.turn.question import OpenQuestion, Wanted
from skill.conversation.turn.reply import Outcome
from skill.conversation.turn.talk import Talk
from skill.conversation.turn.turn import Slot
from skill.shoes.books import Cause, Guess, guesses
from skill.shoes.days import Day, latest
from skill.shoes.distance import SpokenDistance
from skill.shoes.limits import LONGEST_RUN
from skill.shoes.shoe import Shoe
from skill.value import replace

NOT_SURE: Final = 4.0
"""A first guess that is not so many times as likely as the next one is not given before more was asked."""


class BooksOfWhichPair(WhichPair, kw_only=True, name="books-of-which-pair"):
    """Which pair the other book speaks of.

    Attributes:
        told: what it says; None where that was not told.
        apart: whether that is how much more or less it has.
    """

    told: Told | None
    apart: Apart | None = None

    def use(self, talk: Talk, heard: Slot) -> Outcome:
        """Compare the books."""
        shoe = find_pair(talk, heard, self)
        return _compare(talk, shoe, as_total(self.told, shoe, self.apart))


class WhatOtherBookSays(AboutPair, OpenQuestion, name="what-other-book-says"):
    """How far the other book has a pair."""

    wanted = Wanted.DISTANCE

    def distance(self, talk: Talk, distance: SpokenDistance, day: Day | None) -> Outcome | None:
        """Compare the books."""
        told = told_total(talk, distance)
        return None if day or told is None else _compare(talk, self.shoe(talk), told)

    def values(self, talk: Talk) -> dict[str, str | int]:
        """The pair and what the log has of it."""
        shoe = self.shoe(talk)
        return {"pair": pair_in_words(talk, shoe), "distance": rounded_distance(talk, shoe.metres)}


class WhatItSaysOfOther(AboutPair, OpenQuestion, kw_only=True, name="what-it-says-of-other"):
    """How far the other book has another pair, which tells two causes apart.

    Attributes:
        told: what it says of the pair in question.
        other: id of the other pair.
    """

    wanted = Wanted.DISTANCE

    told: Told
    other: str

    def distance(self, talk: Talk, distance: SpokenDistance, day: Day | None) -> Outcome | None:
        """Guess with that."""
        more = None if day else told_total(talk, distance)
        if more is None:
            return None
        others = {**self.told.others, self.other: more.metres}
        return _guess(talk, self.shoe(talk), replace(self.told, others=others), asked_enough=True)

    def no(self, talk: Talk) -> Outcome:
        """Guess without."""
        return _guess(talk, self.shoe(talk), self.told, asked_enough=True)

    def yes(self, talk: Talk) -> Outcome:
        """Ask again: it takes a figure."""
        return talk.ask(self, self.again(talk))

    def never_mind(self, talk: Talk) -> Outcome:
        """Leave the books as they are."""
        return say_about_shoes(talk, talk.line("answers.nothing_changed"))

    def values(self, talk: Talk) -> dict[str, str | int]:
        """The other pair."""
        other = talk.shoes.rotation.find(self.other)
        return {"pair": pair_in_words(talk, other) if other else ""}

    def still_open(self, talk: Talk) -> bool:
        """As long as both pairs are there."""
        return super().still_open(talk) and talk.shoes.rotation.find(self.other) is not None


class PutBooksRight(AboutPair, kw_only=True, name="put-books-right"):
    """Whether a cause is the one, and is to be put right.

    Attributes:
        told: what the other book says.
        cause: the cause that is asked about.
        ruled_out: the causes that it was not.
    """

    told: Told
    cause: Cause
    ruled_out: tuple[Cause, ...] = ()

    def yes(self, talk: Talk) -> Outcome:
        """Put it right."""
        found = self._guess(talk)
        return put_right(talk, self.shoe(talk), found) if found else self.no(talk)

    def no(self, talk: Talk) -> Outcome:
        """Ask about the next cause."""
        ruled_out = (*self.ruled_out, self.cause)
        return _guess(talk, self.shoe(talk), self.told, ruled_out, asked_enough=True)

    def never_mind(self, talk: Talk) -> Outcome:
        """Leave the books as they are."""
        shoe = self.shoe(talk)
        distance = rounded_distance(talk, shoe.metres)
        return say_about_shoes(
            talk, talk.line("books.ours.stands", pair=pair_in_words(talk, shoe), distance=distance)
        )

    def day(self, talk: Talk, day: Day) -> Outcome | None:
        """The day of the run that is missing."""
        found = self._guess(talk)
        if found is None or found.cause is not Cause.MISSING or day.date is None:
            return None
        on = latest(day.date, talk.place_settings.read_local_time())
        return put_right(talk, self.shoe(talk), replace(found, day=on))

    def distance(self, talk: Talk, distance: SpokenDistance, day: Day | None) -> Outcome | None:
        """The total is to be what the other book says, or that says something else after all."""
        told = None if day else told_total(talk, distance)
        if told is None:
            return None
        shoe = self.shoe(talk)
        if told.metres == self.told.metres:
            return put_right(talk, shoe, Guess(Cause.START, told.book(shoe).apart, 1.0))
        return _compare(talk, shoe, told)

    def again(self, talk: Talk) -> str:
        """The cause, and whether it is to be put right."""
        found = self._guess(talk)
        return guess_as_question(talk, self.shoe(talk), found) if found else talk.line(self.line)

    def still_open(self, talk: Talk) -> bool:
        """As long as the books differ."""
        return super().still_open(talk) and not self.told.book(self.shoe(talk)).agrees

    def _guess(self, talk: Talk) -> Guess | None:
        return next((one for one in _all(talk, self.shoe(talk), self.told) if one.cause is self.cause), None)


def compare_books(
    talk: Talk, heard: Slot | None, distance: SpokenDistance, apart: Apart | None = None
) -> Outcome:
    """Another book has so far on a pair; a figure that was not told is asked for.

    Args:
        talk: the turn.
        heard: the pair.
        distance: what the other book says.
        apart: whether that is how much more or less than ours it is; None for a total.
    """
    if not talk.shoes.rotation.shoes:
        raise ask_for_first_pair(talk)
    told = told_total(talk, distance)
    asked = next(
        (one for one in talk.open_questions if isinstance(one, WhatItSaysOfOther | PutBooksRight)), None
    )
    shoe = find_pair(talk, heard, BooksOfWhichPair(told=told, apart=apart))
    told = as_total(told, shoe, apart)
    if asked and told and asked.about != shoe.id:
        more = replace(asked.told, others={**asked.told.others, shoe.id: told.metres})
        return _guess(talk, asked.shoe(talk), more, asked_enough=True)
    return _compare(talk, shoe, told)


def _compare(talk: Talk, shoe: Shoe, told: Told | None) -> Outcome:
    if told is None:
        return talk.ask(WhatOtherBookSays(shoe.id))
    if told.book(shoe).agrees:
        return say_about_shoes(talk, talk.line("books.agree", **totals_in_words(talk, told.book(shoe))))
    return _guess(talk, shoe, told)


def _all(talk: Talk, shoe: Shoe, told: Told) -> tuple[Guess, ...]:
    today = talk.place_settings.read_local_time().date()
    found = guesses(talk.shoes.rotation, talk.shoes.recent, told.book(shoe), today)
    return tuple(one for one in found if one.cause is not Cause.MISSING or one.metres <= LONGEST_RUN)


def _guess(
    talk: Talk,
    shoe: Shoe,
    told: Told,
    ruled_out: tuple[Cause, ...] = (),
    *,
    asked_enough: bool = False,
) -> Outcome:
    """The likeliest cause as a question; where two are as likely, another pair's total is asked first."""
    left = [one for one in _all(talk, shoe, told) if one.cause not in ruled_out]
    difference = (
        "" if ruled_out else talk.line(_difference(told, shoe), **totals_in_words(talk, told.book(shoe)))
    )
    if not left:
        return say_about_shoes(talk, f"{difference} {talk.line('books.no_guess')}".strip())
    other = _that_would_tell(talk, shoe, left)
    if other and not asked_enough:
        which = WhatItSaysOfOther(shoe.id, told=told, other=other.id)
        apart = exact_distance(talk, abs(told.metres - shoe.metres))
        either = talk.line("books.either", distance=apart, pair=pair_in_words(talk, other))
        return talk.ask(which, f"{difference} {either} {which.again(talk)}")
    question = PutBooksRight(shoe.id, told=told, cause=left[0].cause, ruled_out=ruled_out)
    return talk.ask(question, f"{difference} {guess_as_question(talk, shoe, left[0])}".strip())


def _difference(told: Told, shoe: Shoe) -> str:
    return "books.they_have_more" if told.metres > shoe.metres else "books.they_have_less"


def _that_would_tell(talk: Talk, shoe: Shoe, left: list[Guess]) -> Shoe | None:
    """The other pair whose total would tell a run that is missing from one that stands in it."""
    causes = {one.cause: one for one in left[:2]}
    if {*causes} != {Cause.MISSING, Cause.IN_OTHER_PAIR} or left[0].weight > NOT_SURE * left[1].weight:
        return None
    run = causes[Cause.IN_OTHER_PAIR].run
    other = talk.shoes.rotation.find(run.shoe) if run else None
    return other if other and other.id != shoe.id else None
