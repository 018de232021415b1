"""Tables of diplomatic relations: does every row give its event, and do the articles of both states agree?

    python benchmarks/relations.py ../shared/articles

A row counts when it holds a flag template and one of the date templates (dts and its kin) with a date of its own, in an article
"Foreign relations of X". It is hit when one `relations_established` event has that row's date and names both states. Rows are
found in the wikitext by pattern, without the reader that is under test. Prints the rows that are not hit, the share of pairs of
states whose two articles give the same date, and, with --contradictions FILE, the others as tab-separated values.
"""

from __future__ import annotations

import argparse
import csv
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from extractor.extract import plan
from extractor.pipeline.dates import article_dates
from extractor.pipeline.own_names import names_of, state_title
from extractor.records import Revision
from extractor.sources import read
from extractor.wikitext import parse

ROW = re.compile(r"\n\|-[^\n]*\n(.*?)(?=\n\|-|\n\|\})", re.S)
FLAG = re.compile(r"\{\{\s*(?:flag|flagu|flagcountry|flagdeco|flaglink)\s*\|\s*([^|{}]+?)\s*(?:\|[^{}]*)?\}\}", re.I)
DATE = re.compile(r"\{\{\s*(?:#invoke:dts\|main|dts|date table sorting)\s*\|([^{}]*)\}\}", re.I)
MONTHS = {name: f"{index:02}" for index, name in enumerate(
    ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"], 1)}  # fmt: skip


@dataclass(frozen=True)
class Row:
    """A row as the pattern sees it: both states, the date as EDTF, and its place."""

    own: str
    other: str
    edtf: str
    start: int
    end: int


def rows(revision: Revision, own: str) -> Iterator[Row]:
    """Rows with one flag and one dated template."""
    text = re.sub(r"<!--.*?-->", lambda match: " " * len(match[0]), revision.text, flags=re.S)
    for match in ROW.finditer(text):
        flag, date = FLAG.search(match[1]), DATE.search(match[1])
        edtf = _edtf(date[1]) if date else None
        if flag and date and edtf and flag.start() < date.start():
            other = state_title(flag[1].replace("_", " "))
            yield Row(own, other, edtf, match.start(1) + date.start(), match.start(1) + date.end())


def _edtf(arguments: str) -> str | None:
    """The date of a dts template, read from its arguments alone."""
    given = [part.strip() for part in arguments.split("|") if "=" not in part and part.strip()]
    text = " ".join(given).replace(",", " ")
    numbers = re.fullmatch(r"(\d{4}) (\d{1,2})(?: (\d{1,2}))?", text.replace("-", " "))
    if numbers:
        return "-".join(part.zfill(2) for part in numbers.groups() if part)
    day = re.fullmatch(r"(\d{1,2}) +([A-Za-z]+) +(\d{4})", text) or re.fullmatch(
        r"([A-Za-z]+) +(\d{1,2}) +(\d{4})", text
    )
    if day:
        parts = {part.lower() for part in day.groups()[:2]}
        month = next((MONTHS[part] for part in parts if part in MONTHS), None)
        number = next((part for part in parts if part.isdigit()), None)
        return f"{day[3]}-{month}-{number.zfill(2)}" if month and number else None
    month = re.fullmatch(r"([A-Za-z]+) +(\d{4})", text)
    if month:
        return f"{month[2]}-{MONTHS[month[1].lower()]}" if month[1].lower() in MONTHS else None
    return text if re.fullmatch(r"\d{4}", text) else None


@dataclass(frozen=True)
class Found:
    """An event of a table row: whose relations began, when, and where its date stands."""

    names: frozenset[str]
    edtf: str
    start: int


def told(revision: Revision) -> list[Found]:
    """Events `relations_established` of the article's table rows: what layout says, which needs no language model."""
    article = parse(revision)
    names, out = names_of(article), []
    for block, dated in zip(article.blocks, article_dates(article), strict=True):
        if dated.timexes and block.kind == "table_row":
            for event in plan(block, list(dated.timexes), names).by_layout:
                if event.kind == "relations_established":
                    actors = frozenset(part.name for part in event.parts)
                    out.append(Found(actors, event.timex.edtf, block.source(event.timex.start, event.timex.end)[0]))
    return out


def hit(row: Row, found: list[Found]) -> bool:
    """Whether an event has the row's date, place and states."""
    return any(
        one.edtf == row.edtf and row.start - 20 <= one.start < row.end and {row.own, row.other} <= one.names
        for one in found
    )


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--contradictions", type=Path, help="where to write them")
    parser.add_argument("--missed", type=int, default=20, help="how many missed rows to print")
    arguments = parser.parse_args()
    seen = 0
    missed: list[Row] = []
    dates: dict[tuple[str, str], str] = {}
    for path in sorted(arguments.articles.glob("Foreign_relations_of_*.wikitext")):
        revision = read(path)
        names = names_of(parse(revision))
        found = list(rows(revision, names.sides[0])) if names.sides else []
        if not found:
            continue
        events = told(revision)
        seen += len(found)
        missed += [row for row in found if not hit(row, events)]
        own = names.sides[0]
        for event in events:
            for other in event.names - {own}:
                dates.setdefault((own, other), event.edtf)
    print(f"{seen} rows, {seen - len(missed)} hit ({(seen - len(missed)) / max(1, seen):.4f})")
    print("missed, by article:", Counter(row.own for row in missed).most_common(12))
    for row in missed[: arguments.missed]:
        print(f"  {row.own}: {row.other} {row.edtf}")
    both = [
        (pair, date, dates[pair[::-1]])
        for pair, date in sorted(dates.items())
        if pair < pair[::-1] and pair[::-1] in dates
    ]
    equal = [one for one in both if one[1] == one[2]]
    print(
        f"{len(both)} pairs told by both articles, {len(equal)} with equal dates ({len(equal) / max(1, len(both)):.3f})"
    )
    if arguments.contradictions:
        with arguments.contradictions.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, delimiter="\t", lineterminator="\n")
            writer.writerow(("state", "other", "date in the state's article", "date in the other's"))
            writer.writerows((*pair, one, other) for pair, one, other in both if one != other)
        print(f"{len(both) - len(equal)} contradictions in {arguments.contradictions}")


if __name__ == "__main__":
    main()
