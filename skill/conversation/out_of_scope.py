"""What is not the coach's business: said honestly, and nothing is written; what was going on goes on."""

from skill.coach.preferences import LONGEST_HOLD, SHORTEST_HOLD
from skill.conversation.shoes.run_paces import pace_of_run
from skill.conversation.turn.reply import Outcome
from skill.conversation.turn.talk import Talk
from skill.conversation.turn.turn import Slot
from skill.shoes.days import Day


def elsewhere(talk: Talk, heard: Slot | None, day: Day | None = None) -> Outcome:
    """What the coach cannot do, and what to say instead where that works.

    Args:
        talk: the turn.
        heard: what was wanted; a general answer for what has none of its own. Counts that no hold has, wanted
            while one is counted, are answered with those that there are.
        day: of which it was wanted, as the pace of a run.
    """
    if talk.interrupted and heard and "counting" in heard.ids:
        return talk.say(talk.line("adjusting.hold_range", least=SHORTEST_HOLD, most=LONGEST_HOLD))
    if heard and "pace" in heard.ids and (known := pace_of_run(talk, day)):
        return known
    keys = (f"elsewhere.{id_}" for id_ in (heard.ids if heard else ()))
    return talk.say(talk.line(next((key for key in keys if key in talk.phrasebook), "elsewhere.other")))


def somebody_else(talk: Talk) -> Outcome:
    """Somebody else's run, shoes or pain: none of it is the runner's own."""
    return talk.say(talk.line("not_counted.somebody_else"))


def other_sport(talk: Talk) -> Outcome:
    """Another sport than running."""
    return talk.say(talk.line("not_counted.other_sport"))
