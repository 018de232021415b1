"""The cache before the model: the same results with it and without, whatever happens to its file."""

import multiprocessing
import random
import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import extractor
from extractor.batch.docs import Reader, packed, unpacked
from extractor.batch.recipe import recipe
from extractor.cache import Cache

TEXTS = [
    "Laos joined the United Nations in 1955.",
    "The king's son didn't leave; he stayed until May 1975. “So be it.”",
]


@pytest.fixture
def cache(tmp_path):
    return Cache(tmp_path / "blocks.sqlite")


def test_a_doc_comes_back_as_it_went(nlp):
    fresh = extractor.load()
    for text in TEXTS:
        one = nlp(text)
        other = unpacked(text, packed(one), fresh.vocab)
        assert other.text == text
        assert [(s.start, s.end) for s in other.sents] == [(s.start, s.end) for s in one.sents]
        assert [(e.start, e.end, e.label_) for e in other.ents] == [(e.start, e.end, e.label_) for e in one.ents]
        for a, b in zip(one, other, strict=True):
            names = (
                "text",
                "idx",
                "tag_",
                "pos_",
                "lemma_",
                "dep_",
                "norm_",
                "ent_iob_",
                "whitespace_",
                "is_sent_start",
            )
            assert [getattr(a, name) for name in names] == [getattr(b, name) for name in names]
            assert (a.head.i, str(a.morph), a.left_edge.i) == (b.head.i, str(b.morph), b.left_edge.i)


def test_events_are_the_same_from_cached_docs(nlp, seed, cache):
    first, again = (Reader(lambda: nlp, cache, "model") for _ in range(2))
    without = extractor.extract(seed, nlp)
    assert extractor.extract(seed, understand=first) == without
    assert extractor.extract(seed, understand=again) == without
    assert again.read == 0 < again.asked


def test_another_model_does_not_get_the_docs_of_the_first(nlp, cache):
    Reader(lambda: nlp, cache, "one")(TEXTS)
    other = Reader(lambda: nlp, cache, "other")
    other(TEXTS)
    assert other.read == len(TEXTS)


def test_a_damaged_entry_is_a_miss_and_is_replaced(cache, tmp_path):
    cache.put({b"a": b"one", b"b": b"two"})
    with closing(sqlite3.connect(tmp_path / "blocks.sqlite")) as database:
        database.execute("UPDATE entry SET data = x'00' WHERE key = ?", (b"a",))
        database.commit()
    assert cache.get([b"a", b"b"]) == {b"b": b"two"}
    cache.put({b"a": b"one"})
    assert cache.get([b"a"]) == {b"a": b"one"}


def test_a_damaged_file_is_set_aside(cache, tmp_path):
    cache.put({b"a": b"one"})
    cache.close()
    (tmp_path / "blocks.sqlite").write_bytes(b"no database at all" * 500)
    again = Cache(tmp_path / "blocks.sqlite")
    assert again.get([b"a"]) == {}
    again.put({b"a": b"one"})
    assert again.get([b"a"]) == {b"a": b"one"}
    assert (tmp_path / "blocks.sqlite.damaged").exists()


def test_what_was_used_longest_ago_makes_room(tmp_path):
    path = tmp_path / "blocks.sqlite"
    noise = random.Random(1)
    data = {bytes([number]): noise.randbytes(5000) for number in range(100)}
    first = Cache(path)
    first.put(data)
    first.close()
    second = Cache(path, largest=200_000)
    assert second.get([bytes([3])])
    second.put({b"new": b"new"})
    assert second.get([bytes([3]), b"new"]).keys() == {bytes([3]), b"new"}
    assert len(second.get(data)) < 100


def test_two_processes_share_a_file(cache, tmp_path):
    other = Cache(tmp_path / "blocks.sqlite")
    cache.put({b"a": b"one"})
    assert other.get([b"a"]) == {b"a": b"one"}


@settings(deadline=None, max_examples=30)
@given(st.dictionaries(st.binary(min_size=1, max_size=8), st.binary(max_size=40), max_size=20))
def test_what_is_put_is_got(tmp_path_factory, entries):
    cache = Cache(tmp_path_factory.mktemp("cache") / "c.sqlite")
    cache.put(entries)
    assert cache.get([*entries, b"never put"]) == entries
    cache.close()


def test_a_recipe_names_its_model(tmp_path):
    assert recipe() == recipe()
    (tmp_path / "model").mkdir()
    (tmp_path / "model" / "meta.json").write_text("{}")
    other = recipe(str(tmp_path / "model"))
    assert other.model != recipe().model
    assert replace(other, model=recipe().model) != recipe()


def make_caches(together, folder, said):
    """What each of several processes does: at the same moments, make the same files."""
    for number in range(60):
        together.wait()
        with closing(Cache(folder / f"{number}.sqlite")) as own:
            own.put({b"key": b"data"})
            said.put(own.get([b"key"]))


def test_processes_may_make_a_cache_at_the_same_moment(tmp_path):
    context = multiprocessing.get_context("spawn")
    said = context.Queue()
    together = context.Barrier(3, timeout=60)
    others = [context.Process(target=make_caches, args=(together, tmp_path, said)) for _ in range(3)]
    for process in others:
        process.start()
    heard = [said.get(timeout=60) for _ in range(180)]
    for process in others:
        process.join()
    assert heard == [{b"key": b"data"}] * 180
