"""Revisions on disk for ever, by wiki and revision id: what was fetched once is never asked for again.

An HTTP cache won't do: it knows a batch of 50 revisions by its address, and the next batch is another fifty.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

import msgspec

from extractor.cache import LARGEST, Cache
from extractor.records import Revision

NAME = "revisions.sqlite"


def fetched(folder: Path, wiki: str, revision_id: int) -> Revision | None:
    """A revision that was fetched before, from a client's cache folder; None where it is not there."""
    if not (folder / NAME).exists():
        return None
    store = RevisionStore(folder / NAME)
    try:
        return store.get(wiki, [revision_id]).get(revision_id)
    finally:
        store.close()


class RevisionStore:
    """A file of revisions, usable by several processes at once."""

    def __init__(self, path: Path, largest: int = LARGEST) -> None:
        """The store in the file `path`, as `Cache` has it."""
        self._cache = Cache(path, largest)

    def get(self, wiki: str, revision_ids: Iterable[int]) -> dict[int, Revision]:
        """Those of the revisions that are stored and sound."""
        keys = {_key(wiki, number): number for number in revision_ids}
        found: dict[int, Revision] = {}
        for key, data in self._cache.get(keys).items():
            with suppress(msgspec.ValidationError):  # written by another version
                found[keys[key]] = msgspec.json.decode(data, type=Revision)
        return found

    def put(self, revisions: Iterable[Revision]) -> None:
        """Store revisions that have an id."""
        self._cache.put({_key(item.wiki, item.revision_id or 0): msgspec.json.encode(item) for item in revisions})

    def close(self) -> None:
        """Let the file go."""
        self._cache.close()


def _key(wiki: str, number: int) -> bytes:
    return f"{wiki} {number}".encode()
