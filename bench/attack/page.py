"""Strangers and nonsense at the page's server."""

from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Final

from bench.attack.outcome import Outcome
from stand_ins.page_server import page_server, running
from stand_ins.page_stranger import UPLOAD, Stranger, garbage, key_of

UTTERANCES: Final = 10_000
UPLOADS: Final = 10
ASKED: Final = "how far have my shoes gone"


def outcomes() -> list[Outcome]:
    """Garbage from one who has the key, sounds that are far too long, and one who has no key."""
    with TemporaryDirectory() as folder, running(page_server(Path(folder))) as service:
        ann = Stranger(service, key_of(service))
        ann.post("/enter", {})
        ann.post("/say", {"said": "add my blue trainers with a hundred miles"})
        ann.post("/say", {"said": "stop"})  # a number among the garbage would answer a question
        before = ann.post("/say", {"said": ASKED})[1]["text"]
        random = Random(12)  # noqa: S311 - garbage, not secrets
        answered = sum(ann.post("/say", garbage(random))[0] == 200 for _ in range(UTTERANCES))  # noqa: PLR2004
        uploads = {ann.uploads(**{"Content-Length": str(UPLOAD)}) for _ in range(UPLOADS)}
        stranger = Stranger(service, "0" * 40)
        let_in = sum(stranger.post("/say", {"said": ASKED})[0] != 401 for _ in range(UTTERANCES // 10))  # noqa: PLR2004
        after = ann.post("/say", {"said": ASKED})[1]["text"]
    return [
        Outcome(f"{UTTERANCES} utterances of garbage", f"{answered} answered", "all", answered == UTTERANCES),
        Outcome(
            f"{UPLOADS} sounds of 50 MB", f"{sorted(uploads)}", "refused or cut", uploads <= {0, 400, 413}
        ),
        Outcome(f"{UTTERANCES // 10} requests with a forged key", f"{let_in} let in", "none", not let_in),
        Outcome("what is kept, after all of it", after, before, after == before),
    ]
