"""What a worker does: one revision → its extraction, sparing what the page's last revision and the cache already tell."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TypeVar

import msgspec

from extractor import pipeline, timex
from extractor.batch.docs import Reader
from extractor.batch.garbage import uncollected
from extractor.batch.ledger import State, slim
from extractor.batch.recipe import Recipe
from extractor.cache import LARGEST, Cache
from extractor.errors import ExtractorError
from extractor.extract import LANGUAGE, Memory, extract
from extractor.pipeline.events import Told
from extractor.records import Article, Extraction, Failure, Revision
from extractor.wikitext import parse
from extractor.wikitext.citations.note import Reading as Cited
from extractor.wikitext.reread import reread

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Step:
    """A page's next state, and the revision that it had before, if any."""

    state: State
    before: Revision | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """How a revision was read: the article without its text, the rest of a `Memory`, and the key of what its notes cite, which
    is kept apart, as most edits need none of it."""

    article: Article
    rows: dict[bytes, list[timex.Reading]]
    told: dict[bytes, list[Told]]
    keys: dict[bytes, bytes]
    cited: bytes


class Recalled(dict[bytes, Value]):
    """What is known from before; `used` has of it what this revision asked for, and what is new."""

    def __init__(self, before: dict[bytes, Value]) -> None:
        """`before` is not changed."""
        super().__init__(before)
        self.used: dict[bytes, Value] = {}

    def __getitem__(self, key: bytes) -> Value:
        """What is known under a key."""
        self.used[key] = super().__getitem__(key)
        return self.used[key]


class Worker:
    """Step → Extraction, Failure, or None for a page that is gone. One for each process; the model is loaded when it is needed."""

    def __init__(
        self, recipe: Recipe, *, model: str | None = None, cache: Path | None = None, largest: int = LARGEST
    ) -> None:
        """model: as `load` takes it. cache: file of the block cache, None for none; largest: the bytes it may take."""
        self._recipe = recipe
        self.cache = Cache(cache, largest) if cache else None
        self.reader = Reader(partial(pipeline.load, model), self.cache, recipe.model)

    @uncollected()
    def __call__(self, step: Step) -> Extraction | Failure | None:
        """Extract the step's revision."""
        if step.state.status != "here":
            return None
        try:
            return slim(self._extract(step.state.revision, step.before))
        except (ExtractorError, ValueError, RecursionError, MemoryError) as error:
            return Failure(step.state.revision.slug, f"{type(error).__name__}: {error}")

    def _extract(self, revision: Revision, before: Revision | None) -> Extraction:
        known = self._known(before) if before else None
        rows, blocks = Recalled(known.rows if known else {}), Recalled(known.told if known else {})
        keys = Recalled(known.keys if known else {})
        article, cited = self._read(revision, known)
        told = extract(revision, understand=self.reader, reading=lambda _: article, memory=Memory(rows, blocks, keys))
        if self.cache:
            bare = replace(told.article, revision=replace(revision, text=""))
            reading = Reading(bare, rows.used, blocks.used, keys.used, cited)
            self.cache.put({self._key(revision): msgspec.msgpack.encode(reading)})
        return told

    def _read(self, revision: Revision, known: Reading | None) -> tuple[Article, bytes]:
        """The article, and the key of what its notes cite; made of how the page was read before, as far as that goes."""
        article = reread(known.article, revision) if known else None
        if known and article:
            return article, known.cited
        kept = self.cache.get([known.cited]) if known and self.cache else {}
        data = next(iter(kept.values()), msgspec.msgpack.encode({}))
        cited = Recalled(msgspec.msgpack.decode(data, type=dict[bytes, Cited]))
        article = parse(revision, LANGUAGE, cited)
        data = msgspec.msgpack.encode(cited.used)
        key = hashlib.blake2b(b"cited\0" + data, digest_size=20).digest()
        if self.cache and key not in kept:
            self.cache.put({key: data})
        return article, key

    def _known(self, before: Revision) -> Reading | None:
        """How the page's last revision was read, where that is kept."""
        key = self._key(before)
        kept = self.cache.get([key]) if self.cache else {}
        if key not in kept:
            return None
        reading = msgspec.msgpack.decode(kept[key], type=Reading)
        return replace(reading, article=replace(reading.article, revision=before))

    def _key(self, revision: Revision) -> bytes:
        return hashlib.blake2b(f"reading\0{self._recipe.whole}\0{revision.text}".encode(), digest_size=20).digest()
