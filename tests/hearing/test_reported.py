"""What people said on the first floor and what was made of it: each line stands for its kind."""

from datetime import date

import pytest

from skill.hearing.interpreter import Interpreter
from stand_ins.phrasings import filling

WEDNESDAY = date(2026, 11, 25)
TODAY, YESTERDAY = "2026-11-25", "2026-11-24"
K = "kilometres"
TAUGHT = {
    "Shoe": [
        {"id": "ghost", "values": ["ghost", "ghosts"]},
        {"id": "pegasus", "values": ["pegasus"]},
        {"id": "clifton", "values": ["clifton", "clifton nine"]},
    ]
}


@pytest.mark.parametrize(
    ("said", "intent", "slots"),
    [
        (
            "I ran half a mile in the ghost",
            "LogRunIntent",
            {"fraction": "half", "unit": "miles", "shoe": "ghost"},
        ),
        (
            "I ran a half mile in the ghost",
            "LogRunIntent",
            {"fraction": "half", "unit": "miles", "shoe": "ghost"},
        ),
        (
            "I ran a quarter of a mile in the ghost",
            "LogRunIntent",
            {"fraction": "quarter", "unit": "miles", "shoe": "ghost"},
        ),
        ("I ran half a mile today", "LogRunIntent", {"fraction": "half", "unit": "miles", "day": TODAY}),
        ("make it half a mile", "CorrectDistanceIntent", {"fraction": "half", "unit": "miles"}),
        (
            "that was three quarters of a mile",
            "DistanceIntent",
            {"fraction": "three-quarters", "unit": "miles"},
        ),
        (
            "I ran 3.05 miles in the ghost",
            "LogRunIntent",
            {"distance": "3", "decimal": "05", "unit": "miles", "shoe": "ghost"},
        ),
        (
            "I ran 10.08 km in the ghost",
            "LogRunIntent",
            {"distance": "10", "decimal": "08", "unit": K, "shoe": "ghost"},
        ),
        (
            "I ran point five miles in the ghost",
            "LogRunIntent",
            {"decimal": "5", "unit": "miles", "shoe": "ghost"},
        ),
        (
            "I ran 1/2 mile in the ghost",
            "LogRunIntent",
            {"fraction": "half", "unit": "miles", "shoe": "ghost"},
        ),
        (
            "I ran 10 kilometers and 500 meters",
            "LogRunIntent",
            {"distance": "10", "unit": K, "more_metres": "500"},
        ),
        ("I have 7.5 minutes", "LimitTimeIntent", {"duration": "PT7M30S"}),
        ("I ran for 30 minutes", "LogRunIntent", {"duration": "PT30M"}),
        ("I ran twenty five minutes", "LogRunIntent", {"duration": "PT25M"}),
        ("I ran for half an hour in the ghost", "LogRunIntent", {"duration": "PT30M", "shoe": "ghost"}),
        ("I ran 5k in 25 minutes", "LogRunIntent", {"race_distance": "five-k", "duration": "PT25M"}),
        (
            "change yesterday's run to 5 miles",
            "CorrectDistanceIntent",
            {"day": YESTERDAY, "distance": "5", "unit": "miles"},
        ),
        ("ten seconds longer", "ChangeHoldIntent", {"seconds": "10", "hold_change": "longer"}),
        ("hold it ten seconds longer", "ChangeHoldIntent", {"seconds": "10", "hold_change": "longer"}),
        ("five seconds shorter", "ChangeHoldIntent", {"seconds": "5", "hold_change": "shorter"}),
        ("when was my last run", "LastRunIntent", {}),
        ("what shoes did I wear last", "LastRunIntent", {}),
        ("which shoes did I have on yesterday", "LastRunIntent", {"day": "2026-11-24"}),
        ("which pair did I last wear", "LastRunIntent", {}),
        ("what did I have on my feet on sunday", "LastRunIntent", {"day": "2026-11-29"}),
        ("what shoes was I wearing on monday", "LastRunIntent", {"day": "2026-11-30"}),
        ("which pair was it last time", "LastRunIntent", {}),
        (
            "which shoes for my race in three weeks",
            "ChooseShoesIntent",
            {"run_kind": "race", "day": "2026-12-16"},
        ),
        ("can i wear the ghosts today", "CanWearIntent", {"shoe": "ghosts", "day": TODAY}),
        ("it's raining which shoes should i take", "ChooseShoesIntent", {}),
        (
            "add twelve kilometers to my asics gel nimbus twenty six",
            "LogRunIntent",
            {"distance": "12", "unit": K, "shoe": "asics gel nimbus twenty six"},
        ),
        ("one hour run in the nimbus", "LogRunIntent", {"duration": "PT1H", "shoe": "nimbus"}),
        ("i ran for ninety minutes in my brooks", "LogRunIntent", {"duration": "PT1H30M", "shoe": "brooks"}),
        ("should i run ten miles in the vaporflys", "CanWearIntent", None),
        ("shall i get rid of the clifton", "ReplaceWhenIntent", {"shoe": "clifton"}),
        ("i'm back", "BackIntent", {}),
        ("strengthen my feet", "StartRoutineIntent", {"routine": "pre-run"}),
        ("tow scrunches", "StartExerciseIntent", {"exercise": "toe-scrunches"}),
        ("just a second please", "AMAZON.PauseIntent", {}),
        ("wait wait whats a flonk", "AMAZON.PauseIntent", {}),
        ("no i didn't", "DidNotIntent", {}),
        ("i never did that", "DidNotIntent", {}),
        ("no it isn't", "AMAZON.NoIntent", {}),
        ("log it as kilometers not miles", "CorrectDistanceIntent", None),
        ("i've 120 miles on the pegasus now", "OtherBookIntent", None),
        (
            "monday four miles tuesday six",
            "LogTwoRunsIntent",
            {
                "day": "2026-11-30",
                "distance": "4",
                "unit": "miles",
                "second_day": "2026-12-01",
                "second_distance": "6",
            },
        ),
        ("hang on i'm not in position", "AMAZON.PauseIntent", {}),
        ("let me grab a towel", "AMAZON.PauseIntent", {}),
        ("what's after this", "WhatsNextIntent", {}),
        ("what's next", "WhatsNextIntent", {}),
        ("next", "AMAZON.NextIntent", {}),
        ("i don't have any equipment", "NoEquipmentIntent", {}),
        ("do i need a mat", "AdviceIntent", {"topic": "mat"}),
        ("where should i feel it", "FormQuestionIntent", None),
        ("remind me after every run", "RemindMeIntent", {"run_word": "run"}),
        ("delete my strava account", "OutOfScopeIntent", None),
        ("how fast did i run yesterday", "OutOfScopeIntent", {"elsewhere": "pace", "day": "2026-11-24"}),
        ("where can i buy vaporflys", "OutOfScopeIntent", {"elsewhere": "shopping"}),
        ("count to a hundred", "OutOfScopeIntent", {"elsewhere": "counting"}),
        ("did i stretch yesterday", "StretchesIntent", {"period": "yesterday"}),
        ("other side", "OtherSideIntent", {}),
        ("good job", "ThanksIntent", {}),
        ("my chest hurts", "EmergencyIntent", {}),
        ("i heard a pop in my calf", "InjuryIntent", {}),
        ("i feel dizzy", "EmergencyIntent", {}),
        ("i fell down and i can't get up", "EmergencyIntent", {}),
        ("i'm pregnant is this safe", "AskDoctorIntent", {}),
        ("give the hokas two days rest", "SetRestIntent", None),
        ("it was five miles not five k", "CorrectDistanceIntent", {"distance": "5", "unit": "miles"}),
        ("that run was in the other pair", "CorrectShoesIntent", None),
    ],
)
def test_what_was_missed_or_mistaken_once_is_heard(
    said: str, intent: str, slots: dict[str, str] | None, interpreter: Interpreter
) -> None:
    heard = interpreter.understand(said, TAUGHT, WEDNESDAY)
    assert (heard.intent, heard.guess) == (intent, "")
    if slots is not None:
        assert filling(heard) == slots


@pytest.mark.parametrize(
    ("said", "never"),
    [
        ("set my default shoes to the ghost", "CorrectShoesIntent"),
        ("add ten seconds", "AddShoesIntent"),
        ("another mile", "SetUnitsIntent"),
        ("skip ten seconds", "SetHoldIntent"),
        ("no rests", "RestSwitchIntent"),
        ("should i run ten miles in the vaporflys", "LogRunIntent"),
        ("half a minute", "SetHoldIntent"),
    ],
)
def test_what_was_written_by_mistake_is_never_written_again(
    said: str, never: str, interpreter: Interpreter
) -> None:
    understood = interpreter.understand(said, TAUGHT, WEDNESDAY)
    assert understood.intent != never or understood.guess


@pytest.mark.parametrize(
    "said",
    [
        "is five hundred k a lot for a pair of ghosts",
        "do people normally hold for thirty seconds",
        "is it odd that i retire the ghost at six hundred",
        "do runners usually hold each stretch for thirty seconds",
    ],
)
def test_no_part_of_a_question_is_taken_for_a_wish_to_change_something(
    said: str, interpreter: Interpreter
) -> None:
    heard = interpreter.understand(said, TAUGHT, WEDNESDAY)
    assert heard.intent is None or not interpreter.writes(heard.intent)
