import pytest

from tests.conversation.runner import Runner

KM = {"unit": "kilometres"}


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
    two_pairs.talk(
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
        ("AMAZON.Yes", {}, ["Taken back. It is ten kilometres in the ghosts again"]),
        (
            "Undo",
            {},
            ["Shall I take back ten kilometres in the ghosts, and make it"],
        ),
        ("AMAZON.Yes", {}, ["It is ten kilometres in the blue pegasus again"]),
        ("Undo", {}, ["Shall I take back ten kilometres in the blue pegasus?"]),
        ("AMAZON.Yes", {}, ["Taken back. The blue pegasus now have one hundred kilometres"]),
        ("Undo", {}, ["Shall I take the ghosts out again"]),
        ("AMAZON.No", {}, ["nothing was changed"]),
        ("CorrectShoes", {"shoe": "the ghosts"}, ["no run to change"]),
    )


def test_a_run_without_its_pair_is_logged_and_asked_about(two_pairs: Runner) -> None:
    two_pairs.talk(
        (
            "LogRun",
            {"distance": "10", **KM},
            ["Logged ten kilometres. Which pair", "the blue pegasus or the ghosts"],
        ),
        ("WhichShoe", {"shoe": "boots"}, ["I don't know boots"]),
        ("WhichShoe", {"shoe": "the ghost"}, ["The ghosts, then", "three hundred and ten"]),
    )


def test_what_was_told_before_a_question_stays(two_pairs: Runner) -> None:
    two_pairs.talk(
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


def test_when_two_pairs_fit_the_runner_says_which(two_pairs: Runner) -> None:
    two_pairs.say("AddShoes", shoe="red pegasus", distance="10", **KM)
    two_pairs.talk(
        (
            "LogRun",
            {"distance": "9", "shoe": "pegasus", **KM},
            ["Which pair was it: the blue pegasus or the red pegasus"],
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
        (
            "LogRun",
            {"distance": "10", "shoe": "ghosts", "day": "2026-12-24", **KM},
            "twenty-fourth, twenty twenty five. Is that the day?",
        ),
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
        ("AddShoes", {"shoe": "the ghost"}, "You have the ghosts already. Do the new ones replace them?"),
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
    before = two_pairs.rotation

    assert heard in two_pairs.say(intent, **slots)
    assert two_pairs.rotation == before
    assert not list(two_pairs.repository.log("runner"))


def test_a_surprising_distance_is_logged_once_it_is_confirmed(two_pairs: Runner) -> None:
    two_pairs.talk(
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
