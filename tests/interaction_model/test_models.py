"""What Amazon builds of the sentences, one model a locale: made by `make models`, within Amazon's limits."""

import json
import re
from collections import defaultdict
from itertools import pairwise
from typing import Any

import pytest

from skill.alexa.asked_span import WindowUnit
from skill.alexa.choice import MEANT
from skill.alexa.reminder_intents import DAYS_OF, HowMany
from skill.conversation.reminders.reminder_words import STRETCH, TASKS
from skill.conversation.shoes.pair_reports import Rank
from skill.conversation.shoes.run_records import Compared, Extreme, Per
from skill.conversation.turn.spoken_time import DayPart
from skill.hearing.sentences import NUMBER, sentences, slot_type_of
from skill.shoes.price import Currency
from tests.heard import said_for, slots_by_intent
from tests.interaction_model.amazons_model import MODELS, SLOT, InteractionModel, load
from tools.interaction_model import CHOICE, ROOT, interaction_model, text_of, wordings

SOURCE = "en-US"
KNOWN = sentences("en")
WORDINGS = wordings("en")
LOCALES = [*WORDINGS]

BRANDS = (
    *("Nike", "Brooks", "Asics", "Hoka", "Adidas", "Saucony", "New Balance", "Mizuno", "Altra", "Puma", "On"),
    *("Salomon", "Inov eight", "Topo", "Under Armour", "Reebok", "Skechers", "Merrell", "La Sportiva"),
    *("Kiprun", "Decathlon", "Craft", "Diadora", "Karhu"),
)

IDS = {
    "Routine": {"post-run", "pre-run"},
    "Exercise": {
        *("toes-on-wall", "butt-to-heel", "sole-massage", "bottle-roll"),
        *("toe-scrunches", "toe-lifts", "ball-roll", "calf-roll"),
    },
    "Equipment": {"wall", "chair", "towel", "ball", "foam-roller", "frozen-bottle"},
    "StandIn": {
        *("door", "tree", "step", "bed", "shirt", "sock", "bottle", "can", "rolling-pin", "peas", "hands"),
    },
    "Whereabouts": {"hotel", "office", "outdoors"},
    "PlaceInRow": {"first", "second"},
    "BodyArea": {"toes", "arches", "soles", "heels", "ankles", "calves", "feet", None},
    "CountStyle": {"every-second", "every-five", "last-five", "halfway"},
    "CountDirection": {"up", "down"},
    "Pace": {"slower", "normal", "faster"},
    "HoldChange": {"longer", "shorter", "double", "half"},
    "HoldAddition": {"longer"},
    "HoldLess": {"shorter"},
    "RestChange": {"slower", "faster"},
    "Form": {"easier", "standard", "stronger"},
    "Flow": {"wait-for-me", "flow-on"},
    "Words": {"most", "usual", "fewer", "fewest"},
    "Aspect": {
        *("position", "movement", "direction", "felt", "pain", "ease", "hard", "far", "speed"),
        *("breathing", "bounce", "burn", "uneven", "spot", "foot", "hands", "sock", "purpose", "balance"),
    },
    "FormPart": {"knee", "heel", "toes", "foot", "hands", "hips", "back", "eyes", "weight", "sock"},
    "FormManner": {"breathing", "bounce", "hard", "far", "speed"},
    "Side": {"left", "right"},
    "SidePart": {"first", "last", "only", "none"},
    "Way": {"back", "ahead"},
    "SkipNext": {"without"},
    "ExerciseNumber": {"2", "3", "4", "5", "last", "last-but-one"},
    "Feeling": {"better", "same", "worse"},
    "PainKind": {"ache", "sharp", "burning"},
    "Soreness": {"sore"},
    "Cold": {"cold"},
    "Topic": {
        *("when-to-stretch", "why-warm-up", "hot-day", "tight-calves", "sore-feet", "how-long-to-hold"),
        *("two-at-a-time", "does-strengthening-help", "pain", "shoe-life", "shoe-rest", "why-rotate"),
        *("how-many-pairs", "tracking-distance", "sore-and-old-shoes", "equipment", "mat"),
        *("what-ages-shoes", "how-to-change-a-run", "how-to-delete-a-run", "how-to-log-a-run"),
        *("how-to-add-a-pair", "how-to-retire-a-pair", "how-to-delete-a-pair", "how-to-rename-a-pair"),
        *("why-rest-between", "how-to-undo", "anywhere", "too-much", "pain-over-time"),
        *("drying-shoes", "how-shoes-are-made", "cleaning-shoes", "breaking-in", "blisters"),
    },
    "Point": {"shape", "tread", "foam", "upper"},
    "Finding": {"good", "worn", "unsure"},
    "Sign": {"shape", "tread", "foam", "upper"},
    "FineSign": {"shape", "tread", "foam"},
    "Sound": {"good"},
    "Apart": {"more", "less"},
    "ShortOrOver": {"more", "less"},
    "TakenOff": {"less"},
    "RunKind": {"easy", "long", "tempo", "intervals", "race", "trail"},
    "Unit": {"kilometres", "miles", "metres"},
    "RaceDistance": {"five-k", "ten-k", "half-marathon", "marathon"},
    "Fraction": {"half", "quarter", "three-quarters"},
    "Switch": {"on", "off"},
    "Times": {"2", "3"},
    "ThatRace": {"that"},
    "RacePlace": {"place"},
    "AskedOfThat": {
        *("when", "which-shoes", "which-shoes-for", "how-far", "how-many-days", "altogether", "a-lot"),
        *("in-miles", "in-kilometres"),
    },
    "DayBefore": {"day-before"},
    "Period": {
        *("today", "yesterday", "this-week", "last-week", "week-before-last", "this-month", "last-month"),
        *("this-year", "last-year", "all-time"),
    },
    "Shoe": {None},
    "Felt": {"good", "bad", "neither"},
    "FeltVerb": {"good", "bad"},
    "FeltDid": {"good", "bad"},
    "RaceEntry": {"entered"},
    "RaceNamed": {"race"},
    "Extreme": set(Extreme),
    "Per": set(Per),
    "PerSpan": {"week", "month"},
    "RankHow": set(Rank),
    "Rank": set(Rank),
    "Compared": set(Compared),
    "ComparedLast": set(Compared),
    "WindowUnit": set(WindowUnit),
    "Month": {str(month) for month in range(1, 13)},
    "Season": {"3-1", "6-1", "9-1", "12-1", "12-25", "1-1"},
    "PairPronoun": {"spoken-of"},
    "Unworn": {"unworn"},
    "Gift": {"free"},
    "Currency": {str(currency) for currency in Currency},
    "Brand": set(BRANDS),
    "ReminderTask": set(TASKS),
    "ReminderNoun": {STRETCH},
    "RunWord": {"run"},
    "Repeat": set(DAYS_OF),
    "Weekday": {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"},
    "DayPart": set(DayPart),
    "HowMany": set(HowMany),
    "Source": {"strava", "garmin", "other-service", "kilometres", "import", "unlink"},
    "Elsewhere": {
        *("pace", "heart-rate", "calories", "route", "weather", "timer", "calendar", "music"),
        *("shopping", "account", "counting", "sides", "price", "volume", "goal", "exercise"),
    },
}

# What a certified skill answers.
BUILT_IN = {
    f"AMAZON.{name}Intent"
    for name in (
        *("Help", "Cancel", "Stop", "Fallback", "NavigateHome", "Pause", "Resume"),
        *("Next", "Previous", "Repeat", "StartOver", "Yes", "No"),
    )
}

INNERMOST = re.compile(r"\([^()\[\]]*\)|\[[^()\[\]]*\]")
RULE = re.compile(r"<(\w+)>")
LIST_AND_SLOT = re.compile(r"\{\w+:")

MOST_SAMPLES = 7_500
MOST_BYTES = 450_000
"""Of one locale: what a person can look through, far from the 1,000,000 characters that were refused."""


@pytest.fixture(scope="module", params=LOCALES)
def model(request: pytest.FixtureRequest) -> InteractionModel:
    return load(request.param)


def _raw(locale: str) -> dict[str, Any]:
    model: dict[str, Any] = json.loads((MODELS / f"{locale}.json").read_text(encoding="utf-8"))
    return model


def plainest(text: str) -> str:
    """A template by its first alternatives, without anything in it that may be left out."""
    while found := INNERMOST.search(text):
        inside = found[0][1:-1]
        kept = "" if found[0][0] == "[" else inside.split("|")[0].replace(";", " ")
        text = text[: found.start()] + kept + text[found.end() :]
    text = RULE.sub(lambda rule: plainest(KNOWN.rules[rule[1]]), LIST_AND_SLOT.sub("{", text))
    return " ".join(text.split()).replace(" 's", "'s")


def test_the_plainest_way_of_each_sentence_is_a_sample_or_a_name_of_the_value_that_it_means() -> None:
    model = load(SOURCE)
    samples = {intent.name: {sample.lower() for sample in intent.samples} for intent in model.intents}
    names = {
        (name, value.id): {said.lower() for said in value.names}
        for name, values in model.types.items()
        for value in values
    }
    missing = []
    for template in KNOWN.templates:
        said = plainest(template.text).lower()
        if template.slots and "{" in said:
            continue  # a slot of its own cannot stand in a value's name
        alone = re.fullmatch(r"\{\w+\}", said)
        places = [names[slot_type_of(name), id_] for name, id_ in template.slots.items()]
        places = places or [samples[CHOICE if alone else template.intent]]
        missing += [(template.intent, said) for place in places if said not in place]
    assert missing == []


def test_a_name_of_a_value_is_words_and_has_no_slot() -> None:
    names = {said for values in load(SOURCE).types.values() for value in values for said in value.names}
    assert [said for said in names if "{" in said] == []


def test_a_value_is_called_by_the_first_name_that_is_written_for_it() -> None:
    model = load(SOURCE)
    called = {(name, value.id): value.names[0] for name, values in model.types.items() for value in values}
    first: dict[tuple[str, str | None], str] = {}
    for name, values in KNOWN.lists.items():
        for text, id_ in values:
            first.setdefault((slot_type_of(name), id_), plainest(text))
    assert {key: called[key] for key, said in first.items() if key[1]} == {
        key: said for key, said in first.items() if key[1]
    }


@pytest.mark.parametrize("locale", LOCALES)
def test_a_model_is_what_the_sentences_make_in_the_locales_own_words(locale: str) -> None:
    made = text_of(interaction_model(ROOT / "sentences" / "en", WORDINGS[locale]))
    assert (MODELS / f"{locale}.json").read_text(encoding="utf-8") == made, "run make models"


def test_every_locale_has_a_model_and_every_model_a_locale() -> None:
    assert {path.stem for path in MODELS.glob("*.json")} == set(LOCALES)


def test_local_words_replace_american_ones() -> None:
    samples = {locale: " | ".join(_samples(load(locale))) for locale in LOCALES}
    assert "sneakers" in samples["en-US"]
    for locale, instead in (("en-GB", "trainers"), ("en-AU", "runners"), ("en-CA", "runners")):
        assert "sneakers" not in samples[locale]
        assert instead in samples[locale]


def test_the_invocation_name_follows_amazons_rules(model: InteractionModel) -> None:
    words = model.invocation_name.split()
    assert len(words) >= 2
    assert model.invocation_name == model.invocation_name.lower()
    assert not {"alexa", "skill", "app", "open", "ask", "launch", "start", "echo"}.intersection(words)


def test_samples_hold_only_what_amazon_allows(model: InteractionModel) -> None:
    allowed = re.compile(
        r"(?:[A-Za-z][A-Za-z'.\-]*|\{[a-z_]+\}(?:'s)?)(?: (?:[A-Za-z][A-Za-z'.\-]*|\{[a-z_]+\}(?:'s)?))*"
    )
    assert [sample for sample in _samples(model) if not allowed.fullmatch(sample)] == []


def test_every_slot_in_a_sample_is_declared_and_every_declared_slot_is_used(model: InteractionModel) -> None:
    for intent in model.intents:
        used = {slot for sample in intent.samples for slot in SLOT.findall(sample)}
        assert used == set(intent.slots), intent.name


def test_no_sample_has_one_slot_twice(model: InteractionModel) -> None:
    for sample in _samples(model):
        slots = SLOT.findall(sample)
        assert len(slots) == len(set(slots)), sample


def test_every_slot_type_is_amazons_or_has_values(model: InteractionModel) -> None:
    used = {slot_type for intent in model.intents for slot_type in intent.slots.values()}
    own = {slot_type for slot_type in used if not slot_type.startswith("AMAZON.")}
    assert own == set(model.types)
    assert used - own == {"AMAZON.NUMBER", "AMAZON.DURATION", "AMAZON.DATE", "AMAZON.TIME"}
    assert all(model.types.values())


def test_ids_are_the_ones_the_coach_knows(model: InteractionModel) -> None:
    known = {name: {value.id for value in values} for name, values in model.types.items()}
    assert {name: ids for name, ids in known.items() if name in IDS} == IDS
    assert {slot_type for slot_type in known if slot_type not in IDS} <= _types_of_asides(model)


def test_a_slot_type_means_one_thing_by_one_name(model: InteractionModel) -> None:
    for name, values in model.types.items():
        meanings = defaultdict(set)
        for value in values:
            for said in value.names:
                assert 0 < len(said) <= 140, said
                meanings[said.lower()].add(value)
        assert {said for said, of in meanings.items() if len(of) > 1} == set(), name


def test_no_sample_is_another_intents_too(model: InteractionModel) -> None:
    intents = defaultdict(set)
    for intent in model.intents:
        for sample in intent.samples:
            intents[sample.lower()].add(intent.name)
    assert {said for said, of in intents.items() if len(of) > 1} == set()


def test_no_number_stands_beside_a_number(model: InteractionModel) -> None:
    for intent in model.intents:
        for sample in intent.samples:
            types = [intent.slots[SLOT.findall(part)[0]] if "{" in part else None for part in sample.split()]
            assert (NUMBER, NUMBER) not in pairwise(types), sample


def test_samples_of_one_slot_alone_have_an_intent_of_their_own(model: InteractionModel) -> None:
    alone = {
        intent.name: [sample for sample in intent.samples if re.fullmatch(r"\{\w+\}", sample)]
        for intent in model.intents
    }
    assert {name for name, samples in alone.items() if samples} == {CHOICE}
    choice = next(intent for intent in model.intents if intent.name == CHOICE)
    assert len(alone[CHOICE]) == len(choice.samples)


def test_what_is_said_alone_is_passed_on_to_the_intent_that_it_means(model: InteractionModel) -> None:
    choice = next(intent for intent in model.intents if intent.name == CHOICE)
    meant = defaultdict(set)
    for intent in slots_by_intent():
        for sample in said_for(intent):
            if re.fullmatch(r"\{\w+\}", sample):
                meant[sample[1:-1]].add(intent)
    for template in KNOWN.templates:
        for name in template.slots:
            meant[name].add(template.intent)
    assert {name: {intent} for name, intent in MEANT.items() if name in choice.slots} == meant
    assert set(choice.slots) <= set(MEANT)


def test_a_value_said_alone_is_no_sample_of_an_intent(model: InteractionModel) -> None:
    samples = {sample.lower(): intent.name for intent in model.intents for sample in intent.samples}
    choice = next(intent for intent in model.intents if intent.name == CHOICE)
    both = {
        name.lower()
        for slot_type in choice.slots.values()
        for value in model.types.get(slot_type, ())
        for name in value.names
        if name.lower() in samples
    }
    assert both == set()


def test_every_intent_a_certified_skill_answers_is_there(model: InteractionModel) -> None:
    assert {intent.name for intent in model.intents} >= BUILT_IN


def test_a_model_stays_small(model: InteractionModel, request: pytest.FixtureRequest) -> None:
    locale = request.node.callspec.params["model"]
    assert len(_samples(model)) <= MOST_SAMPLES
    assert (MODELS / f"{locale}.json").stat().st_size <= MOST_BYTES


def test_a_model_says_how_readily_alexa_gives_up() -> None:
    for locale in LOCALES:
        raw: dict[str, Any] = json.loads((MODELS / f"{locale}.json").read_text(encoding="utf-8"))
        configuration = raw["interactionModel"]["languageModel"]["modelConfiguration"]
        assert configuration == {"fallbackIntentSensitivity": {"level": "MEDIUM"}}


def _types_of_asides(model: InteractionModel) -> set[str]:
    asides = KNOWN.asides
    return {kind for intent in model.intents for name, kind in intent.slots.items() if name in asides}


def _samples(model: InteractionModel) -> list[str]:
    return [sample for intent in model.intents for sample in intent.samples]
