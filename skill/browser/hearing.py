"""What the page hears goes in here: sound for the ears on this machine, or the words of the browser's own."""

from typing import Any, Final

from flask import Flask, Response, jsonify, request
from werkzeug.exceptions import BadRequest, NotFound

from skill.browser.callers import Callers, heard, refuse_other_pages, told
from skill.browser.overheard import Ignored, Words
from skill.browser.tab import Heard, Tab
from skill.ears.likely import likely
from skill.ears.speech_file import sound_of
from skill.ears.transcript import SAMPLE_BYTES, SAMPLE_RATE, Ears, EarsError

WAV: Final = "audio/wav"
TIMES: Final = ("heard", "silent")
LONGEST_WORDS: Final = 1_000
"""Characters; nobody says more between two breaths."""


def register_ears(app: Flask, callers: Callers, ears: Ears | None) -> None:
    """Let an application hear.

    Args:
        app: the application; it limits the size of what is sent.
        callers: who may be heard, and their devices.
        ears: on this machine; None where there are none.
    """

    @app.post("/hear")
    def hear() -> Response:
        refuse_other_pages(WAV)
        here = callers.tab()
        if ears is None:
            raise NotFound
        try:
            sound = sound_of(request.get_data())
        except EarsError as error:
            raise BadRequest(str(error)) from error
        asked = request.args
        moment = heard(
            {"reply": asked.get("reply", type=int)} | {name: asked.get(name, type=float) for name in TIMES}
        )
        phrases = (*likely(here.language, here.occasion(moment)), *here.names_taught)
        transcript = ears.transcribe(sound, phrases)
        words = Words(transcript.text, transcript.sure, len(sound) / (SAMPLE_BYTES * SAMPLE_RATE))
        return jsonify(_answer(here, words, moment, meant=asked.get("meant") == "true"))

    @app.post("/overhear")
    def overhear() -> Response:
        told_ = told()
        said = told_.get("said")
        if not isinstance(said, str):
            raise BadRequest
        return jsonify(_answer(callers.tab(), Words(said[:LONGEST_WORDS]), heard(told_), meant=False))


def _answer(here: Tab, words: Words, moment: Heard, *, meant: bool) -> dict[str, Any]:
    """What comes of words: `said`, why they were `ignored` if they were, and the `exchange` if one began."""
    if meant:
        exchange = here.say(words.text, moment) if words.text else None
        ignored = Ignored.NO if exchange else Ignored.NOTHING
    else:
        ignored, exchange = here.overhear(words, moment)
    return {"said": words.text, "ignored": ignored, "exchange": exchange}
