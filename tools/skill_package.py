"""Builds the skill package that the ASK CLI uploads: `make skill-package`, then `ask deploy`.

The package is `interaction_model/` without the sentences, which are ours, without the account linking, which
goes another way (`account_linking.py`), and with the endpoint, which is known once something is deployed and
is nobody else's business, and with it the subscription to the skill's being disabled: Amazon refuses events
without an endpoint (ask-cli issue 47).

    python tools/skill_package.py --endpoint arn:aws:lambda:us-east-1:123456789012:function:foot-coach:live
"""

import argparse
import json
import re
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "interaction_model"
TARGET = ROOT / "build" / "skill-package"
EVENTS = ("SKILL_DISABLED",)
"""Where a user's data is deleted (Amazon, "Skill events")."""
CERTIFICATES = ("Trusted", "Wildcard")
"""Amazon's names: a certificate of this very host, or one of its whole domain."""

_LAMBDA = re.compile(r"arn:aws[\w-]*:lambda:[a-z0-9-]+:\d{12}:function:[\w-]+:[\w-]+")
_SERVICE = re.compile(r"https://[A-Za-z0-9.-]+(:443)?/[\w./-]*")


class EndpointError(Exception):
    """The endpoint is none that Alexa can call."""


def endpoint_of(uri: str, certificate: str) -> dict[str, str]:
    """The manifest's endpoint object.

    Args:
        uri: a Lambda's ARN with its alias, or the https address of the Flask service.
        certificate: one of `CERTIFICATES`, for an https address.

    Raises:
        EndpointError: it is neither.
    """
    if _LAMBDA.fullmatch(uri):
        return {"uri": uri}
    if _SERVICE.fullmatch(uri):
        return {"uri": uri, "sslCertificateType": certificate}
    raise EndpointError(
        f"{uri!r} is neither a Lambda's ARN ending in its alias (...:function:foot-coach:live)"
        " nor an https address on port 443 (https://coach.example.com/alexa)"
    )


def with_endpoint(manifest: dict[str, Any], endpoint: dict[str, str]) -> dict[str, Any]:
    """The manifest with requests and events going to the endpoint."""
    inner = manifest["manifest"]
    custom = {"endpoint": endpoint, **inner["apis"]["custom"]}
    events = {"endpoint": endpoint, "subscriptions": [{"eventName": name} for name in EVENTS]}
    return {"manifest": {**inner, "apis": {**inner["apis"], "custom": custom}, "events": events}}


def build(target: Path, endpoint: dict[str, str] | None) -> None:
    """Write the package, in place of what was there.

    Args:
        target: its folder.
        endpoint: from `endpoint_of`; without it the package makes a skill that has none yet.
    """
    manifest = json.loads((SOURCE / "skill.json").read_text(encoding="utf-8"))
    if endpoint:
        manifest = with_endpoint(manifest, endpoint)
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(SOURCE, target, ignore=shutil.ignore_patterns("sentences", "account_linking.json"))
    (target / "skill.json").write_text(
        json.dumps(manifest, indent=2, ensure_ascii=False) + "\n", encoding="utf-8"
    )


def main(arguments: Sequence[str] | None = None) -> None:
    """Build the package at the place `ask-resources.json` names."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--endpoint", help="the Lambda's ARN with its alias, or https://.../alexa")
    parser.add_argument("--certificate", choices=CERTIFICATES, default=CERTIFICATES[0])
    given = parser.parse_args(arguments)
    try:
        endpoint = endpoint_of(given.endpoint, given.certificate) if given.endpoint else None
    except EndpointError as error:
        parser.error(str(error))
    build(TARGET, endpoint)
    print(f"{TARGET.relative_to(ROOT)}: {'endpoint ' + given.endpoint if endpoint else 'no endpoint yet'}")


if __name__ == "__main__":
    main()
