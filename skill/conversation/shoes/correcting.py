"""Runs and pairs told wrongly: changed, or taken back."""

from collections.abc import Callable
from dataclasses import replace

from skill.conversation.habits import LastTold
from skill.conversation.reply import Question, Reply
from skill.conversation.shoes.ending import go_on_after, refusal_in_words
from skill.conversation.shoes.finding import find
from skill.conversation.shoes.words import about, exactly, on_day_of, pair_in_words, starting
from skill.conversation.talk import Talk
from skill.conversation.turn import Slot
from skill.shoes.distance import SpokenDistance
from skill.shoes.ledger import remove_run, replace_run
from skill.shoes.limits import RefusedError, check_distance
from skill.shoes.pairs import delete_pair
from skill.shoes.run import Run
from skill.shoes.shoe import Shoe


def last_run(talk: Talk) -> Run | None:
    """The run that "no, I wore the others" is about: the one told last, else the newest."""
    wardrobe = talk.wardrobe
    last = wardrobe.habits.last_told and wardrobe.habits.last_told.run
    return last or next(iter(wardrobe.recent.runs), None)


def correct_shoes(talk: Talk, heard: Slot | None) -> Reply:
    """The run told last was in another pair."""
    run = last_run(talk)
    if run is None:
        return talk.ask(talk.say("shoes.correct.nothing"))
    return set_shoes(talk, run.id, heard, "shoes.correct.pair")


def set_shoes(talk: Talk, run_id: str, heard: Slot | None, line: str) -> Reply:
    """Put a run on the pair that was named.

    Args:
        talk: the turn.
        run_id: the run.
        heard: the pair; None where none was understood.
        line: said when it is done.
    """
    run = talk.wardrobe.run(run_id)
    if run is None:
        return talk.ask(talk.say("shoes.correct.nothing"))
    then = "worn" if line == "shoes.log.set_pair" else "correct"
    found = find(talk, heard, then=then, values={"run": run.id})
    if isinstance(found, Reply):
        return found
    return _change(talk, run, replace(run, shoe=found.id), lambda changed: _pair_line(talk, changed, line))


def correct_distance(talk: Talk, distance: SpokenDistance) -> Reply:
    """The run told last was of another length."""
    run = last_run(talk)
    if run is None:
        return talk.ask(talk.say("shoes.correct.nothing"))
    talk.wardrobe.hear(distance)
    metres = distance.metres(talk.wardrobe.unit)
    topic = {"then": "correct"}
    if metres is None:
        return talk.ask(talk.say("shoes.correct.how_far"), Question.HOW_FAR, topic=topic)
    try:
        after = replace(run, metres=check_distance(float(metres)))
    except RefusedError as refused:
        return talk.ask(refusal_in_words(talk, refused), Question.HOW_FAR, topic=topic)
    return _change(talk, run, after, lambda changed: _distance_line(talk, changed))


def ask_to_undo(talk: Talk) -> Reply:
    """Ask before the last thing told is taken back."""
    last = talk.wardrobe.habits.last_told
    added = talk.wardrobe.rotation.find(last.pair) if last else None
    if added and not added.wear.tally.runs:
        text = talk.say("shoes.undo.pair", pair=pair_in_words(talk, added))
        return talk.ask(text, Question.UNDO, topic={"pair": added.id})
    run = last_run(talk)
    if run is None:
        return go_on_after(talk, talk.say("shoes.undo.nothing"))
    shoe = talk.wardrobe.rotation.find(run.shoe)
    values = {"distance": exactly(talk, run.metres), "when": on_day_of(talk, run)}
    if shoe:
        text = talk.say("shoes.undo.run", pair=pair_in_words(talk, shoe), **values)
    else:
        text = talk.say("shoes.undo.run_unknown", **values)
    return talk.ask(text, Question.UNDO, topic={"run": run.id})


def undo(talk: Talk) -> Reply:
    """Take back what the topic names; what is gone already stays gone."""
    wardrobe = talk.wardrobe
    added = wardrobe.rotation.find(talk.topic.get("pair"))
    run = wardrobe.run(str(talk.topic.get("run")))
    wardrobe.habits = replace(wardrobe.habits, last_told=None)
    if added:
        wardrobe.rotation = delete_pair(wardrobe.rotation, added)
        return go_on_after(talk, talk.say("shoes.undo.done_pair", pair=pair_in_words(talk, added)))
    if run is None:
        return go_on_after(talk, talk.say("shoes.undo.done_unknown"))
    wardrobe.keep(remove_run(wardrobe.rotation, run, wardrobe.recent.runs))
    shoe = wardrobe.rotation.find(run.shoe)
    if shoe is None:
        return go_on_after(talk, talk.say("shoes.undo.done_unknown"))
    pair, total = starting(pair_in_words(talk, shoe)), about(talk, shoe.metres)
    return go_on_after(talk, talk.say("shoes.undo.done", pair=pair, total=total))


def _change(talk: Talk, before: Run, after: Run, line: Callable[[Run], str]) -> Reply:
    wardrobe = talk.wardrobe
    if after != before:
        try:
            update = replace_run(wardrobe.rotation, before, after, wardrobe.recent.runs)
        except RefusedError as refused:
            return go_on_after(talk, refusal_in_words(talk, refused))
        wardrobe.keep(update)
        wardrobe.habits = replace(wardrobe.habits, last_told=LastTold(after))
    return go_on_after(talk, line(after), just_named=_shoe_of(talk, after))


def _shoe_of(talk: Talk, run: Run) -> Shoe | None:
    return talk.wardrobe.rotation.find(run.shoe)


def _pair_line(talk: Talk, run: Run, line: str) -> str:
    shoe = _shoe_of(talk, run)
    if shoe is None:
        raise LookupError("a run is put on a pair that is there")
    return talk.say(
        line,
        pair=pair_in_words(talk, shoe),
        total=about(talk, shoe.metres),
        distance=exactly(talk, run.metres),
        when=on_day_of(talk, run),
    )


def _distance_line(talk: Talk, run: Run) -> str:
    shoe = _shoe_of(talk, run)
    values = {"distance": exactly(talk, run.metres), "when": on_day_of(talk, run)}
    if shoe is None:
        return talk.say("shoes.correct.distance_unknown", **values)
    return talk.say(
        "shoes.correct.distance", pair=pair_in_words(talk, shoe), total=about(talk, shoe.metres), **values
    )
