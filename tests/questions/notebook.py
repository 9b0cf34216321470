"""What a notebook holds, a short line for each thing that somebody could have told or set."""

from collections import Counter
from collections.abc import Iterator
from datetime import datetime

from skill.coach.preferences import Preferences
from skill.conversation.memory.profile import Profile
from skill.conversation.memory.profile_pages import PROFILE, profile_of
from skill.conversation.memory.run_entries import run_of
from skill.conversation.memory.shoe_pages import SHOES, ShoesTold, local_settings_of, rotation_of, shoes_of
from skill.shoes.default_pairs import default_of
from skill.shoes.distance import METRES_IN, Unit
from skill.shoes.ledger import differences
from skill.shoes.rotation import Rest, Rotation
from skill.shoes.run import Run, RunKind
from skill.shoes.shoe import Life, Shoe
from skill.storage.repository import Repository


def held(repository: Repository, user: str, now: datetime) -> Counter[str]:
    """The lines, each with how often it is there; distances are in miles. The sums are checked on the way."""
    pages = repository.read(user, now).pages
    shoes = pages[SHOES].body if SHOES in pages else {}
    rotation = rotation_of(shoes)
    runs = [run for entry in repository.log(user) if (run := run_of(entry))]
    assert not differences(rotation, runs)
    return Counter(
        [
            *(_run(run, rotation) for run in runs),
            *(_pair(shoe) for shoe in rotation.shoes),
            *_defaults(rotation),
            *_rules(rotation.rest, local_settings_of(shoes).unit),
            *(f"race {_miles(race.metres or 0)} on {race.day}" for race in rotation.races),
            *_taken(shoes_of(shoes)),
            *(_coaching(profile_of(pages[PROFILE].body)) if PROFILE in pages else ()),
        ]
    )


def _run(run: Run, rotation: Rotation) -> str:
    shoe = rotation.find(run.shoe)
    words = [f"ran {_miles(run.metres)} on {run.day}"]
    words += [f"in {shoe.nickname}"] if shoe else []
    words += [f"as {run.kind}"] if run.kind else []
    words += [f"felt {run.felt}"] if run.felt else []
    words += [f"in {run.seconds} s"] if run.seconds else []
    return " ".join(words)


def _pair(shoe: Shoe) -> str:
    words = [f"pair {shoe.nickname}"]
    words += [f"from {_miles(shoe.starting_metres)}"] if shoe.starting_metres else []
    words += [f"to {_miles(shoe.life.due)}"] if shoe.life != Life() else []
    words += [f"for {kind}" for kind in sorted(shoe.kinds)]
    words += [f"for {shoe.price.hundredths / 100:g} {shoe.price.currency}"] if shoe.price else []
    words += [f"bought {shoe.bought.first}"] if shoe.bought else []
    words += [f"by {shoe.brand}"] if shoe.brand else []
    words += [f"tell at {_miles(shoe.alert_metres)}"] if shoe.alert_metres else []
    words += [] if shoe.active else ["retired"]
    words += [str(shoe.mode).replace("-", " ")] if shoe.mode else []
    words += [f"until {shoe.saved_until}"] if shoe.saved_until else []
    words += [f"waiting for {shoe.saved_for}"] if shoe.saved_for else []
    return " ".join(words)


def _taken(told: ShoesTold) -> Iterator[str]:
    shoe = told.rotation.find(told.taken.shoe) if told.taken else None
    if shoe:
        yield f"takes {shoe.nickname}"


def _defaults(rotation: Rotation) -> Iterator[str]:
    for kind in (None, *RunKind):
        shoe = rotation.find(default_of(rotation, kind))
        if shoe:
            yield f"{kind or 'any run'} in {shoe.nickname}"


def _rules(rest: Rest, unit: Unit | None) -> Iterator[str]:
    if rest != Rest():
        yield f"rest {rest.hours} hours" if rest.on else "no rest"
    if unit:
        yield f"in {unit}"


def _coaching(profile: Profile) -> Iterator[str]:
    for name in Preferences.__struct_fields__:
        value = getattr(profile.preferences, name)
        if value != getattr(Preferences(), name):
            yield f"{name} {value}"
    yield from (f"{exercise} {form}" for exercise, form in profile.forms.items())
    yield from (f"without {item}" for item in profile.missing)
    if profile.last_pre_run and profile.last_pre_run.rated:
        yield f"felt {profile.last_pre_run.rated}"


def _miles(metres: float) -> str:
    return f"{round(metres / float(METRES_IN[Unit.MILES]), 2):g} mi"
