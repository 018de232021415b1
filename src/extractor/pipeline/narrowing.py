"""The names that can matter in a text: so that what a block tells hangs on those and not on all that its article links."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from extractor.pipeline.own_names import Names

START = re.compile(r"(?=([^a-z ]..))", re.DOTALL)


def narrowing(names: Names) -> Callable[[str], Names]:
    """What gives, for a text, the names that stand in it.

    Names are looked up by words of the text alone (`actors`), so that no other can be found. They are looked for by their first
    three characters, the few that begin with a small letter one by one.
    """
    by_start: dict[str, list[str]] = {}
    for name in names.linked.keys() | names.surnames.keys():
        by_start.setdefault(name[:3] if START.match(name) else "", []).append(name)

    def within(text: str) -> Names:
        starts = by_start.keys() & {"", *START.findall(text)}
        found = sorted(name for start in starts for name in by_start[start] if name in text)
        return replace(
            names,
            linked={name: names.linked[name] for name in found if name in names.linked},
            surnames={name: names.surnames[name] for name in found if name in names.surnames},
        )

    return within
