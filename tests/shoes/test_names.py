import unicodedata
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skill.shoes.limits import LONGEST_NAME, Refusal, RefusedError
from skill.shoes.name_rules import check_name
from skill.shoes.name_vocabulary import load_name_vocabulary
from skill.shoes.names import find_by_name, pairs_for_a_use
from skill.shoes.rotation import Rotation
from skill.shoes.run import RunKind
from skill.shoes.shoe import Shoe
from skill.value import replace
from tests.shoes.samples import shoe

WORDS = load_name_vocabulary("en")
SHOES = (
    shoe("blue Pegasus"),
    shoe("red Pegasus"),
    shoe("Ghosts"),
    shoe("Vaporfly"),
    replace(shoe("old faithful"), brand="Hoka", model="Clifton 9"),
    shoe("Nimbus 25"),
)


@pytest.mark.parametrize(
    ("heard", "meant"),
    [
        ("blue pegasus", {"blue Pegasus"}),
        ("my blue ones", {"blue Pegasus"}),
        ("the blue pegasis", {"blue Pegasus"}),
        ("the pegasus", {"blue Pegasus", "red Pegasus"}),
        ("Pegasuses", {"blue Pegasus", "red Pegasus"}),
        ("the ghost", {"Ghosts"}),
        ("my ghosts", {"Ghosts"}),
        ("the gost", {"Ghosts"}),
        ("my ghost shoes", {"Ghosts"}),
        ("vapor flys", {"Vaporfly"}),
        ("the vapour fly", {"Vaporfly"}),
        ("old faithful", {"old faithful"}),
        ("old faithfuls", {"old faithful"}),
        ("the hokas", {"old faithful"}),
        ("clifton nine", {"old faithful"}),
        ("cliftons", {"old faithful"}),
        ("nimbus", {"Nimbus 25"}),
        ("my Nimbus 25s", {"Nimbus 25"}),
        ("nimbus twenty five", {"Nimbus 25"}),
        ("gel nimbus twenty-five", {"Nimbus 25"}),
        ("the green ones", set()),
        ("boots", set()),
        ("", set()),
        ("!!!", set()),
        ("the green pegasus", set()),
    ],
)
def test_a_name_means_the_pairs_it_sounds_like(heard: str, meant: set[str]) -> None:
    assert {one.nickname for one in find_by_name(heard, SHOES, WORDS)} == meant


def test_a_name_said_exactly_means_that_pair_alone() -> None:
    shoes = (shoe("Pegasus"), shoe("old Pegasus"))

    assert [one.nickname for one in find_by_name("the Pegasus", shoes, WORDS)] == ["Pegasus"]
    assert [one.nickname for one in find_by_name("my old pegasus", shoes, WORDS)] == ["old Pegasus"]


def test_names_that_sound_nearly_as_like_are_told_apart_by_the_runner() -> None:
    shoes = (shoe("Endorphin"), shoe("Endorfina"), shoe("Ghost"))

    assert {one.nickname for one in find_by_name("endorfin", shoes, WORDS)} == {"Endorphin", "Endorfina"}


def test_words_around_a_known_name_do_no_harm() -> None:
    shoes = (shoe("Pegasus"), shoe("Ghosts"))

    assert [one.nickname for one in find_by_name("my blue Pegasus", shoes, WORDS)] == ["Pegasus"]


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("", Refusal.NAME_EMPTY),
        ("  ", Refusal.NAME_EMPTY),
        ("my shoes", Refusal.NAME_EMPTY),
        ("?!", Refusal.NAME_EMPTY),
        (" ".join(["pegasus"] * 40), Refusal.NAME_TOO_LONG),
        ("x" * 41, Refusal.NAME_TOO_LONG),
        ("shitty shoes", Refusal.NAME_RUDE),
        ("s***", Refusal.NAME_RUDE),
        ("e\u0301" * 41, Refusal.NAME_TOO_LONG),
        ("ụ\u0323\u0323" * 39, Refusal.NAME_TOO_LONG),
        ("ghosts \N{FIRE}", Refusal.NAME_UNSAYABLE),
        ("<b>ghosts</b>", Refusal.NAME_UNSAYABLE),
        ("ghosts\x00", Refusal.NAME_UNSAYABLE),
        ("gho\N{ZERO WIDTH SPACE}sts", Refusal.NAME_UNSAYABLE),
        ("\N{RIGHT-TO-LEFT OVERRIDE}stsohg", Refusal.NAME_UNSAYABLE),
        ("\N{ZERO WIDTH NO-BREAK SPACE}ghosts", Refusal.NAME_UNSAYABLE),
        ("ghosts\N{VARIATION SELECTOR-16}", Refusal.NAME_UNSAYABLE),
        ("ghosts\N{VARIATION SELECTOR-256}", Refusal.NAME_UNSAYABLE),
        ("ghosts\N{HANGUL FILLER}", Refusal.NAME_UNSAYABLE),
        ("ghosts\N{COMBINING GRAPHEME JOINER}", Refusal.NAME_UNSAYABLE),
        ("ghosts\ue000", Refusal.NAME_UNSAYABLE),
        ("ghosts\U000e0fff", Refusal.NAME_UNSAYABLE),
        ("ghosts\ud800", Refusal.NAME_UNSAYABLE),
        ("g\u0301\u0301\u0301\u0301\u0301hosts", Refusal.NAME_UNSAYABLE),
        ("the Ghost", Refusal.NAME_TAKEN),
        ("Blue pegasus", Refusal.NAME_TAKEN),
    ],
)
def test_a_name_no_pair_may_have_is_refused(name: str, why: Refusal) -> None:
    with pytest.raises(RefusedError) as refused:
        check_name(name, Rotation(SHOES), WORDS)
    assert refused.value.why is why


def test_a_retired_pairs_name_is_free_and_a_pair_may_keep_its_own() -> None:
    assert check_name(" Ghosts ", Rotation((shoe("Ghosts", retired=True),)), WORDS) == "Ghosts"
    assert check_name("the ghost", Rotation(SHOES), WORDS, besides="ghosts") == "the ghost"


@pytest.mark.parametrize(
    "name",
    [
        "José's Ghosts",
        "Asics Gel-Kayano 30",
        "кроссовки",
        "蓝色跑鞋",
        "신발",
        "रनिंग जूते",
        "giày chạy bộ",
        "أحذية",
        "Number 2",
    ],
)
def test_a_name_in_any_script_is_kept_as_it_is_said(name: str) -> None:
    assert check_name(name, Rotation(SHOES), WORDS) == name


def test_accents_count_with_their_letters() -> None:
    name = "e\u0301" * LONGEST_NAME

    assert check_name(name, Rotation(SHOES), WORDS) == "é" * LONGEST_NAME


@given(st.text(max_size=30))
def test_an_accepted_name_is_seen_and_sent_as_it_is(name: str) -> None:
    try:
        accepted = check_name(name, Rotation(SHOES), WORDS)
    except RefusedError:
        return
    assert accepted.isprintable()
    assert accepted.encode().decode() == accepted
    assert not {"C", "S"} & {unicodedata.category(letter)[0] for letter in accepted}


@given(st.text(max_size=200))
def test_anything_heard_means_a_known_pair_or_none(heard: str) -> None:
    assert all(found in SHOES for found in find_by_name(heard, SHOES, WORDS))


@given(st.text(max_size=60))
def test_an_accepted_name_finds_its_pair_again(name: str) -> None:
    try:
        accepted = check_name(name, Rotation(SHOES), WORDS)
    except RefusedError:
        return
    assert accepted in {one.nickname for one in find_by_name(accepted, (*SHOES, shoe(accepted)), WORDS)}


def test_a_nought_and_the_digit_behind_it_are_one_number_and_one_alone_is_a_pair() -> None:
    words = WORDS.words
    assert words("asics zero one") == words("Asics 01")
    assert words("the blue one") == ("blue",)


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("pegasus forty one", []),
        ("pegasus 41", []),
        ("the forty one", ["Pegasus 40"]),
        ("the pegasus", ["Pegasus 40"]),
        ("my clifton nine", ["Clifton"]),
        ("my new brooks", []),
        ("the brooks", ["old Brooks"]),
    ],
)
def test_another_number_or_age_than_a_pairs_own_is_that_of_another(said: str, meant: list[str]) -> None:
    pairs = (shoe("Pegasus 40"), shoe("Clifton"), shoe("old Brooks"))
    assert [one.nickname for one in find_by_name(said, pairs, WORDS)] == meant


AGED = [(1, "Ghost 16"), (2, "Ghost 17"), (3, "Clifton")]


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("the new ghost", "Ghost 17"),
        ("the old ghost", "Ghost 16"),
        ("the brooks", ""),
        ("the hokas", "Clifton"),
    ],
)
def test_a_pair_is_meant_by_its_age_or_its_maker(said: str, meant: str) -> None:
    pairs = [Shoe(name, name, datetime(2026, 1, day, tzinfo=UTC)) for day, name in AGED]
    found = find_by_name(said, pairs, WORDS)
    assert [shoe.nickname for shoe in found] == ([meant] if meant else ["Ghost 16", "Ghost 17"])


def test_what_a_pair_is_for_names_it() -> None:
    racer = replace(Shoe("r", "Vaporfly", datetime(2026, 1, 1, tzinfo=UTC)), kinds=frozenset({RunKind.RACE}))
    anything = Shoe("a", "Ghost", datetime(2026, 1, 1, tzinfo=UTC))
    assert pairs_for_a_use("my racers", [racer, anything], WORDS) == (racer,)
    assert pairs_for_a_use("my daily trainers", [racer, anything], WORDS) == (anything,)
    assert pairs_for_a_use("the wombats", [racer, anything], WORDS) == ()
