"""Random wikitext against a real MediaWiki: `wikitext_fuzz.py API [--seed 1] [--pages 400] [--pieces 40]`.

API is the address of a MediaWiki 1.39 with Cite and ParserFunctions, as `../shared/mediawiki/wiki.sh url` prints it. Each page is
a random run of pieces of markup, mostly broken; printed are those whose marks or heading levels we read otherwise, and how
many. No templates: the wiki has none.
"""

from __future__ import annotations

import argparse
import html
import json
import random
import re
import urllib.parse
import urllib.request

from extractor.records import Revision
from extractor.wikitext import parse

PIECES = ["'''", "''", "[[", "]]", "|", "\n", "\n\n", "* ", "; a : b", "\n== H ==\n", "\n=== I ''j'' ===\n", "\n=", "== x", " ==\n", "<ref>", "</ref>",
          "<ref name=x />", "<ref name=x>X</ref>", '<ref name="y z">Y</ref>', "<ref group=n>g</ref>", "<ref group=n name=x>", "<ref name=1>q</ref>", "<ref foo=1>q</ref>",
          "<ref></ref>", "<ref>one</ref>", "<ref>two</ref>", "<references/>", "<references group=n />", "<references>", "</references>", "{{#tag:ref|", "{{#tag:ref|t|name=x}}",
          "{{#tag:ref|u<ref>v</ref>|group=n}}", "}}", "<!--", "-->", "\n<!-- c -->\n", "\n{|\n", "\n|-\n", "\n| ", "\n! ", "||", "!!", "\n|}\n", "\n|+ cap ", "{{!}}", "word ",
          " 1956 ", "[[File:a.jpg|thumb|", "[http://e.org w]", "<br>", "<nowiki>", "</nowiki>", "<gallery>\nFile:A.jpg|cap", "</gallery>", "<table><tr><td>",
          "</td></tr></table>", "{{#if:x|", "{{#if:|", "rowspan=3|", "&nbsp;", "<div>", "</div>", "<small>", "<pre>", "</pre>", "<includeonly>", "</includeonly>",
          "<noinclude>", "</noinclude>", "<onlyinclude>"]  # fmt: skip
MARK = re.compile(r'<sup id="cite(?:_|&#95;)ref[^>]*>(.*?)</sup>', re.DOTALL)


def main() -> None:
    """Compare and print."""
    parser = argparse.ArgumentParser(description="Compare the reader with a MediaWiki on random pages.")
    parser.add_argument("api")
    for name, default in (("seed", 1), ("pages", 400), ("pieces", 40)):
        parser.add_argument(f"--{name}", type=int, default=default)
    arguments = parser.parse_args()
    chance, different = random.Random(arguments.seed), 0
    for _ in range(arguments.pages):
        text = "".join(chance.choices(PIECES, k=chance.randint(3, arguments.pieces))).strip()
        theirs, article = rendered(arguments.api, text), parse(Revision("A", "A", text))
        ours = [mark.key for mark in article.marks], [section.level for section in article.sections]
        if ours != theirs:
            different += 1
            print(f"{text!r}\n  MediaWiki {theirs}\n  read      {ours}")
    print(f"{different} of {arguments.pages} pages differ")


def rendered(api: str, text: str) -> tuple[list[str], list[int]]:
    """Labels of marks and levels of headings, as MediaWiki renders a page of this text."""
    fields = {
        "action": "parse",
        "format": "json",
        "formatversion": 2,
        "contentmodel": "wikitext",
        "prop": "text|sections",
        "text": text,
    }
    with urllib.request.urlopen(api, urllib.parse.urlencode(fields).encode(), timeout=60) as answer:
        page = json.load(answer)["parse"]
    labels = [html.unescape(re.sub("<[^>]*>", "", mark)).strip("[]") for mark in MARK.findall(page["text"])]
    return labels, [int(section["level"]) for section in page["sections"]]


if __name__ == "__main__":
    main()
