"""The package that `ask deploy` uploads, built and looked at as Amazon's own model classes see it."""

import importlib.util
import json
import re
import struct
import zlib
from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from ask_sdk_core.serialize import DefaultSerializer
from ask_smapi_model.v1.skill.interaction_model.interaction_model_data import InteractionModelData
from ask_smapi_model.v1.skill.manifest.skill_manifest_envelope import SkillManifestEnvelope

from skill.alexa import screens
from skill.content.loader import exercises

ROOT = Path(__file__).parent.parent.parent
ARN = "arn:aws:lambda:eu-west-1:123456789012:function:foot-coach:live"
LOCALES = ["en-AU", "en-CA", "en-GB", "en-IN", "en-US"]

# Lengths as the developer console states them (second hand).
NAME, SUMMARY, DESCRIPTION, PHRASES, PHRASE, KEYWORDS, INSTRUCTIONS = 50, 160, 4000, 3, 200, 30, 4000


def tool(name: str) -> Any:
    spec = importlib.util.spec_from_file_location(name, ROOT / "tools" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


PACKAGE = tool("skill_package")


@pytest.fixture(scope="module", params=[None, ARN, "https://coach.example.com/alexa"])
def folder(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    built = tmp_path_factory.mktemp("built") / "package"
    PACKAGE.build(built, PACKAGE.endpoint_of(request.param, "Wildcard") if request.param else None)
    return built


@pytest.fixture
def manifest(folder: Path) -> Any:
    return json.loads((folder / "skill.json").read_text())["manifest"]


@pytest.fixture
def texts(manifest: Any) -> Any:
    return manifest["publishingInformation"]["locales"]


def language_model(folder: Path, locale: str = "en-US") -> Any:
    content = json.loads((folder / "interactionModels" / "custom" / f"{locale}.json").read_text())
    return content["interactionModel"]["languageModel"]


def round_trip(text: str, of: type) -> Any:
    serializer = DefaultSerializer()
    return serializer.serialize(serializer.deserialize(text, of))


def test_amazon_s_model_classes_read_the_manifest_and_lose_nothing(folder: Path) -> None:
    text = (folder / "skill.json").read_text()

    assert round_trip(text, SkillManifestEnvelope) == json.loads(text)


@pytest.mark.parametrize("locale", LOCALES)
def test_amazon_s_model_classes_read_the_interaction_model_and_lose_nothing(
    folder: Path, locale: str
) -> None:
    text = (folder / "interactionModels" / "custom" / f"{locale}.json").read_text()

    assert round_trip(text, InteractionModelData) == json.loads(text)


def test_the_folder_holds_what_the_ask_cli_uploads_and_nothing_else(folder: Path) -> None:
    files = sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())

    assert files == [
        "assets/images/large-icon.png",
        "assets/images/small-icon.png",
        *(f"interactionModels/custom/{locale}.json" for locale in LOCALES),
        "skill.json",
    ]
    assert not any(path.is_symlink() for path in folder.rglob("*"))


def test_the_ask_cli_is_told_to_upload_what_is_built() -> None:
    resources = json.loads((ROOT / "ask-resources.json").read_text())

    assert ROOT / resources["profiles"]["default"]["skillMetadata"]["src"] == PACKAGE.TARGET


def test_every_locale_has_its_texts_within_amazon_s_lengths(texts: Any) -> None:
    assert sorted(texts) == LOCALES
    for text in texts.values():
        assert 2 <= len(text["name"]) <= NAME
        assert 0 < len(text["summary"]) <= SUMMARY
        assert 0 < len(text["description"]) <= DESCRIPTION
        assert len(text["examplePhrases"]) == PHRASES
        assert all(len(phrase) <= PHRASE for phrase in text["examplePhrases"])
        assert 0 < len(text["keywords"]) == len(set(text["keywords"])) <= KEYWORDS


def test_the_testing_instructions_are_within_amazon_s_length(manifest: Any) -> None:
    assert 0 < len(manifest["publishingInformation"]["testingInstructions"]) <= INSTRUCTIONS


def test_every_description_says_it_is_no_medical_advice_and_how_to_delete_one_s_data(texts: Any) -> None:
    for text in texts.values():
        assert "not medical advice" in text["description"]
        assert "stop if it hurts" in text["description"]
        assert '"delete my data"' in text["description"]


def test_every_description_counts_the_exercises_that_there_are(texts: Any) -> None:
    words = {3: "three", 4: "four", 5: "five", 6: "six"}
    count = Counter(str(exercise.routine) for exercise in exercises().values())
    for text in texts.values():
        assert f"{words[count['post-run']]} exercises for after a run" in text["description"]
        assert f"and {words[count['pre-run']]} for before it" in text["description"]


def test_no_text_promises_a_cure(texts: Any, manifest: Any) -> None:
    promises = re.compile(
        r"\b(cure|heal|relie[fv]\w*|prevent\w*|therap(y|eutic)|guarantee\w*|diagnos\w*)\b", re.IGNORECASE
    )
    for text in texts.values():
        sold = " ".join([text["name"], text["summary"], *text["keywords"], text["description"]])
        # The one sentence that says what the skill does not do.
        assert promises.findall(sold.replace("does not diagnose or treat anything", "")) == []
    assert manifest["privacyAndCompliance"]["usesHealthInfo"] is False


def test_every_question_on_privacy_is_answered(manifest: Any) -> None:
    assert manifest["privacyAndCompliance"] == {
        "allowsPurchases": False,
        "usesPersonalInfo": False,
        "usesHealthInfo": False,
        "isChildDirected": False,
        "isExportCompliant": True,
        "containsAds": False,
    }
    assert manifest["publishingInformation"]["category"] == "HEALTH_AND_FITNESS"


def understood(phrase: str, model: Any) -> bool:
    """Whether a sample utterance, with values of its slots, is this phrase."""
    types = {kind["name"]: kind["values"] for kind in model["types"]}
    for intent in model["intents"]:
        slots = {slot["name"]: types.get(slot["type"], []) for slot in intent.get("slots", [])}
        for sample in intent["samples"]:
            fixed = re.split(r"\{\w+\}", sample)
            if phrase.startswith(fixed[0]) and phrase.endswith(fixed[-1]) and matches(phrase, sample, slots):
                return True
    return False


def matches(phrase: str, sample: str, slots: dict[str, list[Any]]) -> bool:
    pattern = re.escape(sample)
    for slot, values in slots.items():
        names = [value["name"] for value in values]
        spoken = [text for name in names for text in (name["value"], *name.get("synonyms", []))]
        # Amazon's own types (numbers, durations, dates) list no values.
        filled = "|".join(map(re.escape, spoken)) or r"[\w ]+"
        pattern = pattern.replace(re.escape(f"{{{slot}}}"), f"(?:{filled})")
    return re.fullmatch(pattern, phrase, re.IGNORECASE) is not None


def test_every_example_phrase_is_one_the_model_understands(folder: Path, texts: Any) -> None:
    for locale, text in texts.items():
        model = language_model(folder, locale)
        name = model["invocationName"]
        opening, *asking = text["examplePhrases"]
        assert opening == f"Alexa, open {name}"
        for phrase in asking:
            asked = re.fullmatch(rf"Alexa, (?:ask|tell) {name} (?:to )?(.+)", phrase)
            assert asked, phrase
            assert understood(asked[1], model), phrase


def test_what_the_descriptions_and_instructions_say_to_say_is_understood(
    folder: Path, texts: Any, manifest: Any
) -> None:
    instructions = manifest["publishingInformation"]["testingInstructions"]
    model = language_model(folder)
    for text in [*(text["description"] for text in texts.values()), instructions]:
        quoted = [phrase.lower() for phrase in re.findall(r'"([^"]+)"', text) if "Alexa" not in phrase]
        assert len(quoted) >= 7
        assert [phrase for phrase in quoted if not understood(phrase, model)] == []


def test_the_invocation_name_is_one_amazon_allows(folder: Path) -> None:
    for locale in LOCALES:
        name = language_model(folder, locale)["invocationName"]
        assert re.fullmatch(r"[a-z']+( [a-z']+)+", name)
        assert not set(name.split()) & {
            "alexa",
            "amazon",
            "echo",
            "skill",
            "app",
            "open",
            "ask",
            "tell",
            "start",
        }
        assert all(text.lower() == name for text in ["Foot Coach"])


@pytest.mark.parametrize(("icon", "size"), [("smallIconUri", 108), ("largeIconUri", 512)])
def test_the_icons_are_pngs_of_the_size_amazon_asks_for(
    folder: Path, texts: Any, icon: str, size: int
) -> None:
    for text in texts.values():
        content = (folder / text[icon].removeprefix("file://")).read_bytes()
        assert content[:8] == b"\x89PNG\r\n\x1a\n"
        assert struct.unpack(">II", content[16:24]) == (size, size)


def test_the_icons_are_what_the_script_draws() -> None:
    icons = tool("icons")
    content = (icons.FOLDER / "small-icon.png").read_bytes()
    length = struct.unpack(">I", content[33:37])[0]
    rows = np.frombuffer(zlib.decompress(content[41 : 41 + length]), np.uint8).reshape(108, 1 + 108 * 3)

    kept = rows[:, 1:].reshape(108, 108, 3).astype(int)

    # Another machine's arithmetic may round a pixel the other way.
    assert np.abs(kept - icons.draw(108)).max() <= 1


def test_the_screen_that_the_skill_draws_is_declared_and_nothing_else(manifest: Any) -> None:
    drawn = screens.render("title", ("line",), 1.0, "token", goes_on=False)["type"]
    declared = [interface["type"] for interface in manifest["apis"]["custom"]["interfaces"]]

    # APL for Audio needs no declaration: every Alexa device plays it.
    assert declared == [drawn.removesuffix(".RenderDocument").replace(".", "_").upper()]


def test_a_skill_without_an_endpoint_subscribes_to_nothing(tmp_path: Path) -> None:
    PACKAGE.build(tmp_path, None)
    manifest = json.loads((tmp_path / "skill.json").read_text())["manifest"]

    assert "endpoint" not in manifest["apis"]["custom"]
    assert "events" not in manifest


@pytest.mark.parametrize(
    ("uri", "endpoint"),
    [
        (ARN, {"uri": ARN}),
        (
            "https://coach.example.com/alexa",
            {"uri": "https://coach.example.com/alexa", "sslCertificateType": "Trusted"},
        ),
    ],
)
def test_requests_and_the_skill_s_being_disabled_go_to_one_endpoint(
    uri: str, endpoint: dict[str, str], tmp_path: Path
) -> None:
    PACKAGE.build(tmp_path, PACKAGE.endpoint_of(uri, "Trusted"))
    manifest = json.loads((tmp_path / "skill.json").read_text())["manifest"]

    assert manifest["apis"]["custom"]["endpoint"] == endpoint
    assert manifest["events"] == {"endpoint": endpoint, "subscriptions": [{"eventName": "SKILL_DISABLED"}]}


@pytest.mark.parametrize(
    "uri",
    [
        "",
        "foot-coach",
        "arn:aws:lambda:eu-west-1:123456789012:function:foot-coach",
        "arn:aws:iam::123456789012:role/foot-coach:live",
        "http://coach.example.com/alexa",
        "https://coach.example.com:8443/alexa",
        "https://coach.example.com",
    ],
)
def test_an_endpoint_alexa_cannot_call_is_refused_with_what_to_give_instead(uri: str) -> None:
    with pytest.raises(
        PACKAGE.EndpointError, match=r"function:foot-coach:live.*https://coach.example.com/alexa"
    ):
        PACKAGE.endpoint_of(uri, "Trusted")
