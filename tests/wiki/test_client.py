"""The client against a real MediaWiki: what tests/sources/test_api.py plays, true."""

import pytest

from extractor.errors import WikiError
from extractor.records import Failure
from extractor.sources import Wiki

CONTACT = "tests@example.org"


@pytest.fixture
def client(wiki, tmp_path):
    with Wiki(wiki.url, contact=CONTACT, cache=tmp_path) as client:
        yield client


def state(client, title):
    (told,) = client.pages(titles=[title])
    return told


def test_a_page_through_its_life(wiki, client):
    old, new = wiki.title("Old"), wiki.title("New")
    assert state(client, old).status == "missing"
    first = wiki.edit(old, "One.")
    here = state(client, old)
    assert (here.status, here.title, here.revision_id, here.redirect_to) == ("here", old, first, None)
    wiki.protect(old)
    assert state(client, old).protection == ("edit=sysop", "move=sysop")
    wiki.move(old, new)
    moved = state(client, old)
    assert (moved.status, moved.title, moved.redirect_to, moved.page_id) == ("redirect", old, new, here.page_id)
    (by_id,) = client.pages(page_ids=[here.page_id])
    assert (by_id.status, by_id.title, by_id.requested) == ("here", new, str(here.page_id))
    wiki.delete(new)
    assert (state(client, old).status, state(client, old).page_id) == ("redirect", None)
    assert [told.status for told in client.pages(titles=[new], page_ids=[here.page_id])] == ["missing", "missing"]
    wiki.undelete(new)
    assert state(client, new).page_id == here.page_id


def test_redirects_in_a_circle_and_titles_that_cannot_be(wiki, client):
    a, b, c = (wiki.title(name) for name in "ABC")
    wiki.redirect(a, b)
    wiki.redirect(b, a)
    wiki.redirect(c, c)
    asked = [a, c, "a|b", "a{b", "", "Special:Version", "#x", "x" * 300, "%41", "a\nb"]
    assert [told.status for told in client.pages(titles=asked)] == ["redirect_loop"] * 2 + ["invalid"] * 8
    page_ids = [page["pageid"] for page in wiki.call(action="query", titles=f"{a}|{c}")["query"]["pages"]]
    assert {told.status for told in client.pages(page_ids=page_ids)} == {"redirect_loop"}


def test_titles_are_taken_in_any_spelling(wiki, client):
    title = wiki.title("Élan")
    number = wiki.edit(title, "One.")
    spellings = [
        title,
        title.replace(" ", "_"),
        f" {title}",
        "é" + title[1:],
        "E\u0301" + title[1:],
        f"{title}#History",
    ]
    assert {(told.title, told.revision_id) for told in client.pages(titles=spellings)} == {(title, number)}


def test_revisions_with_what_is_known_of_them(wiki, client):
    title = wiki.title("Page")
    numbers = [wiki.edit(title, text, f"say {text}") for text in ("one", "two", "three")]
    wiki.hide(numbers[0])
    wiki.hide(numbers[1], "comment")
    hidden, second, third, absent = client.revisions([*numbers, 10**9])
    assert isinstance(hidden, Failure)
    assert "is hidden" in hidden.message
    assert (second.text, second.comment, second.parent_id) == ("two", None, numbers[0])
    assert (third.text, third.comment, third.title) == ("three", "say three", title)
    assert third.sha1 == "b802f384302cb24fbab0a44997e820bf2e8507bb"
    assert third.permalink.startswith(wiki.url.replace("api.php", "index.php?oldid="))
    assert isinstance(absent, Failure)
    assert absent.message.endswith("is deleted or never was")


def test_a_big_batch_is_read_over_many_answers(wiki, client):
    text = "x" * 4_000_000  # four of these are more than one answer may hold
    title = wiki.title("Big")
    numbers = [wiki.edit(title, f"{number} {text}") for number in range(4)]
    told = list(client.revisions(numbers))
    assert [revision.text.split()[0] for revision in told] == [str(number) for number in range(4)]


def test_history_is_told_oldest_first_and_from_a_time_on(wiki, client):
    title, other = wiki.title("Past"), wiki.title("Other")
    wiki.import_history(title, [(f"200{year}-01-01T00:00:00Z", f"in {year}", f"edit {year}") for year in range(1, 4)])
    wiki.redirect(other, title)
    page_id = state(client, title).page_id
    for told in (client.history(title=title), client.history(title=other), client.history(page_id=page_id)):
        past = [revision for revision in told if revision.timestamp < "2004"]
        assert [(revision.timestamp[:4], revision.text, revision.comment) for revision in past] == [
            (f"200{year}", f"in {year}", f"edit {year}") for year in range(1, 4)
        ]
    since = [revision.text for revision in client.history(title=title, since="2002-06-01T00:00:00Z")]
    assert since[0] == "in 3"
    (failure,) = client.history(title=wiki.title("Nope"))
    assert failure.message.endswith("no such page")


def test_categories_are_walked_down_and_round(wiki, client):
    top, below = wiki.title("Category:Top"), wiki.title("Category:Below")
    titles = [wiki.title("Page") for _ in range(3)]
    wiki.edit(titles[0], f"[[{top}]]")
    wiki.edit(titles[1], f"[[{below}]]")
    wiki.edit(titles[2], f"[[{top}]] [[{below}]]")
    wiki.edit(below, f"[[{top}]]")
    wiki.edit(top, f"[[{below}]]")
    assert set(client.category(top)) == {titles[0], titles[2]}
    assert sorted(client.category(top.removeprefix("Category:"), depth=5)) == sorted(titles)
    with pytest.raises(WikiError, match="holds no articles"):
        list(client.category(wiki.title("Nope")))


def test_recent_changes_tell_edits_and_what_was_logged(wiki, client):
    since = client.now()
    old, new = wiki.title("Old"), wiki.title("New")
    wiki.edit(old, "One.", "begin")
    wiki.move(old, new)
    wiki.delete(new)
    wiki.undelete(new)
    last = wiki.edit(new, "Two.")
    told = [change for change in client.recent_changes(since) if change.title in (old, new)]
    assert [(change.kind, change.title, change.action, change.target, change.revision_id) for change in told] == [
        ("log", old, "move/move", new, told[0].revision_id),  # the wiki drops a deleted page's edits from the list
        ("log", new, "delete/delete", None, None),
        ("log", new, "delete/restore", None, None),
        ("edit", new, None, None, last),
    ]
    assert [change.timestamp for change in told] == sorted(change.timestamp for change in told)
    with pytest.raises(WikiError, match="its recent changes begin at"):
        list(client.recent_changes("2001-01-01T00:00:00Z"))
