"""The ledger: what each page said in each of its states, which event is which, and what changed. One SQLite file.

A page's state is written whole, in one transaction, or not at all. What the ledger tells is read back as the records that were
written, so tables from it are those of `extract`, but that an event has the id under which it first appeared.
"""

from __future__ import annotations

import hashlib
import sqlite3
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import msgspec

from extractor.batch.identity import Difference, Telling, words_of
from extractor.batch.opening import opened
from extractor.batch.plan import Seen
from extractor.errors import LedgerError
from extractor.records import Change, Event, Extraction, Reference, Revision

_REVISION = "slug, title, qid, revision_id, timestamp, parent_id, sha1, comment, site"


@dataclass(frozen=True, slots=True)
class State:
    """A page as it was from some time on. status: here, redirect or missing; of a page that is gone, `revision` is the last it had.

    cause: edit, upgrade or page. since: when the page came to be so; recorded: when we came to know it (ISO 8601, UTC).
    """

    revision: Revision
    cause: str
    status: str
    recipe: str
    since: str
    recorded: str
    redirect_to: str | None = None


@dataclass(frozen=True, slots=True)
class _Noted:
    references: tuple[Reference, ...]


@dataclass(frozen=True, slots=True)
class _Told:
    """Of a kept Extraction what a `Telling` needs: the rest is not decoded."""

    article: _Noted
    events: tuple[Event, ...]


@contextmanager
def ledger(path: Path, *, write: bool = False) -> Iterator[Ledger]:
    """The ledger in a file, for one process to write or any to read. Raises LedgerError as `opened` does."""
    with opened(path, write=write) as database:
        yield Ledger(path, database)


class Ledger:
    """A ledger on an open database; `ledger` opens one."""

    def __init__(self, path: Path, database: sqlite3.Connection) -> None:
        """`path` is for what errors say."""
        self._path, self._database = path, database

    def seen(self) -> list[Seen]:
        """What was last seen of every page, in the order in which they were first seen."""
        columns = "key, wiki, page_id, title, status, revision_id, qid, recipe"
        return [
            Seen(*row)
            for row in self._all(
                f"SELECT {columns} FROM page JOIN state ON page = key AND ordinal = states ORDER BY key"
            )
        ]

    def revision(self, page: int) -> Revision:
        """The revision of a page's last state, with its text."""
        return self._revision(self._last(page))

    def status(self, page: int) -> str:
        """A page's last status: here, redirect or missing."""
        return str(
            self._all("SELECT status FROM page JOIN state ON page = key AND ordinal = states WHERE key = ?", page)[0][0]
        )

    def told(self, page: int) -> Telling | None:
        """What a page last told while it was there, whether or not it still is."""
        rows = self._all(
            "SELECT told FROM state WHERE page = ? AND status = 'here' ORDER BY ordinal DESC LIMIT 1", page
        )
        if not rows:
            return None
        told = msgspec.msgpack.decode(self._inflated(rows[0][0]), type=_Told)
        return Telling(told.events, told.article.references)

    def told_in(self, page: int, words: str) -> list[str]:
        """Ids of a page's events that were ever told in these words (`words_of`)."""
        return [
            row[0]
            for row in self._all("SELECT event FROM telling WHERE page = ? AND words = ? ORDER BY event", page, words)
        ]

    def taken(self, event_id: str) -> bool:
        """Whether an event of any page has this id."""
        return bool(self._all("SELECT 1 FROM event WHERE id = ?", event_id))

    def add(self, page: int | None, state: State, told: Extraction | None, found: Iterable[Difference]) -> int:
        """Write a page's new state, all or nothing: what it tells (None where it is gone) and what became of its events.

        page: its key, None for a new page; returns the key.
        """
        with self._transaction():
            page, ordinal = self._counted(page, state.revision)
            self._write_state(page, ordinal, state, told)
            events = told.events if told else ()
            self._write_events(page, ordinal, events)
            self._database.executemany(
                "INSERT INTO change (event, page, ordinal, type, before, after) VALUES (?, ?, ?, ?, ?, ?)",
                [(item.event_id, page, ordinal, item.type, item.before, item.after) for item in found],
            )
        return page

    def current(self) -> Iterator[Extraction]:
        """What every page tells that is there now, in the order of their slugs."""
        yield from self._tellings("ordinal = states")

    def asof(self, date: str) -> Iterator[Extraction]:
        """What every page told at the end of a day (month, year: ISO 8601), read as the present recipe reads it or the last that did."""
        yield from self._tellings(
            "ordinal = (SELECT max(ordinal) FROM state WHERE page = key AND since < ?)", date + "~"
        )

    def changes(self, since: str = "", after: int = 0, event: str | None = None) -> Iterator[Change]:
        """Change records, oldest first: recorded since a date, numbered above `after`, of one event."""
        query = """
          SELECT number, event, slug, wiki, type, cause, before, after, revision_id, timestamp, comment, recorded
          FROM change JOIN state USING (page, ordinal) JOIN page ON key = page
          WHERE recorded >= ? AND number > ? AND (? IS NULL OR event = ?) ORDER BY number"""
        for row in self._all(query, since, after, event, event):
            yield Change(*row)

    def validity(self, event: str) -> list[tuple[Revision, Revision | None]]:
        """The stretches of revisions that tell an event, first and last; the last is None while it is still told. Without texts."""
        rows = self._all(
            "SELECT page, first, last FROM said JOIN event ON id = event WHERE event = ? ORDER BY first", event
        )
        return [
            (self._plain(page, first), None if last is None else self._plain(page, last)) for page, first, last in rows
        ]

    def states(self) -> Iterator[tuple[int, State]]:
        """Every page's states, oldest record first, with their texts: what a ledger can be rebuilt from."""
        keys = self._all("SELECT page, ordinal FROM state WHERE cause != 'upgrade' ORDER BY rowid")
        for page, ordinal in keys:
            row = self._all(
                "SELECT cause, status, recipe, since, recorded, redirect_to FROM state WHERE page = ? AND ordinal = ?",
                page,
                ordinal,
            )[0]
            yield page, State(self._revision((page, ordinal)), *row)

    def finished(self, wiki: str, recorded: str) -> None:
        """Note that a run begun at `recorded` asked for every page of a wiki and missed none."""
        with self._transaction():
            self._database.execute("INSERT OR IGNORE INTO run VALUES (?, ?)", (wiki, recorded))

    def last_run(self, wiki: str) -> str | None:
        """When the last run began that asked for every page of a wiki and missed none."""
        last: str | None = self._all("SELECT max(recorded) FROM run WHERE wiki = ?", wiki)[0][0]
        return last

    def _counted(self, page: int | None, revision: Revision) -> tuple[int, int]:
        """The page's key and the number of its new state."""
        if page is None:
            done = self._database.execute(
                "INSERT INTO page (wiki, page_id, states) VALUES (?, ?, 1)", (revision.wiki, revision.page_id)
            )
            return int(done.lastrowid or 0), 1
        self._database.execute("UPDATE page SET states = states + 1 WHERE key = ?", (page,))
        return page, int(self._all("SELECT states FROM page WHERE key = ?", page)[0][0])

    def _write_state(self, page: int, ordinal: int, state: State, told: Extraction | None) -> None:
        revision, sha = state.revision, hashlib.sha256(state.revision.text.encode()).hexdigest()
        body = zlib.compress(revision.text.encode(), 1)
        self._database.execute("INSERT OR IGNORE INTO text VALUES (?, ?)", (sha, body))
        row = (
            page, ordinal, state.cause, state.status, revision.slug, revision.title, revision.qid, state.redirect_to, revision.revision_id,
            revision.timestamp, revision.parent_id, revision.sha1, revision.comment, revision.index, sha, state.recipe, state.since,
            state.recorded, _packed(told) if told else None,
        )  # fmt: skip
        self._database.execute(f"INSERT INTO state VALUES ({','.join('?' * len(row))})", row)

    def _write_events(self, page: int, ordinal: int, events: tuple[Event, ...]) -> None:
        open_now = {
            row[0]
            for row in self._all(
                "SELECT event FROM said JOIN event ON id = event WHERE page = ? AND last IS NULL", page
            )
        }
        now = {event.id for event in events}
        run = self._database.executemany
        run(
            "INSERT OR IGNORE INTO event VALUES (?, ?)",
            [(event.id, page) for event in events if event.id not in open_now],
        )
        run("INSERT OR IGNORE INTO telling VALUES (?, ?, ?)", [(page, words_of(event), event.id) for event in events])
        run(
            "INSERT INTO said VALUES (?, ?, NULL)",
            [(event.id, ordinal) for event in events if event.id not in open_now],
        )
        run(
            "UPDATE said SET last = ? WHERE event = ? AND last IS NULL",
            [(ordinal - 1, name) for name in sorted(open_now - now)],
        )

    def _tellings(self, which: str, *values: Any) -> Iterator[Extraction]:
        query = f"SELECT told FROM page JOIN state ON page = key WHERE status = 'here' AND {which} ORDER BY slug, wiki"
        for row in self._database.execute(query, values):
            yield self._unpacked(row[0])

    def _last(self, page: int) -> tuple[int, int]:
        return page, int(self._all("SELECT states FROM page WHERE key = ?", page)[0][0])

    def _plain(self, page: int, ordinal: int) -> Revision:
        row = self._all(
            f"SELECT wiki, page_id, {_REVISION} FROM state JOIN page ON key = page WHERE page = ? AND ordinal = ?",
            page,
            ordinal,
        )[0]
        wiki, page_id, slug, title, *rest = row
        return Revision(slug, title, "", wiki, page_id, rest[1], rest[0], *rest[2:])

    def _revision(self, place: tuple[int, int]) -> Revision:
        body = self._all("SELECT body FROM text JOIN state ON text = sha WHERE page = ? AND ordinal = ?", *place)[0][0]
        return replace(self._plain(*place), text=self._inflated(body).decode())

    def _unpacked(self, blob: bytes) -> Extraction:
        return msgspec.msgpack.decode(self._inflated(blob), type=Extraction)

    def _inflated(self, blob: bytes) -> bytes:
        try:
            return zlib.decompress(blob)
        except zlib.error as error:
            raise LedgerError(f"{self._path}: an entry is damaged ({error}): put a copy of the ledger back") from error

    def _all(self, query: str, *values: Any) -> list[tuple[Any, ...]]:
        return self._database.execute(query, values).fetchall()

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        self._database.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._database.execute("ROLLBACK")
            raise
        self._database.execute("COMMIT")


def _packed(told: Extraction) -> bytes:
    return zlib.compress(msgspec.msgpack.encode(told), 1)


def slim(told: Extraction) -> Extraction:
    """What tables need of an extraction: without the article's text, sections and blocks."""
    article = replace(told.article, revision=replace(told.article.revision, text=""), sections=(), blocks=(), marks=())
    return replace(told, article=article)
