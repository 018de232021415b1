"""What an update costs beside a first extraction, as ratios within one run.

    python benchmarks/update.py edit      one-sentence edits of the longest article in ../shared/articles, and no edit at all
    python benchmarks/update.py replay    the revisions in ../shared/revisions, in order, against extracting each from scratch

Results: benchmarks/README.md.
"""

from __future__ import annotations

import csv
import itertools
import re
import shutil
import statistics
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Callable
from pathlib import Path

import extractor
from extractor.batch import Order, Worker, ledger, recipe, update
from extractor.batch.docs import Reader
from extractor.batch.identity import words_of
from extractor.records import Event, Revision
from extractor.sources import Folder, read
from extractor.wikitext import parse

SHARED = Path(__file__).parents[2] / "shared"
FAR = 30  # the first revisions of ../shared/revisions, which lie 500 edits apart; the others lie 2 apart
STAMP = "2026-11-24T00:00:00Z"


def timed(work: Callable[[], object]) -> float:
    """CPU seconds that a call takes: the wall's are those of whatever else runs."""
    began = time.process_time()
    work()
    return time.process_time() - began


class Kept:
    """A ledger and cache in a folder, and one loaded model for all runs, so that loading it counts nowhere."""

    def __init__(self, folder: Path, nlp: object) -> None:
        """`nlp` is what the worker would load."""
        self.path, self.recipe = folder / "ledger.sqlite", recipe()
        self.worker = Worker(self.recipe, cache=folder / "blocks.sqlite")
        self.worker.reader.__dict__["nlp"] = nlp

    def update(self, wiki: Folder, titles: list[str] | None = None, *, all_revisions: bool = False) -> None:
        """One run, from opening the ledger to closing it."""
        with ledger(self.path, write=True) as book:
            order = Order(self.recipe.whole, STAMP, titles, all_revisions=all_revisions)
            update(wiki, book, lambda: self.worker, order)


def page(folder: Path, texts: list[str]) -> Folder:
    """A wiki of one page with these revisions."""
    (folder / "Page").mkdir(parents=True, exist_ok=True)
    with (folder / "Page.csv").open("w", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(("file", "revid", "timestamp"))
        for number, text in enumerate(texts, 1):
            (folder / "Page" / f"{number}.wikitext").write_text(text, encoding="utf-8")
            rows.writerow((f"{number}.wikitext", number, f"2020-01-{number:02}T00:00:00Z"))
    return Folder(folder)


def edits(revision: Revision, most: int = 12) -> list[str]:
    """The text with one sentence reworded, in places spread over the article's paragraphs, list items and cells."""
    text, places = revision.text, []
    for block in parse(revision).blocks:
        for sentence in re.finditer(
            r"(?:^|(?<=[.] ))[A-Z][^\n\t]{60,200}?\w\.(?=\s|$)", "" if block.aside else block.text
        ):
            start, end = block.source(*sentence.span())
            places += [(start, end)] if text[start:end] == sentence.group() else []
    out = []
    for start, end in places[:: max(1, len(places) // most)][:most]:
        words = text[start:end].split(" ")
        out.append(text[:start] + " ".join([*words[:-2], "so", "it", "was", "reported", *words[-2:]]) + text[end:])
    return out


def cited(revision: Revision) -> str:
    """The text with one reference edited: the middle one gets another title."""
    notes = [note for note in parse(revision).references if note.title]
    note = notes[len(notes) // 2]
    said = revision.text[note.start : note.end].replace(note.title, note.title + " (new edition)")
    return revision.text[: note.start] + said + revision.text[note.end :]


def edit(nlp: object) -> None:
    """The longest article: first extraction, no edit, one-sentence edits."""
    path = max((SHARED / "articles").glob("*.wikitext"), key=lambda item: item.stat().st_size)
    revision = read(path)
    text = revision.text
    with tempfile.TemporaryDirectory() as name:
        room = Path(name)
        wiki = page(room / "wiki", [text])
        first = [timed(lambda at=at: Kept(room / f"first{at}", nlp).update(wiki, ["Page"])) for at in range(3)]
        unchanged = [timed(lambda: Kept(room / "first0", nlp).update(wiki)) for _ in range(5)]
        costs = []
        changes = [*edits(revision), cited(revision)]
        for number, changed in enumerate(changes):
            shutil.copytree(room / "first0", room / f"edit{number}")
            wiki = page(room / "wiki", [text, changed])
            costs.append(timed(lambda at=number, wiki=wiki: Kept(room / f"edit{at}", nlp).update(wiki)))
    whole = statistics.median(first)
    print(f"{path.stem}: {len(text)} code points, first extraction {whole:.2f} s (median of 3)")
    print(f"unchanged: {statistics.median(unchanged) / whole:.2%}")
    note = costs.pop()
    told = ", ".join(f"{cost / whole:.1%}" for cost in sorted(costs))
    print(f"one sentence edited: median {statistics.median(costs) / whole:.1%}; each: {told}")
    print(f"one reference edited: {note / whole:.1%}")


def replay(nlp: object) -> None:
    """Every revision in order, from the second on a re-extraction; and every revision from scratch."""
    far, wiki = Folder(SHARED / "revisions", until=FAR), Folder(SHARED / "revisions")
    with tempfile.TemporaryDirectory() as name:
        kept = Kept(Path(name), nlp)
        spent = [timed(lambda now=now: kept.update(now, now.titles(), all_revisions=True)) for now in (far, wiki)]
        revisions = [item for item in wiki.history(page_id=1) if isinstance(item, Revision)]
        plain = Reader(lambda: nlp, None, "")
        costs = [timed(lambda item=item: extractor.extract(item, understand=plain)) for item in revisions]
        scratch = [sum(costs[:FAR]), sum(costs[FAR:])]
        with ledger(kept.path) as book:
            states = [next(iter(book.asof(item.timestamp or ""))).events for item in revisions]
            first = Counter((book.validity(event.id)[0][0].timestamp or "")[:4] for event in states[-1])
    pairs = [told_again(*pair) for pair in itertools.pairwise(states)]
    for name, took, whole in zip(("500 or more edits apart", "2 edits apart"), spent, scratch, strict=True):
        print(f"revisions {name}: {took:.1f} s in order, {whole:.1f} s from scratch: {took / whole:.1%}")
    print(f"all {len(revisions)}: {sum(spent) / sum(scratch):.1%}")
    read = kept.worker.reader.read
    print(
        f"texts for the model: {plain.asked} in all revisions, {read} of them ({read / plain.asked:.0%}) not met before"
    )
    print(
        f"events told in the same words as in the revision before: {sum(all_ for all_, _ in pairs)}, of them with the same id: {sum(same for _, same in pairs)}"
    )
    print(f"events of the last revision by the year in which each first appeared: {dict(sorted(first.items()))}")


def told_again(before: tuple[Event, ...], after: tuple[Event, ...]) -> tuple[int, int]:
    """How many events are told in the same sentence, trigger and date words in both, and how many of those have the same id."""
    old, new = defaultdict[str, list[str]](list), defaultdict[str, list[str]](list)
    for events, by_words in ((before, old), (after, new)):
        for event in events:
            by_words[words_of(event)].append(event.id)
    both = [(old[words], new[words]) for words in old.keys() & new.keys()]
    return sum(min(len(one), len(other)) for one, other in both), sum(len(set(one) & set(other)) for one, other in both)


if __name__ == "__main__":
    import scipy.optimize  # noqa: F401 - like the model, what a process loads once counts nowhere

    {"edit": edit, "replay": replay}[sys.argv[1]](Reader(extractor.load, None, "").nlp)
