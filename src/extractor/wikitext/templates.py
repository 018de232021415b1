"""What a template is for: looked up in the language's table (`lang`), by name and then by pattern."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from extractor.lang import words
from extractor.wikitext.preprocess import Node

# parser functions whose first argument stands after a colon; those that begin with # are known by that
FUNCTIONS = frozenset(
    {"formatnum", "lc", "uc", "lcfirst", "ucfirst", "plural", "grammar", "gender", "padleft", "padright", "urlencode"}
)


class Rule(NamedTuple):
    """What a template is for, and how."""

    what: str
    how: str = ""


class Value(NamedTuple):
    """A template's argument: its name ("1", "2", … where positional), where its value stands, the nodes in it."""

    name: str
    start: int
    end: int
    nodes: list[Node]


@lru_cache(maxsize=20_000)
def canonical(name: str) -> str:
    """A template's name as the table writes it: lower case, single spaces, no namespace, no comment."""
    name = re.sub(r"<!--.*?-->", "", name, flags=re.S) if "<!--" in name else name
    name = " ".join(name.replace("_", " ").split()).lower()
    return name.removeprefix("template:").removeprefix("subst:").removeprefix("safesubst:").strip()


@lru_cache(maxsize=20_000)
def rule(name: str, language: str = "en") -> Rule:
    """What the template with this canonical name is for."""
    table = _rules(language)
    if name in table:
        return table[name]
    if re.fullmatch(r"[a-z]{3}(?:-\d{4})?", name) and flag_title(name[:3].upper(), language) != name[:3].upper():
        return Rule("flag", "itself")  # {{FRA}}
    for pattern, meaning in words(language).TEMPLATE_PATTERNS:
        if re.fullmatch(pattern, name):
            return Rule(*meaning.partition(" ")[::2])
    return Rule("hidden")


@lru_cache
def _rules(language: str) -> dict[str, Rule]:
    table: dict[str, Rule] = {}
    for line in words(language).TEMPLATES.strip("\n").splitlines():
        head, _, names = line.partition(": ")
        what, _, how = head.partition(" ")
        table.update((name.strip(), Rule(what, how)) for name in names.split(", "))
    return table


def flag_title(name: str, language: str = "en") -> str:
    """Title of the article that a flag template's first argument means: its codes and short names spelt out."""
    known = words(language).FLAG_TITLES.get(name)
    return known or _codes(language).get(name, name)


@lru_cache
def _codes(language: str) -> dict[str, str]:
    states = [state for state in words(language).STATES.values() if state.code]
    return {state.code: state.title for state in reversed(states)}  # the first is today's


def shown_order(name: str, fields: list[str], language: str = "en") -> list[int]:
    """An infobox's fields as places in `fields`, in the order in which they are shown."""
    rank = {field: place for place, field in enumerate(words(language).INFOBOX_FIRST.get(name, ()))}
    return sorted(range(len(fields)), key=lambda place: rank.get(fields[place], len(rank)))
