"""What a device plays: the components that speech and audio documents come down to."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Speech:
    """A plain text."""

    text: str


@dataclass(frozen=True, slots=True)
class Silence:
    """A silence, in milliseconds."""

    duration: float


@dataclass(frozen=True, slots=True)
class Sequencer:
    """Children one after the other."""

    items: tuple["Component", ...]


@dataclass(frozen=True, slots=True)
class Mixer:
    """Children at once."""

    items: tuple["Component", ...]


Component = Speech | Silence | Sequencer | Mixer
