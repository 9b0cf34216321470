from datetime import timedelta

import pytest

from skill.conversation.accounts import closet_kept
from skill.shoes.closet import Closet
from tests.conversation.runner import SUNDAY, Runner

Said = tuple[str, dict[str, str], list[str]]
KM = {"unit": "kilometres"}


def closet(runner: Runner) -> Closet:
    return closet_kept(runner.repository, runner.user, SUNDAY)


def talk(runner: Runner, *turns: Said) -> None:
    for intent, slots, heard in turns:
        answer = runner.say(intent, **slots)
        for fragment in heard:
            assert fragment in answer, f"{intent} {slots}: {answer}"


def test_a_pair_is_added_with_what_is_missing_asked_for(runner: Runner) -> None:
    talk(
        runner,
        ("ChooseShoes", {}, ["don't know any of your shoes"]),
        ("AddShoes", {}, ["What do you call"]),
        ("WhichShoe", {"shoe": "my blue pegasus"}, ["Added the blue pegasus", "run already"]),
        ("AMAZON.Yes", {}, ["How far had the blue pegasus run"]),
        ("Distance", {"distance": "200", **KM}, ["The blue pegasus", "two hundred kilometres"]),
        ("AddShoes", {"shoe": "ghosts"}, ["Added the ghosts", "run already"]),
        ("AMAZON.No", {}, ["brand new"]),
        ("ListShoes", {}, ["two pairs", "the blue pegasus with two hundred kilometres", "the ghosts"]),
    )


def test_the_reason_said_names_the_rest_and_the_rival(two_pairs: Runner) -> None:
    two_pairs.say("LogRun", distance="10", shoe="ghosts", day="2026-11-21", **KM)
    two_pairs.say("LogRun", distance="10", shoe="pegasus", day="2026-11-17", **KM)
    talk(
        two_pairs,
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
    talk(
        two_pairs,
        ("LogRun", {"distance": "5", "shoe": "ghosts", **KM}, ["Logged five kilometres in the ghosts"]),
        ("ChooseShoes", {}, ["as far as I know they have rested", "second run today", "the ghosts"]),
    )
    two_pairs.now += timedelta(hours=3)
    talk(
        two_pairs,
        ("LogRun", {"distance": "5", "shoe": "pegasus", **KM}, ["Logged"]),
        ("ChooseShoes", {}, ["None of your pairs has rested enough. Wear the ghosts"]),
        ("LogRun", {"distance": "5", "day": "2026-11-21", **KM}, ["Which pair did you wear"]),
        ("ChooseShoes", {}, ["I don't know which pair you wore yesterday. If it was these, take the blue"]),
        ("RetireShoes", {"shoe": "ghosts"}, ["Retire the ghosts"]),
        ("AMAZON.Yes", {}, ["The ghosts are retired"]),
        ("ChooseShoes", {}, ["The blue pegasus are your only pair", "second pair"]),
        ("RetireShoes", {"shoe": "pegasus"}, ["Retire"]),
        ("AMAZON.Yes", {}, ["retired"]),
        ("ChooseShoes", {}, ["All your pairs are retired. Say bring back the blue pegasus"]),
    )


def test_a_pair_past_its_life_is_never_chosen_silently(two_pairs: Runner) -> None:
    talk(
        two_pairs,
        ("SetStartingDistance", {"shoe": "pegasus", "distance": "820", **KM}, ["eight hundred and twenty"]),
        ("ChooseShoes", {}, ["Wear the ghosts: the blue pegasus have run their life"]),
        ("SetStartingDistance", {"shoe": "ghosts", "distance": "850", **KM}, ["eight hundred and fifty"]),
        ("ChooseShoes", {}, ["All your pairs have run their life", "take the blue pegasus"]),
    )


def test_a_race_pair_is_kept_for_the_race(two_pairs: Runner) -> None:
    talk(
        two_pairs,
        ("SetShoeKind", {"shoe": "pegasus", "run_kind": "race"}, ["The blue pegasus are now for races"]),
        ("ChooseShoes", {"run_kind": "easy"}, ["wear the ghosts: the blue pegasus are kept for races"]),
        (
            "ChooseShoes",
            {"run_kind": "race"},
            ["For a race, wear the blue pegasus: they are your pair for races"],
        ),
    )


@pytest.mark.parametrize(
    ("slots", "said"),
    [
        ({"distance": "10", **KM}, "ten kilometres"),
        ({"distance": "10", "fraction": "half", **KM}, "ten and a half kilometres"),
        ({"distance": "6", "decimal": "2", "unit": "miles"}, "six point two miles"),
        ({"race_distance": "half-marathon"}, "a half marathon"),
        ({"race_distance": "marathon"}, "a marathon"),
        ({"distance": "800", "unit": "metres"}, "eight hundred metres"),
        ({"fraction": "half", "unit": "miles"}, "half a mile"),
    ],
)
def test_a_distance_comes_back_as_it_was_told(two_pairs: Runner, slots: dict[str, str], said: str) -> None:
    two_pairs.say("SetUnits", **({"unit": "miles"} if slots.get("unit") == "miles" else KM))

    assert f"Logged {said} in the ghosts" in two_pairs.say("LogRun", shoe="ghosts", **slots)


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("2026-11-22", "in the ghosts. "),
        ("2026-11-22TMO", "in the ghosts. "),
        ("PRESENT_REF", "in the ghosts. "),
        ("2026-11-21", "in the ghosts yesterday"),
        ("2026-11-24", "in the ghosts on Tuesday"),
        ("2026-11-17", "in the ghosts on Tuesday"),
        ("2026-11-21TNI", "in the ghosts yesterday"),
        ("2026-10-03", "in the ghosts on October the third"),
    ],
)
def test_a_day_comes_back_as_it_is_called(two_pairs: Runner, day: str, said: str) -> None:
    assert said in two_pairs.say("LogRun", distance="10", shoe="ghosts", day=day, **KM)


def test_what_was_told_wrongly_is_put_right(two_pairs: Runner) -> None:
    talk(
        two_pairs,
        ("LogRun", {"distance": "10", "shoe": "pegasus", **KM}, ["in the blue pegasus", "stretches?"]),
        ("CorrectShoes", {"shoe": "the ghosts"}, ["Changed to the ghosts", "three hundred and ten"]),
        (
            "CorrectDistance",
            {"distance": "8", **KM},
            ["eight kilometres in the ghosts", "three hundred and eight"],
        ),
        ("Undo", {}, ["Shall I take back eight kilometres in the ghosts"]),
        ("AMAZON.No", {}, ["nothing was changed"]),
        ("Undo", {}, ["Shall I take back eight kilometres"]),
        ("AMAZON.Yes", {}, ["Taken back. The ghosts now have three hundred kilometres"]),
        ("Undo", {}, ["nothing to take back"]),
        ("CorrectShoes", {"shoe": "the ghosts"}, ["no run to change"]),
    )


def test_a_run_without_its_pair_is_logged_and_asked_about(two_pairs: Runner) -> None:
    talk(
        two_pairs,
        (
            "LogRun",
            {"distance": "10", **KM},
            ["Logged ten kilometres. Which pair", "the blue pegasus or the ghosts"],
        ),
        ("WhichShoe", {"shoe": "boots"}, ["I don't know boots"]),
        ("WhichShoe", {"shoe": "the ghost"}, ["The ghosts, then", "three hundred and ten"]),
    )


def test_what_was_told_before_a_question_stays(two_pairs: Runner) -> None:
    talk(
        two_pairs,
        ("LogRun", {"shoe": "ghosts"}, ["How far did you run"]),
        (
            "Distance",
            {"distance": "5", "day": "2026-11-21", **KM},
            ["five kilometres in the ghosts yesterday"],
        ),
        ("LogRun", {"shoe": "pegasus", "day": "2026-11-20"}, ["How far did you run"]),
        ("LogRun", {"distance": "7", **KM}, ["seven kilometres in the blue pegasus on Friday"]),
        ("LogRun", {"distance": "62", "shoe": "ghosts", **KM}, ["Is that right"]),
        (
            "CorrectDistance",
            {"distance": "6", "decimal": "2", **KM},
            ["Logged six point two kilometres in the ghosts"],
        ),
        ("LogRun", {"distance": "63", "shoe": "ghosts", **KM}, ["Is that right"]),
        ("CorrectShoes", {"shoe": "pegasus"}, ["Is that right"]),
        ("AMAZON.Yes", {}, ["Logged sixty three kilometres in the blue pegasus"]),
        ("Runs", {"period": "this-week"}, ["in four runs"]),
    )


def test_the_pairs_go_round_when_others_are_asked_for_again_and_again(two_pairs: Runner) -> None:
    two_pairs.say("ChooseShoes")
    talk(
        two_pairs,
        ("OtherShoes", {}, ["Otherwise the ghosts"]),
        ("OtherShoes", {}, ["That was the last one"]),
        ("WhyShoes", {}, ["The blue pegasus have"]),
        ("OtherShoes", {}, ["Otherwise the ghosts"]),
        ("OtherShoes", {}, ["That was the last one"]),
        ("OtherShoes", {}, ["Otherwise the ghosts"]),
    )


def test_when_two_pairs_fit_the_runner_says_which(two_pairs: Runner) -> None:
    two_pairs.say("AddShoes", shoe="red pegasus", distance="10", **KM)
    talk(
        two_pairs,
        (
            "LogRun",
            {"distance": "9", "shoe": "pegasus", **KM},
            ["Which pair: the blue pegasus or the red pegasus"],
        ),
        ("WhichShoe", {"shoe": "the red ones"}, ["Logged nine kilometres in the red pegasus"]),
        ("RetireShoes", {"shoe": "pegasus"}, ["Which pair"]),
        ("WhichShoe", {"shoe": "blue"}, ["Retire the blue pegasus"]),
    )


@pytest.mark.parametrize(
    ("intent", "slots", "heard"),
    [
        ("LogRun", {"distance": "-3", "shoe": "ghosts", **KM}, "A run is longer than that"),
        ("LogRun", {"distance": "0", "shoe": "ghosts", **KM}, "A run is longer than that"),
        ("LogRun", {"distance": "900", "shoe": "ghosts", **KM}, "Nobody runs that far"),
        ("LogRun", {"distance": "62", "shoe": "ghosts", **KM}, "Is that right"),
        ("LogRun", {"distance": "10", "shoe": "ghosts", "day": "2026-12-24", **KM}, "still to come"),
        (
            "LogRun",
            {"distance": "10", "shoe": "ghosts", "day": "2026-11-23", **KM},
            "Tomorrow is Monday, and still to come",
        ),
        ("LogRun", {"distance": "10", "shoe": "ghosts", "day": "2026-W46", **KM}, "I need the day"),
        ("LogRun", {"distance": "10", "shoe": "boots", **KM}, "I don't know boots"),
        ("LogRun", {"shoe": "ghosts"}, "How far did you run"),
        ("AddShoes", {"shoe": " ".join(["fast"] * 40)}, "too long for a name"),
        ("AddShoes", {"shoe": "shitty shoes"}, "rather not say that"),
        ("AddShoes", {"shoe": "the ghost"}, "a pair called ghosts already"),
        ("RenameShoes", {"shoe": "pegasus", "new_name": "ghosts"}, "a pair called ghosts already"),
        ("SetShoeLife", {"shoe": "ghosts", "distance": "3", **KM}, "from fifty to three thousand"),
        ("SetRest", {"number": "500"}, "from one hour to a week"),
        ("BringBackShoes", {"shoe": "ghosts"}, "None of your pairs is retired"),
        ("Distance", {"distance": "900", **KM}, "Nobody runs that far"),
    ],
)
def test_what_cannot_be_gets_a_clear_line_and_changes_nothing(
    two_pairs: Runner, intent: str, slots: dict[str, str], heard: str
) -> None:
    before = closet(two_pairs)

    assert heard in two_pairs.say(intent, **slots)
    assert closet(two_pairs) == before
    assert not list(two_pairs.repository.log("runner"))


def test_a_surprising_distance_is_logged_once_it_is_confirmed(two_pairs: Runner) -> None:
    talk(
        two_pairs,
        ("LogRun", {"distance": "62", "shoe": "ghosts", **KM}, ["sixty two kilometres in one run"]),
        ("AMAZON.No", {}, ["How far was it, then"]),
        (
            "Distance",
            {"distance": "6", "decimal": "2", **KM},
            ["Logged six point two kilometres in the ghosts"],
        ),
        (
            "LogRun",
            {"distance": "10", "shoe": "ghosts", "day": "2026-11-23", **KM},
            ["Did you run last Monday"],
        ),
        ("AMAZON.Yes", {}, ["Logged ten kilometres in the ghosts on Monday"]),
    )


def test_each_crossing_is_spoken_of_once_and_again_when_the_life_is_raised(runner: Runner) -> None:
    talk(
        runner,
        ("AddShoes", {"shoe": "ghosts", "distance": "495", **KM}, ["Added"]),
        (
            "LogRun",
            {"distance": "10", **KM},
            ["five hundred and five kilometres on them. By the way"],
        ),
    )
    assert "By the way" not in runner.say("LogRun", distance="10", **KM)
    talk(runner, ("SetShoeLife", {"shoe": "ghosts", "distance": "850", **KM}, ["eight hundred and fifty"]))
    assert "By the way" in runner.say("LogRun", distance="15", **KM)
    assert "past their life" in "".join(runner.say("LogRun", distance="45", **KM) for _ in range(8))
    assert "By the way" not in runner.say("LogRun", distance="10", **KM)


def test_distances_lives_and_weeks_are_told(two_pairs: Runner) -> None:
    for day in ("2026-11-20", "2026-11-12", "2026-11-05", "2026-10-28"):
        two_pairs.say("LogRun", distance="20", shoe="ghosts", day=day, **KM)
    talk(
        two_pairs,
        (
            "ShoeDistance",
            {"shoe": "ghosts"},
            ["The ghosts have three hundred and eighty kilometres", "leaves about"],
        ),
        ("ShoeDistance", {}, ["together"]),
        (
            "ShoeDistance",
            {"shoe": "ghosts", "period": "this-month"},
            ["sixty kilometres this month, in three runs"],
        ),
        ("ShoeDistance", {"shoe": "pegasus", "period": "this-week"}, ["didn't run this week"]),
        ("ReplaceWhen", {"shoe": "ghosts"}, ["four hundred and twenty", "in about four months"]),
        ("ReplaceWhen", {"shoe": "pegasus"}, ["can't say when yet"]),
        ("ReplaceWhen", {}, ["None of your pairs is worn out"]),
        ("Runs", {"period": "this-week"}, ["twenty kilometres this week, in one run"]),
        ("Runs", {"period": "last-week"}, ["twenty kilometres last week"]),
        ("Runs", {"period": "this-year"}, ["eighty kilometres this year, in four runs"]),
        ("SetUnits", {"unit": "miles"}, ["miles"]),
        ("Runs", {"period": "all-time"}, ["fifty miles altogether"]),
    )


def test_a_retired_pair_keeps_its_runs_and_comes_back(two_pairs: Runner) -> None:
    talk(
        two_pairs,
        ("LogRun", {"distance": "10", "shoe": "ghosts", "day": "2026-11-20", **KM}, ["Logged"]),
        ("RetireShoes", {"shoe": "ghosts"}, ["Retire the ghosts"]),
        ("AMAZON.No", {}, ["stay in the rotation"]),
        ("RetireShoes", {"shoe": "ghosts"}, ["Retire the ghosts"]),
        ("AMAZON.Yes", {}, ["The ghosts are retired"]),
        (
            "LogRun",
            {"distance": "10", "shoe": "ghosts", **KM},
            ["were retired then", "bring back the ghosts"],
        ),
        ("ShoeDistance", {"shoe": "ghosts"}, ["ran three hundred and ten kilometres before you retired"]),
        ("BringBackShoes", {"shoe": "ghosts"}, ["back in the rotation, with three hundred and ten"]),
        ("RenameShoes", {"shoe": "ghosts", "new_name": "old faithful"}, ["the old faithful"]),
        ("ShoeDistance", {"shoe": "old faithful"}, ["three hundred and ten"]),
    )


def test_two_names_that_were_cut_apart_wrongly_are_put_right(two_pairs: Runner) -> None:
    answer = two_pairs.say("RenameShoes", shoe="ghosts cloud", new_name="nine")

    assert answer.startswith("They are now the cloud nine.")


def test_rest_is_the_runners_own_rule(two_pairs: Runner) -> None:
    two_pairs.say("LogRun", distance="10", shoe="pegasus", day="2026-11-20TEV", **KM)
    talk(
        two_pairs,
        ("ChooseShoes", {}, ["Wear the ghosts", "the blue pegasus ran on Friday"]),
        ("SetRest", {"number": "36"}, ["thirty six hours"]),
        ("ChooseShoes", {}, ["Wear the blue pegasus"]),
        ("RestSwitch", {"switch": "off"}, ["rest doesn't count"]),
        ("RestSwitch", {"switch": "on"}, ["thirty six hours"]),
    )


def test_sore_feet_bring_up_the_age_of_the_shoes(two_pairs: Runner) -> None:
    two_pairs.say("LogRun", distance="10", shoe="ghosts", **KM)
    two_pairs.say("SetStartingDistance", shoe="ghosts", distance="600", **KM)
    answer = two_pairs.say("SoreArea", body_area="arches")

    assert "Lately you ran in the ghosts with six hundred and ten kilometres on them" in answer
    assert "time for new ones" in answer
    assert answer.endswith("Shall we start?")


def test_after_a_routine_the_pair_of_a_run_is_asked_for_once(two_pairs: Runner) -> None:
    two_pairs.say("LogRun", distance="10", **KM)
    two_pairs.echo.open_session()
    two_pairs.say("StartRoutine", routine="post-run")
    answers: list[str] = []
    while "One thing" not in "".join(answers[-1:]) and len(answers) < 6:
        answers.append(two_pairs.say("Skip"))
    assert "which pair did you wear for your ten kilometres" in answers[-1]
    two_pairs.echo.open_session()
    two_pairs.say("StartExercise", exercise="toes-on-wall")
    assert "One thing" not in two_pairs.say("Skip")


def test_the_answer_to_the_coachs_one_question_puts_the_run_on_its_pair(two_pairs: Runner) -> None:
    two_pairs.say("LogRun", distance="10", **KM)
    assert "One thing" in two_pairs.say("StartExercise", exercise="toes-on-wall")
    two_pairs.now += timedelta(minutes=5)
    assert "The ghosts, then" in two_pairs.say("WhichShoe", shoe="ghosts")


def test_without_the_notebook_nothing_is_claimed(two_pairs: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    from skill.storage.repository import StorageError  # noqa: PLC0415  used here alone

    def gone(*_: object) -> None:
        raise StorageError("gone")

    monkeypatch.setattr(two_pairs.repository, "read", gone)
    assert "can't reach my notes" in two_pairs.say("ChooseShoes")
