"""PYTHONPATH=<tree> python say_in_state.py FILE.tsv OUT.tsv [default_state]: say each phrasing (column 1) in its state (column 2) to a fresh speaker; prints what was understood and answered."""

import sys, tempfile, re
from pathlib import Path
from datetime import UTC, datetime
from random import Random
from skill.alexa.entry import answer
from skill.alexa.skill import build_skill
from skill.device.echo import Echo
from skill.device.envelopes import Envelopes
from skill.hearing.interpreter import Interpreter
from skill.storage.sqlite import SQLiteRepository

EVENING = datetime(2026, 11, 22, 18, 30, tzinfo=UTC)
I = Interpreter.of("en-US")
EXERCISE = {
    "toes on the wall": "toes on the wall",
    "butt to heel": "butt to heel",
    "sole massage": "sole massage",
    "frozen bottle roll": "bottle roll",
    "toe scrunches": "toe scrunches",
    "toe lifts": "toe lifts",
    "ball roll": "ball roll",
    "foam rolling calves": "foam rolling",
}


def speaker():
    made = build_skill(SQLiteRepository(Path(tempfile.mkdtemp()) / "n.sqlite3"), chance=lambda _: Random(0))
    d = Echo(lambda r: answer(lambda: made, r), I, Envelopes("runner"), EVENING, None)
    d.switch_on(EVENING)
    return d


def at(ex, pattern, which=1):
    n = 0
    for p in ex.timeline.planned:
        if re.search(pattern, p.text, re.I):
            n += 1
            if n == which:
                return p.at
    return None


def start(d, words="post run stretches"):
    d.hear("open foot coach")
    return d.hear(words)


def to(d, state, exercise=None):
    if state == "opening":
        d.hear("open foot coach")
        return
    if state == "idle":
        d.hear("open foot coach")
        d.hear("what can I say")
        return
    ex = start(d, f"start {EXERCISE.get(exercise, exercise)}" if exercise else "post run stretches")
    if state == "explanation":
        d.wait(6)
        return
    counts = [p.at for p in ex.timeline.planned if re.fullmatch(r"\W*(five|six|seven)\W*", p.text, re.I)]
    begins = counts[1] if len(counts) > 1 else (at(ex, r"^and (start|hold)") or 40) + 8
    if state == "hold":
        d.wait(begins + 0.4)
        return
    if state == "paused":
        d.wait(begins + 0.4)
        d.hear("pause")
        return
    if state == "rest":
        r = at(ex, r"^and (relax|rest)")
        d.wait((r if r is not None else begins) + 1.5)
        return
    if state == "gate":
        d.wait(ex.timeline.seconds + 1)
        return
    if state == "after":
        for _ in range(8):
            d.wait(d.reply_left + 1)
            t = d.hear("continue")
            if (
                "well done" in t.timeline.text.lower()
                and "whole" in t.timeline.text.lower()
                or "routine is running" in t.timeline.text.lower()
            ):
                break
        d.wait(d.reply_left + 1)
        return
    raise SystemExit(state)


def clip(text):
    return text if len(text) < 330 else text[:330] + " ..."


if __name__ == "__main__":
    out = open(sys.argv[2], "w")
    for line in open(sys.argv[1]):
        c = line.rstrip("\n").split("\t")
        said = c[0]
        state = c[1] if len(c) > 1 else (sys.argv[3] if len(sys.argv) > 3 else "idle")
        exercise = None
        if state in EXERCISE:
            exercise, state = state, "hold"
        try:
            d = speaker()
            to(d, state, exercise)
            before = d.open
            x = d.hear(said) if before or True else None
            u = x.understood
            got = (
                f"{u.intent} { {k: (v.value) for k, v in u.slots.items()} }{' ?' + u.guess if u.guess else ''}"
                if u
                else "-"
            )
            first = next(
                (
                    p.at
                    for p in x.timeline.planned
                    if re.fullmatch(
                        r"\W*(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\W*",
                        p.text,
                        re.I,
                    )
                ),
                None,
            )
            out.write(
                "\t".join(
                    [
                        said,
                        c[1] if len(c) > 1 else state,
                        c[2] if len(c) > 2 else "",
                        got,
                        clip(x.timeline.text),
                        f"open={x.open} first_count={first}",
                    ]
                )
                + "\n"
            )
            out.flush()
        except Exception as e:
            out.write("\t".join([said, state, "", "CRASH", repr(e)[:300]]) + "\n")
            out.flush()
