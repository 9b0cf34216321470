"""The skill as a Flask application: POST /alexa and GET /health."""

from collections.abc import Callable, Sequence

from flask import Flask, Response, request

from skill.value import Value
from skill.web import BODY_BYTES, LOOPBACK
from skill.web.browser import refuse_web_pages
from skill.web.dispatch import Handle, Verifier, dispatcher
from skill.web.refusing import refuse_in_a_word
from skill.web.store_health import StoreHealth
from skill.web.verifier import RequestVerifier

JSON = "application/json;charset=UTF-8"
"""The content type Amazon asks for in a skill's answer."""


class Verification(Value):
    """What every request has to pass.

    Attributes:
        signature: over the raw body.
        others: over the envelope.
    """

    signature: RequestVerifier
    others: Sequence[Verifier]


def create_app(handle: Handle, verification: Verification | None, ask_storage: Callable[[], object]) -> Flask:
    """The application.

    Args:
        handle: the entry point, the same as the Lambda's.
        verification: None lets every request through, and then only requests to this machine's loopback
            name are answered.
        ask_storage: raises StorageError when the store does not answer.
    """
    app = Flask("skill.web", static_folder=None)
    app.config["MAX_CONTENT_LENGTH"] = BODY_BYTES
    if verification is None:
        # Without it, any web page open in a browser here could reach the service under a name of its own.
        app.config["TRUSTED_HOSTS"] = [LOOPBACK, "localhost"]
    answer = dispatcher(handle, verification.others if verification else ())

    @app.post("/alexa")
    def alexa() -> Response:
        refuse_web_pages(request.headers, request.mimetype, request.host_url.rstrip("/"))
        body = request.get_data(cache=False)
        if verification:
            verification.signature.verify(request.headers, body)
        return Response(answer(request.headers, body), content_type=JSON)

    store = StoreHealth(ask_storage)

    @app.get("/health")
    def health() -> tuple[dict[str, str], int]:
        if store.answers():
            return {"service": "ok", "storage": "ok"}, 200
        return {"service": "ok", "storage": "unreachable"}, 503

    refuse_in_a_word(app)
    return app
