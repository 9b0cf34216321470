"""Which lines of the language Python says, with which values: read from the code."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from string import Formatter

from skill.speech.phrasebook import Line

SKILL = Path(__file__).parents[2] / "skill"
ANYTHING = r"[a-z0-9_-]+"
"""What is filled into a key when the program runs: one name of its path."""
NAMED = re.compile(r"[a-z_]+(\.[a-z0-9_-]+)+")

Function = ast.FunctionDef | ast.Module


@dataclass(frozen=True)
class Use:
    """A place where a line is said.

    Attributes:
        where: file and line.
        patterns: what its key can be, as regular expressions; empty when the code does not tell.
        values: the names that are given for the line's placeholders.
        passes_on: whether it gives on the values that it was given itself.
    """

    where: str
    patterns: frozenset[str]
    values: frozenset[str]
    passes_on: bool


@cache
def modules(*parts: str) -> list[tuple[str, ast.Module]]:
    paths = (path for part in parts for path in sorted((SKILL / part).rglob("*.py")))
    return [(path.relative_to(SKILL.parent).as_posix(), ast.parse(path.read_text("utf-8"))) for path in paths]


def functions(tree: ast.Module) -> Iterator[Function]:
    yield from (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))


def uses(*parts: str) -> Iterator[Use]:
    """Every call in these parts of the skill that says a line: `say` of a language, `line` of a talk."""
    for file, tree in modules(*parts):
        for function in functions(tree):
            for node in ast.walk(function):
                if (
                    isinstance(node, ast.Call)
                    and isinstance(node.func, ast.Attribute)
                    and node.func.attr == ("line" if "/conversation/" in file else "say")
                    and node.args
                ):
                    yield Use(
                        where=f"{file}:{node.lineno}",
                        patterns=frozenset(patterns(node.args[0], function)),
                        values=frozenset(word.arg for word in node.keywords if word.arg),
                        passes_on=any(word.arg is None for word in node.keywords),
                    )


def keys(*parts: str) -> Iterator[tuple[str, str]]:
    """Every text in these parts that can only be a key, or a pattern of keys, with its place."""
    for file, tree in modules(*parts):
        documentation = set(map(id, docstrings(tree)))
        scopes: list[Function] = [*functions(tree), tree]
        seen: set[int] = set()
        for scope in scopes:
            for node in ast.walk(scope):
                if id(node) in seen or id(node) in documentation:
                    continue
                if isinstance(node, ast.JoinedStr):
                    seen |= {id(value) for value in node.values}
                elif not (isinstance(node, ast.Constant) and isinstance(node.value, str)):
                    continue
                seen.add(id(node))
                for pattern in patterns(node, scope):
                    if NAMED.fullmatch(pattern.replace(ANYTHING, "x").replace("\\", "")):
                        yield f"{file}:{node.lineno}", pattern


def patterns(node: ast.expr, scope: Function, depth: int = 0) -> set[str]:
    """What a text can be; empty when that cannot be told."""
    match node:
        case ast.Constant(value=str(text)):
            return {re.escape(text).replace(r"\-", "-").replace(r"\_", "_")}
        case ast.IfExp(body=body, orelse=orelse):
            return patterns(body, scope, depth) | patterns(orelse, scope, depth)
        case ast.JoinedStr(values=values):
            whole = {""}
            for value in values:
                inner = value.value if isinstance(value, ast.FormattedValue) else value
                pieces = patterns(inner, scope, depth) or {ANYTHING}
                whole = {before + piece for before in whole for piece in pieces}
            return whole
        case ast.Name(id=name) if depth < 3:
            ways = [patterns(value, scope, depth + 1) for value in assigned(name, scope)]
            return set().union(*ways) if ways and all(ways) else set()
        case (
            ast.Subscript(value=ast.Dict(values=values))
            | ast.Call(func=ast.Attribute(value=ast.Dict(values=values), attr="get"))
        ):
            ways = [patterns(value, scope, depth) for value in values]
            return set().union(*ways) if all(ways) else set()
        case _:
            return set()


def assigned(name: str, scope: Function) -> list[ast.expr]:
    """What is assigned to a name somewhere in the scope."""
    return [
        node.value
        for node in ast.walk(scope)
        if isinstance(node, ast.Assign)
        and any(isinstance(target, ast.Name) and target.id == name for target in node.targets)
    ]


def docstrings(tree: ast.Module) -> Iterator[ast.Constant]:
    """The texts that stand by themselves: documentation."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            yield node.value


def placeholders(line: Line) -> set[str]:
    """The names that a line wants values for."""
    texts = [line] if isinstance(line, str) else line if isinstance(line, list) else list(line.values())
    return {name for text in texts for _, name, _, _ in Formatter().parse(text) if name}
