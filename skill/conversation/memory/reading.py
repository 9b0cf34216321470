"""The one place where whatever is wrong with a page or an entry makes it unreadable."""

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import wraps
from typing import Annotated, Any, Concatenate, Final, ParamSpec, TypeVar

from msgspec import Meta, convert

from skill.storage.repository import UnreadableError

Body = Mapping[str, Any]
Rest = ParamSpec("Rest")
Told = TypeVar("Told")

SCHEMA: Final = 1
"""Written into every page and entry; what has a greater one is left to the version that wrote it."""
MOST: Final = 1_000_000_000
"""No number that is kept is greater: ten thousand years of running stay under it, in metres too."""
Count = Annotated[int, Meta(ge=0, le=MOST)]
Moment = Annotated[datetime, Meta(tz=True)]


def reads(
    reader: Callable[Concatenate[Body, Rest], Told],
) -> Callable[Concatenate[Body, Rest], Told]:
    """Make of a reader one that raises UnreadableError, whatever the body lacks, holds or is.

    A reader states by the types of a TypedDict what a body must hold, as exactly as the rest of the skill
    takes it for granted.
    """

    @wraps(reader)
    def checked(body: Body, /, *rest: Rest.args, **named: Rest.kwargs) -> Told:
        try:
            if convert(body.get("schema", SCHEMA), int) <= SCHEMA:
                return reader(body, *rest, **named)
        except (LookupError, ValueError, TypeError, AttributeError, ArithmeticError, RecursionError) as error:
            raise UnreadableError("a part is missing or is not what it should be") from error
        raise UnreadableError("a later version of the skill wrote it")

    return checked
