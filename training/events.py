"""Train the three classifiers of `src/extractor/pipeline/heads/`: triggers, kinds, roles.

    python training/events.py ../shared/gold/real/train ../shared/articles

Needs the extra `training` (scikit-learn). Material: hand labels of `train`, nothing else; features are the extractor's own. Prints
accuracies over folds that keep articles together, then trains on all of `train` and writes the weights. Deterministic.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

import extractor
from extractor.evaluate import read_gold
from extractor.evaluate.align import norm, overlap
from extractor.extract import Unit, plan, read, units
from extractor.pipeline import actors, kinds, roles
from extractor.pipeline.dates import article_dates
from extractor.pipeline.events import pairs
from extractor.pipeline.language import reader
from extractor.records import Block
from extractor.sources import read as read_file
from extractor.wikitext import parse

HEADS = Path(__file__).parents[1] / "src/extractor/pipeline/heads"
LEAST = 2  # a feature seen in fewer examples is noise
SMALL = 0.02  # a weight below this changes no decision and is left out
STRENGTH = {"triggers": 0.3, "kinds": 1.0, "roles": 0.3}  # inverse of the L2 penalty, chosen over the folds
THRESHOLD = {"triggers": 0.4, "kinds": 0.0, "roles": 0.5}

Row = dict[str, Any]


@dataclass
class Examples:
    """Features, classes and the article of each example."""

    features: list[list[str]] = field(default_factory=list)
    classes: list[str] = field(default_factory=list)
    groups: list[str] = field(default_factory=list)

    def add(self, features: list[str], label: str, group: str) -> None:
        """One more example."""
        self.features.append(features)
        self.classes.append(label)
        self.groups.append(group)


def examples(gold: dict[str, list[Row]], articles: Path) -> dict[str, Examples]:
    """Examples for each classifier from the labelled stretches."""
    understand = reader(extractor.load())
    out = {name: Examples() for name in STRENGTH}
    for slug, rows in gold.items():
        revision = read_file(articles / f"{slug}.wikitext")
        article = parse(revision)
        names = actors.names_of(article)
        low, high = rows[0]["range"]
        for block, dated in zip(article.blocks, article_dates(article), strict=True):
            timexes = list(dated.timexes)
            if timexes and block.end > low and block.start < high:
                planned = plan(block, timexes, names)
                for unit in units(planned, read([planned], understand), names):
                    _unit(out, slug, block, unit, rows)
    return out


def _unit(out: dict[str, Examples], slug: str, block: Block, unit: Unit, rows: list[Row]) -> None:
    labels = [row for row in rows[1:] if not row.get("skip") and not row.get("repeat")]
    neutral = [(row["start"], row["end"]) for row in rows[1:] if row.get("skip") or row.get("repeat")]
    low, high = rows[0]["range"]
    for timex, token, _, given in pairs(unit.doc, unit.timexes, unit.setting):
        date = block.source(timex.start + unit.start, timex.end + unit.start)
        word = block.source(token.idx + unit.start, token.idx + len(token) + unit.start)
        if not low <= word[0] < high:
            continue
        mine = [
            row
            for row in labels
            if row.get("date_start") is not None and overlap(date, (row["date_start"], row["date_end"]))
        ]
        best = [
            row
            for row in mine
            if row["triggers"] and overlap(word, (row["triggers"][0]["start"], row["triggers"][0]["end"]))
        ]
        some = [row for row in labels if any(overlap(word, (one["start"], one["end"])) for one in row["triggers"])]
        if best:
            out["triggers"].add(given, "yes", slug)
            _kind_and_roles(out, slug, block, unit, best[0], token)
        elif not some and not any(overlap(word, place) for place in neutral):
            out["triggers"].add(given, "no", slug)


def _kind_and_roles(out: dict[str, Examples], slug: str, block: Block, unit: Unit, row: Row, token: Any) -> None:
    kind = row["kind"]
    out["kinds"].add(kinds.features(token, unit.setting), kind, slug)
    left = {norm(actor["name"]): actor for actor in row["actors"]}
    named: list[str] = []
    for mention, root in roles.near(unit.doc, token, unit.mentions):
        given = roles.features(token, root, mention, kind, unit.setting)
        place = block.source(mention.start + unit.start, mention.end + unit.start)
        both = unit.sides if mention.type == "SIDES" else (mention.name,)
        hits = [
            actor
            for actor in row["actors"]
            if norm(actor["name"]) in map(norm, both) or (norm(actor.get("surface")) == norm(mention.text))
        ]
        here = [
            actor for actor in hits if actor.get("start") is not None and overlap(place, (actor["start"], actor["end"]))
        ]
        if here or (hits and mention.type == "SIDES"):
            out["roles"].add(given, (here or hits)[0]["role"], slug)
            named += both
        elif not hits:
            out["roles"].add(given, roles.NONE, slug)
    for index, side in enumerate(unit.sides):
        if side not in named:
            actor = left.get(norm(side))
            given = roles.implicit(token, kind, index, unit.sides, unit.mentions, tuple(named), unit.setting)
            if actor is None or not actor.get("surface"):
                out["roles"].add(given, actor["role"] if actor else roles.NONE, slug)


def fit(data: Examples, strength: float, keep: np.ndarray | None = None) -> tuple[DictVectorizer, LogisticRegression]:
    """Logistic regression on the examples in `keep`, features seen at least LEAST times."""
    index = range(len(data.classes)) if keep is None else keep
    vectors = DictVectorizer()
    x = vectors.fit_transform([dict.fromkeys(data.features[i], 1.0) for i in index])
    seen = np.asarray((x > 0).sum(axis=0)).ravel() >= LEAST
    vectors.restrict(seen)
    model = LogisticRegression(C=strength, max_iter=2000)
    model.fit(x[:, np.flatnonzero(seen)], [data.classes[i] for i in index])
    return vectors, model


def folds(data: Examples, strength: float) -> tuple[np.ndarray, list[str]]:
    """Probabilities for every example by a model that did not see its article, with the order of the classes."""
    names = sorted(set(data.classes))
    out = np.zeros((len(data.classes), len(names)))
    for train, test in GroupKFold(8).split(data.features, data.classes, data.groups):
        vectors, model = fit(data, strength, train)
        read = model.predict_proba(vectors.transform([dict.fromkeys(data.features[i], 1.0) for i in test]))
        for column, name in enumerate(model.classes_):
            out[test, names.index(name)] = read[:, column]
    return out, names


def report(name: str, data: Examples) -> Iterator[str]:
    """What the folds say."""
    read, names = folds(data, STRENGTH[name])
    truth = np.array(data.classes)
    none = {"triggers": "no", "roles": roles.NONE}.get(name)
    if none is None:
        yield f"{name}: {len(truth)} examples, accuracy {np.mean(np.array(names)[read.argmax(1)] == truth):.3f}"
        return
    column = names.index(none)
    rest = [index for index in range(len(names)) if index != column]
    for cut in (0.2, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.7):
        chosen = 1 - read[:, column] >= cut
        best = np.array([names[rest[i]] for i in read[:, rest].argmax(1)])
        hit, right = np.sum(chosen & (truth != none)), np.sum(chosen & (truth == best))
        p, r = hit / max(1, chosen.sum()), hit / np.sum(truth != none)
        yield f"{name}: {len(truth)} examples, from {cut}: P {p:.3f} R {r:.3f} F1 {2 * p * r / (p + r):.3f}, right class {right / max(1, hit):.3f}"


def write(name: str, data: Examples) -> Path:
    """Train on all and write the weights; a binary model is written with a class each, like the others."""
    vectors, model = fit(data, STRENGTH[name])
    rows, bias = model.coef_, model.intercept_
    if len(model.classes_) == 2:
        rows, bias = np.vstack([-rows / 2, rows / 2]), np.concatenate([-bias / 2, bias / 2])
    weights = {
        feature: [round(float(value), 3) for value in rows[:, column]]
        for feature, column in sorted(vectors.vocabulary_.items())
        if np.abs(rows[:, column]).max() >= SMALL
    }
    path = HEADS / f"{name}.json"
    head = {
        "classes": list(model.classes_),
        "bias": [round(float(value), 3) for value in bias],
        "threshold": THRESHOLD[name],
    }
    lines = ",\n".join(
        f"{json.dumps(feature, ensure_ascii=False)}: {json.dumps(row, separators=(',', ':'))}"
        for feature, row in weights.items()
    )
    path.write_text(json.dumps(head)[:-1] + ', "weights": {\n' + lines + "\n}}\n", encoding="utf-8")
    return path


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("gold", type=Path)
    parser.add_argument("articles", type=Path)
    arguments = parser.parse_args()
    for name, data in examples(read_gold(arguments.gold), arguments.articles).items():
        for line in report(name, data):
            print(line)
        print(write(name, data))


if __name__ == "__main__":
    main()
