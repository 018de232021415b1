"""The names that can matter in a text: so that what a block tells hangs on those and not on all that its article links."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from extractor.pipeline.own_names import Names

_SMALL = re.compile("[a-z ]")
SHORT, LONG = 3, 12  # characters by which names are looked for: many long ones begin alike ("Foreign relations of …")


def _start(name: str) -> str:
    """What a name is looked for by."""
    if len(name) < SHORT or _SMALL.match(name):
        return ""
    return name[: LONG if len(name) >= LONG else SHORT]


def narrowing(names: Names) -> Callable[[str], Names]:
    """What gives, for a text, the names that stand in it.

    Names are looked up by words of the text alone (`actors`), so that no other can be found. They are looked for by how they
    begin, the few that begin with a small letter or are very short one by one.
    """
    by_start: dict[str, list[str]] = {}
    for name in names.linked.keys() | names.surnames.keys():
        by_start.setdefault(_start(name), []).append(name)
    firsts = "".join(sorted({start[:1] for start in by_start}))
    starting = re.compile(f"(?=([{re.escape(firsts)}].{{2,{LONG - 1}}}))" if firsts else "(?!)", re.DOTALL)

    def within(text: str) -> Names:
        found_there = set(starting.findall(text))
        starts = by_start.keys() & {"", *found_there, *(start[:SHORT] for start in found_there)}
        found = sorted(name for start in starts for name in by_start[start] if name in text)
        return replace(
            names,
            linked={name: names.linked[name] for name in found if name in names.linked},
            surnames={name: names.surnames[name] for name in found if name in names.surnames},
        )

    return within
