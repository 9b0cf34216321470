"""Which ears there are on this machine: by name, by the folder of a model, or the best that is at hand."""

from pathlib import Path
from typing import Final

from skill.ears.transcript import Ears, EarsError
from skill.ears.whisper import WhisperEars

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
            return WhisperEars()
        case "best":
            try:
                return WhisperEars()
            except EarsError:
                return None
        case folder if Path(folder).is_dir():
            return WhisperEars(Path(folder))
        case other:
            raise EarsError(f"Ears are {', '.join(NAMES)} or the folder of a Whisper model, not {other!r}.")
