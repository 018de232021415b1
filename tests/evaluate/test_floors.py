"""The pinned floors of gold/floors.json. Lowering one needs a reason in gold/README.md."""

import json

import msgspec
import pytest

import extractor
from extractor.evaluate import below, evaluate, events_by_article, read_gold
from extractor.evaluate.gold import as_events
from extractor.sources import read
from tests.conftest import ROOT

FLOORS = json.loads((ROOT / "gold/floors.json").read_text())


def test_corpus():
    assert (
        below(evaluate(read_gold(ROOT / "gold"), events_by_article(ROOT / "outputs/events.jsonl")), FLOORS["corpus"])
        == []
    )


def test_dev(nlp, shared):
    gold = read_gold(shared / "gold/real/dev")
    paths = [shared / "articles" / f"{slug}.wikitext" for slug in gold]
    extractions = extractor.extract_many(map(read, paths), nlp)
    events = {extraction.article.revision.slug: msgspec.to_builtins(extraction.events) for extraction in extractions}
    assert below(evaluate(gold, events), FLOORS["dev"]) == []


def test_a_drop_is_named():
    gold = read_gold(ROOT / "gold")
    labels = {slug.replace("–", "-"): as_events(rows)[1:] for slug, rows in gold.items()}
    assert below(evaluate(gold, labels), {"dated": 1.0, "citations": 1.0}) == ["dated is 0.9730, its floor is 1.0"]
    with pytest.raises(KeyError):
        below(evaluate(gold, labels), {"dates": 1.0})
