"""What a device plays: the components that speech and audio documents come down to."""

from skill.value import Value


class Speech(Value):
    """A plain text."""

    text: str


class Silence(Value):
    """A silence, in milliseconds."""

    duration: float


class Sequencer(Value):
    """Children one after the other."""

    items: tuple["Component", ...]


class Mixer(Value):
    """Children at once."""

    items: tuple["Component", ...]


Component = Speech | Silence | Sequencer | Mixer
