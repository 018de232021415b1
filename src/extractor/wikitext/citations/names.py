"""Which templates cite, and how: one answer for a template's name."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from mwparserfromhell.nodes import Template

from extractor.lang import words
from extractor.wikitext.templates import canonical

# roles of the templates that a citation is made of, and the tables in `lang` that list them
_TABLES = (
    ("archive", "ARCHIVE_TEMPLATES"),
    ("dead", "DEAD_TEMPLATES"),
    ("language", "LANGUAGE_TEMPLATES"),
    ("bare", "BARE_URL_TEMPLATES"),
    ("url", "URL_TEMPLATES"),
    ("refid", "REFID_TEMPLATES"),
    ("short", "SHORT_NOTES"),
    ("identifier", "IDENTIFIERS"),
)


@lru_cache(maxsize=4096)
def role(name: str, language: str = "en") -> tuple[str, str]:
    """What a template with this canonical name is in a citation, and its usual name; ("", name) for all others.

    Roles: full (a citation of its own), wikicite, short ({{sfn}}), archive, dead, language, bare, url, refid, identifier.
    """
    w = words(language)
    if name == "wikicite":
        return "wikicite", name
    if name in w.CITATION_ALIASES:
        return "full", w.CITATION_ALIASES[name]
    for what, table in _TABLES:
        if name in getattr(w, table):
            return what, name
    if name.startswith(w.FULL_CITATION_PREFIXES):
        return ("", name) if name in w.NO_CITATIONS or name.endswith(" needed") else ("full", _usual(name, w))
    return ("full", name) if name in w.FIXED_SOURCES else ("", name)


def _usual(name: str, w: Any) -> str:
    """ "vcite book" and "cite-book" are "cite book" with other looks."""
    name = re.sub(r"^(?:vcite2?|vancite|cite-)[ ]?", "cite ", name)
    return str(w.CITATION_ALIASES.get(name, name))


def template(node: Any, language: str = "en") -> tuple[str, str]:
    """Role and usual name of a template node; {{#invoke:cite|web|…}} is "cite web"."""
    name = canonical(str(node.name))
    if name.startswith("#invoke:"):
        return _invoked(name.removeprefix("#invoke:").strip(), node, language)
    what, usual = role(name, language)
    if not what and node.has("ref") and _has_refid(node.get("ref").value, language):
        return "full", usual
    return what, usual


def _has_refid(value: Any, language: str) -> bool:
    """Whether a |ref= holds {{harvid|…}}: then the template is a work, whatever its name."""
    return any(
        isinstance(node, Template) and role(canonical(str(node.name)), language)[0] == "refid" for node in value.nodes
    )


def _invoked(module: str, node: Any, language: str) -> tuple[str, str]:
    if module == "cite" and node.has("1"):
        return role("cite " + canonical(str(node.get("1").value)), language)
    if module == "citation/cs1" and node.has("CitationClass"):
        return role("cite " + canonical(str(node.get("CitationClass").value)), language)
    return "", "#invoke:" + module
