"""Which use case answers which intent, and which slots it reads."""

from collections.abc import Callable, Mapping
from enum import StrEnum

from skill.alexa.changing_subject import OF_OTHERS, changing_subject
from skill.alexa.choice import choice
from skill.alexa.held_back import held_back
from skill.alexa.reminder_intents import REMINDER_INTENTS
from skill.alexa.shoe_intents import SHOE_INTENTS
from skill.alexa.slots import Slots, SlotUseCase
from skill.alexa.stretch_log_intents import STRETCH_LOG_INTENTS
from skill.coach.exercise_pairs import Feeling
from skill.coach.preferences import WORDED, Pace
from skill.coach.sides import Sides
from skill.content.exercise import BodyArea, Equipment, Form, RoutineName, Side
from skill.content.stand_ins import StandIn
from skill.conversation import (
    answers,
    bare_values,
    help_and_advice,
    moves,
    my_data,
    opening_answers,
    out_of_scope,
)
from skill.conversation.not_understood import not_understood
from skill.conversation.stretching import (
    bout_questions,
    bouts,
    choosing_sides,
    coaching_settings,
    equipment,
    equipment_questions,
    form_questions,
    going_to,
    harder,
    limited_time,
    moving_on,
    pain,
    rating,
    rests,
    routine_questions,
    safety,
    sore_places,
)
from skill.conversation.stretching.choosing_sides import SidePart
from skill.conversation.stretching.coaching_settings import HoldChange
from skill.conversation.stretching.equipment import Whereabouts
from skill.conversation.stretching.form_questions import Aspect
from skill.conversation.stretching.going_to import Way
from skill.conversation.stretching.more_of_this import more_of_this
from skill.conversation.turn.pain_kind import PainKind
from skill.conversation.turn.reply import Outcome
from skill.conversation.turn.talk import Talk


def _plain(use_case: Callable[[Talk], Outcome]) -> SlotUseCase:
    """For intents without slots."""
    return lambda talk, _slots: use_case(talk)


def _limit_time(talk: Talk, slots: Slots) -> Outcome:
    routine, area = slots.word("routine", RoutineName), slots.word("body_area", BodyArea)
    return opening_answers.time_there_is(talk, slots.seconds("duration"), routine, area)


def _skip(talk: Talk, slots: Slots) -> Outcome:
    exercise = slots.get("exercise")
    return equipment.skip_or_leave_out(talk, exercise) if exercise else moves.skip(talk)


def _side_alone(slots: Slots) -> Sides | None:
    """The side of a place, which works alone for it."""
    side = slots.word("side", Side)
    return Sides.only(side) if side else None


def _sore_area(talk: Talk, slots: Slots) -> Outcome:
    talk.sides = _side_alone(slots)
    is_sore = slots.get("soreness") is not None
    return help_and_advice.sore_area(
        talk, slots.get("body_area"), slots.word("body_area", BodyArea), is_sore=is_sore
    )


def _hurts(talk: Talk, slots: Slots) -> Outcome:
    if slots.get("cold"):
        return help_and_advice.too_cold(talk)
    talk.sides = _side_alone(slots)
    return sore_places.hurts(talk, slots.get("body_area"), slots.word("body_area", BodyArea))


def _lack(talk: Talk, slots: Slots) -> Outcome:
    return bare_values.lack(talk, slots.get("equipment"), slots.word("equipment", Equipment))


def _have(talk: Talk, slots: Slots) -> Outcome:
    return equipment.have(talk, slots.get("equipment"), slots.word("equipment", Equipment))


def _use_instead(talk: Talk, slots: Slots) -> Outcome:
    instead = slots.word("stand_in", StandIn)
    return equipment.use_instead(talk, instead) if instead else not_understood(talk)


def _lack_at(talk: Talk, slots: Slots) -> Outcome:
    return equipment.lack_at(talk, slots.word("whereabouts", Whereabouts) or Whereabouts.NOTHING)


def _set_hold(talk: Talk, slots: Slots) -> Outcome:
    return limited_time.hold_or_time(talk, slots.seconds("duration") or slots.whole("seconds"))


def _change_hold(talk: Talk, slots: Slots) -> Outcome:
    told = (slots.word(name, HoldChange) for name in ("hold_change", "hold_addition", "hold_less"))
    change, seconds = next(filter(None, list(told)), None), slots.whole("seconds")
    if talk.run_told and not talk.resumable:  # "double it" may be said of the run
        return limited_time.offer_change_of_holds(talk, change, seconds)
    return coaching_settings.change_hold(talk, change, seconds)


def _more_of_this(talk: Talk, slots: Slots) -> Outcome:
    seconds = slots.seconds("more_time") or slots.whole("seconds")
    return more_of_this(talk, seconds, slots.whole("number"))


def _go_by(talk: Talk, slots: Slots) -> Outcome:
    way = slots.word("way", Way) or slots.word("skip_next", Way)
    return going_to.go_by(talk, way, slots.whole("steps"))


def _form_question(talk: Talk, slots: Slots) -> Outcome:
    asked = (slots.word(name, Aspect) for name in ("aspect", "form_part", "form_manner"))
    aspect = next(filter(None, list(asked)), None)
    return form_questions.answer_about_form(talk, aspect, slots.get("exercise"))


def _set_word(name: str, words: type[StrEnum]) -> SlotUseCase:
    """For a preference that is one word of a few; the slot has its name, as has the intent."""
    return lambda talk, slots: coaching_settings.set_word(talk, name, slots.word(name, words))


def _id(slots: Slots, name: str) -> str | None:
    """The first id of a slot whose ids are told apart by the use case."""
    slot = slots.get(name)
    return slot.ids[0] if slot and slot.ids else None


def _on_sides(use_case: Callable[[Talk, Side | None, SidePart | None], Outcome]) -> SlotUseCase:
    """For what says which side comes first, works alone or not at all."""
    return lambda talk, slots: use_case(talk, slots.word("side", Side), slots.word("side_part", SidePart))


def _start_routine(talk: Talk, slots: Slots) -> Outcome:
    talk.sides = _sides(slots)
    name, missing = slots.word("routine", RoutineName), slots.word("missing", Equipment)
    return equipment.start_without(talk, name, missing) if missing else bare_values.routine(talk, name)


def _start_exercise(talk: Talk, slots: Slots) -> Outcome:
    talk.sides = _sides(slots)
    return bare_values.exercise(talk, slots.get("exercise"))


def _sides(slots: Slots) -> Sides | None:
    side, part = slots.word("side", Side), slots.word("side_part", SidePart)
    return part.sides(side) if side and part else None


_INTENTS: Mapping[str, SlotUseCase] = {
    **SHOE_INTENTS,
    **STRETCH_LOG_INTENTS,
    **REMINDER_INTENTS,
    "StartRoutineIntent": _start_routine,
    "StartExerciseIntent": _start_exercise,
    "SoreAreaIntent": _sore_area,
    "LimitTimeIntent": _limit_time,
    "NoPainIntent": _plain(answers.no_pain),
    "DurationIntent": lambda talk, slots: opening_answers.duration(talk, slots.seconds("duration")),
    "SkipIntent": _skip,
    "ReadyIntent": _plain(answers.ready),
    "DoneIntent": _plain(opening_answers.done),
    "DoneForTodayIntent": _plain(opening_answers.done_for_today),
    "SideIntent": lambda talk, slots: answers.side(talk, slots.word("side", Side)),
    "SideAloneIntent": lambda talk, slots: answers.side_alone(talk, slots.word("side", Side)),
    "OtherSideIntent": lambda talk, slots: choosing_sides.to_other_side(talk, slots.word("side", Side)),
    "NextBoutIntent": _plain(bouts.next_bout),
    "SkipBoutIntent": lambda talk, slots: choosing_sides.skip_side(talk, slots.word("side", Side)),
    "BoutAgainIntent": lambda talk, slots: bouts.bout_again(talk, slots.word("side", Side)),
    "ChooseSidesIntent": _on_sides(choosing_sides.side_with_part),
    "GoToIntent": lambda talk, slots: going_to.go_to(talk, _id(slots, "exercise_number")),
    "LastExerciseIntent": _plain(moving_on.end_after_this),
    "GoByIntent": _go_by,
    "BoutsLeftIntent": _plain(bout_questions.bouts_left),
    "HowFarIntent": _plain(bout_questions.how_far),
    "SameSideIntent": _plain(bouts.same_side),
    "WrongSideIntent": lambda talk, slots: bouts.wrong_side(talk, slots.word("side", Side)),
    "SideDoneIntent": lambda talk, slots: choosing_sides.side_done_already(talk, slots.word("side", Side)),
    "ThanksIntent": _plain(answers.thanks),
    "HowLongLeftIntent": _plain(routine_questions.how_long_left),
    "HowManyLeftIntent": _plain(routine_questions.how_many_left),
    "WhatsNextIntent": lambda talk, slots: routine_questions.whats_next(talk, slots.get("exercise")),
    "WhereAmIIntent": _plain(routine_questions.where_am_i),
    "ExplainIntent": lambda talk, slots: routine_questions.explain(talk, slots.get("exercise")),
    "FormQuestionIntent": _form_question,
    "ListExercisesIntent": lambda talk, slots: routine_questions.list_exercises(
        talk, slots.word("routine", RoutineName)
    ),
    "ChangeHoldIntent": _change_hold,
    "SetHoldIntent": _set_hold,
    "MoreOfThisIntent": _more_of_this,
    "TooEasyIntent": _plain(harder.too_easy),
    "RestIntent": lambda talk, slots: rests.change_rest(talk, slots.word("rest_change", Pace)),
    **{f"Set{name.title().replace('_', '')}Intent": _set_word(name, words) for name, words in WORDED.items()},
    "ThisSideOnlyIntent": _plain(choosing_sides.this_side_only),
    "SetSidesIntent": _on_sides(choosing_sides.always_sides),
    "SetRepetitionsIntent": lambda talk, slots: coaching_settings.set_repetitions(
        talk, slots.whole("number")
    ),
    "ChangeFormIntent": lambda talk, slots: coaching_settings.change_form(talk, slots.word("form", Form)),
    "HearSettingsIntent": _plain(coaching_settings.hear_settings),
    "ResetSettingsIntent": _plain(coaching_settings.reset_settings),
    "NoEquipmentIntent": _lack,
    "HaveEquipmentIntent": _have,
    "UseInsteadIntent": _use_instead,
    "InsteadOfIntent": lambda talk, slots: equipment_questions.instead_of(
        talk, slots.word("equipment", Equipment), slots.word("stand_in", StandIn)
    ),
    "AwayFromHomeIntent": _lack_at,
    "RateRunIntent": lambda talk, slots: bare_values.feeling(talk, slots.word("feeling", Feeling)),
    "BestExercisesIntent": _plain(rating.best_exercises),
    "AdviceIntent": lambda talk, slots: help_and_advice.advise(talk, slots.get("topic")),
    "EmergencyIntent": _plain(safety.emergency),
    "InjuryIntent": _plain(safety.injury),
    "PainIntent": _hurts,
    "PainKindIntent": lambda talk, slots: answers.pain_kind(talk, slots.word("pain_kind", PainKind)),
    "CrampIntent": _plain(pain.cramp),
    "PainLastsIntent": _plain(answers.pain_lasts),
    "AllRightIntent": _plain(answers.all_right),
    "AskDoctorIntent": _plain(safety.ask_doctor),
    "OutOfScopeIntent": lambda talk, slots: out_of_scope.elsewhere(
        talk, slots.get("elsewhere"), slots.day("day")
    ),
    "SomebodyElseIntent": _plain(out_of_scope.somebody_else),
    "OtherSportIntent": _plain(out_of_scope.other_sport),
    "WhatCanISayIntent": _plain(help_and_advice.what_can_i_say),
    "DeleteMyDataIntent": _plain(my_data.delete_my_data),
    "ConfirmDeletionIntent": _plain(answers.plain_words),
    "AMAZON.HelpIntent": _plain(help_and_advice.give_help),
    "AMAZON.FallbackIntent": lambda talk, slots: not_understood(talk, slots.text("guess")),
    "AMAZON.YesIntent": _plain(answers.yes),
    "AMAZON.NoIntent": _plain(answers.no),
    "UnsureIntent": _plain(answers.unsure),
    "LaterIntent": _plain(answers.later),
    "AnotherDayIntent": _plain(answers.another_day),
    "StretchPlanIntent": _plain(answers.stretch_plan),
    "AMAZON.NextIntent": _plain(moves.next_one),
    "AMAZON.PreviousIntent": _plain(moves.previous),
    "AMAZON.RepeatIntent": _plain(moves.repeat),
    "SayAgainIntent": _plain(moves.say_again),
    "AMAZON.PauseIntent": _plain(moves.pause),
    "AMAZON.ResumeIntent": _plain(moves.resume),
    "BackIntent": lambda talk, slots: opening_answers.back(talk, slots.seconds("duration")),
    "BackAloneIntent": _plain(opening_answers.back_or_previous),
    "GoingIntent": lambda talk, slots: opening_answers.going(talk, slots.seconds("duration")),
    "YouChooseIntent": _plain(opening_answers.you_choose),
    "BothIntent": _plain(opening_answers.both),
    "HelloIntent": _plain(opening_answers.hello),
    "AlreadyDoneIntent": _plain(opening_answers.already_done),
    "WhichOneIntent": lambda talk, slots: opening_answers.which_one(talk, slots.get("place_in_row")),
    "RestDayIntent": _plain(opening_answers.rest_day),
    "AMAZON.StartOverIntent": _plain(moves.start_over),
    "AMAZON.StopIntent": _plain(moves.stop),
    "AMAZON.CancelIntent": _plain(answers.never_mind),
    "ScratchThatIntent": _plain(answers.scratch),
    "AMAZON.NavigateHomeIntent": _plain(moves.stop),
}

_OTHERS = {name: _INTENTS[name] for name in (*SHOE_INTENTS, *REMINDER_INTENTS, *OF_OTHERS)}
_NOTED = {**_INTENTS, **changing_subject(_OTHERS)}
_SAFE = {**_NOTED, **held_back(_NOTED)}

INTENTS: Mapping[str, SlotUseCase] = {**_SAFE, "ChoiceIntent": choice(_SAFE)}
