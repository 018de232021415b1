from dataclasses import fields
from datetime import date

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.records import Reference, Revision
from extractor.sources import Folder
from extractor.wikitext import parse
from extractor.wikitext.citations import identifiers
from extractor.wikitext.citations.dates import as_edtf, language_codes
from extractor.wikitext.citations.note import Reading
from tests.cases import cases

UNSHOWN = {"key", "group", "name", "start", "end", "template", "text", "part"}


def shown(reference):
    """A line for the note or work, then one for each field that says something."""
    values = {field.name: getattr(reference, field.name) for field in fields(Reference) if field.name not in UNSHOWN}
    if values["urls"] == (values["url"],):
        del values["urls"]
    lines = [" ".join(filter(None, (reference.key, reference.part, reference.template)))]
    return lines + [
        f"  {name}: {'; '.join(value) if isinstance(value, tuple) else value}"
        for name, value in values.items()
        if value
    ]


def read(text):
    article = parse(Revision("A", "A", text))
    return [line for reference in (*article.references, *article.works) for line in shown(reference)]


@pytest.mark.parametrize(("name", "text", "expected"), cases("citations"))
def test_citations(name, text, expected):
    assert read(text) == expected.splitlines()


DIGITS = st.text("0123456789", min_size=9, max_size=9)


def check_10(digits):
    """The check digit by ISO 2108's definition: the one that makes the weighted sum a multiple of 11."""
    return next(
        check
        for check in "0123456789X"
        if sum((10 - at) * (10 if char == "X" else int(char)) for at, char in enumerate(digits + check)) % 11 == 0
    )


@given(DIGITS)
def test_isbn_10_and_13_of_a_book_are_one(digits):
    ten = digits + check_10(digits)
    thirteen, right = identifiers.isbn(ten)
    assert right
    assert thirteen[:12] == "978" + digits
    assert identifiers.isbn(thirteen) == (thirteen, True)
    assert identifiers.isbn(f"ISBN {ten[:1]}-{ten[1:4]} {ten[4:9]}–{ten[9]}") == (thirteen, True)


@given(DIGITS, st.integers(0, 9), st.integers(1, 10))
def test_a_changed_digit_fails_isbn(digits, at, by):
    ten = digits + check_10(digits)
    alphabet = "0123456789X" if at == 9 else "0123456789"
    other = alphabet[(alphabet.index(ten[at]) + by) % len(alphabet)]
    changed = ten[:at] + other + ten[at + 1 :]
    assert identifiers.isbn(changed)[1] == (changed == ten)


@given(st.text("0123456789", min_size=7, max_size=7))
def test_issn_has_one_check_digit(digits):
    right = [check for check in "0123456789X" if identifiers.issn(digits + check)[1]]
    assert len(right) == 1
    normal, _ = identifiers.issn(digits + right[0])
    assert normal == f"{digits[:4]}-{digits[4:]}{right[0]}"
    assert identifiers.issn(normal) == (normal, True)


@given(st.from_regex(r"10\.[0-9]{4,9}/[a-zA-Z0-9();:_-]+[a-zA-Z0-9]", fullmatch=True))
def test_doi_is_one_in_all_its_forms(name):
    forms = (name, "doi:" + name, "https://doi.org/" + name, "http://dx.doi.org/" + name.upper(), f" {name}. ")
    assert {identifiers.doi(form) for form in forms} == {(name.lower(), True)}


@given(st.text(max_size=40))
def test_what_is_no_identifier_stays_as_given(text):
    for check in (identifiers.isbn, identifiers.issn, identifiers.doi):
        value, right = check(text)
        assert right or value == text.strip()


@given(st.text(max_size=60))
def test_any_text_is_an_address_or_not(text):
    assert identifiers.is_url(text) in (True, False)
    assert not identifiers.is_url(text + " x.org")


def test_archives_tell_what_they_hold():
    assert identifiers.archived_from("https://web.archive.org/web/20100203040506if_/http://a.org/?x=1") == (
        "http://a.org/?x=1",
        "2010-02-03",
    )
    assert identifiers.archived_from("http://archive.is/2010/http://a.org") == ("http://a.org", "2010")
    assert identifiers.archived_from("https://archive.org/details/abc") == ("", "")


@pytest.mark.parametrize(
    ("text", "languages", "edtf"),
    [("2021-05-16", (), "2021-05-16"), ("May 12, 2011", (), "2011-05-12"), ("12 mai 1970", ("fr",), "1970-05-12"), ("mai 1970", ("fr",), "1970-05"),
     ("15 марта 1970", ("ru",), "1970-03-15"), ("1962", (), "1962"), ("n.d.", (), ""), ("3/4/1970", (), ""), ("mai", ("fr",), ""), ("x 1970", ("tlh",), "")],
)  # fmt: skip
def test_citation_dates_are_never_filled_in(text, languages, edtf):
    assert as_edtf(text, languages) == edtf


@given(
    st.dates(min_value=date(1600, 1, 1), max_value=date(2199, 12, 31)),
    st.sampled_from(["%Y-%m-%d", "%-d %B %Y", "%B %-d, %Y", "%-d %b %Y", "%Y %B %-d"]),
)
def test_a_whole_day_in_any_form_is_that_day(day, form):
    assert as_edtf(day.strftime(form)) == day.isoformat()


def test_languages_by_name_and_code():
    assert language_codes("Russian, fr and en-GB") == ("ru", "fr", "en")
    assert language_codes("Old Norse of the sagas") == ()


def test_findings_name_what_is_wrong():
    article = parse(
        Revision(
            "A", "A", "A.{{sfn|Eck|1980}}<ref>{{cite book|title=T|isbn=0-306-40615-3|date=3/4/1970|url=www.x}}</ref>"
        )
    )
    assert [(finding.code, article.revision.text[finding.start]) for finding in article.findings] == [
        ("unresolved_short_note", "{"),
        ("bad_url", "<"),
        ("unread_date", "<"),
        ("bad_isbn", "<"),
    ]


def test_citation_fields_of_the_seed(seed):
    note = {reference.key: reference for reference in parse(seed).references}
    assert (note["6"].authors, note["6"].title, note["6"].work) == (
        ("Dhyani, Anuj",),
        "Cambodia's Hardstand against Russia",
        "Modern Diplomacy",
    )
    assert (note["1"].quote[:12], note["1"].archived, note["3"].text) == (
        "The diplomat",
        "2009-10-19",
        "Isaacs, Hardy and Brown, p. 83.",
    )


@pytest.mark.parametrize("part", range(4))
def test_places_of_real_works_are_their_templates(shared, part):
    for path in sorted((shared / "articles").glob("*.wikitext"))[part * 10 :: 60]:
        article = parse(Revision(path.stem, path.stem, path.read_text(encoding="utf-8")))
        for work in article.works:
            source = article.revision.text[work.start : work.end]
            if work.template:
                assert (source[:2], source[-2:]) == ("{{", "}}")
            else:
                assert source == source.strip("\n*") != ""


def test_what_was_read_of_notes_before_changes_no_article(shared):
    """Revisions far apart and near, each read with what all before it left, as it comes back from being kept."""
    known = {}
    for revision in list(Folder(shared / "revisions").history(page_id=1))[::5]:
        known = msgspec.msgpack.decode(msgspec.msgpack.encode(known), type=dict[bytes, Reading])
        assert parse(revision, "en", known) == parse(revision)
