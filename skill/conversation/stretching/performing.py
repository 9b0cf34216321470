"""Performs a part of a walkthrough, and goes on with it after a word in between."""

from collections.abc import Sequence
from functools import partial

from skill.coach.compiler import Budget, compile_sheet
from skill.coach.cue_sheet import Cue, Place
from skill.coach.entry import Entry
from skill.coach.exercise_pairs import Feeling
from skill.coach.ledger import still_ahead, together
from skill.coach.routine import Plan
from skill.coach.walkthrough import IN_MIND, STILL_WARM, Progress, Walkthrough
from skill.conversation.stretching.exercise_names import exercise_name
from skill.conversation.stretching.going_on import goes_on_in_silence, seconds_said, sheet_in_silence
from skill.conversation.stretching.in_position import in_position
from skill.conversation.stretching.routine_endings import (
    Ending,
    continues_unasked,
    ending_of_routine,
    with_say_continue,
    words_before,
)
from skill.conversation.stretching.showing import screen_of
from skill.conversation.stretching.stretch_cards import card_of_beginning
from skill.conversation.turn.open_questions import answer_of
from skill.conversation.turn.question import Invitation, Offer
from skill.conversation.turn.reply import Outcome, Reply
from skill.conversation.turn.talk import Talk
from skill.speech import apla, ssml
from skill.value import replace

LONGEST_PERFORMANCE = apla.LONGEST - 20
"""Seconds of a routine in one reply; the words at its end, and a slower voice, need the rest."""
CUES_TO_BEGIN_WITH = 60
"""A multiple of every number of cues that an exercise has, so that each is as likely as the others."""
LARGEST_PERFORMANCE = ssml.LONGEST - 700
"""Characters of it as SSML, with room for the words at its end."""


class Ready(Invitation, name="ready"):
    """Whether the runner is ready for what comes next, at the end of a performance and after a pause.

    Attributes:
        coming: id of the exercise that comes next.
        in_position: whether the runner did not ask to wait, and may still be in the bout.
    """

    coming: str
    in_position: bool = False

    def named_answers(self) -> tuple[str, ...]:
        """None: the buttons of the routine go on."""
        return ()

    def yes(self, talk: Talk) -> Outcome:
        """Go on."""
        return resume_if_any(talk)

    def no(self, talk: Talk) -> Outcome:
        """Wait."""
        return talk.ask(self, talk.line("answers.take_your_time"))

    def ready(self, talk: Talk) -> Outcome:
        """Go on."""
        return resume_if_any(talk)

    def duration(self, talk: Talk, seconds: int) -> Outcome:  # noqa: ARG002 - however long it takes
        """So long is to be waited."""
        return self.no(talk)

    def keeps_position(self) -> bool:
        """Whether nobody asked to wait."""
        return self.in_position

    def you_choose(self, talk: Talk) -> Outcome:
        """Go on."""
        return resume_if_any(talk)

    def values(self, talk: Talk) -> dict[str, str | int]:
        """The exercise's name."""
        return {"exercise": exercise_name(talk, self.coming)}


class FineToGoOn(Invitation, name="fine-to-go-on"):
    """Whether it is really fine to go on, after a red flag; nothing but a plain yes goes on.

    Attributes:
        opening: what was to be said ahead of what was asked for.
    """

    holds_back = True

    opening: str = ""

    def yes(self, talk: Talk) -> Outcome:
        """Go on: it was asked, and said."""
        talk.open_questions = tuple(one for one in talk.open_questions if not one.holds_back)
        if talk.resumable is None:
            return resume_if_any(talk)
        left = talk.resumable  # the bout begins anew: nobody is counted on into what was broken off
        cleared = replace(left, stopped_for_safety=False, cleared=True, place=replace(left.place, count=0))
        return resume(talk, cleared, self.opening)

    def no(self, talk: Talk) -> Outcome:
        """Then there is time."""
        return talk.ask(self, talk.line("safety.not_yet"))

    def ready(self, talk: Talk) -> Outcome:
        """That is no yes."""
        return talk.ask(self, talk.line("safety.only_yes"))

    def all_right(self, talk: Talk) -> Outcome:
        """That is half an answer."""
        return self.ready(talk)

    def feeling(self, talk: Talk, felt: Feeling | None) -> Outcome:
        """How it feels is at most half an answer."""
        return self.ready(talk) if felt is Feeling.BETTER else self.no(talk)


class HurtThere(Invitation, name="hurt-there"):
    """Whether an exercise in which something hurt is really to be done again.

    Attributes:
        step: its place in the routine.
    """

    step: int

    def yes(self, talk: Talk) -> Outcome:
        """Do it."""
        left = talk.resumable
        return perform(talk, replace(left, hurt_in=""), Place(self.step)) if left else resume_if_any(talk)

    def no(self, talk: Talk) -> Outcome:
        """Go on where it was, with the next one where it was there; behind the last one that was all."""
        left = talk.resumable
        if left is None or left.place.step != self.step:
            return resume_if_any(talk)
        if self.step + 1 < len(left.plan.routine.steps):
            return perform(talk, left, Place(self.step + 1))
        talk.walkthrough = left.finish(talk.turn.at)
        return talk.end(talk.line("safety.take_care"))

    def still_open(self, talk: Talk) -> bool:
        """As long as there is something to go on with."""
        return talk.resumable is not None


def begin(talk: Talk, plan: Plan, opening: str = "") -> Reply:
    """Start a routine from its beginning."""
    before = talk.walkthrough
    talk.walkthrough = Walkthrough(
        plan=plan,
        place=Place(0),
        progress=Progress.PAUSED,
        begun_at=talk.turn.at,
        touched_at=talk.turn.at,
        intended=tuple(step.exercise.id for step in plan.routine.steps),
        stopped_for_safety=before is not None and before.holds_back(talk.turn.at),
    )
    reply = perform(talk, talk.walkthrough, Place(0), opening)
    return reply.with_card(card_of_beginning(talk, plan)) if reply.performs else reply


def perform(
    talk: Talk,
    walkthrough: Walkthrough,
    place: Place,
    opening: str = "",
    *,
    entry: Entry = Entry.EXPLAINED,
) -> Reply:
    """Perform as much of the walkthrough from the place on as one reply holds, and remember that.

    Args:
        talk: its walkthrough is replaced by the one that plays.
        walkthrough: stopped.
        place: inside its routine.
        opening: said ahead of it.
        entry: what the runner needs ahead of the first bout.

    Returns:
        the performance; after a red flag the question whether the runner is all right, and then whether it
        is really fine to go on: nothing that is ordered before moves the place, or takes another routine.
    """
    holding = next((one for one in talk.open_questions if one.holds_back and one.waits), None)
    if holding and talk.as_found and talk.as_found.can_resume(talk.turn.at):
        talk.walkthrough = talk.as_found
        return talk.ask(holding, holding.again(talk))
    if walkthrough.stopped_for_safety or any(one.holds_back for one in talk.open_questions):
        talk.walkthrough = replace(
            walkthrough, place=place, progress=Progress.PAUSED, stopped_for_safety=True
        )
        why = ""
        if isinstance(talk.asked, FineToGoOn):
            why = talk.line("safety.only_yes")
        elif any(one.asks_a_doctor for one in talk.open_questions):
            why = talk.line("safety.told_by_doctor")
        return talk.ask(FineToGoOn(opening), why)
    hurt_before = walkthrough.plan.routine.steps[place.step].exercise.id == walkthrough.hurt_in
    come_back = place.step != walkthrough.place.step or talk.turn.at - walkthrough.touched_at > IN_MIND
    if hurt_before and come_back:
        talk.walkthrough = walkthrough
        return talk.ask(HurtThere(place.step))
    talk.open_questions = tuple(one for one in talk.open_questions if not one.over_with_a_routine)
    to_come = still_ahead(walkthrough.plan, place)
    heard = replace(walkthrough, held=together(walkthrough.held, to_come))
    budget = Budget(LONGEST_PERFORMANCE, LARGEST_PERFORMANCE, partial(_characters, talk.turn.language))
    opening = talk.noticed(opening)
    sheet = compile_sheet(
        walkthrough.plan,
        place,
        talk.phrasebook,
        budget,
        opening=opening,
        entry=entry,
        first_cue=talk.random.randrange(CUES_TO_BEGIN_WITH),
        closing=lambda resume_at: _ending(talk, heard, resume_at).text,
    )
    ending = _ending(talk, heard, sheet.resume_at)
    reprompt = ending.question.reprompt(talk) if ending.question else ""
    in_silence = None
    if sheet.resume_at and goes_on_in_silence(talk, walkthrough):
        in_silence = sheet_in_silence(talk, walkthrough, sheet.resume_at, budget)
    elif sheet.resume_at:
        reprompt = f"{reprompt} {talk.line('closing.place_kept')}"
    said = seconds_said(sheet, reprompt, talk.turn.language)
    talk.walkthrough = walkthrough.play(sheet, talk.turn.at, in_silence, said)
    return Reply(
        sheet,
        ending.question,
        reprompt,
        screen_of(talk, walkthrough, place, sheet, opening),
        performs=True,
        auto_continues=isinstance(ending.question, Ready) and continues_unasked(talk, walkthrough),
        in_silence=in_silence,
    )


def resume(talk: Talk, walkthrough: Walkthrough, opening: str = "", *, explain: bool = True) -> Reply:
    """Go on where the walkthrough was left; a bout that was left long ago begins anew.

    Args:
        talk: the turn.
        walkthrough: one that can be gone on with.
        opening: said ahead of it.
        explain: whether an exercise that has not begun yet is explained, unless it just was.
    """
    place = walkthrough.place
    if in_position(talk, walkthrough):
        return perform(talk, walkthrough, place, opening, entry=Entry.AT_ONCE)
    explain = explain and not walkthrough.knows_what_to_do(talk.turn.at)
    if talk.turn.at - walkthrough.touched_at > STILL_WARM:
        place = replace(place, count=0)
    return perform(talk, walkthrough, place, opening, entry=Entry.EXPLAINED if explain else Entry.POSITIONED)


def resume_if_any(talk: Talk) -> Outcome:
    """Go on with the walkthrough that was left; without one, begin what was offered, or say so."""
    if talk.resumable:
        return resume(talk, talk.resumable)
    offered = talk.asked if isinstance(talk.asked, Offer) else None
    begun = answer_of(talk, lambda question: question.ready(talk) if question is offered else None)
    return begun or talk.say(talk.line("walkthrough.nothing_to_resume"))


def wait(
    talk: Talk, walkthrough: Walkthrough, text: str, *, reprompt: str = "", unasked: bool = False
) -> Reply:
    """Say it and wait for the runner, with the place kept.

    Args:
        talk: the turn.
        walkthrough: stopped.
        text: what is said, how to go on at its end.
        reprompt: said when nothing is heard; the question of `Ready` where it is empty.
        unasked: whether the runner did not ask to wait, and may stay in position.
    """
    exercise = walkthrough.plan.routine.steps[walkthrough.place.step].exercise.id
    kept = talk.counted is not None or (talk.asked is not None and talk.asked.keeps_position())
    return talk.ask(Ready(exercise, in_position=unasked and kept), text, reprompt=reprompt)


def _ending(talk: Talk, walkthrough: Walkthrough, resume_at: Place | None) -> Ending:
    back = walkthrough.goes_back_to
    if resume_at is None and back:
        exercise = back.plan.routine.steps[back.place.step].exercise.id
        text = talk.line("closing.back_to", exercise=exercise_name(talk, exercise))
        return Ending(with_say_continue(talk, walkthrough, text), Ready(exercise))
    if resume_at is None:
        return ending_of_routine(talk, walkthrough)
    exercise = walkthrough.plan.routine.steps[resume_at.step].exercise.id
    return Ending(words_before(talk, walkthrough, resume_at), Ready(exercise))


def _characters(language: str, cues: Sequence[Cue]) -> int:
    return ssml.measure(cues, cues[-1].at + cues[-1].seconds, language) if cues else 0
