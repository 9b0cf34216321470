"""Signed requests, good ones and every way to be wrong, each a function of who signs and when."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from stand_ins.authority import Authorities, Sent, body, envelope, good, signature, signer

Maker = Callable[[Authorities], Sent]


def with_chain(make: Callable[[Authorities], bytes]) -> Maker:
    # Every signer of the tests holds the same key, so the signature stays right whichever is shown.
    return lambda given: replace(good(given), chain=make(given))


def with_url(url: str) -> Maker:
    return with_headers(SignatureCertChainUrl=url)


def with_headers(**changed: str) -> Maker:
    named = {name.replace("_", "-"): value for name, value in changed.items()}

    def make(given: Authorities) -> Sent:
        sent = good(given)
        return replace(sent, headers=sent.headers | named)

    return make


def without(header: str) -> Maker:
    def make(given: Authorities) -> Sent:
        sent = good(given)
        return replace(sent, headers={name: value for name, value in sent.headers.items() if name != header})

    return make


def with_old_header(given: Authorities) -> Sent:
    new = good(given)
    old = without("Signature-256")(given)
    return replace(old, headers=old.headers | {"Signature": new.headers["Signature-256"]})


def with_signature(change: Callable[[str], str]) -> Maker:
    def make(given: Authorities) -> Sent:
        sent = good(given)
        return replace(sent, headers=sent.headers | {"Signature-256": change(sent.headers["Signature-256"])})

    return make


def tampered(given: Authorities) -> Sent:
    sent = good(given)
    return replace(sent, content=sent.content.replace(b"en-US", b"en-GB"))


def made(offset: timedelta, kind: str = "LaunchRequest") -> Maker:
    def make(given: Authorities) -> Sent:
        of = envelope(given.now + offset, kind=kind)
        if kind.startswith("AlexaSkillEvent."):
            del of["session"]
        content = body(of)
        sent = good(given)
        return Sent(
            content, sent.headers | {"Signature-256": signature(content, given.good_signer)}, sent.chain
        )

    return make


def for_another_skill(given: Authorities) -> Sent:
    content = body(envelope(given.now, skill_id="amzn1.ask.skill.another"))
    sent = good(given)
    return Sent(content, sent.headers | {"Signature-256": signature(content, given.good_signer)}, sent.chain)


def chain_of(given: Authorities, **changed: object) -> bytes:
    return signer(given.intermediate, given.now, **changed).pem + given.intermediate.pem  # type: ignore[arg-type]  # passed on
