import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.verification import Store

from skill.web.refusal import Reason, RefusedError
from skill.web.signing_keys import SigningKeys, public_roots
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


class CountedLock:
    """A lock that tells when so many threads have asked for it."""

    def __init__(self, threads: int) -> None:
        self.lock = threading.Lock()
        self.asking = threading.Semaphore(0)
        self.threads = threads

    def acquire(self, timeout: float) -> bool:
        self.asking.release()
        return self.lock.acquire(timeout=timeout)

    def release(self) -> None:
        self.lock.release()

    def wait_for_all(self) -> None:
        for _ in range(self.threads):
            self.asking.acquire(timeout=10)


def test_a_chain_is_fetched_once_when_many_turns_come_together(given: Authorities, roots: Store) -> None:
    lock = CountedLock(8)

    def chain() -> bytes:
        lock.wait_for_all()  # by now each turn has found that the key is not known
        return given.good_chain

    fetches = Fetches(chain)
    keys = SigningKeys(roots, fetches)
    keys._fetch_lock = lock  # type: ignore[assignment]  # noqa: SLF001 - the one place to see them wait

    with ThreadPoolExecutor(8) as turns:
        found = list(turns.map(lambda _number: keys.key(CHAIN_PATH, given.now), range(8)))

    assert all(key is found[0] for key in found)
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

    with pytest.raises(RefusedError) as refused:
        keys.key(CHAIN_PATH, given.now + 2 * DAY)

    assert refused.value.reason is Reason.CHAIN_UNTRUSTED


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


def test_a_refused_chain_takes_no_place_and_is_tried_again(given: Authorities, roots: Store) -> None:
    chains = iter([b"not yet there", given.good_chain])
    fetches = Fetches(lambda: next(chains))
    keys = SigningKeys(roots, fetches)

    with pytest.raises(RefusedError):
        keys.key(CHAIN_PATH, given.now)
    keys.key(CHAIN_PATH, given.now)

    assert len(fetches.paths) == 2


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

    with pytest.raises(RefusedError) as refused:
        SigningKeys(roots, lambda _path: chain).key(CHAIN_PATH, given.now)

    assert refused.value.reason is Reason.CHAIN_UNTRUSTED


def test_the_public_roots_are_read_and_do_not_trust_the_tests(given: Authorities) -> None:
    keys = SigningKeys(public_roots(), lambda _path: given.good_chain)

    with pytest.raises(RefusedError) as refused:
        keys.key(CHAIN_PATH, given.now)

    assert refused.value.reason is Reason.CHAIN_UNTRUSTED
