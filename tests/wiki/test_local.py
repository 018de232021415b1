"""The harness itself: that the wiki does what the tests beside this one rely on."""

from html import unescape


def revisions(wiki, title):
    pages = wiki.call(action="query", titles=title, prop="revisions", rvprop="ids|comment|timestamp", rvlimit=9)
    return pages["query"]["pages"][0]


def test_pages_are_edited_moved_deleted_and_brought_back(wiki):
    old, new = wiki.title("Old"), wiki.title("New")
    first = wiki.edit(old, "One.", "begin")
    second = wiki.edit(old, "Two.")
    assert first < second
    assert wiki.edit(old, "Two.") is None
    wiki.move(old, new)
    assert revisions(wiki, old)["revisions"][0]["comment"].startswith("Admin moved page")
    assert "begin" in [revision["comment"] for revision in revisions(wiki, new)["revisions"]]
    wiki.delete(new)
    assert revisions(wiki, new)["missing"]
    wiki.undelete(new)
    assert "missing" not in revisions(wiki, new)
    wiki.protect(new)
    wiki.hide(first)
    assert "commenthidden" in revisions(wiki, new)["revisions"][-1]


def test_a_page_can_be_given_a_past(wiki):
    title = wiki.title("Past")
    wiki.import_history(title, [("2001-02-03T04:05:06Z", "a < b", "x & y"), ("2002-02-03T04:05:06Z", "c", "")])
    assert ("2001-02-03T04:05:06Z", "x & y") in [
        (revision["timestamp"], revision["comment"]) for revision in revisions(wiki, title)["revisions"]
    ]


def test_wikitext_is_rendered_with_its_reference_marks(wiki):
    html = unescape(wiki.render("== A ==\nText.<ref>Note</ref>\n<references/>"))
    assert 'id="A"' in html
    assert 'id="cite_ref-1"' in html
    assert "toc" not in html
