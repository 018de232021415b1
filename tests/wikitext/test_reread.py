"""An edited article read anew by its line is the article read whole."""

import random
import re
from dataclasses import replace

import pytest

from extractor.records import Revision
from extractor.wikitext import parse
from extractor.wikitext.reread import _cut, _joined, reread

TEXT = """The '''duchy''' of [[Arden]] was founded in 1204.<ref>A note</ref> It was small. {{citation needed}}

* It had a fair in [[May]] each year, as was told.
* Its last duke left in 1790.<ref name="a">Another {{cite web|title=On dukes|url=http://a.example}}</ref>

{| class="wikitable"
! Year !! Duke
|-
| 1204 || The first duke, called [[Otto of Arden|Otto]], lived here
|-
| {{dts|1790}}
| The last duke<ref name="a"/> had left in spring
|}

== Later ==
Nothing was heard of them.[[File:Arden.jpg|thumb|The castle in 1900]] The end.
"""


def alike(article):
    """An article without what means nothing of its segments: how a run of words was cut, and space beyond a block's words."""
    return replace(article, blocks=tuple(replace(block, segments=_joined(_within(block))) for block in article.blocks))


def _within(block):
    return _cut(block.segments, len(block.text), len(block.text))[0]


def both(text, new):
    before, revision = parse(Revision("a", "A", text)), Revision("a", "A", new)
    return reread(before, revision), parse(revision)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("was founded", "had been founded"),
        ("It was small.", "It was small. In 1300 it had [[a town]]."),
        ("It was small. ", ""),
        ("as was told", "as is told by [[Otto of Arden|the duke]]"),
        ("in 1790.<ref", "in 1791.<ref"),
        ("lived here", "lived here for long"),
        ("The first duke", "First duke"),
        ("had left in spring", "left"),
        ("Nothing was heard", "Much was heard"),
        ("founded in 1204.", "founded in 1204, at the latest."),
    ],
)
def test_a_word_changed_in_a_line_needs_only_that_line(old, new):
    assert old in TEXT
    found, whole = both(TEXT, TEXT.replace(old, new))
    if "Nothing" not in old:  # a picture on its line
        assert found is not None
    assert found is None or alike(found) == alike(whole)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("It was small.", "It was {{small}}."),
        ("It was small.", "It was small.<ref>New</ref>"),
        ("A note", "Another note"),
        ("{{dts|1790}}", "{{dts|1791}}"),
        ("| 1204 ||", "| 1204 | x ||"),
        ("! Year", "! Years"),
        ("== Later ==", "== Afterwards =="),
        ("* Its last", "** Its last"),
        ("It was small.", "It was small.\n\nNew."),
        ("It was small.", "It was <!-- small."),
        ("The castle in 1900", "The castle in 1901"),
    ],
)
def test_what_could_matter_beyond_its_line_is_read_whole_or_right(old, new):
    assert old in TEXT
    found, whole = both(TEXT, TEXT.replace(old, new))
    assert found is None or alike(found) == alike(whole)


def test_an_unchanged_article_is_not_read():
    article = parse(Revision("a", "A", TEXT))
    assert reread(article, replace(article.revision, revision_id=9)) == replace(
        article, revision=replace(article.revision, revision_id=9)
    )


def test_any_edit_of_words_in_real_articles_is_read_as_the_whole_is(shared):
    from extractor.sources import read

    rng, served = random.Random(3), 0
    for path in rng.sample(sorted((shared / "articles").glob("*.wikitext")), 6):
        revision = read(path)
        before = parse(revision)
        for _ in range(4):
            word = rng.choice(list(re.finditer(r"[A-Za-z]{3,}|\d{4}", revision.text)))
            said = rng.choice(["1977", "other words", "", "In 1991, [[Laos]] left. " + word.group()])
            edited = replace(revision, text=revision.text[: word.start()] + said + revision.text[word.end() :])
            found = reread(before, edited)
            served += found is not None
            assert found is None or alike(found) == alike(parse(edited)), (path.name, word.span(), said)
    assert served
