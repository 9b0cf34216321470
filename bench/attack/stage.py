"""A runner whose DynamoDB and credentials are reached over a name, a line and a proxy that can all fail."""

import itertools
import json
import threading
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from ssl import SSLContext
from typing import Any, Final
from urllib.parse import urlsplit

import boto3
from ask_sdk_core.skill import CustomSkill
from botocore.credentials import ContainerProvider, CredentialResolver
from botocore.session import Session as CoreSession

from skill.alexa.entry import answer
from skill.alexa.skill import build_skill
from skill.conversation.my_data import check_sums
from skill.speech.phrasebook import lines_of
from skill.storage.dynamodb import DynamoDBRepository
from skill.storage.dynamodb_client import JSON, DynamoDBClient
from skill.storage.dynamodb_session import LateCredentials
from stand_ins import echo
from stand_ins.credentials_server import credentials_server, found_at
from stand_ins.emulator import REGION
from stand_ins.fault_line import FaultLine, fault_line
from stand_ins.fault_proxy import FaultProxy, fault_proxy
from stand_ins.names import Names

APOLOGY: Final = str(lines_of("en")["trouble.apology"])
NO_NOTES: Final = "reach my notes"
_numbers = itertools.count()
_making = threading.Lock()
"""Sessions load AWS's data, and are not to be made by several threads at once."""


@dataclass(frozen=True, slots=True)
class World:
    """What all stages share.

    Attributes:
        url: of a DynamoDB, with a `table` in it and a `session` that may call it.
        names: the resolver.
        tls: of a server that this process trusts, `impostor` of one that it does not.
        dead: an address to which connecting hangs.
    """

    url: str
    table: str
    session: boto3.Session
    names: Names
    tls: SSLContext
    impostor: SSLContext
    dead: tuple[str, int]


class WatchedClient(DynamoDBClient):
    """A client that lets things go wrong just before it calls the action `target`."""

    target = ""
    called = False
    fault: Any = None

    def call(self, action: str, request: Mapping[str, Any]) -> JSON:
        """See `DynamoDBClient.call`."""
        if action == self.target and not self.called:
            self.called = True
            self.fault()
        return super().call(action, request)


@dataclass
class Stage:
    """One runner, and what can fail.

    Attributes:
        name: of the host, as `names` knows it.
        proxy: of what is attacked: DynamoDB, or what hands out credentials.
        line: leads to the proxy.
        store: reached over them.
    """

    world: World
    name: str
    proxy: FaultProxy
    line: FaultLine
    impostor: int
    client: WatchedClient
    user: str
    store: DynamoDBRepository = field(init=False)
    skill: CustomSkill = field(init=False)
    attributes: dict[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.store = DynamoDBRepository(self.client, self.world.table)
        self.skill = build_skill(self.store)

    def heal(self) -> None:
        """Let all be well again."""
        self.proxy.plan(lambda _number, _action: None)
        self.line.target = urlsplit(self.proxy.url).port or 0
        self.line.fail(None)
        self.world.names.leads_here(self.name)

    def opens(self) -> str:
        """Open the skill; returns what is answered, as JSON."""
        return self._send(echo.launch(user=self.user))

    def says(self, intent: str, **slots: Any) -> str:
        """Say something in the open session; returns what is answered, as JSON."""
        return self._send(echo.intent(intent, slots, user=self.user, attributes=self.attributes))

    def runs(self) -> int | None:
        """How many runs are kept; None where the sums are not theirs."""
        count, wrong = check_sums(self.store, self.user, datetime.now(UTC))
        return None if wrong else count

    def _send(self, request: dict[str, Any]) -> str:
        answered = answer(lambda: self.skill, request)
        self.attributes = dict(answered.get("sessionAttributes") or {})
        return json.dumps(answered["response"], ensure_ascii=False)


@contextmanager
def stage(world: World, *, secured: bool = False) -> Iterator[Stage]:
    """A stage whose DynamoDB fails; over TLS where it is secured."""
    name = f"stage-{next(_numbers)}.coach.test"
    with ExitStack() as stack:
        proxy = stack.enter_context(fault_proxy(world.url, world.tls if secured else None))
        impostor = stack.enter_context(fault_proxy(world.url, world.impostor)) if secured else proxy
        line = stack.enter_context(fault_line(_port(proxy)))
        with _making:
            client = WatchedClient(
                world.session,
                f"{'https' if secured else 'http'}://{name}:{line.port}",
            )
        yield Stage(world, name, proxy, line, _port(impostor), client, f"amzn1.ask.account.{name}")


@contextmanager
def stage_of_credentials(world: World, good_for: timedelta) -> Iterator[Stage]:
    """A stage whose credentials fail, good for so long when they are handed out; no name leads to them."""
    name = f"stage-{next(_numbers)}.coach.test"
    with ExitStack() as stack:
        handed_out = stack.enter_context(credentials_server(good_for))
        proxy = stack.enter_context(fault_proxy(handed_out["AWS_CONTAINER_CREDENTIALS_FULL_URI"]))
        line = stack.enter_context(fault_line(_port(proxy)))
        environment = found_at(f"http://127.0.0.1:{line.port}/")
        with _making:
            core = CoreSession()
            core.register_component(
                "credential_provider",
                LateCredentials(lambda: CredentialResolver([ContainerProvider(environment)])),
            )
            client = WatchedClient(boto3.Session(botocore_session=core, region_name=REGION), world.url)
        yield Stage(world, name, proxy, line, 0, client, f"amzn1.ask.account.{name}")


def _port(proxy: FaultProxy) -> int:
    return urlsplit(proxy.url).port or 0
