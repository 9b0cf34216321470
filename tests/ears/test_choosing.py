import pytest
from hypothesis import given
from hypothesis import strategies as st

from skill.ears.choosing import Scored, choose, could_be, same_words
from skill.ears.transcript import Transcript

NEXT = Scored("next", -1.0, -9.0)
BACK = Scored("go back", -14.0, -13.0, 2)


def made_out(text: str, given_sound: float = -2.0, given_silence: float = -12.0, tokens: int = 3) -> Scored:
    return Scored(text, given_sound, given_silence, tokens)


def test_a_phrase_that_the_sound_speaks_for_is_taken() -> None:
    assert choose(made_out("max"), 0.5, [NEXT, BACK]) == Transcript("next", sure=True)


def test_of_a_long_sentence_a_short_phrase_is_none() -> None:
    long = made_out("No, I do not think so, the other one was cheaper.", -4.0, -60.0, 12)
    assert choose(long, 0.1, [Scored("no", -4.0, -9.0)]).text == long.text


def test_of_two_phrases_that_go_with_it_alike_neither_is_taken() -> None:
    heard = choose(made_out("text"), 0.1, [NEXT, Scored("rest", -2.0, -9.5)])
    assert heard.text == "text"


def test_what_nothing_speaks_for_is_nothing() -> None:
    noise = made_out("you", -4.5, -4.6, 1)
    assert choose(noise, 0.2, [Scored("thank you", -5.0, -5.4)]) == Transcript()


def test_what_is_written_down_of_any_silence_is_nothing() -> None:
    assert choose(made_out("you", -0.9, -1.0, 1), 0.2, []) == Transcript()


def test_where_nothing_is_said_nothing_was_made_out() -> None:
    assert choose(made_out("I am on my way"), 0.9, []) == Transcript()


def test_what_is_hardly_made_out_is_nothing() -> None:
    assert choose(made_out("Ren Zoom", -9.0, -30.0, 3), 0.1, []) == Transcript()


@pytest.mark.parametrize(("given_sound", "sure"), [(-1.0, True), (-3.0, False)])
def test_what_is_made_out_is_sure_where_every_word_is_probable(given_sound: float, sure: bool) -> None:  # noqa: FBT001 - a table
    assert choose(made_out("I ran five miles", given_sound), 0.1, []) == Transcript("I ran five miles", sure)


@pytest.mark.parametrize(
    "text",
    [
        "Open fifth coach. Open fifth coach. Open fifth coach. Open fifth coach.",
        "N... N... N... N... N...",
        "I meant I'd mild... I meant I'd mild... I meant I'd mild... I meant I'd mild...",
    ],
)
def test_who_only_stammers_has_heard_nothing(text: str) -> None:
    assert choose(made_out(text, -1.0, -40.0, 20), 0.1, []) == Transcript()


def test_a_phrase_said_three_times_is_no_stammering() -> None:
    assert choose(made_out("no no no", -1.0, -20.0), 0.1, []).text == "no no no"


@given(st.floats(-60, 0), st.floats(-60, 0), st.floats(-30, 0))
def test_what_could_not_be_chosen_is_never_chosen(silence: float, other: float, sound: float) -> None:
    text = made_out("something else", other, -40.0)
    phrase = Scored("next", sound, silence)
    if not could_be(silence, text):
        assert choose(text, 0.1, [phrase]).text != "next"


def test_words_are_the_same_whatever_their_dress() -> None:
    assert same_words("Start my post-run stretches!", "start my post run stretches")
    assert not same_words("start my pre-run exercises", "start my post run stretches")
