"""The SDK's web service handler, with our verifiers and the Lambda's entry point behind it.

Importing `ask_sdk_webservice_support.webservice_handler` imports the SDK's own verifier, which imports
oscrypto, which cannot read the version of an OpenSSL like 3.0.19 and raises (wbond/oscrypto issue 78).
So the handler's file is loaded as a module of *this* package: its line `from .verifier import
RequestVerifier, TimestampVerifier` then finds ours, by Python's ordinary rule for relative imports.
Nothing of the SDK's is changed, and `sys.modules` holds nothing it would not hold anyway.
"""

import importlib.util
import json
from collections.abc import Callable, Mapping, Sequence
from types import ModuleType
from typing import Any, Protocol

from ask_sdk_core.skill import CustomSkill

from skill.alexa.entry import answer
from skill.web.refusal import Reason, RefusedError

Handle = Callable[[dict[str, Any], object], Mapping[str, Any]]
"""The entry point: a request envelope and a Lambda context (None here) in, a response envelope out."""

_SDK_MODULE = "ask_sdk_webservice_support.webservice_handler"


class Verifier(Protocol):
    """What the SDK's handler asks of a verifier; it raises when the request is not to be answered."""

    def verify(self, *, deserialized_request_env: Any, **_others: Any) -> None:
        """Return when the request is as it should be; its headers and its body are given by name too."""


def dispatcher(handle: Handle, verifiers: Sequence[Verifier]) -> Callable[[Any, bytes], str]:
    """The SDK's handler, asking these verifiers and then the entry point.

    Args:
        handle: the entry point.
        verifiers: asked in order, after the body is read.

    Returns:
        what makes of a request's headers and body the response envelope's JSON; it raises RefusedError when a
        verifier refuses, or the body is no JSON object.
    """
    made = _sdk_module().WebserviceSkillHandler(
        skill=EntryPointSkill(handle),
        verify_signature=False,
        verify_timestamp=False,
        verifiers=list(verifiers),
    )
    dispatch: Callable[[Any, bytes], str] = made.verify_request_and_dispatch
    return dispatch


class EntryPointSkill(CustomSkill):
    """The entry point in the shape of the skill that the SDK's handler takes.

    So a request over HTTP goes through the very function that the Lambda calls, with its answer to
    unknown request types and its last resort, none of which the SDK's skill has by itself. It is its own
    serializer, which leaves envelopes plain: the entry point reads them, and survives any of them.

    Args:
        handle: the entry point.
    """

    def __init__(self, handle: Handle) -> None:
        self._handle = handle
        self.serializer = self  # type: ignore[assignment]  # plain in, plain out
        self.custom_user_agent = ""

    def invoke(  # type: ignore[override]  # as the serializer
        self, request_envelope: dict[str, Any], context: object
    ) -> str:
        """The JSON of the entry point's answer, or of an apology where it has none."""
        answered = self._handle(request_envelope, context)
        try:
            return _json(answered)
        except (ValueError, TypeError, RecursionError) as error:
            return _json(_apology(request_envelope, error))

    def deserialize(self, payload: bytes, obj_type: object) -> dict[str, Any]:  # noqa: ARG002 - the SDK's interface
        """The request envelope.

        Raises:
            RefusedError: the payload is not a JSON object.
        """
        try:
            envelope = json.loads(payload.decode(), parse_constant=_no_json)
        except (ValueError, RecursionError) as error:
            raise RefusedError(Reason.NOT_AN_OBJECT) from error
        if not isinstance(envelope, dict):
            raise RefusedError(Reason.NOT_AN_OBJECT)
        return envelope

    def serialize(self, answer: str) -> str:
        """The answer as it is."""
        return answer


def _json(envelope: Mapping[str, Any]) -> str:
    return json.dumps(envelope, separators=(",", ":"), allow_nan=False)


def _no_json(constant: str) -> None:
    """Refuse NaN and the infinities, which Python reads and writes and JSON has not."""
    raise ValueError(constant)


def _apology(request_envelope: Mapping[str, Any], error: Exception) -> Mapping[str, Any]:
    """What is said when there is no answer; without the session's attributes, where the fault may be."""

    def skill() -> CustomSkill:
        raise error

    return answer(skill, {"request": request_envelope.get("request")})


def _sdk_module() -> ModuleType:
    found = importlib.util.find_spec(_SDK_MODULE)
    assert found is not None and found.origin is not None  # noqa: S101, PT018 - a declared dependency
    ours = importlib.util.spec_from_file_location(f"{__package__}.webservice_handler", found.origin)
    assert ours is not None and ours.loader is not None  # noqa: S101, PT018 - it is a file
    module = importlib.util.module_from_spec(ours)
    ours.loader.exec_module(module)
    return module
