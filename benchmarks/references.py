"""What the citations of a folder of articles give: `python benchmarks/references.py ../shared/articles [--list 20]`.

Counts every {{cite …}}, {{citation}}, {{vcite …}} and {{#invoke:cite}} that the wikitext holds outside of comments and
nowiki, by a pattern that knows nothing of the reader, and what is written in each: a title or a url parameter that is not
empty. Beside it stands what was read. Prints Markdown; whatever has no title, or lacks a url that is written, is listed by
cause.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from pathlib import Path

from extractor.records import Article, Reference, Revision
from extractor.wikitext import parse

CITE = re.compile(r"\{\{\s*(?:(?:cite|vcite)[\s_](?!needed|check|quote)|citation\s*[|\n]|#invoke:\s*cite\b)", re.I)
APART = re.compile(r"<!--.*?-->|<nowiki>.*?</nowiki>", re.S | re.I)
INNER = re.compile(r"\{\{(?:[^{}]|\{(?!\{)|\}(?!\}))*\}\}")
VALUE = r"\s*=(?!\s*(?:\||\}\}))"
TITLE = re.compile(rf"\|\s*(?:(?:script-|trans[-_])?title|chapter|contribution|entry|article|wstitle){VALUE}", re.I)
URL = re.compile(rf"\|\s*(?:url|chapter-?url|contribution-url){VALUE}", re.I)
CHECKED = ("url", "archive_url", "chapter_url", "doi", "isbn", "issn")
DATES = ("published", "accessed", "archived", "original")


def main() -> None:
    """Count, and list what is missing by cause."""
    options = argparse.ArgumentParser(description="What the citations of a folder of articles give.")
    options.add_argument("folder", type=Path)
    options.add_argument("--list", type=int, default=0, help="how many of each cause to show")
    args = options.parse_args()
    counts: Counter[str] = Counter()
    causes: dict[str, list[str]] = {}
    for path in sorted(args.folder.glob("*.wikitext")):
        article = parse(Revision(path.stem, path.stem, path.read_text(encoding="utf-8")))
        counts["articles"] += 1
        templates(article, counts, causes)
        for reference in (*article.references, *article.works):
            fields(article.revision.slug, reference, counts, causes)
    report(counts, causes, args.list)


def templates(article: Article, counts: Counter[str], causes: dict[str, list[str]]) -> None:
    """Hold every citation template of the wikitext against the reference that it became."""
    text = APART.sub(lambda match: " " * len(match.group()), article.revision.text)
    places = [match.start() for match in CITE.finditer(text)]
    read = {work.start: work for work in article.works}
    for note in article.references:
        inner = [place for place in places if note.start <= place < note.end and place not in read]
        if inner and CITE.match("{{" + note.template + "|"):
            read[inner[0]] = note
    for place in places:
        counts["cite"] += 1
        missing = lacks(template_at(text, place), read.get(place))
        if place not in read:
            missing = [unread(place, article)]
        counts["good"] += not missing
        for cause in missing:
            causes.setdefault(cause, []).append(
                f"{article.revision.slug}:{place} {' '.join(text[place : place + 160].split())}"
            )


def template_at(text: str, place: int) -> str:
    """The template that begins at a place, less the templates in it, so that only its own parameters are seen."""
    depth, end = 0, place
    for match in re.compile(r"\{\{|\}\}").finditer(text, place):
        depth += 1 if match.group() == "{{" else -1
        end = match.end()
        if not depth:
            break
    return "{{" + INNER.sub("…", text[place + 2 : end])


def unread(place: int, article: Article) -> str:
    """Why a template became no reference."""
    if any(note.start <= place < note.end for note in article.references):
        return "not read: in a note within another note"
    return "not read: in no note that MediaWiki shows (defined twice, never marked) or in no note that we read"


def lacks(source: str, reference: Reference | None) -> list[str]:
    """Why a citation has no title, or no address though one is written."""
    if reference is None:
        return []
    out = []
    if not reference.title:
        out.append("title written but not read" if TITLE.search(source) else "no title is written")
    if URL.search(source) and not reference.url:
        out.append("url written but not read")
    return out


def fields(slug: str, reference: Reference, counts: Counter[str], causes: dict[str, list[str]]) -> None:
    """Take a reference's fields and problems into the counts."""
    counts[f"part {reference.part}"] += 1
    if not reference.template and reference.part == "note":
        counts["plain cites"] += len(reference.cites)
        counts["plain"] += 1
        counts["plain with title or url"] += bool(reference.title or reference.url)
        if not (reference.title or reference.url):
            causes.setdefault("plain", []).append(f"{slug}:{reference.start} {reference.text[:160]}")
    for field in (*CHECKED, *DATES):
        counts[f"{field} given"] += bool(getattr(reference, field))
    counts["short resolved"] += len(reference.cites) if reference.template else 0
    for problem in reference.problems:
        field, _, given = problem.partition(": ")
        counts[f"{field} wrong"] += 1
        causes.setdefault(f"problem: {field}", []).append(f"{slug}:{reference.start} {given}")


def report(counts: Counter[str], causes: dict[str, list[str]], shown: int) -> None:
    """Print the tables."""
    share = counts["good"] / max(1, counts["cite"])
    print(
        f"{counts['articles']} articles: {counts['part note']} notes, {counts['part further']} further citations in them, {counts['part listed']} works listed\n"
    )
    print(
        f"{{{{cite …}}}} references: {counts['cite']}; with title and, where written, url: {counts['good']} ({share:.2%})\n"
    )
    print("| without, by cause | n |\n| --- | --- |")
    for cause, items in sorted(causes.items()):
        if not cause.startswith(("problem", "plain")):
            print(f"| {cause} | {len(items)} |")
    print(
        f"\nplain-text notes: {counts['plain']}, with title or url: {counts['plain with title or url']}; short notes in words resolved: {counts['plain cites']}\n"
    )
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
