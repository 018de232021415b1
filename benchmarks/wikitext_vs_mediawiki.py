"""The wikitext reader against MediaWiki, and its speed against mwparserfromhell: `wikitext_vs_mediawiki.py ARTICLES RENDERED`.

ARTICLES holds SLUG.wikitext, RENDERED SLUG.json as MediaWiki 1.39 rendered it: sections with level, heading and offset, marks in
reading order with their labels, notes. Printed: each article whose headings, marks or number of notes differ, with the first
difference; date-bearing templates whose date is not in the reading text, by name; and the time of reading all articles as a
multiple of `mwparserfromhell.parse` alone on them, in this run on one core.

The wiki that rendered them had stand-ins for Wikipedia's templates. Like is compared with like where a stand-in and
Wikipedia part: {{anchor}} prints its name in a heading (Wikipedia: nothing), and {{notelist|30em}} prints no list (Wikipedia:
the list), so there the marks and notes of the lettered group are compared as if the list were missing.
"""

from __future__ import annotations

import argparse
import html
import json
import re
import time
from collections import Counter
from pathlib import Path

import mwparserfromhell

from extractor.records import Article, Revision
from extractor.wikitext import parse, templates
from extractor.wikitext.notes import Notes
from extractor.wikitext.preprocess import Node
from extractor.wikitext.reader import Reader

YEAR = re.compile(r"(?<!\d)(?:1\d|20)\d\d(?!\d)")
ANCHOR = re.compile(r"(?i)\{\{\s*(?:anchor|anker)\b")
MISSING_LIST = re.compile(r'exist for a group named "([^"]*)"')


def main() -> None:
    """Compare, count, measure, print."""
    parser = argparse.ArgumentParser(description="Compare the reader with MediaWiki and time it.")
    parser.add_argument("articles", type=Path)
    parser.add_argument("rendered", type=Path)
    arguments = parser.parse_args()
    texts = {path.stem: path.read_text(encoding="utf-8") for path in sorted(arguments.articles.glob("*.wikitext"))}
    started = time.process_time()
    read = {slug: parse(Revision(slug, slug, text)) for slug, text in texts.items()}
    ours = time.process_time() - started
    started = time.process_time()
    for text in texts.values():
        mwparserfromhell.parse(text)
    theirs = time.process_time() - started
    different, marks, headings = 0, 0, 0
    for slug, article in read.items():
        rendered = json.loads((arguments.rendered / f"{slug}.json").read_text(encoding="utf-8"))
        marks, headings = marks + len(rendered["marks"]), headings + len(rendered["sections"])
        found = list(differences(article, rendered))
        different += bool(found)
        for line in found:
            print(f"{slug}: {line}")
    print(f"{different} of {len(read)} articles differ ({headings} headings, {marks} marks)")
    missing, hidden, bearing = Counter[str](), Counter[str](), 0
    for slug, article in read.items():
        shown = YearsShown(article)
        for what, name, start, end in dated_templates(texts[slug]):
            if what != "date":
                hidden[name] += 1
                continue
            bearing += 1
            if not shown.any(start, end, texts[slug]):
                missing[name] += 1
                print(f"{slug}: no year in the text from {texts[slug][start:end]!r}")
    print(
        f"{sum(missing.values())} of {bearing} date templates without their year in the text: {dict(missing.most_common())}"
    )
    print(f"other templates outside notes that hold a year and show nothing: {dict(hidden.most_common(60))}")
    print(f"reading {ours:.1f} s, mwparserfromhell.parse {theirs:.1f} s: {ours / theirs:.2f} times")


def differences(article: Article, rendered: dict) -> list[str]:
    """What differs between an article as read and as rendered, a line each."""
    text = article.revision.text
    out = []
    ours = [(section.level, _plain(section.heading), section.start) for section in article.sections]
    theirs = [(section["level"], _plain(section["heading"]), section["offset"]) for section in rendered["sections"]]
    for mine, yours in zip(ours, theirs, strict=False):
        anchored = ANCHOR.search(text[mine[2] : text.find("\n", mine[2])])
        same = mine[::2] == yours[::2] and (yours[1] == mine[1] or (anchored and mine[1] in yours[1]))
        if not same:
            out.append(f"heading {mine} is {yours}")
            break
    if len(ours) != len(theirs):
        out.append(f"{len(ours)} headings are {len(theirs)}")
    unprinted = {match[1] for error in rendered["errors"] if (match := MISSING_LIST.search(error))}
    printed = [reference for reference in article.references if reference.group not in unprinted]
    inner = [(note.start, note.end) for note in article.references if note.group in unprinted]
    ours_marks = [
        mark for mark in article.marks if not any(start < mark.start and mark.end < end for start, end in inner)
    ]
    labels = [mark["label"] for mark in rendered["marks"]]
    for at, (mine, yours) in enumerate(zip([mark.key for mark in ours_marks], labels, strict=False)):
        if mine != yours:
            place = ours_marks[at].start
            out.append(f"mark {at} at {place} is {yours!r}, read {mine!r}: {text[place : place + 60]!r}")
            break
    if len(ours_marks) != len(labels):
        out.append(f"{len(ours_marks)} marks are {len(labels)}")
    if len(printed) != len(rendered["notes"]):
        out.append(f"{len(printed)} notes are {len(rendered['notes'])}")
    return out


def _plain(heading: str) -> str:
    return " ".join(html.unescape(re.sub(r"<sup>.*?</sup>|<[^>]*>", "", heading)).split())


def dated_templates(text: str) -> list[tuple[str, str, int, int]]:
    """Use, name and place of each template outside notes that is for a date, or for nothing to read, and is given a year."""
    reader = Reader(text, Notes())
    out, waiting = [], list(reader.region(0, len(text)).nodes.values())
    while waiting:
        node: Node = waiting.pop()
        waiting += [inner for part in node.parts for inner in part.nodes]
        if node.kind == "template":
            name, values = reader.call(node)
            rule = templates.rule(name)
            if rule.what in ("date", "hidden") and any(YEAR.search(reader.words(value)) for value in values):
                out.append((rule.what, name, node.start, node.end))
    return out


class YearsShown:
    """Which years an article's blocks show, by the place in the source that they come from."""

    def __init__(self, article: Article) -> None:
        """Take the segments of all blocks."""
        self._segments = [
            (segment.source_start, segment.source_end, block.text[segment.start : segment.end])
            for block in article.blocks
            for segment in block.segments
        ]

    def any(self, start: int, end: int, text: str) -> bool:
        """Whether one of the years written in [start, end) is shown by text that comes from there."""
        years = set(YEAR.findall(text[start:end]))
        return any(
            start <= low and high <= end and years & set(YEAR.findall(shown)) for low, high, shown in self._segments
        )


if __name__ == "__main__":
    main()
