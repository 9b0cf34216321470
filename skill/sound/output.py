"""Files that appear whole and together, or not at all."""

import os
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from errno import EISDIR
from pathlib import Path

from skill.sound.errors import SoundError


class OutputError(SoundError):
    """A file cannot be written; the message says which and why."""


def write_together(contents: Mapping[Path, bytes]) -> None:
    """Write files: each beside its place under another name first, and when all are written, in its place.

    Args:
        contents: what each file holds, by its path.

    Raises:
        OutputError: one cannot be written; nothing is left of those that were not in their place by then.
    """
    written: dict[Path, Path] = {}
    with ExitStack() as leftovers:
        for path, content in contents.items():
            with _failure_named(path):
                if path.is_dir():
                    raise IsADirectoryError(EISDIR, "it is a folder")
                handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
                written[path] = Path(name)
                leftovers.callback(written[path].unlink, missing_ok=True)
                with os.fdopen(handle, "wb") as file:
                    file.write(content)
        for path, beside in written.items():
            with _failure_named(path):
                beside.chmod(0o644)
                beside.replace(path)


@contextmanager
def _failure_named(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise OutputError(f"{path} cannot be written: {error.strerror or error}.") from error
