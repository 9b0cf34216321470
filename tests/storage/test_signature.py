from datetime import UTC, datetime

import pytest
from botocore.auth import SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials as TheirCredentials
from hypothesis import given
from hypothesis import strategies as st

from skill.storage.signature import Credentials, signed

words = st.text(st.characters(min_codepoint=33, max_codepoint=126), min_size=1, max_size=40)


@given(
    body=st.binary(max_size=200),
    target=words,
    place=st.sampled_from(
        [("eu-west-1", "dynamodb.eu-west-1.amazonaws.com"), ("us-east-1", "127.0.0.1:4566")]
    ),
    keys=st.tuples(words, words, st.none() | words),
    at=st.datetimes(datetime(2020, 1, 1), datetime(2099, 1, 1)),  # noqa: DTZ001 - hypothesis asks for it
)
def test_a_signature_is_the_one_that_botocore_makes(
    body: bytes, target: str, place: tuple[str, str], keys: tuple[str, str, str | None], at: datetime
) -> None:
    region, host = place
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("botocore.auth.get_current_datetime", lambda **_: at)
        theirs = AWSRequest(
            "POST",
            f"https://{host}/",
            {"Host": host, "Content-Type": "application/x-amz-json-1.0", "X-Amz-Target": target},
            body,
        )
        SigV4Auth(TheirCredentials(*keys), "dynamodb", region).add_auth(theirs)
    ours = signed(
        {"Host": host, "Content-Type": "application/x-amz-json-1.0", "X-Amz-Target": target},
        body,
        service="dynamodb",
        region=region,
        credentials=Credentials(*keys),
        at=at.replace(tzinfo=UTC),
    )
    assert ours == dict(theirs.headers.items())


def test_secrets_are_not_printed() -> None:
    assert repr(Credentials("AKIA", "hush", "hush")) == "Credentials(access_key='AKIA')"
