"""The names that can matter in a text: so that what a block tells hangs on those and not on all that its article links."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from extractor.pipeline.actors import Names

WORD = re.compile(r"\w+")


def narrowing(names: Names) -> Callable[[str], Names]:
    """What gives, for a text, the names whose last word stands in it, in their order."""
    by_word: dict[str, list[tuple[int, str, str]]] = {}
    for at, (surface, title) in enumerate(names.linked.items()):
        for word in WORD.findall(surface)[-1:]:
            by_word.setdefault(word, []).append((at, surface, title))

    def within(text: str) -> Names:
        found = sorted(entry for word in by_word.keys() & set(WORD.findall(text)) for entry in by_word[word])
        return replace(names, linked={surface: title for _, surface, title in found})

    return within
