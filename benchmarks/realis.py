"""How far `realis` agrees with labels, on the events that pair with one.

    extractor extract ARTICLES --out FOLDER
    python benchmarks/realis.py ../shared/gold/real/train FOLDER/events.jsonl [--before OTHER/events.jsonl]

Prints the confusion (label, found: how many), the agreement, the asserted events that are not told as asserted, and with
--before the events whose realis differs between two runs, each with its sentence.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from extractor.evaluate.align import align, here
from extractor.evaluate.gold import events_by_article, read_gold, slug_key

Events = dict[str, list[dict[str, Any]]]


def paired(gold: Path, events: Events) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    """(label, event) for every pair, within the labelled stretches."""
    for slug, (first, *rows) in read_gold(gold).items():
        start, end = first["range"]
        labels = [row for row in rows if not row.get("skip") and not row.get("repeat")]
        within = [
            one for one in events.get(slug_key(slug), []) if (at := here(one)) and start <= at[0] and at[1] <= end
        ]
        yield from ((labels[row], within[column]) for row, column in align(labels, within))


def _line(event: dict[str, Any]) -> str:
    trigger = (event.get("trigger") or {}).get("text")
    return f"{event['article']['slug']}: {trigger!r} {event['date']['edtf']}: {event['sentence']['text']}"


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("gold", type=Path)
    parser.add_argument("events", type=Path)
    parser.add_argument("--before", type=Path, help="events of another run, to compare with")
    arguments = parser.parse_args()
    events = events_by_article(arguments.events)
    pairs = list(paired(arguments.gold, events))
    said = [(label.get("realis", "asserted"), event["realis"]) for label, event in pairs]
    for (label, found), number in sorted(Counter(said).items()):
        print(f"{label:<13}{found:<13}{number}")
    asserted = sum(label == "asserted" for label, _ in said)
    wrong = [
        (label, event) for label, event in pairs if label.get("realis", "asserted") == "asserted" != event["realis"]
    ]
    print(
        f"agreement {sum(one == other for one, other in said)} of {len(said)}; asserted told otherwise {len(wrong)} of {asserted}"
    )
    for label, event in pairs:
        if label.get("realis", "asserted") != event["realis"]:
            print(f"  {label.get('realis', 'asserted')} <> {event['realis']}  {_line(event)}")
    if arguments.before:
        old = {one["id"]: one["realis"] for rows in events_by_article(arguments.before).values() for one in rows}
        changed = [
            one for rows in events.values() for one in rows if old.get(one["id"], one["realis"]) != one["realis"]
        ]
        print(f"{len(changed)} of {len(old)} events changed")
        for one in changed:
            print(f"  {old[one['id']]} -> {one['realis']}  {_line(one)}")


if __name__ == "__main__":
    main()
