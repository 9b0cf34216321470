"""What breaks between a turn and its notebook, at each call that a turn makes, at full length.

Each fault strikes a turn just before one of its calls: for all that the call tries, and where that may pass,
for its first attempt alone. The turn has to end in time and be answered: as if nothing were, or from the
session with an honest line. The next one, with everything well again, has to be answered at once. Then the
runs are counted.
"""

import logging
import os
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from ssl import PROTOCOL_TLS_SERVER, SSLContext
from typing import Final

import boto3
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from bench.attack.outcome import Outcome
from bench.attack.stage import APOLOGY, NO_NOTES, Stage, World, stage, stage_of_credentials
from skill.speech.phrasebook import lines_of
from skill.storage import dynamodb_session
from stand_ins import echo
from stand_ins.authority import authority, signer
from stand_ins.credentials_server import ACCESS_KEY, SESSION_TOKEN
from stand_ins.emulator import CREDENTIALS as KEYS
from stand_ins.emulator import REGION, create_table, ministack
from stand_ins.fault_line import LineFault, fault_line
from stand_ins.fault_proxy import Fault, Refusal
from stand_ins.names import LOOPBACK, names

TURN_SECONDS: Final = 5.5
NEXT_SECONDS: Final = 1.0
AT_ONCE: Final = 12
"""Scenes that are played beside each other: they mostly wait."""
ERASURE: Final = "erasure"
CALLS: Final = ("query", "put_item", "transact_write_items", ERASURE)
"""The last are the transactions of a turn that deletes everything."""
PASSING: Final[tuple[Fault | Refusal, ...]] = (
    *(Fault.HANGS, Fault.HANGS_AFTER, Fault.DRIPS, Fault.DRIPS_HEAD, Fault.CONTINUES, Fault.ENDLESS),
    *(Fault.CUT, Fault.LOST, Fault.CUT_SHORT, Fault.NO_HTTP, Refusal(503)),
)
PASSING_REFUSALS: Final = (
    *(Refusal(status) for status in (408, 429, 500)),
    Refusal(400, "ProvisionedThroughputExceededException"),
    Refusal(400, "ThrottlingException"),
    Refusal(500, "InternalServerError"),
)
REFUSALS: Final = (
    Refusal(400, "ValidationException"),
    Refusal(400, "ExpiredTokenException"),
    Refusal(400, "ResourceNotFoundException"),
)
CA_BUNDLE: Final = "AWS_CA_BUNDLE"
PAIR: Final = "blue pegasus"
DELETED: Final = str(lines_of("en")["data.deleted"])
CREDENTIALS: Final = ("credentials at first", "credentials ended", "credentials still good")


@dataclass(frozen=True, slots=True)
class Attack:
    """One fault.

    Attributes:
        name: what it is.
        strike: lets it happen, to the next request alone where that is asked for.
        calls: at which calls.
        passes: whether a second attempt finds all well, when only the first is struck.
        secured: whether the line carries TLS.
    """

    name: str
    strike: Callable[[Stage, bool], None]
    calls: Sequence[str] = (*CALLS, *CREDENTIALS)
    passes: bool = False
    secured: bool = False


@dataclass(frozen=True, slots=True)
class Seen:
    """What came of one scene: how many seconds the turn and the next took, and what was wrong with them."""

    call: str
    seconds: float
    next_seconds: float
    wrong: str


def outcomes() -> list[Outcome]:
    """One row for each fault, and one for calls that hang beside healthy ones."""
    with _log() as log, _world() as world, ThreadPoolExecutor(AT_ONCE) as players:
        played = [
            (attack, [players.submit(_play, world, attack, *scene) for scene in _scenes(attack)])
            for attack in _attacks(world)
        ]
        rows = [_row(attack, [scene.result() for scene in scenes]) for attack, scenes in played]
        return [*rows, _many(world), _logged(log)]


def _scenes(attack: Attack) -> list[tuple[str, bool]]:
    """Each call with whether its first attempt alone is struck."""
    once = [call for call in attack.calls if call in CALLS] if attack.passes else []
    return [*((call, False) for call in attack.calls), *((call, True) for call in once)]


def _row(attack: Attack, seen: Sequence[Seen]) -> Outcome:
    longest = max(each.seconds for each in seen)
    longest_next = max(each.next_seconds for each in seen)
    wrong = [f"{each.call}: {each.wrong}" for each in seen if each.wrong]
    return Outcome(
        f"{attack.name}, {len(seen)} turns",
        f"{longest:.1f} s, the next {longest_next:.2f} s, {'; '.join(wrong) or 'all answered and kept'}",
        f"< {TURN_SECONDS} s, < {NEXT_SECONDS:g} s, all answered and kept",
        not wrong and longest < TURN_SECONDS and longest_next < NEXT_SECONDS,
    )


def _play(world: World, attack: Attack, call: str, once: bool) -> Seen:  # noqa: FBT001 - of `_scenes`
    if call in CREDENTIALS:
        return _play_credentials(world, attack, call)
    with stage(world, secured=attack.secured) as runner:
        runner.opens()
        runner.says("AddShoesIntent", shoe=PAIR, distance="100", unit="kilometres")
        runner.says("LogRunIntent", distance="10", unit="kilometres", shoe=PAIR)
        runner.says("StartRoutineIntent", **echo.choice("routine", "post-run"))
        if call == ERASURE:
            runner.says("DeleteMyDataIntent")
        runner.client.target = "transact_write_items" if call == ERASURE else call
        runner.client.fault = lambda: attack.strike(runner, once)
        seconds, said = _timed(lambda: _turn(runner, call))
        runner.client.target = ""
        runner.heal()
        next_seconds, then = _timed(runner.opens)
        wrong = [*_faults_of(said), *_faults_of(then)]
        if not runner.client.called:
            wrong.append(f"{call} was never called")
        if NO_NOTES in then:
            wrong.append("the next turn has no notes")
        if once and NO_NOTES in said:
            wrong.append("the second attempt did not help")
        wrong += _lost(runner, call, said)
    return Seen(call, seconds, next_seconds, ", ".join(wrong))


def _play_credentials(world: World, attack: Attack, call: str) -> Seen:
    good_for = {"credentials ended": 2.0, "credentials still good": 300.0}.get(call, 86_400.0)
    with stage_of_credentials(world, timedelta(seconds=good_for)) as runner:
        wrong = []
        if call != "credentials at first":
            began = time.monotonic()
            runner.opens()
            if call == "credentials ended":
                time.sleep(max(0.0, began + good_for + 0.5 - time.monotonic()))
        attack.strike(runner, False)  # noqa: FBT003 - all that it tries
        seconds, said = _timed(runner.opens)
        runner.heal()
        next_seconds, then = _timed(runner.opens)
        wrong += [*_faults_of(said), *_faults_of(then)]
        if call == "credentials still good" and (NO_NOTES in said or seconds > NEXT_SECONDS):
            wrong.append("good credentials were waited for")
        if NO_NOTES in then:
            wrong.append("the next turn has no notes")
    return Seen(call, seconds, next_seconds, ", ".join(wrong))


def _turn(runner: Stage, call: str) -> str:
    if call == "transact_write_items":
        return runner.says("LogRunIntent", distance="5", unit="kilometres", shoe=PAIR)
    return runner.says("ConfirmDeletionIntent" if call == ERASURE else "AMAZON.NextIntent")


def _timed(take: Callable[[], str]) -> tuple[float, str]:
    began = time.monotonic()
    said = take()
    return time.monotonic() - began, said


def _faults_of(said: str) -> list[str]:
    return ["an apology"] if APOLOGY in said else [] if "outputSpeech" in said else ["silence"]


def _lost(runner: Stage, call: str, said: str) -> list[str]:
    """What was acknowledged and is not as it was said to be; what was not acknowledged may be there, once."""
    runs = runner.runs()
    if call == ERASURE:
        runner.store.forget(runner.user)
        return [] if runner.runs() == 0 and (runs == 0 or DELETED not in said) else [f"{runs} runs remain"]
    wanted = {1} if call != "transact_write_items" else {1, 2} if NO_NOTES in said else {2}
    return [] if runs in wanted else [f"{runs} runs are kept"]


def _many(world: World) -> Outcome:
    """Calls that hang where no thread can be ended, and a healthy one after them."""
    hung = 40
    with stage(world) as runner, ThreadPoolExecutor(hung) as others:
        runner.opens()
        runner.line.fail(LineFault.SILENT)
        world.names.hangs(runner.name)
        users = [others.submit(_timed, runner.opens) for _ in range(hung)]
        longest = max(each.result()[0] for each in users)
        runner.heal()
        seconds, said = _timed(runner.opens)
    held = longest < TURN_SECONDS and seconds < NEXT_SECONDS and NO_NOTES not in said
    return Outcome(
        f"{hung} turns at once whose name hangs in the resolver",
        f"{longest:.1f} s, next {seconds:.2f} s",
        f"< {TURN_SECONDS} s, next < {NEXT_SECONDS:g} s",
        held,
    )


@contextmanager
def _log() -> Iterator[list[str]]:
    """The lines that the skill logs meanwhile."""
    handler, lines, logger = logging.Handler(), list[str](), logging.getLogger("foot_coach")
    handler.emit = lambda record: lines.append(record.getMessage())  # type: ignore[method-assign]  # no more is wanted
    logger.addHandler(handler)
    yield lines
    logger.removeHandler(handler)


def _logged(lines: Sequence[str]) -> Outcome:
    secrets = PAIR, "amzn1", ACCESS_KEY, SESSION_TOKEN
    telling = [line for line in lines if any(secret in line for secret in secrets)]
    return Outcome(
        f"{len(lines)} log lines of all these",
        f"{len(telling)} with a name that was told, an id or a key",
        "0",
        not telling,
    )


def _attacks(world: World) -> list[Attack]:
    transaction = "transact_write_items"
    return [
        *(_proxied(fault, passes=True) for fault in PASSING),
        *(_proxied(refusal, CALLS, passes=True) for refusal in PASSING_REFUSALS),
        *(_proxied(refusal, CALLS) for refusal in REFUSALS),
        *(_proxied(Refusal(status)) for status in (200, 301, 403)),
        _proxied(Fault.MISSHAPEN, ("query", *CREDENTIALS)),
        _proxied(Fault.TRANSACTION_THROTTLED, (transaction,), passes=True),
        _proxied(Fault.CONFLICT, (transaction,)),
        *(Attack(f"connection {fault.name.lower()}", partial(_break_line, fault)) for fault in LineFault),
        Attack("TLS hangs in the handshake", partial(_break_line, LineFault.SILENT), CALLS, secured=True),
        Attack("TLS of an impostor", _lead_astray, CALLS, secured=True),
        _named("is unknown", world.names.is_unknown),
        _named("hangs in the resolver", world.names.hangs),
        _named("takes 1 s", lambda name: world.names.leads_here(name, after=1.0)),
        _named("takes 30 s", lambda name: world.names.leads_here(name, after=30.0)),
        _named("leads to 12 dead addresses", lambda name: world.names.leads_to(name, [world.dead] * 12)),
    ]


def _proxied(
    fault: Fault | Refusal, calls: Sequence[str] = (*CALLS, *CREDENTIALS), *, passes: bool = False
) -> Attack:
    name = f"answer {fault.name.lower()}" if isinstance(fault, Fault) else f"HTTP {fault.status} {fault.code}"

    def strike(runner: Stage, once: bool) -> None:  # noqa: FBT001 - as an attack's
        runner.proxy.fail(fault, *([0] if once else []))

    return Attack(name.strip().replace("_", " "), strike, calls, passes)


def _named(how: str, strike: Callable[[str], None]) -> Attack:
    def by_name(runner: Stage, _once: bool) -> None:  # noqa: FBT001 - as an attack's
        strike(runner.name)
        runner.line.fail(None)  # so that the name is asked for again

    return Attack(f"name that {how}", by_name, CALLS)


def _break_line(fault: LineFault, runner: Stage, _once: bool) -> None:  # noqa: FBT001 - as an attack's
    runner.line.fail(fault)


def _lead_astray(runner: Stage, _once: bool) -> None:  # noqa: FBT001 - as an attack's
    runner.line.target = runner.impostor
    runner.line.fail(None)


@contextmanager
def _world() -> Iterator[World]:
    """An emulator, a resolver, and an authority that this process trusts, and one that it does not."""
    dynamodb_session.EARLY_SECONDS = 0.0  # type: ignore[misc]  # good credentials are renewed at every call
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        url = stack.enter_context(ministack(folder))
        dead = stack.enter_context(fault_line(0))
        dead.fail(LineFault.DEAD)
        trusted, stranger = _tls(folder / "trusted.pem"), _tls(folder / "stranger.pem")
        os.environ[CA_BUNDLE] = str(folder / "trusted.pem")
        told = stack.enter_context(names())
        keys = {name.lower(): value for name, value in KEYS.items()}
        session = boto3.Session(region_name=REGION, **keys)
        yield World(url, create_table(url), session, told, trusted, stranger, (LOOPBACK, dead.port))
    os.environ.pop(CA_BUNDLE)


def _tls(bundle: Path) -> SSLContext:
    """The TLS of a server for all stages, whose authority is written to `bundle`."""
    issuer = authority(bundle.stem, None, datetime.now(UTC))
    certificate = signer(issuer, datetime.now(UTC), names=("*.coach.test",))
    key = certificate.key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    (bundle.parent / "server.pem").write_bytes(key + certificate.pem)
    bundle.write_bytes(issuer.pem)
    context = SSLContext(PROTOCOL_TLS_SERVER)
    context.load_cert_chain(bundle.parent / "server.pem")
    return context
