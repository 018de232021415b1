"""Updates against a real MediaWiki: each thing that an editor does is found, alone, and the feed says so."""

import httpx
import pytest

from extractor.sources import Wiki
from tests.batch.conftest import Keeper

TEXT = """'''{0}''' joined the [[United Nations]] in 1955.<ref name="un">UN, list of members</ref>

== Relations ==
[[Laos]] and [[Japan]] established diplomatic relations on {{{{Start date|1955|3|5|df=y}}}}.<ref>Ministry, a table</ref>

In 1975, the king abdicated.
"""


class Counting(httpx.HTTPTransport):
    """The network, with a count of what goes over it."""

    def __init__(self):
        super().__init__()
        self.queries = []

    def handle_request(self, request):
        self.queries.append(dict(request.url.params) or request.content)
        return super().handle_request(request)


@pytest.fixture
def kept(wiki, tmp_path, nlp):
    """A keeper of a ledger that asks the wiki, and the transport that it asks over."""
    transport = Counting()
    with Wiki(wiki.url, contact="tests@example.org", cache=tmp_path / "cache", transport=transport) as client:
        keeper = Keeper(tmp_path, client, nlp)
        keeper.transport = transport
        yield keeper


@pytest.fixture
def page(wiki, kept):
    """A page that is in the ledger."""
    title = wiki.title("Laos")
    wiki.edit(title, TEXT.format(title), "begin")
    assert kept.update([title]).pages == {"new": 1}
    assert set(kept.changes()) == {("added", "edit")}
    return title


def ids(kept):
    return [event.id for event in kept.events()]


@pytest.mark.parametrize(
    ("old", "new", "change"),
    [
        ("In 1975, the king abdicated", "In 1975, the king abdicated at last", "wording"),
        ("In 1975", "In 1976", "date"),
        ("Start date|1955|3|5", "Start date|1956|3|5", "date"),
        ("Ministry, a table", "Ministry, another table", "citations"),
    ],
)
def test_an_edit_is_found_and_nothing_else(wiki, kept, page, old, new, change):
    before = ids(kept)
    text = TEXT.format(page)
    assert old in text
    revision = wiki.edit(page, text.replace(old, new), "as a better source has it")
    assert kept.update().pages == {"changed": 1}
    assert set(kept.changes()) == {(change, "edit")}
    assert ids(kept) == before
    last = kept.look(lambda book: list(book.changes()))[-1]
    assert (last.revision_id, last.comment) == (revision, "as a better source has it")
    assert last.timestamp and last.timestamp.startswith("20")


def test_a_page_is_moved_deleted_restored_and_made_a_redirect(wiki, kept, page):
    before, other = ids(kept), wiki.title("Lao kingdom")
    wiki.move(page, other)
    assert kept.update().pages == {"moved": 1}
    assert {cause for _, cause in kept.changes()} == {"page"}
    assert not {"added", "removed"} & {kind for kind, _ in kept.changes()}
    assert ids(kept) == before
    wiki.delete(other)
    assert kept.update().pages == {"gone": 1}
    assert set(kept.changes()) == {("removed", "page")}
    wiki.undelete(other)
    assert kept.update().pages["restored"] == 1
    assert set(kept.changes()) == {("added", "page")}
    assert ids(kept) == before
    target = wiki.title("Kingdom")
    wiki.edit(target, "The kingdom ended in 1975.")
    wiki.redirect(other, target)
    assert kept.update().pages == {"gone": 1, "new": 1}
    assert set(kept.changes()) == {("removed", "page"), ("added", "edit")}
    assert {event.article.title for event in kept.events()} == {target}


def test_where_nothing_changed_fifty_titles_cost_one_query(wiki, kept):
    titles = [wiki.title("Short") for _ in range(60)]
    for number, title in enumerate(titles):
        wiki.edit(title, f"Laos joined the [[United Nations]] in 19{number:02}.")
    assert kept.update(titles).pages == {"new": 60}
    kept.transport.queries.clear()
    assert kept.update().pages == {"same": 60}
    assert len(kept.transport.queries) == 2
    assert kept.changes() == []


def test_a_past_is_told_as_of_its_days(wiki, kept):
    title = wiki.title("Past")
    wiki.import_history(
        title,
        [("2001-02-03T04:05:06Z", "It joined the [[United Nations]] in 1955.", "first"),
         ("2005-02-03T04:05:06Z", "It joined the [[United Nations]] in 1956.", "corrected")],
    )  # fmt: skip
    kept.update([title], all_revisions=True)
    said = [
        [event.date.edtf for told in kept.look(lambda book, day=day: list(book.asof(day))) for event in told.events]
        for day in ("2000", "2003-01-01", "2006-01-01")
    ]
    assert said == [[], ["1955"], ["1956"]]
    assert ("date", "edit") in kept.changes()
