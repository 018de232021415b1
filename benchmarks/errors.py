"""Where events go wrong: the tables of docs/accuracy.md, errors by kind and by block.

    extractor extract ARTICLES --out FOLDER
    python benchmarks/errors.py ../shared/gold/real/train FOLDER/events.jsonl

A row counts labels (gold), labels without an event (missed), events without a label that is not neutral (spurious), and the pairs in
which the date, the kind, the set of actors, their roles or the citations are not right as a whole. It prints counts, no text.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

from extractor.evaluate.align import actor_hits, align, bounds, here, overlap
from extractor.evaluate.gold import events_by_article, read_gold, slug_key

COLUMNS = ("gold", "missed", "spurious", "date", "kind", "actors", "roles", "citations")
Table = dict[str, dict[str, int]]


def faults(label: dict[str, Any], event: dict[str, Any]) -> list[str]:
    """The columns in which a pair is not right."""
    hit, same = actor_hits(label, event)
    wrong = {
        "date": bounds(label["edtf"]) != bounds(event["date"]["edtf"]),
        "kind": label["kind"] != event["kind"],
        "actors": not hit == len(label["actors"]) == len(event["actors"]),
        "roles": same < hit,
        "citations": set(label["citations"]) != {one["key"] for one in event["citations"]},
    }
    return [name for name, is_wrong in wrong.items() if is_wrong]


def tables(gold: dict[str, list[dict[str, Any]]], events: dict[str, list[dict[str, Any]]]) -> tuple[Table, Table]:
    """Errors by kind and by block. A label that was missed stands under the way that it is told."""
    by_kind: Table = defaultdict(lambda: defaultdict(int))
    by_block: Table = defaultdict(lambda: defaultdict(int))
    for slug, (first, *rows) in gold.items():
        low, high = first["range"]
        labels = [row for row in rows if not row.get("skip") and not row.get("repeat")]
        neutral = [(row["start"], row["end"]) for row in rows if row.get("skip") or row.get("repeat")]
        own = [one for one in events.get(slug_key(slug), []) if (at := here(one)) and low <= at[0] and at[1] <= high]
        pairs = align(labels, own)
        for label in labels:
            by_kind[label["kind"]]["gold"] += 1
        for number in set(range(len(labels))) - {one for one, _ in pairs}:
            told = "missed, with a trigger" if labels[number]["triggers"] else "missed, by layout"
            for cells in (by_kind[labels[number]["kind"]], by_block[told]):
                cells["missed"] += 1
        for number in set(range(len(own))) - {other for _, other in pairs}:
            if not any(overlap(here(own[number]), place) for place in neutral):
                by_kind[own[number]["kind"]]["spurious"] += 1
                by_block[own[number]["block"]]["spurious"] += 1
        for one, other in pairs:
            by_block[own[other]["block"]]["gold"] += 1
            for name in faults(labels[one], own[other]):
                by_kind[labels[one]["kind"]][name] += 1
                by_block[own[other]["block"]][name] += 1
    return by_kind, by_block


def main() -> None:
    """The command."""
    for table in tables(read_gold(Path(sys.argv[1])), events_by_article(Path(sys.argv[2]))):
        print(f"\n| | {' | '.join(COLUMNS)} |\n|{' --- |' * (len(COLUMNS) + 1)}")
        for name, cells in sorted(table.items(), key=lambda item: (-item[1]["gold"], item[0])):
            print(f"| {name} | {' | '.join(str(cells[column]) for column in COLUMNS)} |")


if __name__ == "__main__":
    main()
