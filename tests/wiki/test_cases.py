"""The readable wikitext cases on a real MediaWiki: its headings and reference marks are ours."""

import re
from html.parser import HTMLParser

import mwparserfromhell
import pytest

from extractor.records import Revision
from extractor.wikitext import parse
from tests.cases import cases

CASES = cases("wikitext/read")
# what these templates do to marks on Wikipedia; every other template of the cases shows its arguments in order
STUBS = {
    "efn": "{{#tag:ref|{{{1}}}|group=lower-alpha|name={{{name|}}}}}",
    "notelist": '<references group="lower-alpha" />',
    "reflist": "{{#tag:references|{{{refs|}}}|group={{{group|}}}}}",
    "sfn": "{{#tag:ref|{{{1|}}} {{{2|}}} {{{3|}}} {{{p|}}}|name=FOOTNOTE{{{1|}}}{{{2|}}}{{{3|}}}{{{p|}}}}}",
    "r": "{{#tag:ref||name={{{1}}}}}{{#if:{{{2|}}}|{{#tag:ref||name={{{2}}}}}}}",
    "anchor": "",
}


def stubs():
    """Template name → its page: for those not in STUBS, all arguments that any case gives it, in the order given."""
    used = {}
    for _, text, _ in CASES:
        for template in mwparserfromhell.parse(text, skip_style_tags=True).filter_templates():
            name = str(template.name).strip().lower()
            if re.fullmatch(r"[\w &-]+", name):
                names = used.setdefault(name, {})
                names.update((str(argument.name).strip(), None) for argument in template.params)
    shown = {name: "".join(f"{{{{{{{argument}|}}}}}}" for argument in names) for name, names in used.items()}
    return shown | STUBS


class Rendered(HTMLParser):
    """Headings and the labels of reference marks outside the lists of notes, in page order."""

    def __init__(self, html):
        super().__init__()
        self.headings, self.marks = [], []
        self._open, self._lists, self._mark = None, 0, None
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        kind = dict(attributes).get("class") or ""
        if tag == "ol" and (self._lists or "references" in kind):
            self._lists += 1
        elif tag == "sup" and "reference" in kind.split():
            self._mark = ""
        elif re.fullmatch("h[1-6]", tag) and self._open is None:
            self._open = [int(tag[1]), ""]

    def handle_endtag(self, tag):
        if tag == "ol" and self._lists:
            self._lists -= 1
        elif tag == "sup" and self._mark is not None:
            if not self._lists:
                self.marks.append(self._mark.strip("[]"))
            self._mark = None
        elif self._open and tag == f"h{self._open[0]}":
            self.headings.append((self._open[0], " ".join(self._open[1].split())))
            self._open = None

    def handle_data(self, data):
        if self._mark is not None:
            self._mark += data
        elif self._open:
            self._open[1] += data


@pytest.fixture(scope="module")
def templates(wiki):
    for name, text in stubs().items():
        wiki.edit(f"Template:{name}", text)


@pytest.mark.parametrize(("name", "text", "expected"), CASES, ids=[case[0] for case in CASES])
def test_headings_and_marks_are_mediawikis(wiki, templates, name, text, expected):
    article = parse(Revision("Case", "Case", text))
    rendered = Rendered(wiki.render(text))
    assert [(section.level, section.heading) for section in article.sections] == rendered.headings
    in_notes = [(note.start, note.end) for note in article.references]
    marks = [mark for mark in article.marks if not any(low < mark.start < high for low, high in in_notes)]
    assert [mark.key for mark in marks] == rendered.marks
