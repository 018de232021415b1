import pytest

import extractor
from extractor.pipeline.realis import realis
from tests.cases import cases


@pytest.mark.parametrize(("name", "text", "expected"), cases("realis"))
def test_case(nlp, name, text, expected):
    doc = nlp(text)
    wanted = [line.split() for line in expected.splitlines()]
    tokens = {token.text: token for token in doc}
    assert [f"{word} {realis(tokens[word])}" for word, _ in wanted] == expected.splitlines()


def test_an_event_carries_it(nlp):
    text = "[[Laos]] reportedly left the [[United Nations]] in 1955. It has not joined the [[Arab League]] since 1960."
    found = extractor.extract(extractor.Revision("A", "A", text), nlp).events
    assert [(event.trigger.text, event.realis) for event in found] == [("left", "alleged"), ("joined", "negated")]
