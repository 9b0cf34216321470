"""The check-up of a pair as a cue sheet: each test said, with the time to do it."""

from typing import Final

from skill.coach.cue_sheet import CueSheet, Place
from skill.coach.sheet_writer import SheetWriter
from skill.conversation.shoes.shoe_words import pair_in_words
from skill.conversation.turn.reply import Screen
from skill.conversation.turn.talk import Talk
from skill.shoes.check_up import HAND_TESTS, CheckUp
from skill.shoes.shoe import Shoe

TO_FETCH: Final = 3.0
"""Seconds in which the pair is taken up; it is mostly in the hands already."""
TO_LOOK: Final = 4.0
"""Seconds of silence behind each test, in which it is done: all of it takes about a minute."""


def check_up_sheet(talk: Talk, check_up: CheckUp, shoe: Shoe, opening: str, closing: str) -> CueSheet:
    """What is performed of a check-up from its place on, with the question for the words at its end.

    The sheet's spans say which test each moment belongs to, by its number.

    Args:
        talk: the turn.
        check_up: with at least one test left.
        shoe: the pair.
        opening: said ahead of it.
        closing: the question for the words.
    """
    writer, place = SheetWriter(talk.phrasebook), check_up.place
    begin = "" if place else talk.line("check_up.begin", pair=pair_in_words(talk, shoe))
    ahead = talk.noticed(f"{opening} {begin}".strip())
    if ahead:
        writer.add_line(ahead, Place(place), TO_FETCH if begin else 0.0)
    for step in range(place, len(HAND_TESTS)):
        writer.add_line(talk.line(f"check_up.tests.{HAND_TESTS[step]}"), Place(step), TO_LOOK)
    writer.add_line(closing, Place(len(HAND_TESTS)))
    return writer.sheet(None)


def starts_of(sheet: CueSheet) -> tuple[float, ...]:
    """The seconds at which each test begins, and at the end the question."""
    return tuple(round(span.at, 3) for span in sheet.spans)


def check_up_screen(talk: Talk, check_up: CheckUp, shoe: Shoe) -> Screen:
    """The tests as a routine's lines, the one at its place marked."""
    lines = [talk.line(f"check_up.shown.{test}") for test in HAND_TESTS]
    return Screen(
        talk.line("check_up.title", pair=pair_in_words(talk, shoe)),
        tuple(
            talk.line("screen.now" if place == check_up.place else "screen.other", exercise=line)
            for place, line in enumerate(lines)
        ),
    )
