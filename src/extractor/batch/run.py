"""An update: ask the wiki, plan, extract what changed, write it down; page by page, so that it can be cut off at any moment."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Protocol

from extractor.batch.engine import results
from extractor.batch.garbage import uncollected
from extractor.batch.identity import Telling, differences, identified
from extractor.batch.ledger import Ledger, State
from extractor.batch.plan import Seen, Todo, plan
from extractor.batch.work import Step
from extractor.records import Extraction, Failure, PageState, Revision

BATCH = 50
Work = Callable[[Step], Extraction | Failure | None]


class Pages(Protocol):
    """What an update needs of a wiki; `sources.Wiki` and `sources.Folder` are such."""

    name: str

    def pages(self, *, titles: Iterable[str] = (), page_ids: Iterable[int] = ()) -> Iterator[PageState | Failure]:
        """The state of each page that is asked for."""

    def revisions(self, revision_ids: Iterable[int]) -> Iterator[Revision | Failure]:
        """The revisions with those ids, in that order."""

    def history(self, *, page_id: int, since: str | None = None) -> Iterator[Revision | Failure]:
        """A page's revisions from a time on, oldest first."""


@dataclass(slots=True)
class Summary:
    """What an update did. pages: how many were asked for, and what became of them; changes: how many of each type."""

    pages: Counter[str] = field(default_factory=Counter)
    changes: Counter[str] = field(default_factory=Counter)
    failures: list[Failure] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Order:
    """What an update is asked to do. titles: None for all pages of the ledger. recorded: when it begins, ISO 8601 in UTC."""

    recipe: str
    recorded: str
    titles: Sequence[str] | None = None
    page_ids: frozenset[int] | None = None
    all_revisions: bool = False
    workers: int = 1


def update(
    wiki: Pages, ledger: Ledger, make: Callable[[], Work], order: Order,
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> Summary:  # fmt: skip
    """Bring a ledger up to date with a wiki.

    make: gives what extracts, once for each worker process. progress: called with the pages done and to do.
    """
    summary = Summary()
    todos = list(_todos(wiki, ledger, order, summary))
    progress(0, len(todos))
    keys = {(seen.wiki, seen.page_id): seen.key for seen in ledger.seen()}
    given: deque[State] = deque()
    failed, done = set[int](), set[int]()

    def steps() -> Iterator[Step]:
        for step in _steps(wiki, ledger, todos, order, summary):
            given.append(step.state)
            yield step

    for told in results(make, steps(), order.workers):
        state = given.popleft()
        page_id = state.revision.page_id or 0
        if isinstance(told, Failure):
            summary.failures.append(told)
            failed.add(page_id)  # its later states must wait for this one
        elif page_id not in failed:
            key, types = advance(ledger, keys.get((wiki.name, page_id)), state, told)
            keys[wiki.name, page_id] = key
            summary.changes.update(types)
        done.add(page_id)
        progress(len(done), len(todos))
    if order.titles is None and not summary.failures:
        ledger.finished(wiki.name, order.recorded)
    return summary


@uncollected()
def advance(ledger: Ledger, page: int | None, state: State, told: Extraction | None) -> tuple[int, Counter[str]]:
    """Write a page's next state: its events get the ids they had, and what changed is told. Returns the key and the types of change."""
    last = ledger.told(page) if page is not None else None
    was_here = page is not None and ledger.status(page) == "here"
    before = last if last and was_here else Telling()
    after = Telling()
    if told:
        events = identified(
            last.events if last else (),
            told.events,
            told=lambda words: ledger.told_in(page, words) if page is not None else [],
            taken=ledger.taken,
        )
        told = replace(told, events=events)
        after = Telling(events, told.article.references)
    found = list(differences(before, after))
    return ledger.add(page, state, told, found), Counter(item.type for item in found)


def rebuild(old: Ledger, new: Ledger, make: Callable[[], Work], recipe: str, workers: int = 1) -> list[Failure]:
    """Tell everything anew, by the present recipe, from the revisions that a ledger keeps."""
    keys: dict[int, int] = {}
    given: deque[tuple[int, State]] = deque()
    failures = []

    def steps() -> Iterator[Step]:
        before: dict[int, Revision] = {}
        for page, state in old.states():
            given.append((page, replace(state, recipe=recipe)))
            yield Step(given[-1][1], before.get(page))
            before[page] = state.revision

    for told in results(make, steps(), workers):
        page, state = given.popleft()
        if isinstance(told, Failure):
            failures.append(told)
        else:
            keys[page], _ = advance(new, keys.get(page), state, told)
    return failures


def _todos(wiki: Pages, ledger: Ledger, order: Order, summary: Summary) -> Iterator[Todo]:
    """What is to be done for each page that is asked for, each page once."""
    seen = {item.page_id: item for item in ledger.seen() if item.wiki == wiki.name}
    titles = {item.title for item in seen.values()}
    met = set[int]()
    for asked, state in _states(wiki, seen, order):
        if isinstance(state, Failure):
            summary.failures.append(state)
            continue
        for page_id, own in _pages_of(asked, state):
            if page_id not in met:
                met.add(page_id)
                todo = plan(seen.get(page_id), own, order.recipe)
                summary.pages[_became(todo)] += 1
                yield from [todo] if todo else []
        if asked is None and state.page_id is None and state.title not in titles:
            slug = state.title.replace(" ", "_")
            summary.failures.append(Failure(slug, f"{wiki.name}: no such page ({state.status})"))


def _states(wiki: Pages, seen: dict[int, Seen], order: Order) -> Iterator[tuple[int | None, PageState | Failure]]:
    """The wiki's word on the pages that are asked for, with the page id by which that was.

    A known page is asked for by its id, so that a move is seen as one; a deleted one by its title too, for another page may
    stand there now.
    """
    by_title = {item.title: item for item in seen.values()}
    if order.titles is None:
        asked = [item for item in seen.values() if order.page_ids is None or item.page_id in order.page_ids]
        titles = [item.title for item in asked if item.status == "missing"]
    else:
        asked = [by_title[title] for title in order.titles if title in by_title]
        titles = [title for title in order.titles if title not in by_title or by_title[title].status == "missing"]
    ids = [item.page_id for item in asked]
    yield from zip(ids, wiki.pages(page_ids=ids), strict=True)
    yield from ((None, state) for state in wiki.pages(titles=titles))


def _pages_of(asked: int | None, state: PageState) -> Iterator[tuple[int, PageState]]:
    """The pages that an answer tells of: the one that was asked for by its id, and the one that stands or is led to there."""
    if asked is not None:
        yield asked, state
    if state.page_id is not None and state.page_id != asked:
        yield state.page_id, replace(state, status="here", title=state.redirect_to or state.title)


def _became(todo: Todo | None) -> str:
    """What became of a page, in a word."""
    if todo is None:
        return "same"
    if todo.gone:
        return "gone"
    if todo.seen is None:
        return "new"
    if todo.seen.status != "here":
        return "restored"
    if not todo.read:
        return "upgraded"
    return "moved" if todo.seen.title != todo.state.title else "changed"


def _steps(wiki: Pages, ledger: Ledger, todos: Sequence[Todo], order: Order, summary: Summary) -> Iterator[Step]:
    """The states of all pages to come, in order, fifty revisions fetched at a time."""
    waiting = iter(todos)
    while batch := list(islice(waiting, BATCH)):
        ids = [
            todo.state.revision_id for todo in batch if todo.read and todo.state.revision_id and not order.all_revisions
        ]
        fetched = dict(zip(ids, wiki.revisions(ids), strict=True)) if ids else {}
        for todo in batch:
            if not todo.read:
                revisions: Iterable[Revision | Failure] = ()
            elif order.all_revisions:
                revisions = _history(wiki, ledger, todo)
            else:
                revisions = [fetched[todo.state.revision_id]] if todo.state.revision_id else []
            yield from _states_of(ledger, todo, revisions, order, summary)


def _history(wiki: Pages, ledger: Ledger, todo: Todo) -> Iterator[Revision | Failure]:
    """A page's revisions that come after the one that was seen last."""
    last = ledger.revision(todo.seen.key) if todo.seen else None
    for revision in wiki.history(page_id=todo.page_id, since=last.timestamp if last else None):
        if isinstance(revision, Failure) or last is None or (revision.revision_id or 0) > (last.revision_id or 0):
            yield revision


def _states_of(
    ledger: Ledger, todo: Todo, revisions: Iterable[Revision | Failure], order: Order, summary: Summary
) -> Iterator[Step]:
    """A page's states to come, each with the revision before it."""
    last = ledger.revision(todo.seen.key) if todo.seen else None
    here = todo.seen is not None and todo.seen.status == "here"

    def state(revision: Revision, cause: str, status: str = "here", since: str | None = None) -> State:
        to = todo.state.redirect_to if status == "redirect" else None
        return State(revision, cause, status, order.recipe, since or order.recorded, order.recorded, to)

    if todo.upgrade and last:
        yield Step(state(last, "upgrade", since=last.timestamp), last)
    if todo.gone and last:
        yield Step(state(last, "page", todo.gone))
    for item in revisions:
        if isinstance(item, Failure):
            summary.failures.append(item)
            return
        revision = _named(item, todo.state)
        if here and last and last.title != revision.title and last.text != revision.text:
            moved = _named(last, todo.state)
            yield Step(state(moved, "page"), last)
            last = moved
        same = last is not None and last.text == revision.text
        again = last is not None and last.revision_id == revision.revision_id
        since = order.recorded if again or (todo.seen and not here) else revision.timestamp
        yield Step(state(revision, "page" if same or (todo.seen and not here) else "edit", since=since), last)
        last, here = revision, True


def _named(revision: Revision, state: PageState) -> Revision:
    """A revision under the title that its page has now."""
    return replace(revision, title=state.title, slug=state.title.replace(" ", "_"), qid=state.qid)
