"""What is done with words that nobody may have meant: the radio, the neighbour, the coach's own voice."""

from pathlib import Path
from typing import Any

import pytest

from skill.browser.overheard import Ignored, Words, said_between
from skill.browser.tab import Heard, Tab
from skill.ears.likely import Occasion
from skill.sound.timeline import Planned, Timeline
from stand_ins.page_server import ANN
from tests.browser.a_household import Home

IN_THE_HOLD = 40.0
NO_SESSION = Heard()


@pytest.fixture
def tab(tmp_path: Path) -> Tab:
    return Home(tmp_path).tabs().enter(ANN, "kitchen1")


def overhear(tab: Tab, said: str, heard: Heard, *, sure: bool = True) -> Ignored:
    return tab.overhear(Words(said, sure), heard)[0]


def performing(tab: Tab) -> Heard:
    reply = tab.say("start my post run stretches", NO_SESSION)
    return Heard(reply["reply"], IN_THE_HOLD)


@pytest.mark.parametrize(
    "said", ["pause", "next", "which shoes today", "how much longer", "my chest hurts badly"]
)
def test_in_the_middle_what_is_certain_and_harmless_is_done(tab: Tab, said: str) -> None:
    ignored, exchange = tab.overhear(Words(said), performing(tab))
    assert not ignored
    assert exchange
    assert exchange["said"] == said


@pytest.mark.parametrize(
    "said",
    [
        "The weather tomorrow will be cloudy.",
        "he scored twice in the second half",
        "yes",
        "no",
        "and now the news",
        "I'm on my way, see you in ten minutes",
    ],
)
def test_in_the_middle_what_means_nothing_for_certain_is_let_be(tab: Tab, said: str) -> None:
    assert overhear(tab, said, performing(tab)) is Ignored.NOT_MEANT


@pytest.mark.parametrize(
    "said",
    [
        "slower please",
        "I ran five miles",
        "delete all my data",
        "hold for sixty seconds",
        "retire the red ones",
    ],
)
def test_in_the_middle_nothing_changes_what_is_kept_unless_it_is_said_to_the_coach(
    tab: Tab, said: str
) -> None:
    heard = performing(tab)
    assert overhear(tab, said, heard) is Ignored.UNADDRESSED
    assert not overhear(tab, f"coach, {said}", heard)


@pytest.mark.parametrize(
    "said",
    [
        "Coach, slower please.",
        "Hey coach, slower please",
        "foot coach, slower please",
        "Alexa, slower please",
    ],
)
def test_the_coach_is_spoken_to_by_its_name(tab: Tab, said: str) -> None:
    assert not overhear(tab, said, performing(tab))


@pytest.mark.parametrize("said", ["the coach said slower please", "coaching is slower", "a coach"])
def test_who_speaks_of_a_coach_speaks_to_none(tab: Tab, said: str) -> None:
    assert overhear(tab, said, performing(tab))


def test_what_the_ears_are_not_sure_of_does_nothing_in_the_middle(tab: Tab) -> None:
    assert overhear(tab, "pause", performing(tab), sure=False) is Ignored.NOT_MEANT


def test_where_no_session_is_open_only_the_coachs_name_opens_one(tab: Tab) -> None:
    assert overhear(tab, "which shoes today", NO_SESSION) is Ignored.NOT_OPEN
    assert overhear(tab, "open foot coach", NO_SESSION, sure=False) is Ignored.NOT_OPEN
    assert not tab.open
    assert not overhear(tab, "open foot coach", NO_SESSION)
    assert tab.open


def test_after_a_question_anything_is_an_answer(tab: Tab) -> None:
    asked = tab.say("open foot coach", NO_SESSION)
    over = Heard(asked["reply"], asked["seconds"], 1.0)
    assert tab.occasion(over) is Occasion.ASKED
    assert not overhear(tab, "I'm back", over, sure=False)


def over(reply: dict[str, Any]) -> Heard:
    return Heard(reply["reply"], reply["seconds"], 1.0)


def test_who_is_talking_with_the_coach_may_log_a_run_without_calling_it(tab: Tab) -> None:
    tab.say("add my blue trainers", NO_SESSION)
    _, opened = tab.overhear(Words("open foot coach"), NO_SESSION)
    assert opened
    _, asked = tab.overhear(Words("I ran five miles"), over(opened))
    assert asked
    assert "Which pair" in asked["text"] or "Logged" in asked["text"]


@pytest.mark.parametrize("said", ["I ran five miles", "slower please", "delete all my data"])
def test_a_question_that_overheard_words_brought_about_takes_no_change_from_them(tab: Tab, said: str) -> None:
    ignored, stopped = tab.overhear(Words("he said I hurt my foot"), performing(tab))
    assert not ignored
    assert stopped
    assert overhear(tab, said, over(stopped)) is Ignored.UNADDRESSED
    assert not overhear(tab, f"coach, {said}", over(stopped))


def test_a_question_that_overheard_words_brought_about_takes_its_answer(tab: Tab) -> None:
    _, stopped = tab.overhear(Words("ouch that hurts"), performing(tab))
    assert stopped
    assert not overhear(tab, "skip", over(stopped))


def test_what_is_typed_or_pressed_makes_it_a_talk_again(tab: Tab) -> None:
    _, stopped = tab.overhear(Words("he said I hurt my foot"), performing(tab))
    assert stopped
    asked = tab.say("what can I say", over(stopped))
    assert not overhear(tab, "slower please", over(asked))


def test_while_a_question_is_asked_a_certain_answer_need_not_wait(tab: Tab) -> None:
    tab.say("add my blue trainers", NO_SESSION)
    asked = tab.say("open foot coach", NO_SESSION)
    while_asked = Heard(asked["reply"], 1.0)
    assert overhear(tab, "he scored twice", while_asked) is Ignored.NOT_MEANT
    assert overhear(tab, "yes", while_asked, sure=False) is Ignored.NOT_MEANT
    assert not overhear(tab, "yes", while_asked)


def test_what_is_overheard_leaves_the_device_as_it_was(tab: Tab) -> None:
    heard = performing(tab)
    before = tab.echo.now
    overhear(tab, "The weather tomorrow will be cloudy.", Heard(heard.reply, heard.seconds + 9))
    assert tab.echo.now == before
    paused = tab.say("pause", heard)
    assert "Paused" in paused["text"]


@pytest.mark.parametrize("said", ["Push your body toward the wall.", "twenty one", "Ready?", "ready"])
def test_the_coachs_own_voice_is_nobodys(tab: Tab, said: str) -> None:
    reply = tab.say("start my post run stretches", NO_SESSION)
    own = Planned(reply["seconds"] + 1, said)
    tab._timeline = Timeline((own,), own.at + 60)  # noqa: SLF001 - it says what the test wants
    assert overhear(tab, said, Heard(reply["reply"], own.at + 0.4)) is Ignored.OWN_VOICE
    assert overhear(tab, said, Heard(reply["reply"], own.at + 8)) is not Ignored.OWN_VOICE


def test_one_word_out_of_many_that_the_coach_says_is_the_runners() -> None:
    texts = Timeline((Planned(3.0, "Say resume when you are ready to go on with it."),), 8.0)
    assert said_between(texts, 4.0, 5.0, "en")
    assert not said_between(texts, 0.5, 2.5, "en")


def test_a_word_that_the_coach_has_just_named_is_the_runners(tab: Tab) -> None:
    reply = tab.say("start my post run stretches", NO_SESSION)
    own = Planned(reply["seconds"] + 1, "Say next when you are ready to go on with it.")
    tab._timeline = Timeline((own,), own.at + 60)  # noqa: SLF001 - it says what the test wants
    assert not overhear(tab, "next", Heard(reply["reply"], own.at + 2))


def test_a_routines_last_part_hears_though_its_session_is_over(tab: Tab) -> None:
    heard = performing(tab)
    tab.echo.open = False
    assert tab.occasion(heard) is Occasion.PERFORMING
    assert not overhear(tab, "pause", heard)


def test_no_words_are_nothing(tab: Tab) -> None:
    assert overhear(tab, "  ", performing(tab)) is Ignored.NOTHING
