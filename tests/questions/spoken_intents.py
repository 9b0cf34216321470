"""What no sentence says, or none yet, said as the intent that it is."""

import re
from typing import Any

from skill.hearing.interpretation import Interpretation
from skill.hearing.interpreter import Interpreter
from tests.runner import filled, slots_of


class SpokenIntents:
    """An interpreter that takes "<PlannedRunIntent distance=ten, unit=miles>" for that intent.

    Args:
        interpreter: understands everything else.
    """

    def __init__(self, interpreter: Interpreter) -> None:
        self._interpreter = interpreter
        self.invocation = interpreter.invocation
        self.slots_of = interpreter.slots_of

    def understand(self, said: str, *how: Any) -> Interpretation:
        """The intent between angle brackets, else what the words mean."""
        match = re.fullmatch(r"<([\w.]+) ?(.*)>", said)
        if match is None:
            return self._interpreter.understand(said, *how)
        values = dict(re.findall(r"(\w+)=([^,]+)", match[2]))
        kinds = slots_of(match[1])
        slots = {name: filled(kinds[name], value) for name, value in values.items()}
        return Interpretation(said, match[1], slots)
