"""Writes what the ASK CLI uploads to let runners link Strava: `make account-linking`.

It is `interaction_model/account_linking.json` with the id and the secret of one's own application at Strava,
which are nobody else's business.

    FOOT_COACH_STRAVA_CLIENT_ID=12345 FOOT_COACH_STRAVA_CLIENT_SECRET=... python -m tools.account_linking
"""

import json
import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

ROOT: Final = Path(__file__).parent.parent
SOURCE: Final = ROOT / "interaction_model" / "account_linking.json"
TARGET: Final = ROOT / "build" / "account-linking.json"
OWNER_ALONE: Final = 0o600
ID, SECRET = "FOOT_COACH_STRAVA_CLIENT_ID", "FOOT_COACH_STRAVA_CLIENT_SECRET"


class ApplicationError(Exception):
    """The application at Strava is not named; the message says what to set."""


def account_linking(environment: Mapping[str, str]) -> dict[str, Any]:
    """The request with the application in it.

    Raises:
        ApplicationError: its id or its secret is not set, or the id is no number.
    """
    id_, secret = environment.get(ID, ""), environment.get(SECRET, "")
    if not (id_.isascii() and id_.isdecimal() and secret):
        raise ApplicationError(f"Set {ID}, a number, and {SECRET}, from https://www.strava.com/settings/api")
    request = json.loads(SOURCE.read_text(encoding="utf-8"))["accountLinkingRequest"]
    return {"accountLinkingRequest": {**request, "clientId": id_, "clientSecret": secret}}


def main() -> None:
    """Write it where only its owner can read it."""
    try:
        request = account_linking(os.environ)
    except ApplicationError as error:
        sys.exit(str(error))
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.unlink(missing_ok=True)
    TARGET.touch(OWNER_ALONE)
    TARGET.write_text(json.dumps(request, indent=2) + "\n", encoding="utf-8")
    print(f"{TARGET.relative_to(ROOT)}: for application {request['accountLinkingRequest']['clientId']}")


if __name__ == "__main__":
    main()
