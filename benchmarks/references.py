"""What the citations of a folder of articles give: `python benchmarks/references.py ../shared/articles [--list 20]`.

A {{cite …}} reference is a full citation template in a note, or listed beside the notes. What is *written* is counted
apart from the reader, by a pattern over the template's own wikitext: a title parameter or a url parameter that is not
empty. Prints Markdown.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from pathlib import Path

from extractor.records import Article, Reference, Revision
from extractor.wikitext import parse

CITE = re.compile(r"\{\{\s*(?:cite[\s_-]|citation\s*[|\n]|#invoke:\s*cite\b|vcite)", re.I)
VALUE = r"\s*=(?!\s*(?:<!--[^>]*-->)?\s*(?:\||\}\}))"
TITLE = re.compile(rf"\|\s*(?:(?:script-|trans[-_])?title|chapter|contribution|entry|article|wstitle){VALUE}", re.I)
URL = re.compile(rf"\|\s*(?:url|chapter-?url|contribution-url){VALUE}", re.I)
CHECKED = ("url", "archive_url", "chapter_url", "doi", "isbn", "issn")
DATES = ("published", "accessed", "archived", "original")


def main() -> None:
    """Count, and list what is missing by cause."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    options.add_argument("folder", type=Path)
    options.add_argument("--list", type=int, default=0, help="how many of each cause to show")
    args = options.parse_args()
    counts: Counter[str] = Counter()
    causes: dict[str, list[str]] = {}
    for path in sorted(args.folder.glob("*.wikitext")):
        article = parse(Revision(path.stem, path.stem, path.read_text(encoding="utf-8")))
        counts["articles"] += 1
        for reference in (*article.references, *article.works):
            count(article, reference, counts, causes)
    report(counts, causes, args.list)


def count(article: Article, reference: Reference, counts: Counter[str], causes: dict[str, list[str]]) -> None:
    """Take one reference into the counts, and into `causes` if something that should be there is missing."""
    counts[f"part {reference.part}"] += 1
    source = article.revision.text[reference.start : reference.end]
    where = f"{article.revision.slug}:{reference.start} {' '.join(source.split())[:160]}"
    if reference.template and CITE.search(source):
        counts["cite"] += 1
        missing = lacks(source, reference)
        counts["good"] += not any(cause not in ("no title is written",) for cause in missing)
        counts["complete"] += not missing
        for cause in missing:
            causes.setdefault(cause, []).append(where)
    elif not reference.template:
        counts["plain"] += 1
        counts["plain with title or url"] += bool(reference.title or reference.url)
    for field in (*CHECKED, *DATES):
        counts[f"{field} given"] += bool(getattr(reference, field))
    for problem in reference.problems:
        field, _, given = problem.partition(": ")
        counts[f"{field} wrong"] += 1
        causes.setdefault(f"problem: {field}", []).append(f"{where[:40]} {given}")
    counts["short resolved"] += len(reference.cites)


def lacks(source: str, reference: Reference) -> list[str]:
    """Why a {{cite …}} reference has no title, or no address though one is written."""
    out = []
    if not reference.title:
        out.append("title written but not read" if TITLE.search(source) else "no title is written")
    if URL.search(source) and not reference.url:
        out.append("url written but not read")
    return out


def report(counts: Counter[str], causes: dict[str, list[str]], shown: int) -> None:
    """Print the tables."""
    share = counts["complete"] / max(1, counts["cite"])
    print(
        f"{counts['articles']} articles: {counts['part note']} notes, {counts['part further']} further citations in them, {counts['part listed']} works listed\n"
    )
    print(
        f"{{{{cite …}}}} references: {counts['cite']}; with title and, where written, url: {counts['complete']} ({share:.2%})\n"
    )
    print("| without, by cause | n |\n| --- | --- |")
    for cause, items in sorted(causes.items()):
        if not cause.startswith("problem"):
            print(f"| {cause} | {len(items)} |")
    print(f"\nplain-text notes: {counts['plain']}, with title or url: {counts['plain with title or url']}\n")
    print(
        f"short notes' targets: {counts['short resolved']} resolved, {counts['cites wrong']} unresolved, {counts['several wrong']} of the resolved ambiguous\n"
    )
    print("| field | read | wrong or unread |\n| --- | --- | --- |")
    for field in (*CHECKED, *DATES):
        print(f"| {field} | {counts[f'{field} given']} | {counts[f'{field} wrong']} |")
    for cause, items in sorted(causes.items()):
        for item in items[:shown]:
            print(f"{cause}\t{item}")


if __name__ == "__main__":
    main()
