"""The table of intents agrees with the interaction model, and the model's words with the content."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from copy import deepcopy

import pytest

from skill.alexa import skill
from skill.alexa.asked_span import WindowUnit
from skill.alexa.intents import INTENTS
from skill.alexa.reminder_intents import DAYS_OF, HowMany
from skill.alexa.run_intents import Times
from skill.alexa.slots import Slots
from skill.coach.exercise_pairs import Feeling
from skill.coach.preferences import WORDED
from skill.coach.sides import Sides
from skill.content.exercise import BodyArea, Equipment, Form, RoutineName, Side
from skill.content.loader import exercises
from skill.content.stand_ins import StandIn
from skill.conversation.imports.by_voice import Source
from skill.conversation.reminders.reminder_words import STRETCH, TASKS
from skill.conversation.shoes.about_that import AskedOfThat
from skill.conversation.shoes.how_felt import Neither
from skill.conversation.shoes.other_totals import Apart
from skill.conversation.shoes.pair_reports import Rank
from skill.conversation.shoes.run_records import Compared, Extreme, Per
from skill.conversation.stretching.choosing_sides import SidePart
from skill.conversation.stretching.coaching_settings import HoldChange
from skill.conversation.stretching.equipment import Whereabouts
from skill.conversation.stretching.form_questions import Aspect
from skill.conversation.stretching.going_to import LAST, LAST_BUT_ONE, Way
from skill.conversation.turn.pain_kind import PainKind
from skill.conversation.turn.spoken_time import DayPart
from skill.hearing.interpretation import FilledSlot
from skill.hearing.sentences import slot_type_of
from skill.hearing.slot_spans import Match
from skill.shoes.check_up import Finding, Point
from skill.shoes.distance import Fraction, Race, Unit
from skill.shoes.periods import Period
from skill.shoes.price import Currency
from skill.shoes.run import Felt, RunKind
from skill.speech.phrasebook import lines_of
from stand_ins.memory import MemoryRepository
from tests.heard import KNOWN, slots_by_intent, values_by_type
from tests.runner import Runner, slots_of

DECLARED = {slot for slots in slots_by_intent().values() for slot in slots}
ASIDES = {slot_type_of(name) for name in KNOWN.asides}
INFORMAL = {"Brand", "Shoe"}
"""Types whose values the coach takes as they are: the names people make up, and who makes shoes."""
ANSWERED_ALIKE = {
    "AllRightIntent",
    "AskDoctorIntent",
    "CrampIntent",
    "EmergencyIntent",
    "InjuryIntent",
    "NoRunIntent",
    "OtherSportIntent",
    "OutOfScopeIntent",
    "SomebodyElseIntent",
}
"""Intents of what the coach does not act on: whatever else is said, it is noted by nobody."""
DISTANCE = {"distance", "decimal", "fraction", "unit", "race_distance", "more_metres"}
SAID_BESIDE: Mapping[str, set[str]] = {
    "ChooseShoesIntent": {"shoe"},  # "something other than the ghosts"
    "DeleteStretchLogIntent": {"day"},  # no day can be deleted by itself
    "DeleteRunIntent": DISTANCE,  # the run is read back before it is deleted
    "ListShoesIntent": {"shoe"},  # "all my ghosts"
    "OtherShoesIntent": {"shoe", "day"},  # "not the ghosts", which were named last
    "SideBalanceIntent": {"side", "day", "period"},  # both sides are told, of this month
    "StretchLogCorrectionIntent": {"day", "period"},  # it can't be corrected, whenever it was
    "StretchProgressIntent": {"day", "period"},  # told of the week, and of the runs before it
    "ShoeDistanceIntent": {"distance"},  # "are the ghosts past three hundred": the sum tells
    "DefaultPairIntent": {"run_kind"},  # they are told all at once
    "UnwornPairIntent": {"unworn"},  # the sentence says it
    "ForecastRecordIntent": {"shoe", "pair_pronoun"},  # the record is that of all pairs
    "LeaveAsIsIntent": {"shoe", "other_source"},  # nothing is changed, whatever it is called
    "OtherBookIntent": {"other_source"},  # whoever counted otherwise, the causes are the same
    "WhyLifeIntent": {"unit"},  # "why eight hundred kilometres"
    "CancelReminderIntent": {"run_word"},  # "the one after my run": its day tells
    "MoveReminderIntent": {"reminder_noun"},  # "my stretching reminder"
}
"""Slots of what is said besides, and changes nothing of the answer."""
BODY = {"knee", "heel", "toes", "hands", "hips", "back", "eyes", "weight"}
"""What of the form is only asked about by its name."""
IDS: Mapping[str, set[str]] = {
    "Times": set(Times),
    "ThatRace": {"that"},
    "RacePlace": {"place"},
    "AskedOfThat": set(AskedOfThat),
    "DayBefore": {"day-before"},
    "Routine": set(RoutineName),
    "Exercise": set(exercises()),
    "Equipment": set(Equipment),
    "BodyArea": set(BodyArea),
    **{words.__name__: set(words) for words in WORDED.values() if words is not Sides},
    "Side": set(Side),
    "SidePart": set(SidePart),
    "Way": {str(way) for way in Way} - {"without"},
    "SkipNext": {"without"},
    "ExerciseNumber": {"2", "3", "4", "5", LAST, LAST_BUT_ONE},
    "HoldChange": set(HoldChange),
    "HoldAddition": {"longer"},
    "HoldLess": {"shorter"},
    "RestChange": {"slower", "faster"},
    "Form": set(Form),
    "Aspect": {str(aspect) for aspect in Aspect} - BODY | {"hands"},
    "FormPart": BODY | {"foot", "sock"},
    "FormManner": {"hard", "far", "speed", "breathing", "bounce"},
    "Feeling": set(Feeling),
    "PainKind": set(PainKind),
    "Soreness": {"sore"},
    "Cold": {"cold"},
    "Topic": {key.partition(".")[2] for key in lines_of("en") if key.startswith("advice.")} - {"topics"},
    "Elsewhere": {key.partition(".")[2] for key in lines_of("en") if key.startswith("elsewhere.")}
    - {"other"},
    "Source": {str(source) for source in Source},
    "RunKind": set(RunKind),
    "Unit": set(Unit),
    "RaceDistance": set(Race),
    "Fraction": set(Fraction),
    "Period": set(Period),
    "PlaceInRow": {"first", "second"},
    "Currency": set(Currency),
    "PairPronoun": {"spoken-of"},
    "Unworn": {"unworn"},
    "Gift": {"free"},
    "Finding": set(Finding),
    "Sound": {Finding.GOOD},
    "Point": set(Point),
    "Sign": set(Point),
    "FineSign": {Point.SHAPE, Point.TREAD, Point.FOAM},
    "Apart": set(Apart),
    "ShortOrOver": set(Apart),
    "TakenOff": {Apart.LESS},
    "StandIn": set(StandIn),
    "Whereabouts": {str(one) for one in Whereabouts if one is not Whereabouts.NOTHING},
    "Switch": {"on", "off"},
    "Felt": {*Felt, *Neither},
    "FeltVerb": set(Felt),
    "FeltDid": set(Felt),
    "RaceEntry": {"entered"},  # that it is there says that it is a race
    "RaceNamed": {"race"},
    "Extreme": set(Extreme),
    "Per": set(Per),
    "PerSpan": {"week", "month"},
    "Rank": set(Rank),
    "RankHow": set(Rank),
    "Compared": set(Compared),
    "ComparedLast": set(Compared),
    "WindowUnit": set(WindowUnit),
    "Month": {str(month) for month in range(1, 13)},
    "Season": {"3-1", "6-1", "9-1", "12-1", "12-25", "1-1"},
    "ReminderTask": set(TASKS),
    "ReminderNoun": {STRETCH},
    "RunWord": {"run"},
    "Repeat": set(DAYS_OF),
    "Weekday": {name for name, days in DAYS_OF.items() if len(days) == 1},
    "DayPart": set(DayPart),
    "HowMany": set(HowMany),
}


@pytest.fixture(scope="module")
def read() -> Iterator[Mapping[str, set[str]]]:
    """The slots that each intent's handler reads, in one situation or another."""
    found: dict[str, set[str]] = defaultdict(set)
    current = ""

    class Recorded(Slots):
        def get(self, name: str) -> object:  # type: ignore[override]  # passed on as it is
            found[current].add(name)
            return super().get(name)

        def text(self, name: str) -> str | None:
            found[current].add(name)
            return super().text(name)

        def whole(self, name: str) -> int | None:
            found[current].add(name)
            return super().whole(name)

        def seconds(self, name: str) -> int | None:
            found[current].add(name)
            return super().seconds(name)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(skill, "Slots", Recorded)
        runner = Runner(MemoryRepository())
        for current in INTENTS:
            runner.says(current)
        yield found


def test_every_intent_of_the_model_is_answered_and_no_other() -> None:
    assert set(slots_by_intent()) == set(INTENTS)


@pytest.mark.parametrize("intent", sorted(INTENTS))
def test_a_handler_reads_the_slots_that_its_intent_has(intent: str, read: Mapping[str, set[str]]) -> None:
    beside = SAID_BESIDE.get(intent, set()) | KNOWN.asides
    assert intent in ANSWERED_ALIKE or set(slots_of(intent)) - beside <= read[intent]
    assert read[intent] <= DECLARED, "no intent has a slot of that name"


def test_every_type_of_the_model_has_its_ids() -> None:
    assert set(values_by_type()) - INFORMAL - ASIDES == set(IDS)


@pytest.mark.parametrize("slot_type", sorted(IDS))
def test_what_a_slot_can_stand_for_is_what_the_coach_knows(slot_type: str) -> None:
    known = {value.id for value in values_by_type()[slot_type]}
    assert known - {None} == IDS[slot_type], "but for those that it says it knows nothing of"


@pytest.fixture(scope="module", params=[(), ("post-run",)], ids=["opened", "under way"])
def begun(request: pytest.FixtureRequest) -> Runner:
    """A runner who has opened the skill, and one who stretches."""
    runner = Runner(MemoryRepository())
    runner.opens()
    for routine in request.param:
        runner.says("StartRoutineIntent", routine=routine)
    return runner


@pytest.mark.parametrize(
    ("intent", "slot"), [(name, slot) for name in sorted(INTENTS) for slot in slots_of(name)]
)
def test_an_id_that_nobody_knows_is_asked_about(
    begun: Runner, intent: str, slot: str, caplog: pytest.LogCaptureFixture
) -> None:
    runner = Runner(deepcopy(begun.repository))
    runner.envelopes = deepcopy(begun.envelopes)
    unknown = FilledSlot("something", slots_of(intent)[slot], static=(Match("unknown-id", "something"),))
    heard = runner.sends(runner.envelopes.intent(runner.now, intent, {slot: unknown}, slots_of(intent)))
    assert heard.text
    assert not heard.apologised
    assert not caplog.records


def test_a_feeling_that_nobody_knows_is_asked_for() -> None:
    runner = Runner(MemoryRepository())
    runner.opens()
    unknown = FilledSlot("so so", "Feeling", static=(Match("unknown-id", "so so"),))
    asked = runner.sends(runner.envelopes.intent(runner.now, "RateRunIntent", {"feeling": unknown}))
    assert asked.text == runner.says("RateRunIntent").text
    assert asked.open


@pytest.mark.parametrize(
    ("intent", "slot"), [("ChangeHoldIntent", "hold_change"), ("RestSwitchIntent", "switch")]
)
def test_of_two_words_a_third_is_neither(intent: str, slot: str) -> None:
    runner = Runner(MemoryRepository())
    runner.opens()
    unknown = FilledSlot("up", slots_of(intent)[slot], static=(Match("unknown-id", "up"),))
    asked = runner.sends(runner.envelopes.intent(runner.now, intent, {slot: unknown}))
    assert asked.text == runner.says(intent).text
