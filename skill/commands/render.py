"""`python -m skill render`: a routine as a sound file."""

import sys
from collections.abc import Mapping
from pathlib import Path
from random import Random
from typing import Any

import click

from skill.coach.preferences import CountDirection, CountStyle, Pace, Preferences
from skill.coach.telling import Telling
from skill.commands.options import VOICES
from skill.content.exercise import Equipment, Form
from skill.content.loader import exercises
from skill.conversation.memory.profile import Profile
from skill.sound.recital import recite
from skill.speech.phrasebook import Phrasebook
from skill.speech.spoken_sheet import SpeechFormat
from skill.value import replace

NORMAL_SPEED = 150
AMOUNTS = ("hold_seconds", "massage_seconds", "repetitions", "sets")


def _choice(kind: Any) -> click.Choice[str]:
    return click.Choice([str(value) for value in kind])


@click.command()
@click.argument("routine")
@click.option("--out", type=click.Path(path_type=Path), help="The sound: .wav or .mp3. Default: ROUTINE.wav.")
@click.option("--cues", type=click.Path(path_type=Path), help="Where to write the planned onsets, as JSON.")
@click.option("--apla/--ssml", default=True, help="Perform the audio document, or the spoken fallback.")
@click.option("--voice", default="espeak", show_default=True, help=VOICES)
@click.option(
    "--speed",
    type=int,
    help=f"espeak's words a minute, {NORMAL_SPEED} by itself.",
)
@click.option("--hold", "hold_seconds", type=int, help="Seconds of each hold.")
@click.option("--massage", "massage_seconds", type=int, help="Seconds of each massage.")
@click.option("--repetitions", type=int, help="How often each repeated exercise is done.")
@click.option("--sets", type=int, help="How often each exercise is done on each side.")
@click.option("--count-style", type=_choice(CountStyle), help="Which seconds are counted aloud.")
@click.option("--count-direction", type=_choice(CountDirection), help="Count up or down.")
@click.option("--pace", type=_choice(Pace), help="How much time there is between things.")
@click.option("--form", type=_choice(Form), help="How hard the exercises are made, where they can be.")
@click.option("--without", multiple=True, type=_choice(Equipment), help="Equipment that is not at hand.")
@click.option("--telling", type=_choice(Telling), default=str(Telling.FULL), help="How much is said of each.")
@click.option("--locale", default="en-US", show_default=True, help="Whose language it is.")
@click.option("--seed", default=0, show_default=True, help="Draws the wordings, and the pre-run pair.")
def render(routine: str, out: Path | None, cues: Path | None, locale: str, **options: Any) -> None:
    """Write ROUTINE (post-run, pre-run or one exercise) as a sound file to stretch along with.

    A .cue file with a track for each exercise is written beside it. Lengths and numbers are taken as near as
    an exercise allows.
    """
    random = Random(options["seed"])  # noqa: S311 - chance of wordings, not of secrets
    words = Phrasebook.of(locale.partition("-")[0], random)
    recital = list(recite(routine, _profile(options), exercises(), locale, random))
    from skill.sound.recording import record_recital  # noqa: PLC0415 - the voice is an extra
    from skill.sound.voices import ESPEAK, voice_of  # noqa: PLC0415 - as above

    if options["speed"] is not None and options["voice"] != ESPEAK:
        raise click.UsageError("A natural voice has a speed of its own: leave --speed out.")
    speed = NORMAL_SPEED if options["speed"] is None else options["speed"]
    voice = voice_of(options["voice"], words.code, speed)
    quiet = not sys.stderr.isatty()
    with click.progressbar(recital, label="Rendering", file=sys.stderr, hidden=quiet) as bar:
        done = record_recital(
            bar,
            words=words,
            voice=voice,
            form=SpeechFormat.APLA if options["apla"] else SpeechFormat.SSML,
            out=out or Path(f"{routine}.wav"),
            cues=cues,
        )
    minutes, seconds = divmod(round(done.seconds), 60)
    files = ", ".join(map(str, done.files))
    click.echo(f"{files}: {minutes}:{seconds:02} minutes, replies: {len(recital)}", err=True)


def _profile(options: Mapping[str, Any]) -> Profile:
    """A runner with these settings, who knows the exercises so well."""
    words = {"count_style": CountStyle, "count_direction": CountDirection, "pace": Pace}
    changes: dict[str, Any] = {name: kind(options[name]) for name, kind in words.items() if options[name]}
    changes |= {name: options[name] for name in AMOUNTS if options[name] is not None}
    form = options["form"]
    return Profile(
        preferences=replace(Preferences(), **changes),
        missing=frozenset(map(Equipment, options["without"])),
        forms=dict.fromkeys(exercises(), Form(form)) if form else {},
        tellings=dict.fromkeys(exercises(), Telling(options["telling"])),
    )
