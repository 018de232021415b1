"""Each thing that an editor can do to an article, and what the next update says of it."""

import re
from dataclasses import replace
from functools import partial

from hypothesis import given, settings
from hypothesis import strategies as st

import extractor
from extractor.batch import Worker, recipe
from extractor.batch.ledger import State, slim
from extractor.batch.work import Step
from extractor.export import FORMATS
from extractor.sources import Folder

TEXT = """'''Laos''' joined the [[United Nations]] in 1955.<ref>UN, list of members</ref>

== Relations ==
[[Laos]] and [[Japan]] established diplomatic relations in March 1955.<ref>Ministry, a table</ref>

In 1975, the king abdicated.
"""


def test_a_new_article_adds_its_events(wiki, keeper):
    wiki.edit("Laos", TEXT)
    summary = keeper.update(["Laos"])
    assert summary.pages == {"new": 1}
    assert set(keeper.changes()) == {("added", "edit")}
    assert len(keeper.events()) == summary.changes["added"] >= 3


def test_nothing_changed_costs_one_question_and_no_reading(wiki, keeper):
    wiki.edit("Laos", TEXT)
    keeper.update(["Laos"])
    wiki.asked.clear()
    assert keeper.update().pages == {"same": 1}
    assert [item for item in wiki.asked if item[1]] == [("pages", 1)]
    assert keeper.changes() == []


def after(wiki, keeper, old, new):
    """Changes and ids once `old` has become `new` in the article."""
    wiki.edit("Laos", TEXT)
    keeper.update(["Laos"])
    before = [event.id for event in keeper.events()]
    assert old in TEXT
    wiki.edit("Laos", TEXT.replace(old, new), "an edit")
    keeper.update()
    return set(keeper.changes()), before, [event.id for event in keeper.events()]


def test_a_reworded_sentence_keeps_its_id(wiki, keeper):
    changes, before, now = after(wiki, keeper, "In 1975, the king abdicated.", "In 1975, the king suddenly abdicated.")
    assert changes == {("wording", "edit")}
    assert before == now


def test_a_corrected_date_keeps_its_id(wiki, keeper):
    changes, before, now = after(wiki, keeper, "March 1955", "March 1956")
    assert changes == {("date", "edit")}
    assert before == now


def test_a_changed_note_is_a_change_of_citations(wiki, keeper):
    changes, before, now = after(wiki, keeper, "Ministry, a table", "Ministry, another table")
    assert changes == {("citations", "edit")}
    assert before == now


def test_a_note_put_in_before_renumbers_the_others_and_changes_none_of_them(wiki, keeper):
    changes, before, now = after(wiki, keeper, "== Relations", "A word.<ref>New</ref>\n\n== Relations")
    assert changes == set()
    assert before == now


def test_another_actor_is_told(wiki, keeper):
    changes, before, now = after(wiki, keeper, "[[Japan]]", "[[France]]")
    assert {kind for kind, _ in changes} == {"actors", "wording"}
    assert before == now


def test_a_moved_paragraph_is_told(wiki, keeper):
    paragraph = "In 1975, the king abdicated.\n"
    wiki.edit("Laos", TEXT)
    keeper.update(["Laos"])
    before = {event.id for event in keeper.events()}
    wiki.edit("Laos", TEXT.replace(paragraph, "").replace("== Relations", paragraph + "\n== Relations"))
    keeper.update()
    assert set(keeper.changes()) == {("moved", "edit")}
    assert {event.id for event in keeper.events()} == before


def test_a_deleted_sentence_leaves_a_tombstone_and_a_restored_one_has_its_id_back(wiki, keeper):
    changes, before, now = after(wiki, keeper, "In 1975, the king abdicated.", "")
    assert changes == {("removed", "edit")}
    assert len(now) < len(before)
    wiki.edit("Laos", TEXT, "undo")
    keeper.update()
    assert set(keeper.changes()) == {("added", "edit")}
    assert [event.id for event in keeper.events()] == before


def test_a_moved_page_keeps_its_events(wiki, keeper):
    page = wiki.edit("Laos", TEXT)
    keeper.update(["Laos"])
    before = [event.id for event in keeper.events()]
    wiki.move(page, "Lao kingdom")
    summary = keeper.update()
    assert summary.pages == {"moved": 1}
    assert ("moved", "page") in keeper.changes()
    assert not {"added", "removed"} & {kind for kind, _ in keeper.changes()}
    assert [event.id for event in keeper.events()] == before
    assert {event.article.title for event in keeper.events()} == {"Lao kingdom"}


def test_a_page_moved_and_edited_tells_the_two_apart(wiki, keeper):
    page = wiki.edit("Laos", TEXT)
    keeper.update(["Laos"])
    wiki.move(page, "Lao kingdom")
    wiki.edit("Lao kingdom", TEXT.replace("March 1955", "March 1956"))
    keeper.update()
    assert ("moved", "page") in keeper.changes()
    assert [change for change in keeper.changes() if change[1] == "edit"] == [("date", "edit")]


def test_a_deleted_page_is_removed_and_a_restored_one_has_its_ids_back(wiki, keeper):
    page = wiki.edit("Laos", TEXT)
    keeper.update(["Laos"])
    before = [event.id for event in keeper.events()]
    wiki.status[page] = "missing"
    assert keeper.update().pages == {"gone": 1}
    assert set(keeper.changes()) == {("removed", "page")}
    assert keeper.events() == []
    assert keeper.update().pages == {"same": 1}
    wiki.status[page] = "here"
    assert keeper.update().pages["restored"] == 1
    assert set(keeper.changes()) == {("added", "page")}
    assert [event.id for event in keeper.events()] == before


def test_a_page_made_a_redirect_is_removed_and_its_target_read(wiki, keeper):
    page = wiki.edit("Laos", TEXT)
    keeper.update(["Laos"])
    wiki.edit("Kingdom", "The kingdom ended in 1975.")
    wiki.status[page] = "Kingdom"
    summary = keeper.update()
    assert summary.pages == {"gone": 1, "new": 1}
    assert set(keeper.changes()) == {("removed", "page"), ("added", "edit")}
    assert {event.article.title for event in keeper.events()} == {"Kingdom"}


def test_an_upgrade_is_told_apart_from_an_edit(wiki, keeper):
    wiki.edit("Laos", TEXT)
    keeper.update(["Laos"])
    wiki.asked.clear()
    assert keeper.update(recipe="another").pages == {"upgraded": 1}
    assert keeper.changes() == []
    assert ("revisions", 1) not in wiki.asked  # what is known is not fetched again
    wiki.edit("Laos", TEXT.replace("March 1955", "March 1956"))
    assert keeper.update(recipe="a third").pages == {"changed": 1}
    assert set(keeper.changes()) == {("date", "edit")}


def test_a_title_that_is_no_page_fails_and_the_rest_goes_on(wiki, keeper):
    wiki.edit("Laos", TEXT)
    summary = keeper.update(["Nowhere", "Laos"])
    assert [failure.slug for failure in summary.failures] == ["Nowhere"]
    assert keeper.events()


def test_tables_of_a_ledger_are_those_of_extract(wiki, keeper, nlp, tmp_path):
    wiki.edit("Laos", TEXT)
    wiki.edit("Japan", "[[Japan]] joined the [[United Nations]] in 1956.<ref>UN</ref>")
    keeper.update(["Laos", "Japan"])
    written = tmp_path / "ledger", tmp_path / "extract"
    revisions = sorted((past[-1] for past in wiki.revisions_of.values()), key=lambda revision: revision.slug)
    told = keeper.look(lambda book: list(book.current())), list(extractor.extract_many(revisions, nlp))
    for folder, extractions in zip(written, told, strict=True):
        for write in FORMATS.values():
            write(extractions, folder)
    names = sorted(path.name for path in written[1].iterdir())
    assert names == sorted(path.name for path in written[0].iterdir())
    assert all((written[0] / name).read_bytes() == (written[1] / name).read_bytes() for name in names)


def test_every_revision_tells_what_was_said_when(wiki, keeper):
    wiki.edit("Laos", TEXT)
    wiki.edit("Laos", TEXT.replace("March 1955", "March 1956"), "as the ministry has it")
    keeper.update(["Laos"], all_revisions=True)
    first, second = wiki.revisions_of[1]
    said = [
        {event.date.edtf for told in keeper.look(lambda book, at=at: list(book.asof(at))) for event in told.events}
        for at in ("2019", first.timestamp, second.timestamp)
    ]
    assert said[0] == set()
    assert "1955-03" in said[1] and "1956-03" not in said[1]
    assert "1956-03" in said[2] and "1955-03" not in said[2]
    changed = [item for item in keeper.look(lambda book: list(book.changes())) if item.type == "date"]
    assert [(item.revision_id, item.timestamp, item.comment) for item in changed] == [
        (second.revision_id, second.timestamp, "as the ministry has it")
    ]
    wiki.edit("Laos", TEXT)
    keeper.update(all_revisions=True)
    event = changed[0].event_id
    assert keeper.look(lambda book: book.validity(event))[0][1] is None
    assert [item.type for item in keeper.look(lambda book: list(book.changes(event=event)))] == [
        "added",
        "date",
        "date",
    ]


def test_worker_processes_give_the_same_in_the_same_order(wiki, keeper, tmp_path, nlp):
    for number in range(5):
        wiki.edit(f"Article {number}", TEXT.replace("1975", f"197{number}"))
    titles = [f"Article {number}" for number in range(5)]
    keeper.update(titles)
    other = type(keeper)(tmp_path / "other", wiki, nlp)
    other.make = partial(Worker, recipe(), cache=tmp_path / "other" / "blocks.sqlite")
    other.update(titles, workers=2)
    assert other.look(lambda book: list(book.current())) == keeper.look(lambda book: list(book.current()))
    assert other.look(lambda book: list(book.changes())) == keeper.look(lambda book: list(book.changes()))


WORDS = st.sampled_from(
    [
        "in 1961",
        "Laos",
        "signed a treaty with [[Japan]]",
        "the king",
        "",
        "in March",
        "[[Sihanouk]]",
        "Then ",
        "\n\n",
        "{{",
        "1962.<ref>{{cite web|title=A visit|url=http://a.example|date=May 1999}}</ref>",
        "\n* In 1971, [[Laos]] left.\n",
    ]
)
EDITS = st.lists(st.tuples(st.floats(0, 1, exclude_max=True), WORDS), min_size=1, max_size=4)


@settings(deadline=None, max_examples=25)
@given(EDITS)
def test_what_is_spared_never_changes_a_result(nlp, seed, tmp_path_factory, edits):
    """Random edits of the repository's article, one upon the other, each extracted with all that is kept and without."""
    worker = Worker(recipe(), cache=tmp_path_factory.mktemp("cache") / "blocks.sqlite")
    worker.reader.nlp = nlp
    before = None
    for place, said in edits:
        text = (before or seed).text
        words = list(re.finditer(r"\w+", text))
        word = words[int(place * len(words))]
        revision = replace(seed, text=text[: word.start()] + said + text[word.end() :])
        step = Step(State(revision, "edit", "here", "", "", ""), before)
        assert worker(step) == slim(extractor.extract(revision, nlp))
        before = revision


def test_real_revisions_in_order_tell_what_each_tells_alone(nlp, shared, tmp_path):
    """What is kept of one revision serves the next, far or near, and changes nothing."""
    worker = Worker(recipe(), cache=tmp_path / "blocks.sqlite")
    worker.reader.nlp = nlp
    revisions = list(Folder(shared / "revisions").history(page_id=1))
    before = None
    for revision in (*revisions[8:10], *revisions[40:43]):
        assert worker(Step(State(revision, "edit", "here", "", "", ""), before)) == slim(
            extractor.extract(revision, nlp)
        )
        before = revision
