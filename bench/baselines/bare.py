"""The least a Lambda can do: no imports at all."""

from typing import Any


def lambda_handler(_event: Any, _context: Any) -> dict[str, Any]:
    """Say hello."""
    speech = {"type": "SSML", "ssml": "<speak>Hello</speak>"}
    return {"version": "1.0", "response": {"outputSpeech": speech}}
