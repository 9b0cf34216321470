"""Data binding of APL for Audio: what `${...}` stands for in a context.

Covers paths, `!`, `==` and `!=` with numbers and strings, as `apla-data-binding-syntax` on
developer.amazon.com has them; anything else is an error, so that a document never plays by a guess.
"""

import json
import re
from collections.abc import Mapping
from typing import Any, Final

_WHOLE: Final = re.compile(r"\$\{([^{}]*)\}")
_PATH: Final = re.compile(r"[a-zA-Z_]\w*(?:\.[a-zA-Z_]\w*|\[\d+\])*")
_STEP: Final = re.compile(r"\w+")
_COMPARISON: Final = re.compile(r"(.+?)\s*(==|!=)\s*(.+)")


class BindingError(Exception):
    """An expression that is not understood."""


def evaluate(value: Any, context: Mapping[str, Any]) -> Any:
    """A property's value with its expressions replaced.

    Args:
        value: any JSON value; only strings hold expressions. One that is an expression as a whole becomes
            what the expression is, whatever its type; others become text.
        context: the names that are bound.

    Raises:
        BindingError: an expression is of another form, or names nothing that is bound.
    """
    if not isinstance(value, str):
        return value
    whole = _WHOLE.fullmatch(value)
    if whole:
        return _expression(whole[1].strip(), context)
    return _WHOLE.sub(lambda found: str(_expression(found[1].strip(), context)), value)


def _expression(text: str, context: Mapping[str, Any]) -> Any:
    if text.startswith("!"):
        return not _expression(text[1:].strip(), context)
    comparison = _COMPARISON.fullmatch(text)
    if comparison:
        left, right = (_operand(side, context) for side in (comparison[1], comparison[3]))
        return (left == right) is (comparison[2] == "==")
    return _operand(text, context)


def _operand(text: str, context: Mapping[str, Any]) -> Any:
    if _PATH.fullmatch(text):
        return _look_up(text, context)
    try:
        return json.loads(text.replace("'", '"'))
    except json.JSONDecodeError:
        raise BindingError(f"The expression {text!r} is not understood.") from None


def _look_up(path: str, context: Mapping[str, Any]) -> Any:
    """The value at a path; null where an object lacks the property, as APL has it."""
    steps = _STEP.findall(path)
    if steps[0] not in context:
        raise BindingError(f"Nothing is bound to {steps[0]!r}.")
    value: Any = context
    for step in steps:
        if isinstance(value, Mapping):
            value = value.get(step)
        elif isinstance(value, list) and step.isdigit() and int(step) < len(value):
            value = value[int(step)]
        else:
            return None
    return value
