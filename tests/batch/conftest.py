"""A wiki in memory and events made by hand: for tests of updates."""

from dataclasses import dataclass, field, replace

import pytest

from extractor.batch import Order, Worker, ledger, recipe, update
from extractor.records import PageState, Revision

DAY = "2026-11-{:02}T03:00:00Z"


@dataclass
class MemoryWiki:
    """Pages that a test edits, moves, deletes; counts what it is asked."""

    name: str = "test.example"
    revisions_of: dict = field(default_factory=dict)  # page id -> revisions, oldest first
    status: dict = field(default_factory=dict)  # page id -> here | missing | (redirect to) title
    asked: list = field(default_factory=list)
    count: int = 0

    def edit(self, title, text, comment=""):
        page = next((number for number, past in self.revisions_of.items() if past[-1].title == title), None)
        if page is None:
            page = len(self.revisions_of) + 1
        self.count += 1
        past = self.revisions_of.setdefault(page, [])
        stamp = f"2020-01-{self.count // 24 + 1:02}T{self.count % 24:02}:00:00Z"
        past.append(
            Revision(title.replace(" ", "_"), title, text, self.name, page, self.count, None, stamp, comment=comment)
        )
        self.status[page] = "here"
        return page

    def move(self, page, title):
        last = self.revisions_of[page][-1]
        self.edit(last.title, last.text, f"moved to {title}")
        past = self.revisions_of[page]
        self.revisions_of[page] = [replace(item, title=title, slug=title.replace(" ", "_")) for item in past]

    def pages(self, *, titles=(), page_ids=()):
        titles, page_ids = list(titles), list(page_ids)
        self.asked.append(("pages", len(titles) + len(page_ids)))
        by_title = {past[-1].title: page for page, past in self.revisions_of.items()}
        for requested, page in [(title, by_title.get(title)) for title in titles] + [(str(p), p) for p in page_ids]:
            yield self._state(requested, page)

    def _state(self, requested, page):
        status = self.status.get(page, "missing")
        if status == "missing":
            return PageState(self.name, requested, "" if requested.isdigit() else requested, "missing")
        last = self.revisions_of[page][-1]
        if status == "here":
            return PageState(self.name, requested, last.title, "here", page, last.revision_id, last.timestamp)
        target = next(state for state in self.pages(titles=[status]))
        return replace(target, requested=requested, title=last.title, status="redirect", redirect_to=status)

    def revisions(self, revision_ids):
        revision_ids = list(revision_ids)
        self.asked.append(("revisions", len(revision_ids)))
        known = {item.revision_id: item for past in self.revisions_of.values() for item in past}
        return iter([known[number] for number in revision_ids])

    def history(self, *, page_id, since=None):
        return (item for item in self.revisions_of[page_id] if item.timestamp >= (since or ""))


class Keeper:
    """A ledger's file, updated from a wiki day after day."""

    def __init__(self, folder, wiki, nlp):
        self.path, self.wiki, self.cache = folder / "ledger.sqlite", wiki, folder / "blocks.sqlite"
        self.recipe, self.day, self.nlp = recipe(), 0, nlp

    def make(self):
        worker = Worker(self.recipe, cache=self.cache)
        worker.reader.nlp = self.nlp  # loaded once for all tests
        return worker

    def update(self, titles=None, **given):
        self.day += 1
        order = Order(given.pop("recipe", self.recipe.whole), DAY.format(self.day), titles, **given)
        with ledger(self.path, write=True) as book:
            return update(self.wiki, book, self.make, order)

    def look(self, question):
        with ledger(self.path) as book:
            return question(book)

    def events(self):
        return [event for told in self.look(lambda book: list(book.current())) for event in told.events]

    def changes(self, day=None):
        """(type, cause) of the changes that the day's update found; the last update's without a day."""
        return [
            (item.type, item.cause) for item in self.look(lambda book: list(book.changes(DAY.format(day or self.day))))
        ]


@pytest.fixture
def wiki():
    return MemoryWiki()


@pytest.fixture
def keeper(tmp_path, wiki, nlp):
    return Keeper(tmp_path, wiki, nlp)
