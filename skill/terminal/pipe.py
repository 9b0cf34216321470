"""Talks through standard input and output, printing each reply at once."""

from collections.abc import Callable, Iterable

from skill.device.backend import BackendError
from skill.device.echo import Echo, Exchange
from skill.terminal.transcript import as_json, as_text

NOTHING_SAID = (
    "I heard nothing. Say for instance: open foot coach; or: start my post run stretches. "
    "/wait 12 lets twelve seconds go by, /help tells more."
)
HELP = """\
Type what you would say: "open foot coach", "start my post run stretches", "Alexa, pause".
  /wait 12   let twelve seconds of the reply go by before the next line interrupts it
  /wait      let the reply go by to its end
  /help      this
A line without /wait ahead of it interrupts at once. The end of input pulls the plug: open foot coach
again, and it goes on from there."""


def talk(echo: Echo, lines: Iterable[str], write: Callable[[str], None], *, json_lines: bool = False) -> None:
    """Hear line after line.

    Args:
        echo: switched on.
        lines: utterances and commands.
        write: prints a line.
        json_lines: whether to print one JSON object a turn instead of text.
    """
    for line in lines:
        text = line.strip("\r\n")
        if not json_lines:
            write(f"> {text}" if text.isprintable() else f"> {text!r}")
        try:
            _one(echo, text, write, json_lines=json_lines)
        except BackendError as error:
            write(f"({error})")


def _one(echo: Echo, text: str, write: Callable[[str], None], *, json_lines: bool) -> None:
    command, _, argument = text.strip().partition(" ")
    if not text.strip():
        _note(NOTHING_SAID, write, json_lines=json_lines)
    elif command == "/wait":
        _wait(echo, argument.strip(), write, json_lines=json_lines)
    elif command.startswith("/"):
        _note(HELP, write, json_lines=json_lines)
    else:
        _print(echo.hear(text), write, json_lines=json_lines)


def _wait(echo: Echo, argument: str, write: Callable[[str], None], *, json_lines: bool) -> None:
    try:
        seconds = float(argument) if argument else echo.reply_left
    except ValueError:
        seconds = -1.0
    if not 0 <= seconds <= 604_800:  # noqa: PLR2004 - a week is long enough
        _note("Say how many seconds go by, as in: /wait 12", write, json_lines=json_lines)
        return
    was_open = echo.open
    for heard in echo.wait(seconds):
        if isinstance(heard, Exchange):
            _print(heard, write, json_lines=json_lines)
        elif not json_lines:
            lines = as_text(heard)
            write(f"  (nothing said) {next(lines)}")
            for line in lines:
                write(f"  {line}")
    if was_open and not echo.open and not json_lines:
        write("  (nothing said: the session ends)")


def _note(text: str, write: Callable[[str], None], *, json_lines: bool) -> None:
    """A line of the speaker's own, to which no request belongs."""
    if json_lines:
        from json import dumps  # noqa: PLC0415 - beside its only use

        write(
            dumps(
                {"said": "", "intent": None, "slots": {}, "speech": text, "seconds": 0, "cues": [],
                 "session": "none", "request": None, "response": None}
            )
        )  # fmt: skip
        return
    for line in text.splitlines():
        write(f"  {line}")


def _print(exchange: Exchange, write: Callable[[str], None], *, json_lines: bool) -> None:
    if json_lines:
        write(as_json(exchange))
        return
    for line in as_text(exchange):
        write(f"  {line}")
    if not exchange.open:
        write("  (the session ends)")
