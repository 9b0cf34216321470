"""Which ears there are on this machine: by name, by the folder of a model, or the best that is at hand."""

from pathlib import Path
from typing import Final

from skill.ears.transcript import Ears, EarsError
from skill.extras import what_is_missing

BEST: Final = "best"
WHISPER: Final = "whisper"
NONE: Final = "none"
NAMES: Final = (BEST, WHISPER, NONE)


def ears_of(wanted: str = BEST) -> Ears | None:
    """The ears that somebody asks for.

    Args:
        wanted: "whisper", "none", "best" for Whisper where it is installed, or the folder of a Whisper model
            for CTranslate2.

    Returns:
        None where none are wanted, or the best are none.

    Raises:
        EarsError: they are not on this machine; the message says what to install.
    """
    match wanted:
        case "none":
            return None
        case "whisper":
            return _whisper()
        case "best":
            try:
                return _whisper()
            except EarsError:
                return None
        case folder if Path(folder).is_dir():
            return _whisper(Path(folder))
        case other:
            raise EarsError(f"Ears are {', '.join(NAMES)} or the folder of a Whisper model, not {other!r}.")


def _whisper(folder: Path | None = None) -> Ears:
    try:
        from skill.ears.whisper import WhisperEars  # noqa: PLC0415 - an extra
    except ModuleNotFoundError as error:
        raise EarsError(what_is_missing(error) or str(error)) from error
    return WhisperEars(folder)
