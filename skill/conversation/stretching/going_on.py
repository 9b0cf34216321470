"""What a device without a screen performs when nobody answers at the end of a reply: the routine's next part.

Amazon documents that a reprompt may carry an audio document of its own. It sounds behind Alexa's listening,
and once: then she listens again, and silence ends the session. So it says at its end how to come back.
"""

from skill.coach.compiler import Budget, compile_sheet
from skill.coach.cue_sheet import CueSheet, Place
from skill.coach.entry import Entry
from skill.coach.preferences import Flow
from skill.coach.walkthrough import Walkthrough
from skill.conversation.stretching.exercise_names import exercise_name
from skill.conversation.turn.talk import Talk
from skill.speech.voice_seconds import speaking_seconds


def goes_on_in_silence(talk: Talk, walkthrough: Walkthrough) -> bool:
    """Whether silence lets the routine go on: no screen does it, audio can be played, nobody wants a wait.

    A detour waits at its gates, for behind its end comes a question.
    """
    plays_audio = talk.turn.device.id not in talk.profile.plain_speech_devices
    flows = walkthrough.plan.preferences.flow is Flow.FLOW_ON
    return flows and plays_audio and not (talk.turn.device.screen or walkthrough.goes_back_to)


def sheet_in_silence(talk: Talk, walkthrough: Walkthrough, start: Place, budget: Budget) -> CueSheet:
    """What follows from a place on, with how to wait said ahead of it and how to come back behind it."""

    def closing(resume_at: Place | None) -> str:
        if resume_at is None:
            routine = walkthrough.plan.routine
            whole = len(routine.steps) > 1
            return talk.line(f"closing.done.{routine.name}" if whole else "closing.exercise_done")
        exercise = walkthrough.plan.routine.steps[resume_at.step].exercise.id
        return talk.line("closing.come_back", exercise=exercise_name(talk, exercise))

    return compile_sheet(
        walkthrough.plan,
        start,
        talk.phrasebook,
        budget,
        opening=talk.line("closing.going_on"),
        entry=Entry.EXPLAINED if start.bout == 0 else Entry.MOVED_ON,
        closing=closing,
    )


def seconds_said(sheet: CueSheet, reprompt: str, language: str) -> float:
    """How long a sheet is heard to its last word, and the reprompt behind it, by the table of the voice."""
    last = sheet.cues[-1]
    return last.at + speaking_seconds(last.text, language) + speaking_seconds(reprompt, language)
