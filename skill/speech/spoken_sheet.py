"""A cue sheet as what sounds in a response: its speech and its directive."""

from enum import StrEnum
from typing import Any, Final

from skill.coach.cue_sheet import CueKind, CueSheet
from skill.speech import apla, ssml
from skill.value import Value, replace

LONGEST_LEAD_IN: Final = 1.2
"""Seconds. A first line that is planned to take no longer is spoken before the audio."""


class SpeechFormat(StrEnum):
    """The ways in which a device can be given something to say."""

    APLA = "apla"
    """APL for Audio: counts to the second. Every Alexa device plays it."""
    SSML = "ssml"
    """Speech and breaks alone, for devices that failed to play APL for Audio."""


class SpokenSheet(Value):
    """A cue sheet as the part of a response that sounds.

    Attributes:
        speech: a `<speak>` document that sounds first; empty for none.
        directive: an APL-for-Audio directive that sounds after it, or None.
    """

    speech: str
    directive: dict[str, Any] | None = None

    def as_response(self) -> dict[str, Any]:
        """The part of a response's JSON that sounds."""
        sounding: dict[str, Any] = {}
        if self.speech:
            sounding["outputSpeech"] = {"type": "SSML", "ssml": self.speech}
        if self.directive:
            sounding["directives"] = [self.directive]
        return sounding


def speak(sheet: CueSheet, speech_format: SpeechFormat, token: str, language: str) -> SpokenSheet:
    """The sheet in the format that a device plays.

    With APL for Audio a short first line is ordinary speech, which is heard at once while Alexa makes the
    audio. It must be short because its length depends on the voice: if it takes longer than planned, all that
    follows is late. A sheet without counts is speech alone.

    Args:
        sheet: at least one cue.
        speech_format: what the device plays.
        token: names the audio in an error request; see `apla.render`.
        language: ISO 639-1 code of the sheet's texts.
    """
    counted = any(cue.kind is CueKind.COUNT for cue in sheet.cues)
    if speech_format is SpeechFormat.SSML or not counted:
        return SpokenSheet(ssml.render(sheet, language))
    first, end = sheet.cues[0], sheet.cues[0].at + sheet.cues[0].seconds
    if first.kind is CueKind.COUNT or end > LONGEST_LEAD_IN:
        return SpokenSheet("", apla.render(sheet, token))
    lead_in = CueSheet((first,), end)
    rest = CueSheet(tuple(replace(cue, at=cue.at - end) for cue in sheet.cues[1:]), sheet.seconds - end)
    return SpokenSheet(ssml.render(lead_in, language), apla.render(rest, token))
