"""A template's parameters as given: under their normal names, as wikitext and as shown; addresses out of them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from mwparserfromhell.nodes import Template

from extractor.lang import words
from extractor.wikitext.citations.names import template
from extractor.wikitext.citations.shown import bare, shown, source

_NUMBER_WITHIN = re.compile(r"^([a-z]+)(\d+)-(.+)$")
_AS_WRITTEN = re.compile(r"^\(\((.*)\)\)$", re.S)
_SLOT = re.compile(r"{([^}]+)}")


class Given:
    """A template's parameters under their normal names; of one given twice the last that says something holds."""

    def __init__(self, node: Any, language: str) -> None:
        """Take the parameters of a template's node."""
        self.language = language
        self._values: dict[str, tuple[Any, str]] = {}
        self._shown: dict[str, str] = {}
        for param in node.params:
            text = bare(source(param.value))
            if text:
                self._values[normal(source(param.name))] = (param.value, text)

    def names(self) -> list[str]:
        """The names of the parameters that say something."""
        return list(self._values)

    def source(self, *names: str) -> str:
        """The wikitext of the first of these parameters that is given."""
        return next((self._values[name][1] for name in names if name in self._values), "")

    def value(self, name: str) -> Any:
        """The parsed value of a parameter, None where it is not given."""
        return self._values[name][0] if name in self._values else None

    def shown(self, *names: str) -> str:
        """What the first of these parameters that shows something shows."""
        for name in names:
            if name in self._values and (text := self._show(name)):
                return text
        return ""

    def field(self, field: str) -> str:
        """What the first given of a field's parameters shows."""
        return self.shown(*words(self.language).CITATION_FIELDS[field])

    def _show(self, name: str) -> str:
        if name not in self._shown:
            self._shown[name] = _AS_WRITTEN.sub(r"\1", shown(self._values[name][0]))
        return self._shown[name]


@lru_cache(maxsize=4096)
def normal(name: str) -> str:
    """A parameter's name in lower case with hyphens, its number at the end: "Editor2_first" → "editor-first2"."""
    return _NUMBER_WITHIN.sub(r"\1-\3\2", re.sub(r"[\s_]+", "-", bare(name).lower()))


def address(value: Any) -> str:
    """An address out of a parameter's value: without comments, brackets and labels; {{!}} and {{=}} for what they stand."""
    if value is None:
        return ""
    source = bare(str(value)).replace("{{!}}", "|").replace("{{=}}", "=").replace("&amp;", "&")
    if source.startswith(("[http", "[//", "[ftp")):
        return source.strip("[]").split(" ")[0]
    if "{{" in source:
        return next((url for node in value.nodes if isinstance(node, Template) and (url := made(node))), "")
    return source


def made(node: Any, language: str = "en") -> str:
    """The address that a template makes of its arguments: {{URL|example.org}}, {{google books|plainurl=yes|id=…|page=…}}."""
    given = Given(node, language)
    for pattern in words(language).MADE_URLS.get(template(node, language)[1], ()):
        slots = {slot: given.source(*slot.split("/")) for slot in _SLOT.findall(pattern)}
        if all(slots.values()):
            url = _SLOT.sub(lambda match: slots[match[1]], pattern)  # noqa: B023
            return url if "//" in url else f"https://{url}"
    return ""
