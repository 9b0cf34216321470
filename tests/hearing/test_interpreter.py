from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from skill.hearing.interpretation import Interpretation
from skill.hearing.interpreter import Interpreter
from tests.device.a_speaker import interpreter

SUNDAY = date(2026, 11, 22)


def understand(said: str, **slots: Any) -> Interpretation:
    return interpreter().understand(said, today=SUNDAY, **slots)


def meaning(understood: Interpretation) -> tuple[str | None, dict[str, str]]:
    return understood.intent, {
        name: slot.static[0].id if slot.static else slot.value for name, slot in understood.slots.items()
    }


@pytest.mark.parametrize(
    "said",
    [
        "start my post run stretches",
        "Alexa, start my post-run stretches, please!",
        "um, could you please start my post run stretches",
        "HEY COACH start my post run stretches thanks",
        "start my postrun streches",
        "start mypost run stretches",
    ],
)
def test_manners_case_punctuation_and_slips_do_not_change_what_is_meant(said: str) -> None:
    assert meaning(understand(said)) == ("StartRoutineIntent", {"routine": "post-run"})


@pytest.mark.parametrize(
    ("said", "intent", "slots"),
    [
        ("I've got no foam roller", "NoEquipmentIntent", {"equipment": "foam-roller"}),
        ("Ive got a foam roller now", "HaveEquipmentIntent", {"equipment": "foam-roller"}),
        ("haven't got a foam roller here", "NoEquipmentIntent", {"equipment": "foam-roller"}),
        ("the holds are too short", "ChangeHoldIntent", {"hold_change": "longer"}),
        ("the holds are too long", "ChangeHoldIntent", {"hold_change": "shorter"}),
        ("thirty second holds", "SetHoldIntent", {"seconds": "30"}),
        ("hold each one for half a minute", "SetHoldIntent", {"duration": "PT30S"}),
        ("count down", "SetCountDirectionIntent", {"count_direction": "down"}),
        ("slow down", "SetPaceIntent", {"pace": "slower"}),
        ("only count the last five", "SetCountStyleIntent", {"count_style": "last-five"}),
        ("don't count", "SetCountStyleIntent", {"count_style": "halfway"}),
        ("my feet hurt", "PainIntent", {"body_area": "feet"}),
        ("it hurts", "PainIntent", {}),
        ("how long should shoes rest", "AdviceIntent", {"topic": "shoe-rest"}),
        ("how much longer", "HowLongLeftIntent", {}),
        ("how much longer will my Ghosts last", "ReplaceWhenIntent", {"shoe": "Ghost"}),
        ("I ran ten kilometres in the Pegasus yesterday", "LogRunIntent", {"day": "2026-11-21"}),
        ("log five point two miles", "LogRunIntent", {"distance": "5", "decimal": "2", "unit": "miles"}),
        ("log 5.25 km", "LogRunIntent", {"distance": "5", "decimal": "25", "unit": "kilometres"}),
        ("log 10k", "LogRunIntent", {"race_distance": "ten-k"}),
        ("log five and a half miles", "LogRunIntent", {"distance": "5", "fraction": "half"}),
        ("log five and three quarter miles", "LogRunIntent", {"fraction": "three-quarters"}),
        ("log a half marathon", "LogRunIntent", {"race_distance": "half-marathon"}),
        ("I ran minus three kilometres", "LogRunIntent", {"distance": "-3"}),
        ("no, I wore the Ghosts", "CorrectShoesIntent", {"shoe": "Ghost"}),
        ("no, it was eight kilometres", "CorrectDistanceIntent", {"distance": "8"}),
        ("no", "AMAZON.NoIntent", {}),
        (
            "which shoes for a long run on Tuesday",
            "ChooseShoesIntent",
            {"run_kind": "long", "day": "2026-11-24"},
        ),
        ("what should I wear for a ten k", "ChooseShoesIntent", {"race_distance": "ten-k"}),
        ("rest my shoes for thirty six hours", "SetRestIntent", {"number": "36"}),
        ("turn the rest rule off", "RestSwitchIntent", {"switch": "off"}),
        ("no it was twelve not ten kilometres", "CorrectDistanceIntent", {"distance": "12"}),
        ("can we skip the toe lifts", "SkipIntent", {"exercise": "toe-lifts"}),
        ("can we skip to the toe lifts", "StartExerciseIntent", {"exercise": "toe-lifts"}),
        (
            "please now rename Ghosts over to Pegasus",
            "RenameShoesIntent",
            {"shoe": "Ghost", "new_name": "Pegasus"},
        ),
        ("they are for races", "SetShoeKindIntent", {"run_kind": "race"}),
        ("and for a long run", "ChooseShoesIntent", {"run_kind": "long"}),
        ("I don't know", "UnsureIntent", {}),
        ("my Ghosts are done, retire them", "RetireShoesIntent", {"shoe": "Ghost"}),
        ("I'm back from my run, can you stretch me out", "StartRoutineIntent", {"routine": "post-run"}),
    ],
)
def test_near_misses_are_told_apart(said: str, intent: str, slots: dict[str, str]) -> None:
    understood, heard = meaning(understand(said))
    assert understood == intent
    assert heard.items() >= slots.items()


@pytest.mark.parametrize(
    ("said", "intent", "slot", "value"),
    [
        ("my knees are sore", "SoreAreaIntent", "body_area", "knees"),
        ("I have no skateboard", "NoEquipmentIntent", "equipment", "skateboard"),
        ("add my Wombat Flyers", "AddShoesIntent", "shoe", "wombat flyers"),
        ("add the wombats", "AddShoesIntent", "shoe", "wombats"),
        ("register the wombats at two hundred miles", "AddShoesIntent", "shoe", "wombats"),
        ("the wombats", "WhichShoeIntent", "shoe", "wombats"),
        ("no, the wombats", "CorrectShoesIntent", "shoe", "wombats"),
        ("call them wombats", "RenameShoesIntent", "new_name", "wombats"),
        ("I ran in my wombats yesterday", "LogRunIntent", "shoe", "wombats"),
        ("rename the Ghosts to thunder cats", "RenameShoesIntent", "new_name", "thunder cats"),
    ],
)
def test_a_name_no_list_has_arrives_as_said_and_unmatched(
    said: str, intent: str, slot: str, value: str
) -> None:
    understood = understand(said)
    assert understood.intent == intent
    assert understood.slots[slot].value == value
    assert understood.slots[slot].static == ()


@pytest.mark.parametrize(
    "said",
    [
        *(
            "add the run",
            "add the last run",
            "add the ten k",
            "add the five k from yesterday",
            "add the miles",
        ),
        *("add the toe lifts", "add the stretch", "add the warm up", "add the towel", "add the squats"),
        *("add the timer", "add the song", "add the milk to my list", "add the planks to my routine"),
        *("add the burpees to my workout", "add the wombats to races", "add the ghosts to races"),
    ],
)
def test_what_is_to_be_added_and_is_no_pair_adds_none(said: str) -> None:
    understood = understand(said)
    assert understood.intent != "AddShoesIntent" or understood.guess


def test_names_taught_at_run_time_match_under_their_own_authority() -> None:
    taught = {
        "Shoe": [
            {"id": "shoe-1", "values": ["Wombat Flyers", "flyers"]},
            {"id": "shoe-2", "values": ["Ghosts"]},
        ]
    }
    flyers = understand("retire the wombat flyers", dynamic_entities=taught).slots["shoe"]
    ghosts = understand("retire my ghosts", dynamic_entities=taught).slots["shoe"]
    assert ([match.id for match in flyers.dynamic], flyers.static) == (["shoe-1"], ())
    assert ([match.id for match in ghosts.dynamic], [match.name for match in ghosts.static]) == (
        ["shoe-2"],
        ["Ghost"],
    )
    assert understand("retire the wombat flyers").slots["shoe"].dynamic == ()


@pytest.mark.parametrize(
    ("said", "intent"),
    [
        ("I did seven k in the wombats this morning", "LogRunIntent"),
        ("no the wombats", "CorrectShoesIntent"),
        ("can I wear the wombats today", "CanWearIntent"),
        ("how far have the wombats run", "ShoeDistanceIntent"),
        ("retire the wombats", "RetireShoesIntent"),
    ],
)
def test_a_pair_may_be_called_by_a_word_of_the_name_that_was_taught(said: str, intent: str) -> None:
    taught = {"Shoe": [{"id": "shoe-1", "values": ["red wombats"]}]}
    understood = understand(said, dynamic_entities=taught)
    assert (understood.intent, understood.guess) == (intent, "")
    assert understood.slots["shoe"].value == "wombats"


@pytest.mark.parametrize("said", ["start the wombats", "I have no wombats"])
def test_a_word_of_a_pairs_name_is_no_exercise_and_no_equipment(said: str) -> None:
    taught = {"Shoe": [{"id": "shoe-1", "values": ["red wombats"]}]}
    assert understand(said, dynamic_entities=taught).intent is None


def test_one_name_of_two_pairs_matches_both() -> None:
    taught = {"Shoe": [{"id": "shoe-1", "values": ["racers"]}, {"id": "shoe-2", "values": ["racers"]}]}
    slot = understand("retire the racers", dynamic_entities=taught).slots["shoe"]
    assert {match.id for match in slot.dynamic} == {"shoe-1", "shoe-2"}


@pytest.mark.parametrize(
    "said",
    [
        *("", " ", "?!", "🦶🦶🦶", "\x00\x1b[31m\x07", "start " * 1000, "asdkjh qwe zzxcv"),
        *("começar a massagem dos pés agora mesmo por favor", "начать растяжку", "ストレッチを始めて"),
        *("wo ist der bahnhof", "quiero empezar los estiramientos", "bonjour comment ça va"),
        *("what's the weather", "play some jazz", "order a pizza", "set a timer for five minutes"),
        *("turn off the lights", "call my mom", "add milk to my shopping list", "read me the news"),
        *("who is the prime minister", "how do I make pancakes", "tell me a joke", "potato", "oh", "oh dear"),
    ],
)
def test_what_no_foot_coach_could_answer_is_nothing_or_out_of_scope(said: str) -> None:
    assert understand(said).intent in {None, "OutOfScopeIntent"}


@given(st.text(max_size=200))
@settings(max_examples=50, deadline=None)
def test_any_text_gets_an_answer(said: str) -> None:
    understood = understand(said)
    assert (understood.intent is not None) or not understood.slots


def test_it_prints_as_one_plain_object() -> None:
    assert understand("do the toe scrunches").as_dict() == {
        "said": "do the toe scrunches",
        "intent": "StartExerciseIntent",
        "slots": {
            "exercise": {
                "value": "toe scrunches",
                "id": "toe-scrunches",
                "matches": [{"id": "toe-scrunches", "name": "toe scrunches"}],
            }
        },
        "guess": "",
    }


@pytest.mark.parametrize("locale", ["en-GB", "en-CA", "en-AU", "en-IN"])
def test_other_locales_are_understood_in_their_own_words(locale: str) -> None:
    heard_there = Interpreter.of(locale)
    for said, intent in (
        ("which trainers should I wear", "ChooseShoesIntent"),
        ("I ran ten kilometres in the Ghosts", "LogRunIntent"),
        ("what colour are my favourite runners", None),
    ):
        assert heard_there.understand(said, today=SUNDAY).intent == intent


@pytest.mark.parametrize(
    ("said", "slots"),
    [
        ("pegasus forty", {"shoe": "pegasus forty"}),
        ("add my Nimbus 25", {"shoe": "nimbus 25"}),
        ("I ran eight kilometres in my nimbus twenty five", {"shoe": "nimbus twenty five", "distance": "8"}),
        ("add pegasus 41 with two hundred kilometres", {"shoe": "pegasus 41", "distance": "200"}),
        ("call my cliftons cloud nine", {"shoe": "cliftons", "new_name": "cloud nine"}),
    ],
)
def test_a_number_behind_a_pairs_name_is_its_version(said: str, slots: dict[str, str]) -> None:
    filled = understand(said).slots

    assert {name: slot.value.lower() for name, slot in filled.items() if name in slots} == slots
