from datetime import timedelta

import pytest

from skill.storage.repository import StorageError
from tests.conversation.runner import Runner

KM = {"unit": "kilometres"}


def test_the_reason_said_names_the_rest_and_the_rival(two_pairs: Runner) -> None:
    two_pairs.say("LogRun", distance="10", shoe="ghosts", day="2026-11-21", **KM)
    two_pairs.say("LogRun", distance="10", shoe="pegasus", day="2026-11-17", **KM)
    two_pairs.talk(
        (
            "ChooseShoes",
            {},
            ["Wear the blue pegasus: they have rested since Tuesday, and the ghosts ran yesterday."],
        ),
        (
            "WhyShoes",
            {},
            ["one hundred and ten kilometres", "last ran on Tuesday", "the ghosts ran yesterday"],
        ),
        ("OtherShoes", {}, ["Otherwise the ghosts: they ran yesterday"]),
        ("WhyShoes", {}, ["The ghosts have three hundred and ten kilometres"]),
        ("OtherShoes", {}, ["That was the last one", "first choice was the blue pegasus"]),
        ("ChooseShoes", {"day": "2026-11-24"}, ["For Tuesday, wear the blue pegasus"]),
        ("ChooseShoes", {"run_kind": "long", "day": "2026-11-23"}, ["For a long run tomorrow, wear"]),
        ("ChooseShoes", {"race_distance": "ten-k"}, ["For ten kilometres, wear"]),
        ("ChooseShoes", {"day": "2026-11-20"}, ["That day is over"]),
    )


def test_each_odd_situation_has_its_own_sentence(two_pairs: Runner) -> None:
    two_pairs.talk(
        ("LogRun", {"distance": "5", "shoe": "ghosts", **KM}, ["Logged five kilometres in the ghosts"]),
        ("ChooseShoes", {}, ["as far as I know they have rested", "second run today", "the ghosts"]),
    )
    two_pairs.now += timedelta(hours=3)
    two_pairs.talk(
        ("LogRun", {"distance": "5", "shoe": "pegasus", **KM}, ["Logged"]),
        ("ChooseShoes", {}, ["None of your pairs has rested enough. Wear the ghosts"]),
        ("LogRun", {"distance": "5", "day": "2026-11-21", **KM}, ["Which pair did you wear"]),
        ("ChooseShoes", {}, ["I don't know which pair you wore yesterday. If it was these, take the blue"]),
        ("RetireShoes", {"shoe": "ghosts"}, ["Retire the ghosts"]),
        ("AMAZON.Yes", {}, ["The ghosts are retired"]),
        ("ChooseShoes", {}, ["The blue pegasus are your only pair", "second pair"]),
        ("RetireShoes", {"shoe": "pegasus"}, ["Retire"]),
        ("AMAZON.Yes", {}, ["retired"]),
        ("ChooseShoes", {}, ["Your pairs are all retired. Say bring back the blue pegasus"]),
    )


def test_a_pair_past_its_life_is_never_chosen_silently(two_pairs: Runner) -> None:
    two_pairs.talk(
        ("SetStartingDistance", {"shoe": "pegasus", "distance": "820", **KM}, ["eight hundred and twenty"]),
        ("ChooseShoes", {}, ["Wear the ghosts: the blue pegasus have run their life"]),
        ("SetStartingDistance", {"shoe": "ghosts", "distance": "850", **KM}, ["eight hundred and fifty"]),
        ("ChooseShoes", {}, ["All your pairs have run their life", "take the blue pegasus"]),
    )


def test_a_race_pair_is_kept_for_the_race(two_pairs: Runner) -> None:
    two_pairs.talk(
        ("SetShoeKind", {"shoe": "pegasus", "run_kind": "race"}, ["The blue pegasus are now for races"]),
        ("ChooseShoes", {"run_kind": "easy"}, ["wear the ghosts: the blue pegasus are kept for races"]),
        (
            "ChooseShoes",
            {"run_kind": "race"},
            ["For a race, wear the blue pegasus: they are your pair for races"],
        ),
    )


def test_an_old_pair_runs_once_more_rather_than_the_race_pair_on_an_easy_day(two_pairs: Runner) -> None:
    two_pairs.talk(
        ("SetShoeKind", {"shoe": "pegasus", "run_kind": "race"}, ["for races"]),
        ("SetStartingDistance", {"shoe": "ghosts", "distance": "820", **KM}, ["eight hundred and twenty"]),
        (
            "ChooseShoes",
            {},
            ["Wear the ghosts: the blue pegasus are kept for races", "The ghosts have run their life"],
        ),
    )


def test_the_pairs_go_round_when_others_are_asked_for_again_and_again(two_pairs: Runner) -> None:
    two_pairs.say("ChooseShoes")
    two_pairs.talk(
        ("OtherShoes", {}, ["Otherwise the ghosts"]),
        ("OtherShoes", {}, ["That was the last one"]),
        ("WhyShoes", {}, ["The blue pegasus have"]),
        ("OtherShoes", {}, ["Otherwise the ghosts"]),
        ("OtherShoes", {}, ["That was the last one"]),
        ("OtherShoes", {}, ["Otherwise the ghosts"]),
    )


def test_rest_is_the_runners_own_rule(two_pairs: Runner) -> None:
    two_pairs.say("LogRun", distance="10", shoe="pegasus", day="2026-11-20TEV", **KM)
    two_pairs.talk(
        ("ChooseShoes", {}, ["Wear the ghosts", "the blue pegasus ran on Friday"]),
        ("SetRest", {"number": "36"}, ["thirty six hours"]),
        ("ChooseShoes", {}, ["Wear the ghosts: you haven't told me of a run in them yet"]),
        ("RestSwitch", {"switch": "off"}, ["rest doesn't count"]),
        ("RestSwitch", {"switch": "on"}, ["thirty six hours"]),
    )


def test_without_the_notebook_nothing_is_claimed(two_pairs: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(*_: object) -> None:
        raise StorageError("gone")

    monkeypatch.setattr(two_pairs.repository, "read", gone)
    assert "can't reach my notes" in two_pairs.say("ChooseShoes")
