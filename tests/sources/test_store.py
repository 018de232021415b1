import sqlite3

import pytest

from extractor.cache import Cache
from extractor.errors import CacheError
from extractor.records import Revision
from extractor.sources.store import RevisionStore


def revision(number, text="Text", wiki="a.test"):
    return Revision(f"Page_{number}", f"Page {number}", text, wiki, number, 100 + number, None, "2026-01-01T00:00:00Z")


@pytest.fixture
def opened():
    stores = []

    def call(path, *limit):
        stores.append(RevisionStore(path, *limit))
        return stores[-1]

    yield call
    for store in stores:
        store.close()


def test_a_revision_comes_back_as_it_was_and_wikis_are_kept_apart(tmp_path, opened):
    first, second = opened(tmp_path / "in" / "s.sqlite"), opened(tmp_path / "in" / "s.sqlite")
    first.put([revision(1, "Á\0\U0001f600"), revision(1, "other", "b.test")])
    assert second.get("a.test", [101, 102]) == {101: revision(1, "Á\0\U0001f600")}
    assert second.get("b.test", [101])[101].text == "other"


def test_a_damaged_entry_is_a_miss(tmp_path, opened):
    path = tmp_path / "s.sqlite"
    store = opened(path)
    store.put([revision(1), revision(2)])
    database = sqlite3.connect(path)
    with database:
        database.execute("UPDATE entry SET data = zeroblob(20) WHERE key = ?", (b"a.test 101",))
    database.close()
    assert store.get("a.test", [101, 102]) == {102: revision(2)}
    store.put([revision(1)])
    assert len(store.get("a.test", [101, 102])) == 2


def test_an_entry_of_another_form_is_a_miss(tmp_path, opened):
    path = tmp_path / "s.sqlite"
    store = opened(path)
    Cache(path).put({b"a.test 101": b'{"slug": "A"}'})
    assert store.get("a.test", [101]) == {}


def test_a_damaged_file_is_set_aside(tmp_path, opened):
    path = tmp_path / "s.sqlite"
    path.write_bytes(b"no database at all" * 300)
    store = opened(path)
    store.put([revision(1)])
    assert store.get("a.test", [101]) == {101: revision(1)}
    assert (tmp_path / "s.sqlite.damaged").read_bytes().startswith(b"no database")


def test_a_file_damaged_inside_is_set_aside_when_it_shows(tmp_path, opened):
    path = tmp_path / "s.sqlite"
    first = RevisionStore(path)
    first.put([revision(number, str(number) * 3000) for number in range(200)])
    first.close()
    data = bytearray(path.read_bytes())
    data[4096:] = b"\xff" * (len(data) - 4096)
    path.write_bytes(data)
    store = opened(path)
    assert store.get("a.test", range(100, 300)) == {}
    store.put([revision(1)])
    assert store.get("a.test", [101]) == {101: revision(1)}
    assert (tmp_path / "s.sqlite.damaged").exists()


def test_the_oldest_make_room(tmp_path, opened):
    store = opened(tmp_path / "s.sqlite", 2**18)
    for start in range(0, 1000, 50):
        store.put(
            revision(number, "".join(chr(33 + (number * index * 7919) % 977) for index in range(600)))
            for number in range(start, start + 50)
        )
    kept = store.get("a.test", range(100, 1100))
    assert 0 < len(kept) < 900
    assert 1099 in kept
    assert 100 not in kept
    store.close()
    assert (tmp_path / "s.sqlite").stat().st_size < 2**19


def test_a_locked_file_stores_nothing_and_stops_nobody(tmp_path, opened):
    path = tmp_path / "s.sqlite"
    store = opened(path)
    store.put([revision(1)])
    store._cache._database.execute("PRAGMA busy_timeout = 0")
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    store.put([revision(2)])
    other.execute("ROLLBACK")
    other.close()
    assert store.get("a.test", [101, 102]) == {101: revision(1)}


def test_a_folder_that_cannot_be_written_is_named(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(
        CacheError, match=r"file.s.sqlite: nothing can be kept there: .*; choose another folder \(--cache\)"
    ):
        RevisionStore(tmp_path / "file" / "s.sqlite")
    (tmp_path / "s.sqlite").mkdir()
    with pytest.raises(CacheError, match="unable to open database file"):
        RevisionStore(tmp_path / "s.sqlite")
