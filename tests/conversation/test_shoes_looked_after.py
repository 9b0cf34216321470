from datetime import timedelta

from tests.conversation.runner import Runner

KM = {"unit": "kilometres"}


def test_a_pair_is_added_with_what_is_missing_asked_for(runner: Runner) -> None:
    runner.talk(
        ("ChooseShoes", {}, ["don't know any of your shoes"]),
        ("AddShoes", {}, ["What do you call"]),
        ("WhichShoe", {"shoe": "my blue pegasus"}, ["Added the blue pegasus", "run already"]),
        ("AMAZON.Yes", {}, ["How far had the blue pegasus run"]),
        ("Distance", {"distance": "200", **KM}, ["The blue pegasus", "two hundred kilometres"]),
        ("AddShoes", {"shoe": "ghosts"}, ["Added the ghosts", "run already"]),
        ("AMAZON.No", {}, ["brand new"]),
        ("ListShoes", {}, ["two pairs", "the blue pegasus with two hundred kilometres", "the ghosts"]),
    )


def test_each_crossing_is_spoken_of_once_and_again_when_the_life_is_raised(runner: Runner) -> None:
    runner.talk(
        ("AddShoes", {"shoe": "ghosts", "distance": "495", **KM}, ["Added"]),
        (
            "LogRun",
            {"distance": "10", **KM},
            ["five hundred and five kilometres on them. By the way"],
        ),
    )
    assert "By the way" not in runner.say("LogRun", distance="11", **KM)
    runner.talk(("SetShoeLife", {"shoe": "ghosts", "distance": "850", **KM}, ["eight hundred and fifty"]))
    assert "By the way" in runner.say("LogRun", distance="14", **KM)
    further = [runner.say("LogRun", distance=str(distance), **KM) for distance in range(41, 50)]
    assert "past their life" in "".join(further)
    assert "By the way" not in runner.say("LogRun", distance="12", **KM)


def test_when_a_life_ends_is_told_as_a_span_of_days(two_pairs: Runner) -> None:
    for day in ("2026-11-20", "2026-11-12", "2026-11-05", "2026-10-28", "2026-10-20", "2026-10-10"):
        two_pairs.say("LogRun", distance="30", shoe="ghosts", day=day, **KM)
    two_pairs.talk(
        (
            "ReplaceWhen",
            {"shoe": "ghosts"},
            [
                (
                    "At your pace of the last eight weeks it's time for a new pair between "
                    "January the eleventh and April the sixth."
                )
            ],
        ),
        ("SetShoeLife", {"shoe": "ghosts", "distance": "490", **KM}, ["four hundred and ninety"]),
        ("ReplaceWhen", {"shoe": "ghosts"}, ["time for a new pair within days"]),
    )


def test_distances_lives_and_weeks_are_told(two_pairs: Runner) -> None:
    for day in ("2026-11-20", "2026-11-12", "2026-11-05", "2026-10-28"):
        two_pairs.say("LogRun", distance="20", shoe="ghosts", day=day, **KM)
    two_pairs.talk(
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
        ("ReplaceWhen", {"shoe": "ghosts"}, ["four hundred and twenty", "too early to say when"]),
        ("ReplaceWhen", {}, ["None of your pairs is worn out"]),
        ("Runs", {"period": "this-week"}, ["twenty kilometres this week, in one run"]),
        ("Runs", {"period": "last-week"}, ["twenty kilometres last week"]),
        ("Runs", {"period": "this-year"}, ["eighty kilometres this year, in four runs"]),
        ("Runs", {"period": "this-year", "unit": "miles"}, ["fifty miles this year"]),
        ("ShoeDistance", {"shoe": "ghosts", "unit": "miles"}, ["two hundred and thirty six miles"]),
        ("ShoeDistance", {"shoe": "ghosts"}, ["three hundred and eighty kilometres"]),
        ("SetUnits", {"unit": "miles"}, ["miles"]),
        ("Runs", {"period": "all-time"}, ["fifty miles altogether"]),
    )


def test_a_retired_pair_keeps_its_runs_and_comes_back(two_pairs: Runner) -> None:
    two_pairs.talk(
        ("LogRun", {"distance": "10", "shoe": "ghosts", "day": "2026-11-20", **KM}, ["Logged"]),
        ("RetireShoes", {"shoe": "ghosts"}, ["Retire the ghosts"]),
        ("AMAZON.No", {}, ["stay in the rotation"]),
        ("RetireShoes", {"shoe": "ghosts"}, ["Retire the ghosts"]),
        ("AMAZON.Yes", {}, ["The ghosts are retired"]),
        (
            "LogRun",
            {"distance": "10", "shoe": "ghosts", **KM},
            ["You have retired the ghosts. Shall I bring them back"],
        ),
        ("AMAZON.No", {}, []),
        ("ShoeDistance", {"shoe": "ghosts"}, ["ran three hundred and ten kilometres before you retired"]),
        ("BringBackShoes", {"shoe": "ghosts"}, ["back in the rotation, with three hundred and ten"]),
        ("RenameShoes", {"shoe": "ghosts", "new_name": "old faithful"}, ["the old faithful"]),
        ("ShoeDistance", {"shoe": "old faithful"}, ["three hundred and ten"]),
    )


def test_two_names_that_were_cut_apart_wrongly_are_put_right(two_pairs: Runner) -> None:
    answer = two_pairs.say("RenameShoes", shoe="ghosts cloud", new_name="nine")

    assert answer.startswith("They are now the cloud nine.")


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
    two_pairs.now += timedelta(minutes=10)
    two_pairs.echo.open_session()
    only_this = two_pairs.say("StartExercise", exercise="toes-on-wall")
    assert "Next comes" not in only_this
    assert "One thing" not in only_this


def test_the_answer_to_the_coachs_one_question_puts_the_run_on_its_pair(two_pairs: Runner) -> None:
    two_pairs.say("LogRun", distance="10", **KM)
    assert "One thing" in two_pairs.say("StartExercise", exercise="toes-on-wall")
    two_pairs.now += timedelta(minutes=5)
    assert "The ghosts, then" in two_pairs.say("WhichShoe", shoe="ghosts")


def test_a_hundred_pairs_are_kept_apart_and_no_more(runner: Runner) -> None:
    colours = ("red", "blue", "green", "black", "white", "pink", "gray", "orange", "silver", "gold")
    models = (
        "pegasus",
        "ghost",
        "nimbus",
        "clifton",
        "kayano",
        "rebel",
        "bondi",
        "ride",
        "triumph",
        "cumulus",
    )
    for colour in colours:
        for model in models:
            runner.say("AddShoes", shoe=f"{colour} {model}", distance="100", **KM)
    runner.talk(
        ("AddShoes", {"shoe": "lime mach", "distance": "100", **KM}, ["can't keep more pairs apart"]),
        (
            "ListShoes",
            {},
            ["one hundred pairs", "the red rebel with one hundred kilometres and ninety four more"],
        ),
        ("LogRun", {"distance": "5", "shoe": "pegasus", **KM}, ["Which pair was it?"]),
        ("WhichShoe", {"shoe": "gold pegasus"}, ["Logged five kilometres in the gold pegasus"]),
    )
    assert len(runner.rotation.active) == 100
