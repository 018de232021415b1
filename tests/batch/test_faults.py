"""What can go wrong with a ledger: death at any moment, two writers, damage, age."""

import multiprocessing
import random
import shutil
import signal
import sqlite3
from contextlib import closing

import pytest

from extractor.batch import Order, ledger, rebuild, recipe, schema, update
from extractor.errors import LedgerError
from extractor.export import FORMATS

STAMPS = "2026-11-01T03:00:00Z", "2026-11-02T03:00:00Z"
ARTICLES, DEATHS = 50, 20


def everything(folder):
    """All that a ledger gives out, as bytes: the tables of each format, and the feed."""
    with ledger(folder / "ledger.sqlite") as book:
        told = list(book.current())
        for write in FORMATS.values():
            write(told, folder / "tables")
        feed = [str(change).encode() for change in book.changes()]
    return {path.name: path.read_bytes() for path in (folder / "tables").iterdir()} | {"feed": b"\n".join(feed)}


@pytest.fixture
def written(tmp_path, wiki):
    """A folder with a ledger of fifty articles, and a wiki on which they were edited since, one moved, one deleted."""
    from tests.batch.killed import work

    text = "In {}, [[Laos]] joined the [[United Nations]].<ref>Note</ref>\n\nThe war ended in 1975."
    for number in range(ARTICLES):
        wiki.edit(f"Article {number}", text.format(1900 + number))
    base = tmp_path / "base"
    base.mkdir()
    with ledger(base / "ledger.sqlite", write=True) as book:
        titles = [f"Article {number}" for number in range(ARTICLES)]
        update(wiki, book, lambda: work(base), Order(recipe().whole, STAMPS[0], titles))
    for number in range(ARTICLES):
        wiki.edit(f"Article {number}", text.format(1901 + number).replace("ended", "had ended"), "edited")
    wiki.move(3, "Another title")
    wiki.status[5] = "missing"
    return base


def test_killed_at_any_moment_and_run_again_it_is_as_if_it_had_not_been(tmp_path, written, wiki):
    from tests.batch.killed import run

    whole = tmp_path / "whole"
    shutil.copytree(written, whole)
    statements = run(whole, wiki, STAMPS[1])
    expected = everything(whole)
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.batch.killed"])
    for point in random.Random(7).sample(range(1, statements), DEATHS):
        folder = tmp_path / f"killed{point}"
        shutil.copytree(written, folder)
        shutil.copy(whole / "blocks.sqlite", folder)  # spares the model; what is asked for is the ledger
        child = context.Process(target=run, args=(folder, wiki, STAMPS[1], point))
        child.start()
        child.join()
        assert child.exitcode == -signal.SIGKILL
        run(folder, wiki, STAMPS[1])
        assert everything(folder) == expected, f"killed before statement {point} of {statements}"


def test_a_second_writer_is_refused_and_readers_are_not(tmp_path):
    path = tmp_path / "ledger.sqlite"
    with ledger(path, write=True):
        with pytest.raises(LedgerError, match="another process is updating this ledger"), ledger(path, write=True):
            pass
        with ledger(path) as book:
            assert list(book.current()) == []
    with ledger(path, write=True):
        pass


def test_a_file_that_is_no_ledger_is_left_alone(tmp_path):
    path = tmp_path / "notes.txt"
    path.write_text("Not a ledger. " * 20)
    with pytest.raises(LedgerError, match=r"notes\.txt: this is no ledger"), ledger(path, write=True):
        pass
    other = tmp_path / "other.sqlite"
    with closing(sqlite3.connect(other)) as database:
        database.execute("PRAGMA application_id=7")
        database.execute("CREATE TABLE a (b)")
    with pytest.raises(LedgerError, match="this is no ledger"), ledger(other, write=True):
        pass
    assert path.read_text().startswith("Not a ledger")


def test_a_missing_ledger_is_named(tmp_path):
    with pytest.raises(LedgerError, match="no such ledger"), ledger(tmp_path / "none.sqlite"):
        pass


@pytest.mark.parametrize("place", [100, 4096 * 2, 4096 * 5])
def test_damage_is_reported_with_the_mend(tmp_path, wiki, keeper, place):
    for number in range(8):
        wiki.edit(f"Article {number}", f"In 19{number}0, Laos joined the United Nations.")
    keeper.update([f"Article {number}" for number in range(8)])
    data = bytearray(keeper.path.read_bytes())
    data[place : place + 600] = b"\xff" * 600
    keeper.path.write_bytes(bytes(data))
    with pytest.raises(LedgerError, match=r"ledger\.sqlite: damaged .*put a copy back"):
        keeper.update()


def test_an_older_schema_is_brought_up_and_a_newer_one_refused(tmp_path, wiki, keeper):
    with closing(sqlite3.connect(keeper.path)) as database:
        for statement in schema.STEPS[0]:
            database.execute(statement)
        database.execute(f"PRAGMA application_id={schema.APPLICATION}")
        database.execute("PRAGMA user_version=1")
        database.execute("INSERT INTO page (wiki, page_id, states) VALUES ('old.example', 1, 1)")
        database.execute(
            "INSERT INTO state VALUES (1, 1, 'edit', 'missing', 'Old', 'Old', NULL, NULL, 5, NULL, NULL, NULL, NULL, NULL, NULL, '', '', '', NULL)"
        )
        database.commit()
    with pytest.raises(LedgerError, match="schema version 1: bring it to"):
        keeper.look(list)
    wiki.edit("Laos", "In 1955, Laos joined the United Nations.")
    keeper.update(["Laos"])
    assert [seen.title for seen in keeper.look(lambda book: book.seen())] == ["Old", "Laos"]
    with closing(sqlite3.connect(keeper.path)) as database:
        assert database.execute("PRAGMA user_version").fetchone() == (len(schema.STEPS),)
        database.execute("PRAGMA user_version=99")
    with pytest.raises(LedgerError, match="install a newer extractor"):
        keeper.look(list)


def test_a_ledger_is_rebuilt_from_its_revisions(tmp_path, wiki, keeper):
    page = wiki.edit("Laos", "In 1955, Laos joined the United Nations.")
    keeper.update(["Laos"])
    wiki.edit("Laos", "In 1956, Laos joined the United Nations.", "corrected")
    keeper.update()
    wiki.status[page] = "missing"
    keeper.update()
    wiki.status[page] = "here"
    keeper.update()
    with ledger(keeper.path) as old, ledger(tmp_path / "new.sqlite", write=True) as new:
        assert rebuild(old, new, keeper.make, keeper.recipe.whole) == []
        assert list(new.current()) == list(old.current())
        assert list(new.changes()) == list(old.changes())


def test_a_page_that_fails_is_tried_again_and_nothing_of_it_is_written(wiki, keeper, monkeypatch):
    from extractor.batch import work

    wiki.edit("Laos", "In 1955, Laos joined the United Nations.")
    wiki.edit("Japan", "In 1956, Japan joined the United Nations.")

    def failing(revision, **given):
        if revision.title == "Laos":
            raise ValueError("something unforeseen")
        return real(revision, **given)

    real = work.extract
    monkeypatch.setattr(work, "extract", failing)
    summary = keeper.update(["Laos", "Japan"])
    assert [(failure.slug, failure.message) for failure in summary.failures] == [
        ("Laos", "ValueError: something unforeseen")
    ]
    assert {event.article.slug for event in keeper.events()} == {"Japan"}
    monkeypatch.setattr(work, "extract", real)
    assert keeper.update(["Laos", "Japan"]).pages == {"new": 1, "same": 1}
    assert {event.article.slug for event in keeper.events()} == {"Laos", "Japan"}
