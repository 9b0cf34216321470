from random import Random

import pytest

from skill.content.loader import ContentError
from skill.speech.phrasebook import Line, Phrasebook, lines_of

LINES: dict[str, Line] = {
    "plain": "And relax.",
    "filled": "Back to {exercise}. {position}",
    "left": {"one": "One hold left.", "other": "{count} holds left."},
    "named": {"one": "{name}: once", "other": "{name}: {count} times"},
    "sentence": "{thing} is missing.",
    "piece": "{thing} in hand",
    "hello": ["Hi.", "Hello.", "Hi, {name}."],
}


def words(seed: int = 0) -> Phrasebook:
    return Phrasebook("en", {**lines_of("en"), **LINES}, Random(seed))  # noqa: S311 - the same test twice is the same


def test_a_line_is_said_as_it_stands() -> None:
    assert words().say("plain") == "And relax."


def test_placeholders_are_filled_with_words_and_numbers_said_as_words() -> None:
    assert words().say("filled", exercise="calf roll", position="Sit.") == "Back to calf roll. Sit."
    assert words().say("filled", exercise=2, position="") == "Back to two. "


@pytest.mark.parametrize(("count", "said"), [(0, "Zero"), (1, "One"), (2, "Two"), (21, "Twenty one")])
def test_the_plural_follows_the_count(count: int, said: str) -> None:
    line = words().say("left", count=count)
    assert line.lower() == f"{said} hold{'' if count == 1 else 's'} left.".lower()


def test_a_plural_may_be_filled_with_more_than_its_count() -> None:
    assert words().say("named", count=3, name="scrunches") == "scrunches: three times"


def test_a_sentence_begins_with_a_capital_and_a_piece_of_one_does_not() -> None:
    assert words().say("sentence", thing="a wall") == "A wall is missing."
    assert words().say("piece", thing="a wall") == "a wall in hand"


def test_alternatives_are_drawn_by_chance_and_each_comes() -> None:
    assert {words(seed).say("hello", name="you") for seed in range(40)} == {"Hi.", "Hello.", "Hi, you."}


def test_the_same_chance_draws_the_same_words() -> None:
    drawn = [words(7), words(7)]
    assert [drawn[0].say("hello", name="a") for _ in range(9)] == [
        drawn[1].say("hello", name="a") for _ in range(9)
    ]


@pytest.mark.parametrize(
    ("key", "values"), [("nowhere", {}), ("filled", {"exercise": "calf roll"}), ("left", {})]
)
def test_what_is_missing_is_an_error_and_never_said(key: str, values: dict[str, str]) -> None:
    with pytest.raises(KeyError):
        words().say(key, **values)


def test_a_value_is_not_searched_for_placeholders() -> None:
    assert words().say("hello", name="{count}") in {"Hi.", "Hello.", "Hi, {count}."}
    assert "{x}" in words().say("filled", exercise="{x}", position="")


def test_every_text_of_a_list_can_be_had() -> None:
    assert words().all("hello") == LINES["hello"]
    with pytest.raises(ContentError, match="plain: is no list"):
        words().all("plain")


def test_it_knows_which_lines_there_are() -> None:
    assert "plain" in words()
    assert "nowhere" not in words()


@pytest.mark.parametrize(
    ("items", "both", "either"),
    [
        ([], "", ""),
        (["a wall"], "a wall", "a wall"),
        (["a wall", "a chair"], "a wall and a chair", "a wall or a chair"),
        (["a wall", "a chair", "a ball"], "a wall, a chair and a ball", "a wall, a chair or a ball"),
    ],
)
def test_items_are_joined_as_in_a_sentence(items: list[str], both: str, either: str) -> None:
    english = Phrasebook.of("en", Random(0))  # noqa: S311 - nothing is drawn
    assert english.join(items) == both
    assert english.join(items, choice=True) == either


def test_a_language_without_lines_is_refused() -> None:
    with pytest.raises(ContentError, match="xx: there are no lines"):
        Phrasebook.of("xx", Random(0))  # noqa: S311 - nothing is drawn
