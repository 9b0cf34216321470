"""Ids of Amazon's as they are kept: what comes out names no device, no voice and no request."""

import re
from hashlib import sha256
from typing import Final

DIGITS: Final = 32
"""128 bits: nobody finds two ids with the same digest."""
_DIGEST: Final = re.compile(rf"[0-9a-f]{{{DIGITS}}}")


def digest(id_: str) -> str:
    """The digest of an id, in lower-case hexadecimal digits; empty for an empty one."""
    return sha256(id_.encode()).hexdigest()[:DIGITS] if id_ else ""


def digested(kept: str) -> str:
    """The digest that was kept, or that of the id itself, which older notebooks and sessions hold."""
    return kept if _DIGEST.fullmatch(kept) else digest(kept)
