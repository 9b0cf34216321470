"""Alexa's public key behind a chain's path: fetched, validated once, kept until the chain expires.

Whoever knocks may name a path, so an unknown one must cost the others nothing: there are a few fetches at
once, a few requests wait for them, and the rest is refused; what failed is not tried again for a while.
Amazon's next chain comes in all the same. One place is kept for names as Amazon has given until now: so few
that strangers, who can use each once a minute, do not fill it. Should it be named otherwise, it takes its
chance among the others with every turn, and once fetched it is known to all.
"""

import re
import threading
from collections import OrderedDict
from concurrent.futures import Future
from datetime import datetime, timedelta
from typing import TypeVar

from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from cryptography.x509.verification import Store

from skill.web.certificate_chain import SigningKey, validated_key
from skill.web.chain_source import FETCH_SECONDS, FetchChain
from skill.web.refusal import Reason, RefusedError

KEPT_KEYS = 8
"""Amazon signs with one certificate at a time, two while it changes over."""
USUAL_PATH = re.compile(r"/echo\.api/echo-api-cert(-[0-9]{1,2})?(-ats)?\.pem")
"""Amazon's, from echo-api-cert.pem by way of echo-api-cert-6-ats.pem to echo-api-cert-12.pem."""
FETCHES = 2
"""At once, each of another path, and one less for paths that are not usual."""
WAITING = 4
"""Requests that wait for a fetch, and one less for such paths; the rest of the server's 8 threads is free."""
WAIT_SECONDS = FETCH_SECONDS + 1
"""For a fetch that does not end: the resolving of a name has no time-out."""
KEPT_FAILURES = 1000
"""Paths that failed, each of `chain_url.URL_LENGTH` characters at most: half a megabyte."""
FAILED_FOR = timedelta(minutes=1)
"""How long a path is not tried again whose chain is not there or not good."""
UNREACHED_FOR = timedelta(seconds=FETCH_SECONDS + 2)
"""The same from the beginning of a fetch that perhaps only our own network failed."""

_Kept = TypeVar("_Kept")


class SigningKeys:
    """The keys of validated chains, the least recently used dropped first; safe to share by threads.

    Only a chain that validated takes a place among the keys, so nobody can crowd Amazon's out with rubbish.

    Args:
        roots: what a chain must lead to.
        fetch: brings a chain's PEM.
        kept: how many keys are kept at most.
    """

    def __init__(self, roots: Store, fetch: FetchChain, kept: int = KEPT_KEYS) -> None:
        self._roots = roots
        self._fetch = fetch
        self._kept = kept
        self._keys: OrderedDict[str, SigningKey] = OrderedDict()
        self._failures: OrderedDict[str, tuple[Reason, datetime]] = OrderedDict()
        self._fetches: dict[str, Future[RSAPublicKey]] = {}
        self._waiting = 0
        self._lock = threading.Lock()

    def key(self, path: str, now: datetime) -> RSAPublicKey:
        """The key that signs requests naming this path.

        Args:
            path: the chain's path, normalised.
            now: aware; the chain must be valid then.

        Raises:
            RefusedError: the chain cannot be had, read or trusted, could not be a moment ago, or there are
                too many to look for.
        """
        with self._lock:
            known = self._known(path, now)
            if known:
                return known
            self._refuse_failed(path, now)
            fetch = self._seated(path, now)
        try:
            return fetch.result(WAIT_SECONDS)
        except TimeoutError as error:
            raise RefusedError(Reason.CHAIN_UNREACHABLE) from error
        finally:
            with self._lock:
                self._waiting -= 1

    def _known(self, path: str, now: datetime) -> RSAPublicKey | None:
        found = self._keys.get(path)
        if found is None:
            return None
        if not found.valid_from <= now <= found.valid_until:
            del self._keys[path]
            return None
        self._keys.move_to_end(path)
        return found.key

    def _refuse_failed(self, path: str, now: datetime) -> None:
        if path in self._failures:
            reason, failed_at = self._failures[path]
            shut_out = UNREACHED_FOR if reason is Reason.CHAIN_UNREACHABLE else FAILED_FOR
            # Since then the clock may have been set back.
            if timedelta(0) <= now - failed_at < shut_out:
                raise RefusedError(reason)

    def _seated(self, path: str, now: datetime) -> Future[RSAPublicKey]:
        """The fetch of this path, which the request may wait for; begun now if it was not."""
        begins = path not in self._fetches
        kept_free = 0 if USUAL_PATH.fullmatch(path) else 1
        fetching, waiting = len(self._fetches) + kept_free, self._waiting + kept_free
        if waiting >= WAITING or (begins and fetching >= FETCHES):
            raise RefusedError(Reason.TOO_MANY_CHAINS)
        if begins:
            fetch: Future[RSAPublicKey] = Future()
            # In a thread that nothing waits for at the end of the process, since it may hang.
            threading.Thread(target=self._learn, args=(path, now, fetch), daemon=True).start()
            self._fetches[path] = fetch
        self._waiting += 1
        return self._fetches[path]

    def _learn(self, path: str, now: datetime, fetch: Future[RSAPublicKey]) -> None:
        try:
            learned = validated_key(self._fetch(path), self._roots, now)
        except BaseException as error:  # noqa: BLE001 - raised where it is waited for
            with self._lock:
                del self._fetches[path]
                if isinstance(error, RefusedError):
                    _put(self._failures, path, (error.reason, now), KEPT_FAILURES)
            fetch.set_exception(error)
        else:
            with self._lock:
                del self._fetches[path]
                self._failures.pop(path, None)
                _put(self._keys, path, learned, self._kept)
            fetch.set_result(learned.key)


def _put(places: OrderedDict[str, _Kept], path: str, value: _Kept, at_most: int) -> None:
    places[path] = value
    places.move_to_end(path)
    while len(places) > at_most:
        places.popitem(last=False)
