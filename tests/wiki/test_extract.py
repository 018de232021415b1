"""`extractor extract` on pages of a real MediaWiki."""

import json

TEXT = "In May 1956, [[Laos]] established diplomatic relations with [[France]].<ref>A note</ref>"


def extract(run, wiki, tmp_path, *arguments):
    told = (
        "--wiki",
        wiki.url,
        "--contact",
        "tests@example.org",
        "--cache",
        tmp_path / "cache",
        "--out",
        tmp_path / "out",
    )
    code, _, people = run("extract", *arguments, *told)
    lines = (tmp_path / "out/events.jsonl").read_text(encoding="utf-8").splitlines()
    return code, people, [json.loads(line) for line in lines]


def test_titles_redirects_and_files_are_extracted_together(run, wiki, tmp_path):
    page, other, gone = wiki.title("Laos"), wiki.title("Redirect"), wiki.title("Gone")
    number = wiki.edit(page, TEXT)
    wiki.redirect(other, page)
    (tmp_path / "File.wikitext").write_text(TEXT)
    code, people, events = extract(run, wiki, tmp_path, page, other, gone, tmp_path / "File.wikitext")
    assert (code, f"failed: {gone.replace(' ', '_')}: " in people) == (1, True)
    assert {(event["article"]["title"], event["article"]["revision_id"]) for event in events} == {
        (page, number),
        ("File", None),
    }
    assert {event["article"]["permalink"] for event in events} == {
        None,
        wiki.url.replace("api.php", f"index.php?oldid={number}"),
    }
    assert {event["date"]["edtf"] for event in events} == {"1956-05"}


def test_a_list_and_a_category_name_pages(run, wiki, tmp_path):
    category, listed, member = wiki.title("Category:Treaties"), wiki.title("Listed"), wiki.title("Member")
    wiki.edit(listed, TEXT)
    wiki.edit(member, f"{TEXT} [[{category}]]")
    (tmp_path / "list.txt").write_text(f"{listed}\n")
    code, _, events = extract(run, wiki, tmp_path, "--list", tmp_path / "list.txt", "--category", category)
    assert code == 0
    assert {event["article"]["title"] for event in events} == {listed, member}


def test_a_wiki_that_is_gone_leaves_the_last_tables(run, wiki, tmp_path):
    page = wiki.title("Laos")
    wiki.edit(page, TEXT)
    assert len(extract(run, wiki, tmp_path, page)[2]) == 1
    code, people, events = extract(run, wiki, tmp_path, wiki.title("Gone"))
    assert (code, len(events)) == (1, 1)
    assert "no such page" in people
