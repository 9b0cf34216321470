"""Answers to what the coach asked about shoes: a pair, a distance, yes or no."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from skill.conversation.reply import Question, Reply
from skill.conversation.shoes import adding, correcting, runs, setting, telling
from skill.conversation.shoes.ending import go_on_after
from skill.conversation.shoes.runs import draft_of
from skill.conversation.talk import Talk
from skill.conversation.turn import Slot
from skill.shoes.distance import NO_DISTANCE, SpokenDistance
from skill.shoes.periods import Period
from skill.shoes.run import RunKind


def _log(talk: Talk, heard: Slot | None) -> Reply:
    return runs.log_draft(talk, replace(draft_of(talk), heard=heard))


def _worn(talk: Talk, heard: Slot | None) -> Reply:
    return correcting.set_shoes(talk, str(talk.topic.get("run")), heard, "shoes.log.set_pair")


def _correct(talk: Talk, heard: Slot | None) -> Reply:
    return correcting.set_shoes(talk, str(talk.topic.get("run")), heard, "shoes.correct.pair")


def _distance(talk: Talk, heard: Slot | None) -> Reply:
    period = talk.topic.get("period")
    return telling.shoe_distance(talk, heard, Period(period) if period else None)


def _rename(talk: Talk, heard: Slot | None) -> Reply:
    name = talk.topic.get("name")
    return setting.rename(talk, heard, Slot(name) if name else None)


def _kind(talk: Talk, heard: Slot | None) -> Reply:
    kind = talk.topic.get("kind")
    return setting.set_kind(talk, heard, RunKind(kind) if kind else None)


THEN: Mapping[str, Callable[[Talk, Slot | None], Reply]] = {
    "log": _log,
    "worn": _worn,
    "correct": _correct,
    "distance": _distance,
    "replace": telling.replace_when,
    "retire": setting.ask_to_retire,
    "bring-back": setting.bring_back,
    "rename": _rename,
    "life": lambda talk, heard: setting.set_life(talk, heard, NO_DISTANCE),
    "kind": _kind,
    "start": lambda talk, heard: adding.start_at(talk, heard, NO_DISTANCE),
}
"""What each `then` of a question for the pair goes on with."""


def which_shoes(talk: Talk, heard: Slot | None) -> Reply:  # noqa: PLR0911 - a reply per question
    """A pair was named and nothing else: the answer to what was asked, else its distance is told."""
    match talk.question:
        case Question.WHICH_PAIR:
            return THEN.get(str(talk.topic.get("then")), _distance)(talk, heard)
        case Question.NAME_PAIR:
            return adding.add_shoes(talk, heard, NO_DISTANCE)
        case Question.RENAME_PAIR if heard:
            return setting.rename_to(talk, heard)
        case Question.LOG_RUN:
            return _log(talk, heard)
        case Question.HOW_FAR if talk.topic.get("then") is None:
            return _log(talk, heard)
        case Question.UNDO | Question.START_ROUTINE if talk.wardrobe.habits.last_told:
            return correcting.correct_shoes(talk, heard)
        case _:
            return telling.shoe_distance(talk, heard, None)


def distance(talk: Talk, told: SpokenDistance, day_text: str | None) -> Reply:
    """A distance was named and nothing else: the answer to what was asked, else a run may be meant."""
    match talk.question:
        case Question.RUN_BEFORE:
            return adding.start_at(talk, None, told)
        case Question.HOW_FAR if talk.topic.get("then") == "correct":
            return correcting.correct_distance(talk, told)
        case Question.HOW_FAR if talk.topic.get("then") == "life":
            shoe = talk.wardrobe.rotation.find(talk.topic.get("pair"))
            heard = Slot(shoe.nickname, (shoe.id,)) if shoe else None
            return setting.set_life(talk, heard, told)
        case Question.HOW_FAR:
            return runs.add_distance(talk, draft_of(talk), told, day_text)
        case Question.LOG_RUN:
            draft = replace(draft_of(talk), metres=None, sure=False)
            return runs.add_distance(talk, draft, told, day_text)
        case _:
            return runs.offer_run(talk, told, day_text)


def tell_run(
    talk: Talk, told: SpokenDistance, day_text: str | None, kind: RunKind | None, heard: Slot | None
) -> Reply:
    """A run was told; nothing but a pair ("in the Ghosts") is the answer where a pair was asked for."""
    if talk.question is Question.WHICH_PAIR and heard and told == NO_DISTANCE:
        return which_shoes(talk, heard)
    return runs.tell_run(talk, told, day_text, kind, heard)


def correct_shoes(talk: Talk, heard: Slot | None) -> Reply:
    """Another pair was worn: in the run that is being told, else in the one told last."""
    match talk.question:
        case Question.WHICH_PAIR:
            return which_shoes(talk, heard)
        case Question.LOG_RUN:
            return _log(talk, heard)
        case Question.HOW_FAR if talk.topic.get("then") is None:
            return _log(talk, heard)
        case _:
            return correcting.correct_shoes(talk, heard)


def correct_distance(talk: Talk, told: SpokenDistance) -> Reply:
    """The distance was another: of what is being told, else of the run told last."""
    if talk.question in (Question.RUN_BEFORE, Question.HOW_FAR, Question.LOG_RUN):
        return distance(talk, told, None)
    return correcting.correct_distance(talk, told)


def without_notebook(talk: Talk) -> Reply:
    """The notebook could not be read or written: nothing is known, and nothing was kept."""
    talk.notice = ""
    return talk.ask(talk.say("shoes.nothing_kept"))


def yes(talk: Talk) -> Reply | None:  # noqa: PLR0911 - a reply per question
    """Do what was asked about; None where nothing about shoes was."""
    match talk.question:
        case Question.UNDO:
            return correcting.undo(talk)
        case Question.RETIRE_PAIR:
            return setting.retire(talk)
        case Question.LOG_RUN:
            return runs.log_draft(talk, replace(draft_of(talk), sure=True))
        case Question.RUN_BEFORE:
            return adding.how_far_before(talk)
        case Question.WHICH_PAIR if shoe := talk.wardrobe.rotation.find(talk.topic.get("only")):
            return which_shoes(talk, Slot(shoe.nickname, (shoe.id,)))
        case Question.HOW_FAR | Question.WHICH_PAIR | Question.NAME_PAIR | Question.RENAME_PAIR:
            said = str(talk.turn.attributes.get("said", ""))
            return talk.ask(said, talk.question, topic=talk.topic) if said else None
        case Question.ANYTHING_ELSE | Question.SHOES_CHOSEN:
            return talk.ask(talk.say("prompts.what_next"), Question.WHICH_ROUTINE)
        case _:
            return None


def no(talk: Talk) -> Reply | None:  # noqa: PLR0911 - a reply per question
    """Leave what was asked about; None where nothing about shoes was."""
    match talk.question:
        case Question.UNDO:
            return go_on_after(talk, talk.say("shoes.undo.kept"))
        case Question.RETIRE_PAIR:
            return setting.keep_pair(talk)
        case Question.LOG_RUN if talk.topic.get("then") == "tomorrow":
            return go_on_after(talk, talk.say("shoes.log.not_tomorrow"))
        case Question.LOG_RUN:
            topic = replace(draft_of(talk), metres=None, sure=False).topic()
            return talk.ask(talk.say("shoes.log.then_how_far"), Question.HOW_FAR, topic=topic)
        case Question.RUN_BEFORE:
            return adding.brand_new(talk)
        case Question.WHICH_PAIR if talk.topic.get("then") == "worn":
            return go_on_after(talk, talk.say("shoes.log.not_set"))
        case Question.HOW_FAR | Question.WHICH_PAIR | Question.NAME_PAIR | Question.RENAME_PAIR:
            return go_on_after(talk, talk.say("shoes.undo.kept"))
        case Question.ANYTHING_ELSE | Question.SHOES_CHOSEN:
            return talk.tell(talk.say("walkthrough.goodbye"))
        case _:
            return None
