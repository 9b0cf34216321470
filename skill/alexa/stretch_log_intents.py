"""Which use case answers which question about the log of practices, and which slots it reads."""

from collections.abc import Callable, Mapping

from skill.alexa.slots import Slots, SlotUseCase
from skill.content.exercise import RoutineName, Side
from skill.conversation.stretching import stretch_progress, stretch_reports
from skill.conversation.stretching.stretch_reports import Asked
from skill.conversation.turn.reply import Outcome
from skill.conversation.turn.talk import Talk
from skill.shoes.periods import Period


def _asked(talk: Talk, slots: Slots) -> Asked:
    heard = slots.get("exercise")
    known = [id_ for id_ in heard.ids if id_ in talk.exercises] if heard else []
    return Asked(
        day=slots.day("day"),
        period=slots.word("period", Period),
        exercise=known[0] if known else None,
        routine=slots.word("routine", RoutineName),
    )


def _about(use_case: Callable[[Talk, Asked], Outcome]) -> SlotUseCase:
    return lambda talk, slots: use_case(talk, _asked(talk, slots))


_INTENTS: Mapping[str, SlotUseCase] = {
    "StretchesIntent": _about(stretch_reports.how_often),
    "LastStretchIntent": _about(stretch_reports.last_time),
    "StretchFinishedIntent": _about(stretch_reports.what_was_finished),
    "StretchTimeIntent": lambda talk, slots: stretch_reports.time_held(
        talk, _asked(talk, slots), slots.word("side", Side)
    ),
    "MostDoneExerciseIntent": lambda talk, _slots: stretch_reports.most_done(talk),
    "StretchProgressIntent": lambda talk, _slots: stretch_progress.progress(talk),
    "SideBalanceIntent": lambda talk, _slots: stretch_progress.balance(talk),
}


def _with_notebook(use_case: SlotUseCase) -> SlotUseCase:
    """Without the notebook nothing is known of what was done."""

    def answer(talk: Talk, slots: Slots) -> Outcome:
        return use_case(talk, slots) if talk.remembers else talk.say(talk.line("trouble.no_stretch_log"))

    return answer


STRETCH_LOG_INTENTS: Mapping[str, SlotUseCase] = {
    **{name: _with_notebook(answer) for name, answer in _INTENTS.items()},
    "StretchLogCorrectionIntent": lambda talk, _slots: stretch_reports.what_is_logged(talk),
    "DeleteStretchLogIntent": lambda talk, _slots: stretch_reports.how_it_is_deleted(talk),
}
