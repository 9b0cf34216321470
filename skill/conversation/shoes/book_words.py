"""How two books that differ are said, and the cause that is asked about."""

from skill.conversation.shoes.shoe_words import exact_distance, pair_in_words, rounded_distance
from skill.conversation.turn.talk import Talk
from skill.shoes.books import Guess, OtherBook
from skill.shoes.shoe import Shoe
from skill.speech.dates import on_day_in_words


def totals_in_words(talk: Talk, book: OtherBook) -> dict[str, str | int]:
    """The values of a line about two totals of a pair."""
    return {
        "pair": pair_in_words(talk, book.shoe),
        "ours": rounded_distance(talk, book.shoe.metres),
        "apart": rounded_distance(talk, abs(book.apart)),
    }


def guess_as_question(talk: Talk, shoe: Shoe, guess: Guess) -> str:
    """The cause, likeliest or next, and whether it is to be put right.

    Args:
        talk: the turn.
        shoe: the pair whose totals differ.
        guess: the cause.
    """
    today, run = talk.place_settings.read_local_time().date(), guess.run
    day = (run.day if run else guess.day) or today
    other = talk.shoes.rotation.find(guess.pair) or talk.shoes.rotation.find(run.shoe if run else None)
    known = "" if other and (guess.pair or other.id != shoe.id) else "_open"
    has_two = known if str(guess.cause) in ("in_other_pair", "from_other_pair") else ""
    return talk.line(
        f"books.guess.{guess.cause}{has_two}",
        distance=exact_distance(talk, abs(guess.metres)),
        day=on_day_in_words(talk.phrasebook, day, today),
        pair=pair_in_words(talk, shoe),
        other=pair_in_words(talk, other) if other else "",
        start=rounded_distance(talk, max(shoe.starting_metres + guess.metres, 0)),
    )
