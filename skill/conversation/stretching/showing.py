"""What a screen shows of a routine: its scenes with their words, and the time that is left."""

from typing import Final

from skill.coach.compiler import remaining_seconds
from skill.coach.cue_sheet import CueSheet, Place
from skill.coach.entry import Entry
from skill.coach.scenes import Scene, SceneKind, scenes_of, still_scene
from skill.coach.walkthrough import Walkthrough
from skill.conversation.stretching.exercise_names import exercise_name, name_at
from skill.conversation.turn.reply import Reply, SceneWords, Screen, ShownScene, Touch
from skill.conversation.turn.talk import Talk, sentences
from skill.value import replace

_SOUNDING: Final = (Touch.BACK, Touch.REPEAT, Touch.PAUSE, Touch.NEXT)
_WAITING: Final = (Touch.BACK, Touch.REPEAT, Touch.RESUME, Touch.NEXT)


def screen_of(talk: Talk, walkthrough: Walkthrough, place: Place, sheet: CueSheet, opening: str) -> Screen:
    """The screen of a reply that performs a walkthrough from a place on, by its sheet with its opening."""
    if not talk.turn.device.screen:
        return _routine(talk, walkthrough, place, ()).off_card()
    plan, language = walkthrough.plan, talk.phrasebook
    behind = remaining_seconds(plan, sheet.resume_at, language) if sheet.resume_at else 0.0
    ahead = sheet.cues[0].seconds if opening else 0.0
    screen = _routine(talk, walkthrough, place, scenes_of(sheet, plan, language))
    return replace(screen, left=sheet.seconds - ahead + behind, ahead=ahead).off_card()


def with_screen(talk: Talk, reply: Reply) -> Reply:
    """The reply with what a screen shows of it, and the plain answers to what it asks."""
    shown = _with_any_screen(talk, reply)
    if not (talk.turn.device.screen and shown.screen and shown.question) or shown.auto_continues:
        return shown
    answers = tuple(talk.line(f"screen.answer.{name}") for name in shown.question.named_answers())
    return shown.showing(replace(shown.screen, answers=answers))


def _with_any_screen(talk: Talk, reply: Reply) -> Reply:
    """The reply; where it shows nothing itself, with the place at which a routine waits, else with its words.

    Without that a screen would go on with what it was showing. After a red flag it shows what was said, and
    no button to go on with.
    """
    walkthrough = talk.resumable
    if reply.screen or not reply.text or not talk.turn.device.screen:
        return reply
    if walkthrough is None or walkthrough.stopped_for_safety or reply.ends:
        return reply.showing(Screen(talk.line("screen.title"), sentences(reply.text)).off_card())
    scene = still_scene(walkthrough.place, walkthrough.plan, talk.phrasebook)
    screen = _routine(talk, walkthrough, walkthrough.place, (scene,))
    # It goes on with what it will then take: nobody is told again what was told just now.
    entry = Entry.POSITIONED if walkthrough.knows_what_to_do(talk.turn.at) else Entry.EXPLAINED
    left = remaining_seconds(walkthrough.plan, walkthrough.place, talk.phrasebook, entry)
    return reply.showing(replace(screen, left=left).off_card())


def _routine(talk: Talk, walkthrough: Walkthrough, place: Place, scenes: tuple[Scene, ...]) -> Screen:
    plan = walkthrough.plan
    names = [exercise_name(talk, step.exercise.id) for step in plan.routine.steps]
    lines = tuple(
        talk.line("screen.now" if index == place.step else "screen.other", exercise=name)
        for index, name in enumerate(names)
    )
    title = talk.line(f"routines.{plan.routine.name}")
    if not scenes:
        return Screen(title, lines)
    touches = _WAITING if scenes[0].kind is SceneKind.WAITING else _SOUNDING
    return Screen(
        title,
        lines,
        tuple(ShownScene(scene, _words(talk, walkthrough, scene)) for scene in scenes),
        left_words=talk.line("screen.left"),
        touches=tuple((touch, talk.line(f"screen.touch.{touch}")) for touch in touches),
    )


def _words(talk: Talk, walkthrough: Walkthrough, scene: Scene) -> SceneWords:
    """The lines of a scene; numbers stand in figures, as they are read from far away."""
    bout, count = scene.bout, scene.count
    state, amount = str(scene.kind), ""
    if count:
        key = "down" if count.down else str(count.kind)
        amount = talk.line(f"screen.amount.{key}", amount=str(count.whole))
    if scene.kind is SceneKind.COUNTING:
        state = str(bout.kind)
    return SceneWords(
        state=talk.line(f"screen.state.{state}"),
        side=talk.line("screen.side", side=talk.line(f"sides.{bout.side}")) if bout.side else "",
        set=talk.line("screen.set", number=str(bout.set), sets=str(bout.sets)) if bout.sets > 1 else "",
        amount=amount,
        next=_what_comes(talk, walkthrough, scene),
    )


def _what_comes(talk: Talk, walkthrough: Walkthrough, scene: Scene) -> str:
    """The exercise behind that of a scene; the last one of many is said to be it."""
    back = walkthrough.goes_back_to
    following = scene.next_name or (name_at(talk, back) if back else "")
    if following:
        return talk.line("screen.next", exercise=following)
    return talk.line("screen.last") if len(walkthrough.plan.routine.steps) > 1 else ""
