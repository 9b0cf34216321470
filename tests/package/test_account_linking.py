import json
from pathlib import Path

import pytest
from ask_sdk_core.serialize import DefaultSerializer
from ask_smapi_model.v1.skill.account_linking.account_linking_request import AccountLinkingRequest

from skill.strava.addresses import STRAVA
from skill.strava.tokens import SCOPES
from tools import account_linking, skill_package

APPLICATION = {account_linking.ID: "12345", account_linking.SECRET: "hush"}


def test_amazon_reads_the_request_as_it_is_meant() -> None:
    written = json.dumps(account_linking.account_linking(APPLICATION))
    request = DefaultSerializer().deserialize(written, AccountLinkingRequest).account_linking_request

    assert (request.client_id, request.client_secret) == ("12345", "hush")
    assert request.object_type.value == "AUTH_CODE"
    assert request.access_token_scheme.value == "REQUEST_BODY_CREDENTIALS"
    assert request.authorization_url == f"{STRAVA.oauth}/authorize"
    assert request.access_token_url == f"{STRAVA.oauth}/token"
    assert request.skip_on_enablement is True


def test_the_scopes_go_out_as_one_because_strava_parts_them_by_commas_and_alexa_by_spaces() -> None:
    request = account_linking.account_linking(APPLICATION)["accountLinkingRequest"]
    assert request["scopes"] == [",".join(SCOPES)]


@pytest.mark.parametrize(
    "lacking", [{account_linking.ID: ""}, {account_linking.ID: "app"}, {account_linking.SECRET: ""}]
)
def test_an_application_that_is_not_named_is_asked_for(lacking: dict[str, str]) -> None:
    with pytest.raises(account_linking.ApplicationError, match="settings/api"):
        account_linking.account_linking(APPLICATION | lacking)


def test_the_skill_package_holds_nothing_of_it(tmp_path: Path) -> None:
    skill_package.build(tmp_path / "package", None)
    assert not list(tmp_path.rglob("account_linking*"))
