"""`python -m stand_ins.serve_to_authority FOLDER`: `skill serve` in a world with another authority.

The world's one root is root.pem of the folder, and Amazon's host has chain.pem at its path. For every other
path it takes its time, and then there is nothing.
"""

import sys
import time
from pathlib import Path
from unittest import mock

from cryptography.x509 import load_pem_x509_certificate
from cryptography.x509.verification import Store

from skill.commands.command_line import main
from skill.web import service
from skill.web.chain_source import FETCH_SECONDS
from skill.web.refusal import Reason, RefusedError
from stand_ins.authority import CHAIN_PATH


def serve(folder: Path) -> None:
    """Serve on a free port until the process is stopped."""
    root = load_pem_x509_certificate((folder / "root.pem").read_bytes())
    chain = (folder / "chain.pem").read_bytes()

    def fetched(path: str) -> bytes:
        if path == CHAIN_PATH:
            return chain
        time.sleep(FETCH_SECONDS)
        raise RefusedError(Reason.CHAIN_UNREACHABLE)

    with (
        mock.patch.object(service, "public_roots", return_value=Store([root])),
        mock.patch.object(service, "ChainSource", return_value=fetched),
    ):
        main(["serve", "--port", "0"])


if __name__ == "__main__":
    serve(Path(sys.argv[1]))
