"""Prints what the shipped language model reaches, beside the two models that the project began with.

    python training/evaluate.py                      figures of both on every test, speed, size, identity
    python training/evaluate.py --model FOLDER       another pipeline in place of the shipped one
    python training/evaluate.py --json               the same as one JSON object

Needs ../shared/training (see language_model/README.md). Entities: exact span and type, on spaCy's tokens; a predicted span that
touches a `miss` span, whose label nobody knows, counts for nothing, as in spaCy's Scorer (WikiGold: everything counts). Syntax: spaCy's Scorer on raw text, spaCy's tokens.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.scorer import Scorer
from spacy.tokens import Doc, DocBin
from spacy.training import Example

import extractor
from extractor.pipeline import names
from extractor.pipeline.language import SHIPPED
from extractor.sources import read
from extractor.wikitext import parse

HERE = Path(__file__).parent
SHARED = HERE.parents[1] / "shared" / "training"
sys.path.insert(0, str(HERE / "language_model"))
import first  # noqa: E402

Spans = set[tuple[int, int, str]]
COARSE = {"GPE": "LOC", "FAC": "LOC"}
GIVE = re.compile(r"\[([^]]+)\]\(([A-Z_]+)\)")


def rows(name: str) -> list[dict[str, Any]]:
    """Rows of one JSON Lines file of the training data."""
    return [json.loads(line) for line in (SHARED / "data" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]


def seed_rows() -> list[dict[str, Any]]:
    """The seed article's blocks with their entities, from the hand-labelled text."""
    out = []
    for line in (HERE / "language_model" / "seed_entities.txt").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            text, ents, at = "", [], 0
            for match in GIVE.finditer(line):
                text += line[at : match.start()]
                ents.append([len(text), len(text) + len(match[1]), match[2]])
                text, at = text + match[1], match.end()
            out.append({"text": text + line[at:], "ents": ents})
    return out


def spans(doc: Doc) -> Spans:
    """Entities of a doc by code points."""
    return {(entity.start_char, entity.end_char, entity.label_) for entity in doc.ents}


def seed_with_links(nlp: Language) -> dict[str, Any]:
    """The seed article's entities as extraction sees them, corrected by the article's links."""
    article = parse(read(next((HERE.parent / "corpus").glob("*.wikitext"))))
    links = {block.text: block.links for block in article.blocks}
    data = seed_rows()
    docs = {row["text"]: names.linked(nlp(row["text"]), links[row["text"]]) for row in data}
    return entity_scores(docs.__getitem__, data)


def entity_scores(
    nlp: Callable[[str], Doc], data: list[dict[str, Any]], form: Callable[[Spans], Spans] = set
) -> dict[str, Any]:
    """Precision, recall and F1 over all labels, and F1 of each. form: applied to both sides before they are compared."""
    right, told, gold = Counter[str](), Counter[str](), Counter[str]()
    for row in data:
        doc, miss = nlp(row["text"]), row.get("miss", [])
        known = {span for span in spans(doc) if not any(span[0] < end and start < span[1] for start, end in miss)}
        found = form(known)
        truth = form({tuple(span) for span in row["ents"]})
        for counter, some in ((right, found & truth), (told, found), (gold, truth)):
            counter.update(span[2] for span in some)
    each = {label: round(200 * right[label] / (told[label] + n), 1) for label, n in sorted(gold.items())}
    both = sum(told.values()) + sum(gold.values())
    return {"f": round(200 * sum(right.values()) / both, 2), "p": round(100 * sum(right.values()) / sum(told.values()), 2),
            "r": round(100 * sum(right.values()) / sum(gold.values()), 2), "n": sum(gold.values()), "labels": each}  # fmt: skip


def wikigold() -> list[dict[str, Any]]:
    """WikiGold by its own labels: PER, ORG and LOC as annotated; what it calls MISC is none of them."""
    fine = {"PER": "PERSON", "ORG": "ORG", "LOC": "LOC"}
    return [
        {
            "text": row["text"],
            "ents": [(start, end, fine[label]) for start, end, label in row["coarse"] if label in fine],
        }
        for row in rows("test_wikigold")
    ]


def coarse(some: Spans) -> Spans:
    """GPE and FAC as LOC, and only PERSON, ORG and LOC."""
    mapped = {(start, end, COARSE.get(label, label)) for start, end, label in some}
    return {span for span in mapped if span[2] in ("PERSON", "ORG", "LOC")}


def actors(some: Spans) -> Spans:
    """The eight labels that CrossNER's politics set knows."""
    return {span for span in some if span[2] not in ("WORK_OF_ART", "PRODUCT")}


def syntax_scores(nlp: Language, name: str) -> dict[str, float]:
    """UPOS, XPOS, lemma, UAS and LAS (without and with punctuation), sentence F1."""
    examples = []
    for gold in DocBin().from_disk(SHARED / "data" / f"{name}.spacy").get_docs(nlp.vocab):
        examples.append(Example(nlp(gold.text), gold))
    score: dict[str, Any] = {}
    for attribute in ("pos", "tag", "lemma"):
        score |= Scorer.score_token_attr(examples, attribute)
    score |= Scorer.score_spans(examples, "sents", getter=lambda doc, _: doc.sents, has_annotation=lambda _: True)
    plain = _deps(examples, ("p", "punct"))
    return {"upos": score["pos_acc"], "xpos": score["tag_acc"], "lemma": score["lemma_acc"], "uas": plain["dep_uas"],
            "las": plain["dep_las"], "las_all": _deps(examples, ())["dep_las"], "sents": score["sents_f"]}  # fmt: skip


def _deps(examples: list[Example], ignored: tuple[str, ...]) -> dict[str, Any]:
    return Scorer.score_deps(
        examples, "dep", getter=lambda token, _: token.dep_.lower(), head_attr="head", ignore_labels=ignored,
        has_annotation=lambda _: True, missing_values={0},
    )  # fmt: skip


def scores(nlp: Language) -> dict[str, Any]:
    """Every figure of quality."""
    out: dict[str, Any] = {
        "politics": entity_scores(nlp, rows("test_politics"), actors),
        "wikigold": entity_scores(nlp, wikigold(), coarse),
        "fewnerd": entity_scores(nlp, rows("test_fewnerd")),
        "pud": entity_scores(nlp, rows("test_pud")),
        "seed": entity_scores(nlp, seed_rows()),
        "seed, with its links": seed_with_links(nlp),
    }
    for name in ("ud_gum_test_written", "ud_gum_test_all", "ud_ewt_test"):
        out[name] = {key: round(100 * value, 2) for key, value in syntax_scores(nlp, name).items()}
    return out


def blocks(count: int = 500) -> list[str]:
    """Texts of about a paragraph: sentences of WikiGold by one to six."""
    texts = [row["text"] for row in rows("test_wikigold")]
    sizes = (1, 4, 2, 6, 3, 1, 5)
    out, at = [], 0
    for number in range(count):
        size = sizes[number % len(sizes)]
        out.append(" ".join(texts[(at + step) % len(texts)] for step in range(size)))
        at += size
    return out


def speed(nlp: Language) -> dict[str, int]:
    """Words a CPU-second on one thread: the tokenizer, each component, the whole."""
    texts = blocks(150)
    docs = [nlp.make_doc(text) for text in texts]
    words = sum(map(len, docs))
    out = {"tokenizer": _rate(words, lambda: [nlp.make_doc(text) for text in texts])}
    for name, component in nlp.pipeline:
        begun = time.process_time()
        docs = [component(doc) for doc in docs]
        out[name] = round(words / max(1e-6, time.process_time() - begun))
    return out | {"whole": _rate(words, lambda: [nlp(text) for text in texts])}


def _rate(words: int, work: Callable[[], Any]) -> int:
    best = float("inf")
    for _ in range(3):
        begun = time.process_time()
        work()
        best = min(best, time.process_time() - begun)
    return round(words / best)


def said(doc: Doc) -> str:
    """Everything that a model put into a doc."""
    words = [(t.tag_, t.pos_, str(t.morph), t.lemma_, t.dep_, t.head.i, t.is_sent_start) for t in doc]
    return repr((words, sorted(spans(doc))))


def _said_by_worker(job: tuple[str | None, list[str]]) -> list[str]:
    nlp = extractor.load(job[0])
    return [said(nlp(text)) for text in job[1]]


def identity(model: str | None) -> dict[str, int]:
    """Of 500 blocks, how many come out otherwise in other batchings and with two workers."""
    texts, nlp = blocks(), extractor.load(model)
    alone = [said(nlp(text)) for text in texts]
    order = sorted(range(len(texts)), key=lambda at: len(texts[at]))
    by_length = dict(zip(order, nlp.pipe([texts[at] for at in order], batch_size=16), strict=True))
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        halves = pool.map(_said_by_worker, [(model, texts[0::2]), (model, texts[1::2])])
    workers = [halves[at % 2][at // 2] for at in range(len(texts))]
    return {
        "blocks": len(texts),
        "batches of 7 differ": _differ(alone, map(said, nlp.pipe(texts, batch_size=7))),
        "by length in batches of 16 differ": _differ(alone, (said(by_length[at]) for at in range(len(texts)))),
        "two workers differ": _differ(alone, workers),
    }


def _differ(one: Iterable[str], other: Iterable[str]) -> int:
    return sum(a != b for a, b in zip(one, other, strict=True))


def size(folder: Path) -> float:
    """Megabytes (10^6 bytes) on disk."""
    return round(sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1e6, 1)


def shown(model: str, found: dict[str, Any]) -> str:
    """A model's figures as lines for people."""
    lines = [f"## {model}"]
    for name, value in found.items():
        if isinstance(value, dict):
            value = "  ".join(f"{key} {number}" for key, number in value.items() if key != "labels") + (
                "".join(f"\n    {label} {f}" for label, f in value.get("labels", {}).items())
            )
        lines.append(f"{name}: {value}")
    return "\n".join(lines)


def main() -> None:
    """See the module's docstring."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", help="a pipeline in place of the shipped one")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--only-quality", action="store_true", help="no speed, no identity, no first models")
    args = parser.parse_args()
    nlp = extractor.load(args.model)
    out = {"shipped": scores(nlp)}
    if not args.only_quality:
        out["shipped"] |= {"words a second": speed(nlp), "megabytes": size(Path(args.model or SHIPPED))}
        out["shipped"]["identity"] = identity(args.model)
        before = first.load(SHARED / "models")
        out["first models"] = scores(before) | {"words a second": speed(before), "megabytes": size(SHARED / "models")}
    if args.json:
        print(json.dumps(out, indent=1))
    else:
        print("\n\n".join(shown(name, found) for name, found in out.items()))


if __name__ == "__main__":
    main()
