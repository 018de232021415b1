"""Our own labels of events in `../shared/articles`, as places without the articles' text (which is not ours to ship).

`labels/stretches.jsonl`: a row with a labelled stretch, then its labels in order, in the form with offsets of the gold, less its
words. `labels/candidates.jsonl`: pairs of a word and a date that the extractor proposed, each with its answer: a kind with who
takes part, "no", or "same" (the act of another pair). Both follow the gold's guidelines; README.md there says how they came about.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "labels"
Row = dict[str, Any]
Stretch = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A word and a date of an article, both as places. answer: a kind, "no" or "same"; parts: place → role of who is named;
    sides: name → role of who is not."""

    trigger: Stretch
    date: Stretch
    answer: str
    parts: dict[Stretch, str]
    sides: dict[str, str]


def articles() -> set[str]:
    """Slugs of the articles that have labelled stretches."""
    lines = (FOLDER / "stretches.jsonl").read_text(encoding="utf-8").splitlines()
    return {row["article"] for row in map(json.loads, lines) if "range" in row}


def stretches(texts: Mapping[str, str]) -> dict[str, list[Row]]:
    """Labelled stretches as gold rows, by article and beginning ("Laos@120"). texts: wikitext by slug."""
    out: dict[str, list[Row]] = {}
    for line in (FOLDER / "stretches.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if "range" in row:
            slug, text = row["article"], texts[row["article"]]
            rows = out[f"{slug}@{row['range'][0]}"] = [row]
        else:
            rows.append(_gold(row, slug, text))
    return out


def _gold(row: Row, slug: str, text: str) -> Row:
    """A label with its words again."""
    if row.get("skip"):
        return {"article": slug, **row}
    low, high = row.pop("date", (None, None))
    actors = [
        {**actor, "surface": text[actor["start"] : actor["end"]] if "start" in actor else ""} for actor in row["actors"]
    ]
    return {
        "article": slug, "mod": "", "realis": "asserted", **row,
        "triggers": [{"text": text[start:end], "start": start, "end": end} for start, end in row["triggers"]],
        "date_text": "" if low is None else text[low:high], "date_start": low, "date_end": high, "actors": actors,
    }  # fmt: skip


def candidates() -> dict[str, list[Candidate]]:
    """Answered pairs by article."""
    out = defaultdict[str, list[Candidate]](list)
    for line in (FOLDER / "candidates.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        named = [actor for actor in row.get("actors", ()) if len(actor) == 3]
        out[row["article"]].append(
            Candidate(
                (row["trigger"][0], row["trigger"][1]), (row["date"][0], row["date"][1]), row["answer"],
                {(start, end): role for start, end, role in named},
                {actor[0]: actor[1] for actor in row.get("actors", ()) if len(actor) == 2},
            )
        )  # fmt: skip
    return dict(out)
