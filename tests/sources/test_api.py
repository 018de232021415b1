"""The client against a wiki that misbehaves, played by httpx.MockTransport. tests/wiki holds it against a real one."""

import gzip
import itertools
import json
import socketserver
import threading
from urllib.parse import parse_qs

import httpx
import pytest
import stamina
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.errors import ContactError, UnansweredError, WikiError
from extractor.records import Failure, PageState
from extractor.sources import Wiki, api
from extractor.sources.session import LONGEST_WAIT, TRIES, backoff

ADDRESS = "https://wiki.test/w/api.php"
CONTACT = "me@example.org"


@pytest.fixture(autouse=True)
def no_waiting():
    with stamina.set_testing(True, attempts=TRIES, cap=True):
        yield


class FakeWiki:
    """A wiki whose page number n is "Page n" with the revision 100 + n; `faults` come first, an iterator of responses."""

    def __init__(self, faults=()):
        self.faults, self.asked = iter(faults), []

    def __call__(self, request):
        fields = {
            name: values[0] for name, values in parse_qs(request.url.query.decode() or request.content.decode()).items()
        }
        self.asked.append(fields)
        fault = next(self.faults, None)
        if fault is not None:
            return fault() if callable(fault) else fault
        return httpx.Response(200, json={"batchcomplete": True, "query": self.answer(fields)})

    def answer(self, fields):
        if "titles" in fields:
            titles = fields["titles"].strip("\x1f").split("\x1f")
            return {"pages": [self.page(int(title.removeprefix("Page "))) for title in titles]}
        if "revids" in fields:
            return {"pages": [self.page(int(number) - 100) for number in fields["revids"].split("|")]}
        return {"pages": [self.page(int(number)) for number in fields["pageids"].split("|")]}

    def page(self, number):
        slots = {"main": {"content": f"Text {number}.", "contentmodel": "wikitext", "sha1": "a"}}
        revision = {
            "revid": 100 + number,
            "parentid": 0,
            "timestamp": "2026-01-01T00:00:00Z",
            "comment": "c",
            "slots": slots,
        }
        props = {"wikibase_item": f"Q{number}"}
        return {"pageid": number, "ns": 0, "title": f"Page {number}", "revisions": [revision], "pageprops": props}


def ask(fake, call, **options):
    """What `call` gets from a client of the fake wiki, as a list."""
    with Wiki(ADDRESS, contact=CONTACT, transport=httpx.MockTransport(fake), **options) as wiki:
        return list(call(wiki))


def titles(*numbers):
    return lambda wiki: wiki.pages(titles=[f"Page {number}" for number in numbers])


def fault(status=200, **content):
    return lambda: httpx.Response(status, **content)


def raising(error):
    def fail():
        raise error

    return fail


FAULTS = {
    "429": fault(429, headers={"Retry-After": "7"}),
    "500": fault(500, text="<h1>Internal error</h1>"),
    "503": fault(503),
    "maxlag": fault(json={"error": {"code": "maxlag", "info": "Waiting for db1: 7 seconds lagged"}}),
    "database": fault(json={"error": {"code": "internal_api_error_DBQueryError", "info": "…"}}),
    "ratelimited": fault(json={"error": {"code": "ratelimited", "info": "…"}}),
    "cut-off JSON": fault(content=b'{"batchcomplete":true,"query":{"pages":[{"pag'),
    "cut-off gzip": fault(content=gzip.compress(b'{"query":{}}')[:12], headers={"Content-Encoding": "gzip"}),
    "not gzip": fault(content=b'{"query":{}}', headers={"Content-Encoding": "gzip"}),
    "a page for people": fault(html="<!DOCTYPE html><title>Wiki</title>"),
    "empty": fault(content=b""),
    "not UTF-8": fault(content=b'{"query":{"pages":[{"title":"\xff"}]}}'),
    "nested without end": fault(content=b"[" * 1_000_000),
    "a list": fault(json=[1, 2]),
    "nothing in it": fault(json={}),
    "pages of another form": fault(json={"query": {"pages": "none"}}),
    "a revision without id": fault(json={"query": {"pages": [{"title": "Page 1", "revisions": [{"parentid": 1}]}]}}),
    "no connection": raising(httpx.ConnectError("refused")),
    "no answer": raising(httpx.ReadTimeout("30 s")),
    "broken off": raising(httpx.RemoteProtocolError("peer closed connection without sending complete message body")),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_passing_fault_is_asked_again(name):
    fake = FakeWiki([FAULTS[name]] * (TRIES - 1))
    (state,) = ask(fake, titles(1))
    assert (state.title, state.page_id, state.revision_id, state.qid) == ("Page 1", 1, 101, "Q1")
    assert len(fake.asked) == TRIES


@pytest.mark.parametrize("name", FAULTS)
def test_a_lasting_fault_is_recorded_and_nothing_is_half_done(name, tmp_path):
    fake = FakeWiki(itertools.repeat(FAULTS[name]))
    (failure,) = ask(fake, titles(1))
    assert isinstance(failure, Failure)
    assert failure.slug == "Page_1"
    assert failure.message.startswith(ADDRESS)
    assert len(fake.asked) == TRIES
    (failure,) = ask(fake, lambda wiki: wiki.revisions([101]), cache=tmp_path)
    assert failure.slug == "revision_101"
    assert len(ask(FakeWiki(), lambda wiki: wiki.revisions([101]), cache=tmp_path)) == 1
    for call in (lambda wiki: wiki.category("A"), lambda wiki: wiki.recent_changes("2026")):
        with pytest.raises(UnansweredError):
            ask(fake, call)


@settings(max_examples=40)
@given(st.lists(st.lists(st.sampled_from(sorted(FAULTS)), max_size=TRIES - 1), min_size=2, max_size=2))
def test_faults_change_nothing_in_what_is_read(faults):
    with stamina.set_testing(True, attempts=TRIES, cap=True):
        disturbed = (item for names in faults for item in [*(FAULTS[name] for name in names), None])
        assert ask(FakeWiki(disturbed), titles(*range(60))) == ask(FakeWiki(), titles(*range(60)))


def test_a_slow_trickle_ends_at_the_time_limit():
    now = itertools.count(step=50).__next__

    def trickle():
        return httpx.Response(200, content=(b" " for _ in itertools.count()))

    fake = FakeWiki([trickle])
    (state,) = ask(fake, titles(1), clock=now)
    assert (state.status, len(fake.asked)) == ("here", 2)
    (failure,) = ask(FakeWiki(itertools.repeat(trickle)), titles(1), clock=now)
    assert "no whole answer within 120 s" in failure.message


def test_an_endless_answer_ends_at_the_size_limit():
    def flood():
        return httpx.Response(200, content=(b" " * 2**20 for _ in itertools.count()))

    (failure,) = ask(FakeWiki(itertools.repeat(flood)), titles(1))
    assert "the answer is over 64 MiB" in failure.message


def test_a_body_that_ends_too_early_on_a_real_connection_is_asked_again():
    whole = json.dumps({"query": {"pages": [FakeWiki().page(1)]}}).encode()
    sent = iter([whole[:30], whole])

    class Handler(socketserver.StreamRequestHandler):
        def handle(self):
            while self.rfile.readline().strip():
                pass
            head = f"HTTP/1.1 200 OK\r\nContent-Length: {len(whole)}\r\nConnection: close\r\n\r\n".encode()
            self.wfile.write(head + next(sent))

    with socketserver.TCPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        with Wiki(f"http://127.0.0.1:{server.server_address[1]}/api.php", contact=CONTACT) as wiki:
            (state,) = wiki.pages(titles=["Page 1"])
        server.shutdown()
    assert state.revision_id == 101


@pytest.mark.parametrize(
    ("headers", "wait"),
    [
        ({"Retry-After": "7"}, 7.0),
        ({"Retry-After": str(int(LONGEST_WAIT) + 1)}, False),
        ({"Retry-After": "Wed, 21 Oct 2026 07:28:09 GMT", "Date": "Wed, 21 Oct 2026 07:28:00 GMT"}, 9.0),
        ({"Retry-After": "Wed, 21 Oct 2026 07:28:00 GMT", "Date": "Wed, 21 Oct 2026 07:28:09 GMT"}, 0.0),
        ({"Retry-After": "Wed, 21 Oct 2026 07:28:09 GMT"}, True),
        ({"Retry-After": "soon"}, True),
        ({"Retry-After": "-3"}, True),
        ({}, True),
    ],
)
@pytest.mark.parametrize("answer", [{"status": 429}, {"json": {"error": {"code": "maxlag", "info": "lagged"}}}])
def test_the_wait_is_the_one_that_the_wiki_asks_for(headers, wait, answer):
    fake = FakeWiki(itertools.repeat(fault(**answer, headers=headers)))
    with pytest.raises(UnansweredError) as error:
        ask(fake, lambda wiki: wiki.category("A"))
    told = backoff(error.value)
    assert (type(told), told) == (type(wait), wait)
    assert len(fake.asked) == (1 if wait is False else TRIES)


@pytest.mark.parametrize(
    ("answer", "message"),
    [
        (fault(404), "HTTP 404 Not Found: no API here; give the address of its api.php"),
        (fault(403), "HTTP 403: the wiki refuses"),
        (fault(304), "HTTP 304"),
        (
            fault(json={"error": {"code": "readapidenied", "info": "You need read permission."}}),
            "readapidenied: You need read",
        ),
        (fault(302, headers={"Location": ADDRESS}), "Exceeded maximum allowed redirects"),
        (raising(httpx.UnsupportedProtocol("ftp:// is no protocol here")), "ftp:// is no protocol here"),
    ],
)
def test_what_asking_again_cannot_mend_is_said_at_once(answer, message):
    fake = FakeWiki(itertools.repeat(answer))
    with pytest.raises(WikiError, match=message) as error:
        ask(fake, titles(1))
    assert not isinstance(error.value, UnansweredError)
    assert len(fake.asked) <= 6


def test_an_address_that_moved_is_followed_unless_the_question_would_get_lost():
    def moved(request):
        if request.url.host == "wiki.test":
            return httpx.Response(301, headers={"Location": str(request.url.copy_with(host="new.test"))})
        return fake(request) if request.url.query else httpx.Response(200, html="<title>API help</title>")

    fake = FakeWiki()
    with Wiki(ADDRESS, contact=CONTACT, transport=httpx.MockTransport(moved)) as wiki:
        assert next(wiki.pages(titles=["Page 1"])).page_id == 1
        with pytest.raises(WikiError, match=r"has moved: give the new address, https://new.test/w/api.php"):
            list(wiki.pages(titles=["Page 1" + "0" * 5000]))


@pytest.mark.parametrize("contact", ["", "  ", "me", "me@example.org\r\nCookie: a", "möwe@example.org"])
def test_a_client_must_say_who_asks(contact):
    with pytest.raises(ContactError, match=r"--contact or in EXTRACTOR_CONTACT"):
        Wiki(ADDRESS, contact=contact)


@pytest.mark.parametrize(
    "address",
    [
        "https://en.wikipedia.org/wiki/Laos",
        "en.wikipedia.org/wiki/Laos",
        "ftp://wiki.test/api.php",
        "https://me:pw@wiki.test/api.php",
        "https:///api.php",
    ],
)
def test_an_address_that_is_no_api_is_named(address):
    with pytest.raises(
        WikiError, match=r"not a wiki's API; give its address, such as https://en.wikipedia.org/w/api.php"
    ):
        Wiki(address, contact=CONTACT)


def test_a_bare_host_is_one_of_wikimedias():
    with Wiki("fr.wikipedia.org", contact=CONTACT) as wiki:
        assert wiki.name == "fr.wikipedia.org"


def test_requests_are_polite():
    def check(request):
        assert request.headers["User-Agent"].startswith("extractor/0.1.0 (me@example.org) httpx/")
        assert request.headers["Accept-Encoding"] == "gzip"
        return fake(request)

    fake = FakeWiki()
    assert len(ask(check, titles(*range(120)), maxlag=3)) == 120
    assert [len(fields["titles"].strip("\x1f").split("\x1f")) for fields in fake.asked] == [50, 50, 20]
    assert {(fields["maxlag"], fields["redirects"]) for fields in fake.asked} == {("3", "1")}


def test_bad_pages_cost_only_themselves():
    bad = {7, 17, 27, 37, 47, 57}

    def poisoned(request):
        titles = request.url.params["titles"].split("\x1f")
        return httpx.Response(500) if any(f"Page {number}" in titles for number in bad) else fake(request)

    fake = FakeWiki()
    told = ask(poisoned, titles(*range(60)))
    assert [item.slug for item in told if isinstance(item, Failure)] == [f"Page_{number}" for number in sorted(bad)]
    assert [item.page_id for item in told if isinstance(item, PageState)] == sorted(set(range(60)) - bad)


def test_a_wiki_that_is_down_is_left_in_peace():
    fake = FakeWiki(itertools.repeat(FAULTS["503"]))
    told = ask(fake, titles(*range(500)))
    assert len(told) == 500
    assert all(isinstance(item, Failure) for item in told)
    assert told[-1].message == f"not asked for, the wiki does not answer; {ADDRESS}: HTTP 503 Service Unavailable"
    assert len(fake.asked) == TRIES * api.SILENCE


def told_of(query, *requested):
    return ask(lambda request: httpx.Response(200, json={"query": query}), lambda wiki: wiki.pages(titles=requested))


def test_titles_are_followed_as_the_wiki_writes_them():
    page = FakeWiki().page(1)
    normalized = [{"from": "page_1", "to": "Page 1"}, {"fromencoded": True, "from": "e%CC%81", "to": "É"}]
    converted, redirects = [{"from": "简", "to": "簡"}], [{"from": "簡", "to": "Page 1"}, {"from": "É", "to": "fr:E"}]
    interwiki = [{"title": "fr:E", "iw": "fr"}, {"title": "de:F", "iw": "de"}]
    query = {
        "pages": [page],
        "normalized": normalized,
        "converted": converted,
        "redirects": redirects,
        "interwiki": interwiki,
    }
    states = told_of(query, "page_1", "简", "É", "de:F", "\0", "Other")
    assert [(item.title, item.status, item.redirect_to, item.page_id) for item in states[:-1]] == [
        ("Page 1", "here", None, 1),
        ("簡", "redirect", "Page 1", 1),
        ("É", "redirect", "fr:E", None),
        ("de:F", "invalid", None, None),
        ("\0", "invalid", None, None),
    ]
    assert states[-1] == Failure("Other", "wiki.test: the answer does not tell of 'Other'")


def test_redirects_in_a_circle_are_found():
    redirects = [{"from": "A", "to": "B"}, {"from": "B", "to": "C"}, {"from": "C", "to": "B"}]
    (state,) = told_of({"redirects": redirects}, "A")
    assert (state.status, state.redirect_to) == ("redirect_loop", "B")


def test_what_a_later_part_says_of_a_page_counts():
    bare = {"pageid": 1, "ns": 0, "title": "Old"}
    redirects = [{"from": "Old", "to": "Page 1"}]
    answers = [
        {"continue": {"incontinue": "1"}, "query": {"pages": [bare | {"revisions": [{"revid": 5}]}]}},
        {"query": {"pages": [bare | {"redirect": True}]}},
        {"query": {"pages": [FakeWiki().page(1)], "redirects": redirects}},
    ]
    (state,) = ask(FakeWiki([fault(json=answer) for answer in answers]), lambda wiki: wiki.pages(page_ids=[1]))
    assert (state.requested, state.status, state.title, state.redirect_to) == ("1", "redirect", "Old", "Page 1")


def test_an_answer_in_parts_is_put_together():
    page = FakeWiki().page(1)
    parts = [{"revisions": page["revisions"]}, {"pageprops": page["pageprops"]}]
    bare = {"pageid": 1, "ns": 0, "title": "Page 1"}
    answers = [
        {"continue": {"rvcontinue": "1", "continue": "||"}, "query": {"pages": [bare | parts[0]]}},
        {"continue": {"ppcontinue": 5, "continue": "||"}},
        {"batchcomplete": True, "query": {"pages": [bare | parts[1]]}},
    ]
    fake = FakeWiki([fault(json=answer) for answer in answers])
    (state,) = ask(fake, titles(1))
    assert (state.revision_id, state.qid) == (101, "Q1")
    assert [fields.get("rvcontinue", fields.get("ppcontinue")) for fields in fake.asked] == [None, "1", "5"]


@pytest.mark.parametrize(
    ("following", "asked"),
    [(itertools.repeat("x"), 2), (itertools.count(), 30)],
    ids=["in a circle", "on and on"],
)
def test_an_answer_without_an_end_is_left(following, asked, monkeypatch):
    monkeypatch.setattr(api, "ROUNDS", 30)
    count = itertools.count(1)

    def endless(request):
        assert next(count) <= asked
        return httpx.Response(200, json={"continue": {"cmcontinue": next(following)}, "query": {"categorymembers": []}})

    with pytest.raises(WikiError, match="the answer goes on without an end"):
        ask(endless, lambda wiki: wiki.category("A"))


def test_half_an_answer_is_no_page():
    (failure,) = told_of({"pages": [{"pageid": 1, "ns": 0, "title": "Page 1"}]}, "Page 1")
    assert failure.message == "wiki.test: the answer does not tell the current revision of 'Page 1'"
    missing = ask(FakeWiki([fault(json={"query": {"pages": []}})]), lambda wiki: wiki.revisions([101]))
    assert missing == [Failure("revision_101", "wiki.test: revision 101 is not in the answer")]


def test_a_category_is_walked_once_however_it_is_tied():
    tree = {
        "Category:A": [(14, "Category:B", "subcat"), (0, "One", "page"), (1, "Talk:One", "page")],
        "Category:B": [
            (14, "Category:A", "subcat"),
            (14, "Category:C", "subcat"),
            (0, "One", "page"),
            (0, "Two", "page"),
        ],
        "Category:C": [(0, "Three", "page")],
    }

    def answer(request):
        fields = request.url.params
        members = [dict(zip(("ns", "title", "type"), row, strict=True)) for row in tree[fields["cmtitle"]]]
        kinds = fields["cmtype"].split("|")
        return httpx.Response(200, json={"query": {"categorymembers": [m for m in members if m["type"] in kinds]}})

    assert ask(answer, lambda wiki: wiki.category("A")) == ["One"]
    assert ask(answer, lambda wiki: wiki.category("Category:A", depth=1)) == ["One", "Two"]
    assert ask(answer, lambda wiki: wiki.category("A", depth=9)) == ["One", "Two", "Three"]


@settings(max_examples=20)
@given(st.lists(st.integers(1, 200), max_size=130), st.sets(st.integers(1, 200)))
def test_revisions_come_in_the_order_asked_whatever_is_in_the_cache(tmp_path_factory, numbers, known):
    fake, cache = FakeWiki(), tmp_path_factory.mktemp("cache")
    ask(fake, lambda wiki: wiki.revisions(100 + number for number in known), cache=cache)
    fake.asked.clear()
    told = ask(fake, lambda wiki: wiki.revisions(100 + number for number in numbers), cache=cache)
    assert [revision.text for revision in told] == [f"Text {number}." for number in numbers]
    asked = [int(number) - 100 for fields in fake.asked for number in fields["revids"].split("|")]
    assert sorted(asked) == sorted(set(numbers) - known)


def test_current_revisions_come_once_with_the_pages_qid(tmp_path):
    fake = FakeWiki()
    told = ask(fake, lambda wiki: wiki.current(titles=["Page 1", "Page 2", "Page 1"], page_ids=[2, 3]), cache=tmp_path)
    assert [(revision.title, revision.qid, revision.permalink) for revision in told] == [
        (f"Page {number}", f"Q{number}", f"https://wiki.test/w/index.php?oldid={100 + number}") for number in (1, 2, 3)
    ]
