"""AWS's Signature Version 4, for the one shape of request that DynamoDB takes: POST to "/" without a query.

https://docs.aws.amazon.com/IAM/latest/UserGuide/create-signed-request.html; tests hold it equal to the signer
in AWS's botocore, whose import takes as long as all the rest of a cold start.
"""

import hmac
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256
from typing import Final

_ALGORITHM: Final = "AWS4-HMAC-SHA256"


@dataclass(frozen=True, slots=True)
class Credentials:
    """What AWS knows a caller by.

    Attributes:
        access_key: its public half.
        secret_key: its secret half; never printed.
        token: comes with keys that expire, None with others; never printed.
    """

    access_key: str
    secret_key: str = field(repr=False)
    token: str | None = field(default=None, repr=False)


def signed(
    headers: Mapping[str, str],
    body: bytes,
    *,
    service: str,
    region: str,
    credentials: Credentials,
    at: datetime,
) -> dict[str, str]:
    """The headers, with those added that sign them and the body.

    Args:
        headers: Host and whatever else is sent; all of it gets signed.
        body: what is sent.
        service: "dynamodb".
        region: the region's name.
        credentials: who signs.
        at: now, aware, UTC; AWS takes it when it is less than five minutes off.
    """
    stamp = at.strftime("%Y%m%dT%H%M%SZ")
    complete = {**headers, "X-Amz-Date": stamp}
    if credentials.token:
        complete["X-Amz-Security-Token"] = credentials.token
    lowered = sorted((name.lower(), " ".join(value.split())) for name, value in complete.items())
    names = ";".join(name for name, _ in lowered)
    lines = "".join(f"{name}:{value}\n" for name, value in lowered)
    request = f"POST\n/\n\n{lines}\n{names}\n{sha256(body).hexdigest()}"
    scope = f"{stamp[:8]}/{region}/{service}/aws4_request"
    text = f"{_ALGORITHM}\n{stamp}\n{scope}\n{sha256(request.encode()).hexdigest()}"
    key = f"AWS4{credentials.secret_key}".encode()
    for part in scope.split("/"):
        key = hmac.digest(key, part.encode(), "sha256")
    signature = hmac.digest(key, text.encode(), "sha256").hex()
    complete["Authorization"] = ", ".join(
        [
            f"{_ALGORITHM} Credential={credentials.access_key}/{scope}",
            f"SignedHeaders={names}",
            f"Signature={signature}",
        ]
    )
    return complete
