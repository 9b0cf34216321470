"""Loads the words of shoe names."""

import tomllib
from functools import cache

from skill.content.loader import content_folder
from skill.shoes.names import Vocabulary


@cache
def load_vocabulary(language: str) -> Vocabulary:
    """The words of a language, from `skill/content/<language>/vocabulary/shoe_names.toml`.

    Raises:
        FileNotFoundError: there is no such language.
    """
    path = content_folder() / language / "vocabulary" / "shoe_names.toml"
    words = tomllib.loads(path.read_text(encoding="utf-8"))
    return Vocabulary(ignored=frozenset(words["ignored"]), same=words["same"], rude=frozenset(words["rude"]))
