"""Whether a pair may be worn: the reason said is the one that the choice goes by, and nothing is written."""

from datetime import timedelta

from tests.conversation.runner import Runner

KM = {"unit": "kilometres"}


def rested(runner: Runner) -> Runner:
    """The Pegasus have rested since Tuesday, the Ghosts ran yesterday."""
    runner.say("LogRun", distance="10", shoe="ghosts", day="2026-11-21", **KM)
    runner.say("LogRun", distance="10", shoe="pegasus", day="2026-11-17", **KM)
    return runner


def test_the_first_choice_may_be_worn_for_the_reason_that_makes_it_one(two_pairs: Runner) -> None:
    rested(two_pairs).talk(
        (
            "CanWear",
            {"shoe": "pegasus"},
            [
                (
                    "Yes, the blue pegasus are my choice: they have rested since Tuesday, and the ghosts ran "
                    "yesterday."
                )
            ],
        )
    )


def test_a_pair_that_has_hardly_rested_should_not_and_the_better_one_is_named(two_pairs: Runner) -> None:
    rested(two_pairs).talk(
        (
            "CanWear",
            {"shoe": "ghosts"},
            [
                (
                    "Better not: the ghosts ran yesterday, and are twenty seven hours short of a full rest. "
                    "Wear the blue pegasus instead."
                )
            ],
        )
    )


def test_a_pair_that_has_rested_in_part_may_with_a_warning(two_pairs: Runner) -> None:
    rested(two_pairs).talk(
        (
            "CanWear",
            {"shoe": "ghosts", "day": "2026-11-23TMO"},
            ["You can, but the ghosts ran yesterday, and are four hours short of a full rest. Wear the blue"],
        )
    )


def test_a_pair_that_has_rested_may_though_another_is_chosen(two_pairs: Runner) -> None:
    two_pairs.say("LogRun", distance="10", shoe="ghosts", day="2026-11-17", **KM)
    two_pairs.talk(
        (
            "CanWear",
            {"shoe": "ghosts"},
            [
                "Yes, you can wear the ghosts. They have rested since Tuesday.",
                "I would rather take the blue pegasus: you haven't told me of a run in them yet",
            ],
        )
    )


def test_a_pair_kept_for_races_should_not_run_an_easy_run(two_pairs: Runner) -> None:
    two_pairs.say("SetShoeKind", shoe="pegasus", run_kind="race")
    two_pairs.talk(
        (
            "CanWear",
            {"shoe": "pegasus", "run_kind": "easy"},
            ["Better not: the blue pegasus are kept for races. Wear the ghosts instead."],
        ),
        (
            "CanWear",
            {"shoe": "pegasus", "run_kind": "race"},
            ["Yes, the blue pegasus are my choice: they are your pair for races."],
        ),
    )


def test_a_pair_past_its_life_should_not(two_pairs: Runner) -> None:
    two_pairs.say("SetStartingDistance", shoe="ghosts", distance="820", **KM)
    two_pairs.talk(
        (
            "CanWear",
            {"shoe": "ghosts"},
            ["Better not: the ghosts have run their life", "Wear the blue pegasus instead."],
        )
    )


def test_a_distance_beyond_its_life_is_too_far(two_pairs: Runner) -> None:
    two_pairs.say("SetStartingDistance", shoe="ghosts", distance="790", **KM)
    two_pairs.talk(
        (
            "CanWear",
            {"shoe": "ghosts", "distance": "20", **KM},
            ["Better not: the ghosts have only ten kilometres of life left. Wear the blue pegasus instead."],
        )
    )


def test_a_retired_pair_is_not_worn(two_pairs: Runner) -> None:
    two_pairs.say("RetireShoes", shoe="ghosts")
    two_pairs.say("AMAZON.Yes")
    two_pairs.talk(
        (
            "CanWear",
            {"shoe": "ghosts"},
            ["No, the ghosts are retired. Wear the blue pegasus instead."],
        ),
        ("RetireShoes", {"shoe": "pegasus"}, ["Retire"]),
        ("AMAZON.Yes", {}, ["retired"]),
        ("CanWear", {"shoe": "ghosts"}, ["No, the ghosts are retired. Your pairs are all retired."]),
        ("CanWear", {}, ["Your pairs are all retired."]),
    )


def test_the_only_pair_has_no_other_to_stand_in(runner: Runner) -> None:
    runner.say("AddShoes", shoe="ghosts", distance="300", **KM)
    runner.talk(
        ("CanWear", {}, ["Yes, the ghosts are your only pair."]),
        ("LogRun", {"distance": "10", **KM}, ["Logged"]),
        ("CanWear", {}, ["Better not: the ghosts ran this morning", "But they are your only pair."]),
    )


def test_where_none_has_rested_it_is_said_that_none_is_better_off(two_pairs: Runner) -> None:
    two_pairs.say("LogRun", distance="5", shoe="ghosts", day="2026-11-22TMO", **KM)
    two_pairs.now += timedelta(hours=3)
    two_pairs.say("LogRun", distance="5", shoe="pegasus", **KM)
    two_pairs.talk(
        ("CanWear", {"shoe": "ghosts"}, ["Better not", "But none of your pairs is better off."]),
        ("CanWear", {"shoe": "pegasus"}, ["Better not", "Wear the ghosts instead: they have rested longest"]),
    )


def test_a_run_in_an_unknown_pair_may_have_been_in_this_one(two_pairs: Runner) -> None:
    two_pairs.say("LogRun", distance="5", day="2026-11-21", **KM)
    two_pairs.talk(("CanWear", {"shoe": "pegasus"}, ["I don't know which pair you wore yesterday."]))


def test_without_a_name_the_pair_just_spoken_of_is_meant(two_pairs: Runner) -> None:
    rested(two_pairs)
    two_pairs.talk(
        ("LogRun", {"distance": "3", "shoe": "ghosts", **KM}, ["Logged three kilometres in the ghosts"]),
        ("CanWear", {"day": "2026-11-23"}, ["the ghosts ran this morning", "the blue pegasus instead."]),
        ("CanWear", {}, ["Yes, the blue pegasus are my choice"]),
    )


def test_after_a_choice_it_is_the_chosen_pair_or_the_next_one_for_that_run(two_pairs: Runner) -> None:
    rested(two_pairs).say("ChooseShoes", day="2026-11-24")
    two_pairs.talk(
        ("CanWear", {}, ["Yes, the blue pegasus are my choice"]),
        ("OtherShoes", {}, ["Otherwise the ghosts"]),
        ("CanWear", {}, ["Yes, you can wear the ghosts."]),
        ("CanWear", {"shoe": "the other ones"}, ["Yes, you can wear the ghosts."]),
    )


def test_with_nothing_spoken_of_it_is_the_first_choice(two_pairs: Runner) -> None:
    two_pairs.talk(
        ("CanWear", {}, ["Yes, the blue pegasus are my choice: they have one hundred kilometres on them"]),
        ("WhyShoes", {}, ["The blue pegasus have one hundred kilometres on them"]),
    )


def test_an_unknown_name_is_said_to_be_one(two_pairs: Runner) -> None:
    two_pairs.talk(
        ("CanWear", {"shoe": "vaporfly"}, ["I don't know vaporfly. Which pair do you mean"]),
        ("WhichShoe", {"shoe": "pegasus"}, ["Yes, the blue pegasus are my choice"]),
    )


def test_a_day_that_is_over_is_none_to_choose_for(two_pairs: Runner) -> None:
    two_pairs.talk(("CanWear", {"shoe": "ghosts", "day": "2026-11-20"}, ["That day is over"]))


def test_without_any_pair_the_first_is_asked_for(runner: Runner) -> None:
    runner.talk(("CanWear", {"shoe": "ghosts"}, ["I don't know any of your shoes yet."]))


def test_asking_writes_no_run(two_pairs: Runner) -> None:
    two_pairs.say("CanWear", shoe="ghosts", distance="16", **KM)
    assert not list(two_pairs.repository.log(two_pairs.user))
