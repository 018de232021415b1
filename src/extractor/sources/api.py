"""A MediaWiki's pages and revisions through its API: https://www.mediawiki.org/wiki/API:Query.

One request at a time, fifty pages to a request. A page that can't be had is a Failure and the rest goes on; after SILENCE
requests running without an answer the wiki is taken to be down, and the rest of the call are Failures that nobody asked for.
What has to be whole to be of use (a category, the recent changes) raises instead.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar
from urllib.parse import urlsplit

import httpx

from extractor.errors import UnansweredError, WikiError
from extractor.records import Failure, PageState, RecentChange, Revision
from extractor.sources import answers
from extractor.sources.forms import Page, Query, merged
from extractor.sources.session import Session
from extractor.sources.store import NAME, RevisionStore

BATCH = 50  # MediaWiki's limit for clients that aren't signed in as a bot
SILENCE = 5
ROUNDS = 10_000  # continuations of one query
SEPARATOR = "\x1f"  # MediaWiki takes it in place of "|" at the head of a list
Fields = dict[str, str | int]
STATE: Fields = {
    "prop": "info|pageprops|revisions",
    "inprop": "protection",
    "ppprop": "wikibase_item",
    "rvprop": "ids|timestamp",
}
TEXT: Fields = {
    "prop": "pageprops|revisions",
    "ppprop": "wikibase_item",
    "rvprop": "ids|timestamp|comment|content|contentmodel|slotsha1",
    "rvslots": "main",
}
Key = TypeVar("Key", str, int)
Told = TypeVar("Told")
Item = TypeVar("Item")


class Wiki:
    """A wiki, to be used in a `with` statement. `name` is its host, as `Revision.wiki` has it.

    >>> with Wiki("en.wikipedia.org", contact="you@example.org") as wiki:  # doctest: +SKIP
    ...     for state in wiki.pages(titles=["Laos"]):
    ...         print(state.title, state.revision_id, state.qid)
    """

    def __init__(
        self,
        address: str,
        *,
        contact: str,
        cache: Path | None = None,
        maxlag: int = 5,
        transport: httpx.BaseTransport | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """The wiki whose api.php is at `address` (a bare host, as "en.wikipedia.org", is read as one of Wikimedia's).

        contact: an e-mail address or a page about who asks, for the wiki's operators. cache: folder for revisions that were
        fetched; None keeps none. maxlag: replication lag in seconds beyond which the wiki is left in peace. transport and
        clock (seconds) are for tests. Raises ContactError without a contact, WikiError where no API can be at the address.
        """
        self._session = Session(address, contact=contact, maxlag=maxlag, transport=transport, clock=clock)
        self._store = RevisionStore(cache / NAME) if cache else None
        self._index = self._session.address.rpartition("/")[0] + "/index.php"
        self.name = urlsplit(self._session.address).netloc

    def __enter__(self) -> Self:
        """The wiki itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close it."""
        self.close()

    def close(self) -> None:
        """Let the connection and the cache go."""
        self._session.close()
        if self._store:
            self._store.close()

    def now(self) -> str:
        """The time by the wiki's own clock, ISO 8601 in UTC. Raises WikiError where it does not answer."""
        return self._session.ask(curtimestamp=1).curtimestamp

    def pages(self, *, titles: Iterable[str] = (), page_ids: Iterable[int] = ()) -> Iterator[PageState | Failure]:
        """The state of each page that is asked for, in that order, without its text: one query for fifty.

        Titles are followed over redirects. Page ids cost a second query where some of fifty are redirects.
        """
        yield from self._each(titles, self._states)
        yield from self._each(page_ids, self._states_by_id)

    def revisions(self, revision_ids: Iterable[int]) -> Iterator[Revision | Failure]:
        """The revisions with those ids, in that order; those in the cache are not asked for.

        A revision has the title and QID that its page had when it was fetched.
        """
        yield from self._each(revision_ids, self._texts, "revision")

    def current(self, *, titles: Iterable[str] = (), page_ids: Iterable[int] = ()) -> Iterator[Revision | Failure]:
        """The current revision of each page, once, where redirects lead to; a page that isn't there is a Failure."""
        seen = set[int]()
        for batch in _batches(self.pages(titles=titles, page_ids=page_ids)):
            ids = [item.revision_id for item in batch if isinstance(item, PageState) and item.revision_id]
            texts = dict(zip(ids, self.revisions(ids), strict=True))
            for item in batch:
                if isinstance(item, Failure) or item.revision_id is None:
                    yield item if isinstance(item, Failure) else _absent(item)
                elif item.revision_id not in seen:
                    seen.add(item.revision_id)
                    text = texts[item.revision_id]
                    yield replace(text, qid=item.qid) if isinstance(text, Revision) else text

    def history(
        self, *, title: str | None = None, page_id: int | None = None, since: str | None = None
    ) -> Iterator[Revision | Failure]:
        """All revisions of one page (since a time, ISO 8601 in UTC), oldest first; a title is followed over redirects."""
        which: Fields = {"titles": title, "redirects": 1} if title is not None else {"pageids": page_id or 0}
        start = {"rvstart": since} if since else {}
        fields: Fields = {"prop": "revisions", "rvprop": "ids", "rvdir": "newer", "rvlimit": "max"}
        name = _name(title if title is not None else page_id or 0, "page")
        try:
            found = merged(self._continued(**which, **start, **fields)).pages
        except UnansweredError as error:
            yield Failure(name, str(error))
            return
        if not found or found[0].pageid is None or found[0].missing:
            yield Failure(name, f"{self.name}: no such page")
            return
        yield from self.revisions(form.revid for form in found[0].revisions)

    def category(self, name: str, depth: int = 0) -> Iterator[str]:
        """Titles of the articles in a category and, `depth` levels down, its subcategories; each once, nearest first.

        Raises WikiError where there are none, or where the wiki stops answering on the way: take it whole before acting on it.
        """
        top = name if ":" in name else f"Category:{name}"
        waiting, categories, titles = deque([(top, depth)]), {top}, set[str]()
        while waiting:
            category, left = waiting.popleft()
            fields = {"cmtype": "page|subcat" if left else "page", "cmprop": "title|type", "cmlimit": "max"}
            for query in self._continued(list="categorymembers", cmtitle=category, **fields):
                for member in query.categorymembers:
                    if member.type == "subcat" and member.title not in categories:
                        categories.add(member.title)
                        waiting.append((member.title, left - 1))
                    elif member.ns == 0 and member.title not in titles:
                        titles.add(member.title)
                        yield member.title
        if not titles:
            raise WikiError(f"{self.name}: {top} holds no articles; is it written so there?")

    def recent_changes(self, since: str) -> Iterator[RecentChange]:
        """Edits, moves, deletions, restorations and other logged actions on articles since a time, oldest first.

        A wiki keeps these for some weeks (Wikimedia's: 30 days). Raises WikiError where its list begins after `since`, for
        then changes would be missed, and where it stops answering on the way: take it whole before acting on it.
        """
        whole: Fields = {"list": "recentchanges", "rcdir": "newer"}
        oldest = next(self._continued(**whole, rcprop="timestamp", rclimit=1)).recentchanges
        if oldest and oldest[0].timestamp > since:
            raise WikiError(
                f"{self.name}: its recent changes begin at {oldest[0].timestamp}, after {since}: ask page by page instead"
            )
        fields: Fields = {"rcprop": "title|ids|timestamp|comment|loginfo", "rctype": "edit|new|log", "rcnamespace": 0}
        for query in self._continued(**whole, **fields, rcstart=since, rclimit="max"):
            yield from map(answers.change, query.recentchanges)

    def _continued(self, **fields: str | int) -> Iterator[Query]:
        """The answer and all that continue it. WikiError where the wiki sends us in a circle, or on and on."""
        following, seen = dict[str, str | int](), set[tuple[tuple[str, str | int], ...]]()
        for _ in range(ROUNDS):
            answer = self._session.ask(**fields | following)
            yield answer.query or Query()
            following, mark = answer.following, tuple(sorted(answer.following.items()))
            if not following:
                return
            if mark in seen:
                break
            seen.add(mark)
        raise WikiError(
            f"{self._session.address}: the answer goes on without an end; last asked to continue at {following}"
        )

    def _each(
        self, keys: Iterable[Key], ask: Callable[[list[Key]], list[Told]], noun: str = "page"
    ) -> Iterator[Told | Failure]:
        """`ask` for fifty keys at a time; where no answer comes, one by one, so that one bad page costs only itself."""
        silence, reason = 0, ""
        for batch in _batches(keys):
            waiting = deque([batch])
            while waiting:
                asked = waiting.popleft()
                if silence == SILENCE:
                    yield from (
                        Failure(_name(key, noun), f"not asked for, the wiki does not answer; {reason}") for key in asked
                    )
                    continue
                try:
                    told = ask(asked)
                except UnansweredError as error:
                    silence, reason = silence + 1, str(error)
                    if len(asked) > 1:
                        waiting.extend([key] for key in asked)
                    else:
                        yield Failure(_name(asked[0], noun), reason)
                    continue
                silence = 0
                yield from told

    def _states(self, titles: list[str]) -> list[PageState | Failure]:
        sent = dict.fromkeys(filter(None, map(answers.plain, titles)))
        if not sent:
            return answers.states(self.name, titles, Query())
        joined = SEPARATOR + SEPARATOR.join(sent)
        return answers.states(self.name, titles, merged(self._continued(titles=joined, redirects=1, **STATE)))

    def _states_by_id(self, page_ids: list[int]) -> list[PageState | Failure]:
        joined = "|".join(map(str, dict.fromkeys(page_ids)))
        pages = {page.pageid: page for page in merged(self._continued(pageids=joined, **STATE)).pages}
        redirects = [page.title for page in pages.values() if page.redirect]
        led = dict(zip(redirects, self._states(redirects), strict=True))
        return [self._state_by_id(number, pages.get(number), led) for number in page_ids]

    def _texts(self, revision_ids: list[int]) -> list[Revision | Failure]:
        known: dict[int, Revision | Failure] = {**self._store.get(self.name, revision_ids)} if self._store else {}
        unknown = list(dict.fromkeys(number for number in revision_ids if number not in known))
        if unknown:
            joined = "|".join(map(str, unknown))
            fetched = answers.revisions(self.name, self._index, unknown, merged(self._continued(revids=joined, **TEXT)))
            known |= fetched
            if self._store:
                self._store.put(item for item in fetched.values() if isinstance(item, Revision))
        return [known[number] for number in revision_ids]

    def _state_by_id(self, page_id: int, page: Page | None, led: dict[str, PageState | Failure]) -> PageState | Failure:
        requested = str(page_id)
        if page is None:
            return Failure(_name(page_id, "page"), f"{self.name}: the answer does not tell of page {page_id}")
        if page.missing:
            return PageState(self.name, requested, "", "missing")
        if not page.redirect:
            return answers.state(self.name, requested, page, [page.title])
        state = led[page.title]
        return replace(state, requested=requested) if isinstance(state, PageState) else state


def _batches(items: Iterable[Item]) -> Iterator[list[Item]]:
    rest = iter(items)
    while batch := list(islice(rest, BATCH)):
        yield batch


def _name(key: str | int, noun: str) -> str:
    return answers.slug(key) if isinstance(key, str) else f"{noun}_{key}"


def _absent(state: PageState) -> Failure:
    """Why a page that was asked for has no current revision."""
    reasons = {
        "redirect_loop": "redirects to itself",
        "missing": "no such page",
        "invalid": "can't be a page of this wiki",
    }
    reason = reasons.get(state.status, f"redirects to {state.redirect_to}, which is not there")
    return Failure(answers.slug(state.requested), f"{state.wiki}: {state.requested}: {reason}")
