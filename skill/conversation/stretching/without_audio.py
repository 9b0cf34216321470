"""For devices that fail to play APL for Audio: the same place again, as speech."""

from skill.conversation.memory.profile import MOST_PLAIN_SPEECH_DEVICES
from skill.conversation.stretching.moving_on import leave_as_found
from skill.conversation.stretching.performing import perform
from skill.conversation.turn.reply import Reply
from skill.conversation.turn.talk import Talk
from skill.value import replace


def perform_as_speech(talk: Talk) -> Reply:
    """Remember the device, and perform as speech what it could not play, from where that began.

    Nothing is said when nothing was to be played any more, or when the device is known already: the same
    failure can be told twice, and would break off what is being said by then.
    """
    known = talk.turn.device.id in talk.profile.plain_speech_devices
    _remember_device(talk)
    playing = talk.as_found.sounding_at(talk.turn.at) if talk.as_found else None
    if known or playing is None or talk.walkthrough is None:
        leave_as_found(talk)
        reply = talk.end("")
    else:
        held = talk.as_found.held if talk.as_found else talk.walkthrough.held
        talk.stretches.drop()
        reply = perform(talk, replace(talk.walkthrough, held=held), playing.spans[0].place)
    return reply


def note_failure(talk: Talk) -> Reply:
    """The last reply failed, and nothing may be said to that: where it was audio, remember the device."""
    if talk.as_found and talk.as_found.performance:
        _remember_device(talk)
    talk.leaving = True
    return talk.end("")


def _remember_device(talk: Talk) -> None:
    device, known = talk.turn.device.id, talk.profile.plain_speech_devices
    if device not in known:
        devices = (*known, device)[-MOST_PLAIN_SPEECH_DEVICES:]
        talk.profile = replace(talk.profile, plain_speech_devices=devices)
