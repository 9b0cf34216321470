"""Which use case answers which intent, and which slots it reads."""

from collections.abc import Callable, Mapping

from skill.alexa.shoe_intents import SHOE_INTENTS
from skill.alexa.slots import SlotUseCase
from skill.conversation import answering, data, helping, opening
from skill.conversation.reply import Reply
from skill.conversation.stretching import (
    adjusting,
    asking,
    equipment,
    navigating,
    performing,
    rating,
    routines,
)
from skill.conversation.talk import Talk


def _plain(use_case: Callable[[Talk], Reply]) -> SlotUseCase:
    """For intents without slots."""
    return lambda talk, _slots: use_case(talk)


INTENTS: Mapping[str, SlotUseCase] = {
    **SHOE_INTENTS,
    "StartRoutineIntent": lambda talk, slots: routines.start_routine(talk, slots.get("routine")),
    "StartExerciseIntent": lambda talk, slots: routines.start_exercise(talk, slots.get("exercise")),
    "SoreAreaIntent": lambda talk, slots: routines.sore_area(talk, slots.get("body_area")),
    "LimitTimeIntent": lambda talk, slots: routines.limit_time(
        talk, slots.seconds("duration"), slots.get("routine")
    ),
    "SkipIntent": lambda talk, slots: navigating.skip(talk, slots.get("exercise")),
    "ReadyIntent": _plain(answering.ready),
    "ThanksIntent": _plain(answering.thanks),
    "HowLongLeftIntent": _plain(asking.how_long_left),
    "HowManyLeftIntent": _plain(asking.how_many_left),
    "WhereAmIIntent": _plain(asking.where_am_i),
    "ExplainIntent": lambda talk, slots: asking.explain(talk, slots.get("exercise")),
    "ListExercisesIntent": lambda talk, slots: asking.list_exercises(talk, slots.get("routine")),
    "ChangeHoldIntent": lambda talk, slots: adjusting.change_hold(talk, slots.get("hold_change")),
    "SetHoldIntent": lambda talk, slots: adjusting.set_hold(
        talk, slots.seconds("duration") or slots.whole("seconds")
    ),
    "SetCountStyleIntent": lambda talk, slots: adjusting.set_count_style(talk, slots.get("count_style")),
    "SetCountDirectionIntent": lambda talk, slots: adjusting.set_count_direction(
        talk, slots.get("count_direction")
    ),
    "SetPaceIntent": lambda talk, slots: adjusting.set_pace(talk, slots.get("pace")),
    "SetFlowIntent": lambda talk, slots: adjusting.set_flow(talk, slots.get("flow")),
    "SetRepetitionsIntent": lambda talk, slots: adjusting.set_repetitions(talk, slots.whole("number")),
    "ChangeFormIntent": lambda talk, slots: adjusting.change_form(talk, slots.get("form")),
    "HearSettingsIntent": _plain(adjusting.hear_settings),
    "ResetSettingsIntent": _plain(adjusting.reset_settings),
    "NoEquipmentIntent": lambda talk, slots: equipment.lack(talk, slots.get("equipment")),
    "HaveEquipmentIntent": lambda talk, slots: equipment.have(talk, slots.get("equipment")),
    "RateRunIntent": lambda talk, slots: rating.rate_run(talk, slots.get("feeling")),
    "BestExercisesIntent": _plain(rating.best_exercises),
    "AdviceIntent": lambda talk, slots: helping.advise(talk, slots.get("topic")),
    "WhatCanISayIntent": _plain(helping.what_can_i_say),
    "DeleteMyDataIntent": _plain(data.ask_to_delete),
    "AMAZON.HelpIntent": _plain(helping.help_),
    "AMAZON.FallbackIntent": _plain(helping.fallback),
    "AMAZON.YesIntent": _plain(answering.yes),
    "AMAZON.NoIntent": _plain(answering.no),
    "AMAZON.NextIntent": _plain(navigating.next_exercise),
    "AMAZON.PreviousIntent": _plain(navigating.previous_exercise),
    "AMAZON.RepeatIntent": _plain(navigating.repeat),
    "AMAZON.PauseIntent": _plain(navigating.pause),
    "AMAZON.ResumeIntent": _plain(performing.go_on),
    "AMAZON.StartOverIntent": _plain(navigating.start_over),
    "AMAZON.StopIntent": _plain(opening.stop),
    "AMAZON.CancelIntent": _plain(opening.stop),
    "AMAZON.NavigateHomeIntent": _plain(opening.stop),
}
