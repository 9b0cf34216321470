"""The package that `ask deploy` uploads, built and looked at as Amazon's own model classes see it."""

import json
from pathlib import Path
from typing import Any

import pytest
from ask_sdk_core.serialize import DefaultSerializer
from ask_smapi_model.v1.skill.interaction_model.interaction_model_data import InteractionModelData
from ask_smapi_model.v1.skill.manifest.skill_manifest_envelope import SkillManifestEnvelope

from skill.alexa.screens.directive import render
from skill.conversation.turn.reply import Screen
from tests.package.parts import ARN, LOCALES, PACKAGE, ROOT


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


def test_the_screen_that_the_skill_draws_is_declared_and_nothing_else(manifest: Any) -> None:
    drawn = render(Screen("title", ("line",), closet=()), 1.0, "token", goes_on=False)["type"]
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
