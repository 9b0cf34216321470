"""Which use case answers which intent about how long pairs last, and which slots it reads."""

from collections.abc import Mapping

from skill.alexa.pair_intents import pair_named
from skill.alexa.slots import Slots, SlotUseCase
from skill.alexa.spoken_amounts import spoken_distance
from skill.conversation import answers
from skill.conversation.shoes import books, check_up_offers, checking, life_reasons, life_reports
from skill.conversation.shoes.check_up_findings import Findings
from skill.conversation.shoes.other_totals import Apart
from skill.conversation.turn.reply import Outcome
from skill.conversation.turn.talk import Talk
from skill.shoes.check_up import Finding, Point


def spoken_findings(slots: Slots) -> Findings:
    """What was found in a pair, in an intent's slots: words alone, for points, and for the others."""
    words = (slots.word(f"finding{place}", Finding) for place in ("", "_two", "_three"))
    named: dict[Point, Finding] = {}
    for place in ("", "_two", "_three"):
        point, found = slots.word(f"point{place}", Point), slots.word(f"point_finding{place}", Finding)
        if point and found:
            named[point] = found
    signs = (slots.word(name, Point) for name in ("sign", "sign_two"))
    named.update((sign, Finding.WORN) for sign in signs if sign)
    fine = slots.word("fine_sign", Point)
    if fine:
        named[fine] = Finding.GOOD
    return Findings(
        tuple(filter(None, words)), named, slots.word("others", Finding) or slots.word("sound", Finding)
    )


def _apart(slots: Slots) -> Apart | None:
    """Whether a distance is what another count has more or less than ours."""
    told = (slots.word(name, Apart) for name in ("apart", "short_or_over", "taken_off"))
    return next(filter(None, told), None)


def _findings(talk: Talk, slots: Slots) -> Outcome:
    found = check_up_offers.tell_findings(talk, spoken_findings(slots), pair_named(talk, slots))
    return found or answers.thanks(talk)


def _other_book(talk: Talk, slots: Slots) -> Outcome:
    return books.compare_books(talk, pair_named(talk, slots), spoken_distance(slots), _apart(slots))


LIFE_INTENTS: Mapping[str, SlotUseCase] = {
    "ReplaceWhenIntent": lambda talk, slots: life_reports.replace_when(talk, pair_named(talk, slots)),
    "CheckShoesIntent": lambda talk, slots: checking.check_shoes(talk, pair_named(talk, slots)),
    "FindingsIntent": _findings,
    "CheckHistoryIntent": lambda talk, slots: life_reasons.last_check_up(talk, pair_named(talk, slots)),
    "LeaveAsIsIntent": lambda talk, _slots: answers.leave_as_it_is(talk),
    "WhyLifeIntent": lambda talk, slots: life_reasons.why_life(talk, pair_named(talk, slots)),
    "ForecastRecordIntent": lambda talk, _slots: life_reports.forecasts_fared(talk),
    "OtherBookIntent": _other_book,
}
