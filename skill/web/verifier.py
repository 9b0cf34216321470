"""Whether a request comes from Alexa, now, for this skill.

The classes have the names that the SDK's web service handler imports, and the last two its verifiers'
interface: `skill.web.dispatch` says how they take the place of the SDK's own. `RequestVerifier` is called
before the SDK's handler, because that one parses first.
"""

import base64
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.hashes import SHA256

from skill.value import Value
from skill.web.chain_url import chain_path
from skill.web.refusal import Headers, Reason, RefusedError
from skill.web.signing_keys import SigningKeys

Clock = Callable[[], datetime]
Envelope = Mapping[str, Any]

CHAIN_URL_HEADER = "SignatureCertChainUrl"
SIGNATURE_HEADER = "Signature-256"
TOLERANCE = timedelta(seconds=150)
"""How far from now a request's timestamp may be (Amazon, "Host a custom skill as a web service")."""
EVENT_TOLERANCE = timedelta(seconds=3600)
"""The same for skill events, which Amazon delivers again for up to an hour ("Skill events")."""
EVENT_PREFIX = "AlexaSkillEvent."


class RequestVerifier(Value):
    """Checks the signature, over the bytes as they came and before anything reads them.

    Attributes:
        keys: finds Alexa's key.
        clock: the time, aware.
        skill_id: ours, "amzn1.ask.skill...".
    """

    keys: SigningKeys
    clock: Clock
    skill_id: str

    def verify(self, headers: Headers, body: bytes) -> None:
        """Return when Alexa signed the body.

        Raises:
            RefusedError: it did not, or it cannot be known.
        """
        signature = headers.get(SIGNATURE_HEADER)
        if not signature:
            raise RefusedError(Reason.NO_SIGNATURE)
        url = headers.get(CHAIN_URL_HEADER)
        if not url:
            raise RefusedError(Reason.NO_CHAIN_URL)
        try:
            signed = base64.b64decode(signature, validate=True)
        except ValueError as error:
            raise RefusedError(Reason.BAD_ENCODING) from error
        # Who does not even know the skill has no chain fetched; `ApplicationVerifier` reads where it stands.
        if self.skill_id.encode() not in body:
            raise RefusedError(Reason.OTHER_SKILL)
        key = self.keys.key(chain_path(url), self.clock())
        try:
            key.verify(signed, body, PKCS1v15(), SHA256())
        except InvalidSignature as error:
            raise RefusedError(Reason.BAD_SIGNATURE) from error


class TimestampVerifier(Value):
    """Checks that the request was made just now, so that a recorded one cannot be played again later.

    Attributes:
        clock: the time, aware.
    """

    clock: Clock

    def verify(self, *, deserialized_request_env: Envelope, **_others: object) -> None:
        """Return when the timestamp is near enough.

        Raises:
            RefusedError: it is not, or there is none.
        """
        request = _object(deserialized_request_env, "request")
        made = _time(request.get("timestamp"))
        kind = request.get("type")
        is_event = isinstance(kind, str) and kind.startswith(EVENT_PREFIX)
        if abs(self.clock() - made) > (EVENT_TOLERANCE if is_event else TOLERANCE):
            raise RefusedError(Reason.STALE)


class ApplicationVerifier(Value):
    """Checks that the request is for this skill; Alexa signs for every skill there is.

    Attributes:
        skill_id: ours, "amzn1.ask.skill...".
    """

    skill_id: str

    def verify(self, *, deserialized_request_env: Envelope, **_others: object) -> None:
        """Return when every application the envelope names is ours, and it names one.

        Raises:
            RefusedError: it is another skill's, or nobody's.
        """
        system = _object(_object(deserialized_request_env, "context"), "System")
        session = _object(deserialized_request_env, "session")
        named = [_object(part, "application") for part in (system, session)]
        ids = [application.get("applicationId") for application in named if application]
        if not ids or any(found != self.skill_id for found in ids):
            raise RefusedError(Reason.OTHER_SKILL)


def _object(envelope: Envelope, name: str) -> Envelope:
    found = envelope.get(name)
    return found if isinstance(found, dict) else {}


def _time(text: Any) -> datetime:
    try:
        made = datetime.fromisoformat(text)
    except (TypeError, ValueError) as error:
        raise RefusedError(Reason.BAD_TIMESTAMP) from error
    if made.tzinfo is None:
        raise RefusedError(Reason.BAD_TIMESTAMP)
    return made
