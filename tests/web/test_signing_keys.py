import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.verification import Store

from skill.web import signing_keys
from skill.web.certificate_chain import public_roots
from skill.web.refusal import Reason, RefusedError
from skill.web.signing_keys import FAILED_FOR, FETCHES, UNREACHED_FOR, WAITING, SigningKeys
from stand_ins.authority import CHAIN_PATH, DAY, SIGNER, Authorities, authority, signer


class Fetches:
    """Serves one chain and remembers what was asked for."""

    def __init__(self, chain: Callable[[], bytes]) -> None:
        self.chain = chain
        self.paths: list[str] = []

    def __call__(self, path: str) -> bytes:
        self.paths.append(path)
        return self.chain()


@pytest.fixture
def roots(given: Authorities) -> Store:
    return Store([given.root.certificate])


def test_a_chain_is_fetched_and_validated_once(given: Authorities, roots: Store) -> None:
    fetches = Fetches(lambda: given.good_chain)
    keys = SigningKeys(roots, fetches)

    found = [keys.key(CHAIN_PATH, given.now + timedelta(seconds=later)) for later in range(50)]

    assert all(key is found[0] for key in found)
    assert fetches.paths == [CHAIN_PATH]


def refusal(keys: SigningKeys, path: str, now: datetime) -> Reason:
    with pytest.raises(RefusedError) as refused:
        keys.key(path, now)
    return refused.value.reason


def test_turns_that_come_together_share_a_fetch_and_no_more_of_them_wait_than_there_are_seats(
    given: Authorities, roots: Store
) -> None:
    refused = threading.Event()

    def chain() -> bytes:
        assert refused.wait(10)  # by now all the others wait
        return given.good_chain

    fetches = Fetches(chain)
    keys = SigningKeys(roots, fetches)

    def turn(_number: int) -> object:
        try:
            return keys.key(CHAIN_PATH, given.now)
        except RefusedError as error:
            refused.set()
            return error.reason

    with ThreadPoolExecutor(WAITING + 1) as turns:
        found = list(turns.map(turn, range(WAITING + 1)))

    assert found.count(Reason.TOO_MANY_CHAINS) == 1
    assert found.count(keys.key(CHAIN_PATH, given.now)) == WAITING
    assert fetches.paths == [CHAIN_PATH]


class Host:
    """Amazon's host, which has one path's chain and hangs on every other until it is let go."""

    def __init__(self, chain: bytes) -> None:
        self.chain = chain
        self.asked = threading.Semaphore(0)
        self.let_go = threading.Event()

    def __call__(self, path: str) -> bytes:
        if path == CHAIN_PATH:
            return self.chain
        self.asked.release()
        assert self.let_go.wait(10)
        raise RefusedError(Reason.CHAIN_MISSING)


def test_strangers_chains_are_fetched_a_few_at_a_time_and_a_known_key_does_not_wait_for_them(
    given: Authorities, roots: Store
) -> None:
    host = Host(given.good_chain)
    keys = SigningKeys(roots, host)
    known = keys.key(CHAIN_PATH, given.now)
    usual = [f"/echo.api/echo-api-cert-{number}.pem" for number in range(20, 20 + FETCHES)]

    with ThreadPoolExecutor(FETCHES) as strangers:
        asked = [strangers.submit(refusal, keys, path, given.now) for path in usual]
        assert all(host.asked.acquire(timeout=10) for _ in asked)

        assert refusal(keys, "/echo.api/echo-api-cert-30.pem", given.now) is Reason.TOO_MANY_CHAINS
        assert keys.key(CHAIN_PATH, given.now) is known

        host.let_go.set()
        assert [each.result() for each in asked] == [Reason.CHAIN_MISSING] * FETCHES

    assert refusal(keys, "/echo.api/echo-api-cert-30.pem", given.now) is Reason.CHAIN_MISSING


def test_a_place_is_kept_for_a_chain_that_is_named_as_amazon_names_its_own(
    given: Authorities, roots: Store
) -> None:
    host = Host(given.good_chain)
    keys = SigningKeys(roots, host)

    with ThreadPoolExecutor(WAITING) as strangers:
        asked = [
            strangers.submit(refusal, keys, "/echo.api/foreign.pem", given.now) for _ in range(WAITING - 1)
        ]
        assert host.asked.acquire(timeout=10)

        assert refusal(keys, "/echo.api/another.pem", given.now) is Reason.TOO_MANY_CHAINS
        keys.key(CHAIN_PATH, given.now)

        host.let_go.set()
        assert {each.result() for each in asked} <= {Reason.CHAIN_MISSING, Reason.TOO_MANY_CHAINS}


def test_a_fetch_without_an_end_is_not_waited_for_and_what_it_brings_at_last_is_known(
    given: Authorities, roots: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    arrived = threading.Event()

    def chain() -> bytes:
        assert arrived.wait(10)
        return given.good_chain

    fetches = Fetches(chain)
    keys = SigningKeys(roots, fetches)

    with monkeypatch.context() as impatient:
        impatient.setattr(signing_keys, "WAIT_SECONDS", 0.01)
        reasons = {refusal(keys, CHAIN_PATH, given.now) for _ in range(2 * WAITING)}
    arrived.set()

    assert reasons == {Reason.CHAIN_UNREACHABLE}
    keys.key(CHAIN_PATH, given.now)
    assert fetches.paths == [CHAIN_PATH]


def test_a_chain_is_fetched_anew_when_it_has_expired(given: Authorities, roots: Store) -> None:
    soon = given.now + 2 * DAY
    short = signer(given.intermediate, given.now, dates=(-1 * DAY, 1 * DAY)).pem + given.intermediate.pem
    chains = iter([short, given.good_chain])
    fetches = Fetches(lambda: next(chains))
    keys = SigningKeys(roots, fetches)

    keys.key(CHAIN_PATH, given.now)
    keys.key(CHAIN_PATH, soon)
    keys.key(CHAIN_PATH, soon)

    assert len(fetches.paths) == 2


def test_an_expired_chain_that_is_not_replaced_is_refused(given: Authorities, roots: Store) -> None:
    short = signer(given.intermediate, given.now, dates=(-1 * DAY, 1 * DAY)).pem + given.intermediate.pem
    keys = SigningKeys(roots, lambda _path: short)
    keys.key(CHAIN_PATH, given.now)

    assert refusal(keys, CHAIN_PATH, given.now + 2 * DAY) is Reason.CHAIN_UNTRUSTED


def test_a_chain_is_kept_no_longer_than_its_shortest_lived_certificate(
    given: Authorities, roots: Store
) -> None:
    brief = authority("Tests Intermediate", given.root, given.now, valid=10 * DAY)
    chain = given.good_signer.pem + brief.pem
    fetches = Fetches(lambda: chain)
    keys = SigningKeys(roots, fetches)

    keys.key(CHAIN_PATH, given.now)
    keys.key(CHAIN_PATH, given.now + 9 * DAY)
    with pytest.raises(RefusedError):
        keys.key(CHAIN_PATH, given.now + 11 * DAY)

    assert len(fetches.paths) == 2


def test_the_number_of_keys_kept_is_bounded_and_the_last_used_stay(given: Authorities, roots: Store) -> None:
    fetches = Fetches(lambda: given.good_chain)
    keys = SigningKeys(roots, fetches, kept=2)

    for path in ("/a", "/b", "/a", "/c", "/a", "/b"):
        keys.key(path, given.now)

    assert fetches.paths == ["/a", "/b", "/c", "/b"]


@pytest.mark.parametrize(
    ("failure", "shut_out"),
    [
        (Reason.CHAIN_MISSING, FAILED_FOR),
        (Reason.CHAIN_UNTRUSTED, FAILED_FOR),
        (Reason.CHAIN_UNREACHABLE, UNREACHED_FOR),
    ],
)
def test_a_chain_that_failed_is_tried_again_after_a_while_and_sooner_where_it_may_be_our_own_network(
    failure: Reason, shut_out: timedelta, given: Authorities, roots: Store
) -> None:
    def chain() -> bytes:
        if len(fetches.paths) == 1:
            raise RefusedError(failure)
        return given.good_chain

    fetches = Fetches(chain)
    keys = SigningKeys(roots, fetches)

    for later in (timedelta(0), shut_out / 2, shut_out - timedelta(milliseconds=1)):
        assert refusal(keys, CHAIN_PATH, given.now + later) is failure
    assert len(fetches.paths) == 1
    keys.key(CHAIN_PATH, given.now + shut_out)


def test_a_chain_that_failed_while_the_clock_was_wrong_is_tried_when_it_has_been_set_back(
    given: Authorities, roots: Store
) -> None:
    keys = SigningKeys(roots, lambda _path: given.good_chain)

    assert refusal(keys, CHAIN_PATH, given.now + 3650 * DAY) is Reason.CHAIN_UNTRUSTED
    keys.key(CHAIN_PATH, given.now)


def test_the_number_of_failures_kept_is_bounded(
    given: Authorities, roots: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(signing_keys, "KEPT_FAILURES", 2)
    fetches = Fetches(lambda: b"no chain")
    keys = SigningKeys(roots, fetches)

    for path in ("/a", "/b", "/a", "/c", "/b", "/a"):
        refusal(keys, path, given.now)

    assert fetches.paths == ["/a", "/b", "/c", "/a"]


def test_a_fault_of_ours_leaves_no_place_taken(given: Authorities, roots: Store) -> None:
    def broken(_path: str) -> bytes:
        raise KeyError

    keys = SigningKeys(roots, broken)

    for number in range(2 * WAITING):
        with pytest.raises(KeyError):
            keys.key(f"/{number}", given.now)


def test_a_key_that_is_not_rsa_is_refused(given: Authorities, roots: Store) -> None:
    key = ec.generate_private_key(ec.SECP256R1())
    shown = given.good_signer.certificate
    builder = (
        x509.CertificateBuilder()
        .subject_name(shown.subject)
        .issuer_name(shown.issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(shown.not_valid_before_utc)
        .not_valid_after(shown.not_valid_after_utc)
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(SIGNER)]), critical=False)
        .add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_public_key(given.intermediate.key.public_key()),
            critical=False,
        )
    )
    leaf = builder.sign(given.intermediate.key, SHA256())
    chain = leaf.public_bytes(Encoding.PEM) + given.intermediate.pem

    assert refusal(SigningKeys(roots, lambda _path: chain), CHAIN_PATH, given.now) is Reason.CHAIN_UNTRUSTED


def test_the_public_roots_are_read_and_do_not_trust_the_tests(given: Authorities) -> None:
    keys = SigningKeys(public_roots(), lambda _path: given.good_chain)

    assert refusal(keys, CHAIN_PATH, given.now) is Reason.CHAIN_UNTRUSTED
