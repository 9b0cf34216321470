"""What is said of pairs and runs in any order: the rows are sound, and what would write is asked about."""

from datetime import date

import pytest

from skill.hearing.certainty import ASK_FIRST
from skill.hearing.gist import word_groups
from skill.hearing.interpreter import Interpreter
from skill.hearing.paraphrase import PARAPHRASES, names_in
from skill.hearing.vocabulary import vocabulary
from skill.hearing.words import words_of
from stand_ins.phrasings import filling

TABLE = word_groups("en", PARAPHRASES)
TODAY = date(2026, 11, 26)
HEARD = {
    "pair": "ghost",
    "day": "tuesday",
    "distance": "two hundred kilometres",
    "kind": "race",
    "money": "ninety euros",
    "period": "last month",
    "month": "october",
    "race": "marathon",
    "season": "spring",
    "first_month": "october",
    "second_month": "november",
    "point": "tread",
    "finding": "worn out",
    "sign": "lopsided",
    "time": "six in the evening",
    "repeat": "every day",
}


def test_every_group_is_named_by_a_row_and_every_name_is_a_groups() -> None:
    named = {*TABLE["unless"]}.union(*({*row["all"], *row.get("unless", ())} for row in TABLE["rows"]))
    assert named == TABLE["groups"].keys()


def test_no_phrase_of_a_group_is_empty_once_it_is_heard_and_none_is_there_twice() -> None:
    words = vocabulary("en")
    for name, phrases in TABLE["groups"].items():
        assert all(words_of(phrase, words) for phrase in phrases), name
        assert len(set(phrases)) == len(phrases), name


@pytest.mark.parametrize("row", TABLE["rows"], ids=lambda row: " ".join(row["all"]))
def test_every_sentence_of_a_row_is_one_of_the_grammars_with_all_it_names_in_its_slots(
    row: dict[str, list[str]], interpreter: Interpreter
) -> None:
    for sentence in row["say"]:
        heard = interpreter.understand(sentence.format(**HEARD), today=TODAY)
        assert heard.intent, sentence
        assert not heard.guess, sentence
        assert len(heard.slots) >= len(names_in(sentence)), (sentence, filling(heard))


@pytest.mark.parametrize(
    ("said", "intent", "slots", "asked"),
    [
        ("which of them have I used the least", "MostWornIntent", {"rank": "least"}, ""),
        (
            "how is november looking against october",
            "CompareRunsIntent",
            {"month_one": "11", "month_two": "10"},
            "",
        ),
        ("when is that race of mine again", "RacesIntent", {}, ""),
        (
            "them ghosts are they about done or have I another month in them",
            "ReplaceWhenIntent",
            {"shoe": "ghosts"},
            "",
        ),
        ("when was the last time I wore the ghosts", "LastRunIntent", {"shoe": "ghosts"}, ""),
        ("percentage remaining on each shoe please tell me", "ReplaceWhenIntent", {}, ""),
        ("so do you ever get it right with them predictions", "ForecastRecordIntent", {}, ""),
        (
            "don't let me wear the pegasus again before monday",
            "SaveShoesIntent",
            {"shoe": "pegasus", "until": "2026-11-30"},
            "save the pegasus until monday",
        ),
        (
            "I want to run the ghosts into the ground before I open the new box",
            "UseUpShoesIntent",
            {"shoe": "ghosts"},
            "use up the ghosts",
        ),
        (
            "ghost should be good for eight hundred kilometres according to the lad in the shop",
            "SetShoeLifeIntent",
            {"shoe": "ghost", "distance": "800", "unit": "kilometres"},
            "the ghost last eight hundred kilometres",
        ),
        ("scrap that last one I never ran it", "DeleteRunIntent", {}, ""),
        ("didn't run only walking so don't count it", "DeleteRunIntent", {}, ""),
        (
            "pressed my thumb in the midsole and it's hard as a plank",
            "FindingsIntent",
            {"point": "foam", "point_finding": "worn"},
            "",
        ),
        ("stood them on the table and the back one leans", "FindingsIntent", {"sign": "shape"}, ""),
    ],
)
def test_a_few_words_tell_what_is_meant(
    said: str, intent: str, slots: dict[str, str], asked: str, interpreter: Interpreter
) -> None:
    heard = interpreter.understand(said, today=TODAY)
    assert (heard.intent, filling(heard), heard.guess) == (intent, slots, asked)
    assert bool(heard.guess) == (interpreter.writes(intent) and intent not in ASK_FIRST)


@pytest.mark.parametrize(
    "said",
    [
        "my husband says his ghosts are about done",
        "should I hold the calf stretch longer than last week",
        "which shoes did his brother wear the most",
        "is it worth a new pair of laces",
        "I reckon the match was better than last month",
        "the soles of my feet are hard",
        "the tread on these shoes is nowhere near worn",
    ],
)
def test_what_is_about_others_or_the_stretches_is_no_question_about_pairs(
    said: str, interpreter: Interpreter
) -> None:
    heard = interpreter.understand(said, today=TODAY)
    of_pairs = {
        "ReplaceWhenIntent",
        "CompareRunsIntent",
        "MostWornIntent",
        "PairCostIntent",
        "LastRunIntent",
        "FindingsIntent",
    }
    assert heard.intent not in of_pairs or heard.guess


@pytest.mark.parametrize(
    "said",
    [
        "don't add the pegasus",
        "the ghosts did not cost a hundred dollars",
        "don't you go and use up the pegasus now",
        "sunday's thing the race I mean that's off",
    ],
)
def test_what_is_kept_is_never_asked_about_without_the_not_or_the_day_that_was_said(
    said: str, interpreter: Interpreter
) -> None:
    heard = interpreter.understand(said, today=TODAY)
    assert not interpreter.writes(heard.intent or "") or "sunday" in heard.guess
