"""What the parts of understanding ask of a language's words: lists with a meaning for each."""

from skill.hearing.phrases import Phrases
from skill.value import Value


class PossessiveWords(Value):
    """A word that some say for "my": "me heel".

    Attributes:
        said: that word.
        means: what it means.
        before: the words behind it of which it is said.
        not_behind: the words ahead of it behind which it means itself.
    """

    said: str
    means: str
    before: frozenset[str]
    not_behind: frozenset[str]


class RedFlagWords(Value):
    """The words by which red flags are told from what only sounds like one.

    Attributes:
        light: phrases, as tuples of words, that only colour what is said: "really".
        harmless: phrases, as tuples of words, that are no red flag: "dying for".
        misheard: what a recogniser makes of something else, and what that is.
        long_past: phrases that say that it was long ago.
        imagined: phrases that say that it is only imagined.
        no_body: words of things that burst and fall where no part of a body is named.
        supposing: words before it by which it only may be so: "if".
        asking: words that an utterance begins with that asks.
        of_things: words of what is worn, of which parts are called like those of a foot.
        beginnings: words that begin a statement anew, whatever stands before them: "my".
        links: words that let a "not" before them reach what stands behind them: "not think".
    """

    light: tuple[tuple[str, ...], ...]
    harmless: tuple[tuple[str, ...], ...]
    misheard: dict[tuple[str, ...], tuple[str, ...]]
    long_past: tuple[tuple[str, ...], ...]
    imagined: tuple[tuple[str, ...], ...]
    no_body: frozenset[str]
    supposing: frozenset[str]
    asking: frozenset[str]
    of_things: frozenset[str]
    beginnings: frozenset[str]
    links: frozenset[str]


class ClauseWords(Value):
    """How a clause of its own begins behind what is asked for.

    Attributes:
        beginnings: words that begin one.
        subjects: words that do only where a verb follows soon.
        verbs: those verbs, in any of their forms.
        relative: words behind a beginning that make it one with what stands ahead: "stretches I can do".
    """

    beginnings: frozenset[str]
    subjects: frozenset[str]
    verbs: frozenset[str]
    relative: frozenset[str]


class IndirectQuestionWords(Value):
    """The words by which a question stands in another sentence.

    Attributes:
        leads: phrases that lead to one: "I can't remember".
        telling: such phrases that order something before a condition or a moment: "tell me when".
        asking: words that such a question begins with: "which".
        conditions: words that it begins with where yes or no answers it: "whether".
        moments: those of `asking` that ask for a moment.
        subjects: pronouns that change places with the verb.
        third_person: those of them behind which a verb has an ending.
        adverbs: words between a subject and its verb: "when I last ran".
        auxiliaries: verbs that stand ahead of the subject by themselves.
        full_verbs: those of them that may be any other verb as well: "which shoes I have".
        doing: what stands there for any other verb: in the past, the present, and the third person.
        past: by the past of a verb that has one of its own, the verb.
    """

    leads: Phrases
    telling: Phrases
    asking: frozenset[str]
    conditions: frozenset[str]
    moments: frozenset[str]
    subjects: frozenset[str]
    third_person: frozenset[str]
    adverbs: frozenset[str]
    auxiliaries: frozenset[str]
    full_verbs: frozenset[str]
    doing: tuple[str, str, str]
    past: dict[str, str]


class Telling(Value):
    """The words by which a run is put together that was told in no sentence's order.

    Attributes:
        blocking: words that plan, ask, or speak of somebody else or another sport.
        denying: words that deny what stands behind them.
        running: words that say that a run was run.
        correcting: words that put a run right.
        deleting: words that take one out.
        before_a_clock, behind_a_clock: words beside a number that is no distance.
        choosing: words that leave open which of two pairs is meant.
        before_a_race: words that make of a race's distance another: "a quarter marathon".
        in_pair, took: how a pair and a time stand in the sentence.
        unsure: phrases for what is not known of a run.
        of_another_run: phrases by which a pair is that of another run: "the ones I wore on Monday".
        gone_by: words behind a length of time that is none of a run: "an hour ago", "five minutes to spare".
        loosely: words ahead of a time that is not exact.
        asking: words that a question begins with.
        wondering: phrases that a question begins with, and no request.
        inverting, subjects: words that begin a question where one of the others stands behind.
        ordering: those of `inverting` that begin an order as well.
        pronouns: those of the subjects that can be nothing else: "do the long version" is an order.
        tags: what at the end makes a question of what is told: "I ran ten on Wednesday, didn't I".
        ran: what the sentence of a run begins with.
        joining: words that join two runs.
        several: the sentence of more than one run, which is taken apart then.
        small_units: units of what is no run where there is a distance in others: metres climbed.
        in_a_distance: words beside the numbers and the units of a distance.
        possessive: what makes a day own what is behind it.
        change, move, move_to, mark, was, delete: the sentences that put a day's run right or delete it.
    """

    unsure: frozenset[str]
    of_another_run: frozenset[str]
    gone_by: frozenset[str]
    loosely: frozenset[str]
    asking: frozenset[str]
    wondering: tuple[str, ...]
    inverting: frozenset[str]
    subjects: frozenset[str]
    ordering: frozenset[str]
    pronouns: frozenset[str]
    tags: tuple[str, ...]
    ran: str
    joining: frozenset[str]
    several: str
    small_units: frozenset[str]
    in_a_distance: frozenset[str]
    possessive: str
    move_to: str
    was: str

    blocking: frozenset[str]
    denying: frozenset[str]
    running: frozenset[str]
    correcting: frozenset[str]
    deleting: frozenset[str]
    before_a_clock: frozenset[str]
    behind_a_clock: frozenset[str]
    choosing: frozenset[str]
    before_a_race: frozenset[str]
    in_pair: str
    took: str
    change: str
    move: str
    mark: str
    delete: str
