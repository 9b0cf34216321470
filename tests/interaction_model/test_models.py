import json
import re
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest

from skill.hearing.interaction_model import SLOT, InteractionModel, load
from tools.locales import SOURCE, localised, text_of, wordings

MODELS = Path(__file__).parents[2] / "interaction_model/interactionModels/custom"
LOCALES = [SOURCE, *wordings()]

IDS = {
    "Routine": {"post-run", "pre-run"},
    "Exercise": {
        *("toes-on-wall", "butt-to-heel", "sole-massage", "bottle-roll"),
        *("toe-scrunches", "toe-lifts", "ball-roll", "calf-roll"),
    },
    "Equipment": {"wall", "chair", "towel", "ball", "foam-roller", "frozen-bottle"},
    "BodyArea": {"toes", "arches", "soles", "heels", "ankles", "calves", "feet"},
    "CountStyle": {"every-second", "every-five", "last-five", "halfway"},
    "CountDirection": {"up", "down"},
    "Pace": {"slower", "normal", "faster"},
    "HoldChange": {"longer", "shorter"},
    "Form": {"easier", "standard", "stronger"},
    "Flow": {"wait-for-me", "flow-on"},
    "Feeling": {"better", "same", "worse"},
    "AdviceTopic": {
        *("when-to-stretch", "why-warm-up", "hot-day", "tight-calves", "sore-feet", "how-long-to-hold"),
        *("two-at-a-time", "does-strengthening-help", "pain", "shoe-life", "shoe-rest", "why-rotate"),
        *("how-many-pairs", "tracking-distance", "sore-and-old-shoes"),
    },
    "RunKind": {"easy", "long", "tempo", "intervals", "race", "trail"},
    "Unit": {"kilometres", "miles", "metres"},
    "RaceDistance": {"five-k", "ten-k", "half-marathon", "marathon"},
    "Fraction": {"half", "quarter", "three-quarters"},
    "Switch": {"on", "off"},
    "Period": {
        *("today", "yesterday", "this-week", "last-week", "this-month", "last-month"),
        *("this-year", "last-year", "all-time"),
    },
    "Shoe": {None},
}

# What a certified skill answers.
BUILT_IN = {
    f"AMAZON.{name}Intent"
    for name in (
        *("Help", "Cancel", "Stop", "Fallback", "NavigateHome", "Pause", "Resume"),
        *("Next", "Previous", "Repeat", "StartOver", "Yes", "No"),
    )
}

# "Normal" alone is an answer to several questions; the first intent in the model has it.
AMBIGUOUS = {"normal"}

# What runners say seldom, or in few ways.
RARE = {"AMAZON.FallbackIntent", "AMAZON.NavigateHomeIntent", "AMAZON.CancelIntent", "AMAZON.HelpIntent"}


@pytest.fixture(scope="module", params=LOCALES)
def model(request: pytest.FixtureRequest) -> InteractionModel:
    return load(MODELS / f"{request.param}.json")


def _raw(locale: str) -> dict[str, Any]:
    model: dict[str, Any] = json.loads((MODELS / f"{locale}.json").read_text(encoding="utf-8"))
    return model


@pytest.mark.parametrize("locale", wordings())
def test_each_locale_says_what_the_source_says_in_its_own_words(locale: str) -> None:
    made = text_of(localised(_raw(SOURCE), locale))
    assert (MODELS / f"{locale}.json").read_text(encoding="utf-8") == made, "run make models"


def test_every_locale_has_a_model_and_every_model_a_locale() -> None:
    assert {path.stem for path in MODELS.glob("*.json")} == set(LOCALES)


def test_local_words_replace_american_ones() -> None:
    samples = {locale: " | ".join(_samples(load(MODELS / f"{locale}.json"))) for locale in LOCALES}
    assert "which sneakers should I wear" in samples["en-US"]
    assert "which trainers should I wear" in samples["en-GB"]
    assert "which runners should I wear" in samples["en-AU"]
    assert "kilometers" not in samples["en-GB"]
    assert "kilometres" not in samples["en-US"]


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
    assert used - own == {"AMAZON.NUMBER", "AMAZON.DURATION", "AMAZON.DATE"}
    assert all(model.types.values())


def test_ids_are_the_ones_the_coach_knows(model: InteractionModel) -> None:
    assert {name: {value.id for value in values} for name, values in model.types.items()} == IDS


def test_a_slot_type_means_one_thing_by_one_name(model: InteractionModel) -> None:
    for name, values in model.types.items():
        meanings = defaultdict(set)
        for value in values:
            for said in value.names:
                assert 0 < len(said) <= 140, said
                meanings[said.lower()].add(value)
        assert {said for said, of in meanings.items() if len(of) > 1} == set(), name


def test_no_utterance_belongs_to_two_intents(model: InteractionModel) -> None:
    intents = defaultdict(set)
    for intent in model.intents:
        for sample in intent.samples:
            intents[sample.lower()].add(intent.name)
            slots = SLOT.findall(sample)
            if sample == f"{{{slots[0] if slots else ''}}}":
                for value in model.types.get(intent.slots[slots[0]], ()):
                    for said in value.names:
                        intents[said.lower()].add(intent.name)
    assert {said for said, of in intents.items() if len(of) > 1} == AMBIGUOUS


def test_every_intent_a_certified_skill_answers_is_there(model: InteractionModel) -> None:
    assert {intent.name for intent in model.intents} >= BUILT_IN


def test_what_runners_say_often_has_many_phrasings(model: InteractionModel) -> None:
    few = {intent.name: len(intent.samples) for intent in model.intents if len(intent.samples) < 25}
    assert set(few) <= RARE


def test_a_model_stays_within_the_upload(model: InteractionModel, request: pytest.FixtureRequest) -> None:
    # "Member must have length less than or equal to 1000000": alexa/ask-cli issue 9.
    locale = request.node.callspec.params["model"]
    assert len(json.dumps(_raw(locale))) < 1_000_000
    assert model.intents


def _samples(model: InteractionModel) -> list[str]:
    return [sample for intent in model.intents for sample in intent.samples]
