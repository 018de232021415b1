"""Train the classifiers of `src/extractor/pipeline/heads/`: triggers and roles.

    python training/events.py ../shared/gold/real/train ../shared/articles

Needs the extra `training`, which nothing else here does. Material: hand labels of `train`, nothing else; features are the
extractor's own. Prints the figures of events that folds gave (articles kept together) and their reliability table, then trains on all
of `train` and writes weights and calibration. Deterministic.
"""

from __future__ import annotations

import argparse
import itertools
import json
import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

import extractor
from extractor.evaluate import evaluate, read_gold
from extractor.evaluate.align import align, bounds, here, norm, overlap
from extractor.evaluate.gold import slug_key
from extractor.extract import Unit, extract, plan, read, units
from extractor.pipeline import confidence, kinds, linear, roles
from extractor.pipeline.dates import article_dates
from extractor.pipeline.events import pairs
from extractor.pipeline.language import Understand, reader
from extractor.pipeline.linear import Linear
from extractor.pipeline.own_names import names_of
from extractor.records import Block, Revision
from extractor.sources import read as read_file
from extractor.wikitext import parse

HEADS = Path(__file__).parents[1] / "src/extractor/pipeline/heads"
FOLDS = 8
LAYOUT = ("date-column", "list-item", "infobox-field", "caption")
LEAST = 3  # a feature seen in fewer examples is noise
SMALL = 0.02  # a weight below this changes no decision and is left out
STRENGTH = {"triggers": 0.1, "roles": 1.0}  # inverse of the L2 penalty, chosen over the folds
THRESHOLD = {"triggers": 0.4, "roles": 0.57}  # of "yes" to be one; of "none" to be none

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


def examples(gold: dict[str, list[Row]], revisions: dict[str, Revision], understand: Understand) -> dict[str, Examples]:
    """Examples for each classifier from the labelled stretches."""
    out = {name: Examples() for name in STRENGTH}
    for slug, rows in gold.items():
        article = parse(revisions[slug])
        names = names_of(article)
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
        same = [row for row in mine if any(overlap(word, (one["start"], one["end"])) for one in row["triggers"])]
        undated = any(
            row.get("date_start") is None and any(overlap(word, (one["start"], one["end"])) for one in row["triggers"])
            for row in labels
        )
        if best:
            out["triggers"].add(given, "yes", slug)
            _roles(out, slug, block, unit, best[0], token)
        elif not same and not undated and not any(overlap(word, place) for place in neutral):
            out["triggers"].add(given, "no", slug)


def _roles(out: dict[str, Examples], slug: str, block: Block, unit: Unit, row: Row, token: Any) -> None:
    kind = kinds.kind_of(token, unit.setting)
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


def fit(name: str, data: Examples, keep: Sequence[int]) -> Linear:
    """Multinomial logistic regression on the examples in `keep`, on features seen at least LEAST times."""
    vectors = DictVectorizer()
    x = vectors.fit_transform([dict.fromkeys(data.features[i], 1.0) for i in keep])
    seen = np.asarray((x > 0).sum(axis=0)).ravel() >= LEAST
    vectors.restrict(seen)
    model = LogisticRegression(C=STRENGTH[name], max_iter=2000)
    model.fit(x[:, np.flatnonzero(seen)], [data.classes[i] for i in keep])
    rows, bias = model.coef_, model.intercept_
    if len(model.classes_) == 2:  # a binary model has a row for its second class only
        rows, bias = np.vstack([-rows / 2, rows / 2]), np.concatenate([-bias / 2, bias / 2])
    weights = {
        feature: tuple(round(float(value), 3) for value in rows[:, column])
        for feature, column in sorted(vectors.vocabulary_.items())
        if np.abs(rows[:, column]).max() >= SMALL
    }
    return Linear(
        tuple(map(str, model.classes_)), tuple(round(float(value), 3) for value in bias), weights, THRESHOLD[name]
    )


def heads(data: dict[str, Examples], slugs: set[str]) -> dict[str, Linear]:
    """The classifiers trained on the articles `slugs`."""
    return {
        name: fit(name, one, [i for i, group in enumerate(one.groups) if group in slugs]) for name, one in data.items()
    }


def folds(slugs: Iterable[str]) -> list[list[str]]:
    """The articles dealt out into FOLDS parts."""
    ordered = sorted(slugs)
    return [ordered[index::FOLDS] for index in range(FOLDS)]


def crossed(data: dict[str, Examples], revisions: dict[str, Revision], understand: Understand) -> dict[str, list[Row]]:
    """Events of each article by classifiers that did not see it."""
    out: dict[str, list[Row]] = {}
    # the classifier's own chance, which the calibration starts from
    confidence.calibrated = lambda rule, chance: chance  # type: ignore[assignment]
    for part in folds(revisions):
        trained = heads(data, set(revisions) - set(part))
        linear.load = trained.__getitem__  # type: ignore[assignment]
        for slug in part:
            found = extract(revisions[slug], understand=understand).events
            out[slug_key(slug)] = msgspec.to_builtins(found)
    return out


def outcomes(gold: dict[str, list[Row]], events: dict[str, list[Row]]) -> Iterator[tuple[str, float, bool]]:
    """Rule, classifier's chance and whether it is right, of each event in a labelled stretch that is not neutral."""
    for slug, rows in gold.items():
        low, high = rows[0]["range"]
        labels = [row for row in rows[1:] if not row.get("skip") and not row.get("repeat")]
        neutral = [(row["start"], row["end"]) for row in rows[1:] if row.get("skip") or row.get("repeat")]
        own = [one for one in events.get(slug_key(slug), []) if (at := here(one)) and low <= at[0] and at[1] <= high]
        right = {j: bounds(labels[i]["edtf"]) == bounds(own[j]["date"]["edtf"]) for i, j in align(labels, own)}
        for index, event in enumerate(own):
            if index in right or not any(overlap(here(event), place) for place in neutral):
                yield event["rule"], event["confidence"], right.get(index, False)


def calibration(found: list[tuple[str, float, bool]]) -> dict[str, list[float]]:
    """Group → [slope, intercept] of the curve from log-odds to the share that is right (`pipeline/confidence.py`)."""
    out: dict[str, list[float]] = {}
    for rule in sorted({rule.split(":")[0] for rule, _, _ in found} & set(LAYOUT)):
        right = [good for name, _, good in found if name == rule]
        out[rule] = [0.0, round(confidence.logit((sum(right) + 1) / (len(right) + 2)), 3)]
    prose = [(confidence.logit(chance), good) for rule, chance, good in found if rule.split(":")[0] not in LAYOUT]
    curve = LogisticRegression(C=10).fit([[x] for x, _ in prose], [good for _, good in prose])
    out[confidence.PROSE] = [round(float(curve.coef_[0, 0]), 3), round(float(curve.intercept_[0]), 3)]
    return out


def reliability(gold: dict[str, list[Row]], events: dict[str, list[Row]]) -> Iterator[str]:
    """A reliability table: events by stated confidence, each calibrated on the other folds, with the share that is right."""
    stated: list[tuple[float, bool]] = []
    for part in folds(gold):
        rest = calibration(list(outcomes({slug: rows for slug, rows in gold.items() if slug not in part}, events)))
        for rule, chance, good in outcomes({slug: gold[slug] for slug in part}, events):
            slope, intercept = rest[confidence.group(rule, rest)]
            stated.append((1 / (1 + math.exp(-(slope * confidence.logit(chance) + intercept))), good))
    yield "confidence    events  mean   right"
    for low, high in itertools.pairwise((0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.01)):
        inside = [one for one in stated if low <= one[0] < high]
        if inside:
            mean, right = (sum(one[i] for one in inside) / len(inside) for i in (0, 1))
            yield f"{low:.2f} to {min(high, 1):.2f}  {len(inside):5}  {mean:.3f}  {right:.3f}"


def report(gold: dict[str, list[Row]], events: dict[str, list[Row]]) -> Iterator[str]:
    """The figures of events that the folds gave, and how far their confidence can be believed."""
    for name, (p, r, f) in evaluate(gold, events).figures.items():
        yield f"{name:<10} {p:.3f}  {r:.3f}  {f:.3f}"
    yield from reliability(gold, events)


def write(name: str, head: Linear) -> Path:
    """Write a classifier's weights, one feature a line."""
    path = HEADS / f"{name}.json"
    top = {"classes": head.classes, "bias": head.bias, "threshold": head.threshold}
    lines = ",\n".join(
        f"{json.dumps(feature, ensure_ascii=False)}: {json.dumps(row, separators=(',', ':'))}"
        for feature, row in head.weights.items()
    )
    path.write_text(json.dumps(top)[:-1] + ', "weights": {\n' + lines + "\n}}\n", encoding="utf-8")
    return path


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("gold", type=Path)
    parser.add_argument("articles", type=Path)
    arguments = parser.parse_args()
    gold = read_gold(arguments.gold)
    revisions = {slug: read_file(arguments.articles / f"{slug}.wikitext") for slug in gold}
    understand = reader(extractor.load())
    data = examples(gold, revisions, understand)
    events = crossed(data, revisions, understand)
    for line in report(gold, events):
        print(line)
    curves = calibration(list(outcomes(gold, events)))
    (HEADS / "confidence.json").write_text(json.dumps(curves, indent=1) + "\n", encoding="utf-8")
    for name, head in heads(data, set(gold)).items():
        print(write(name, head))


if __name__ == "__main__":
    main()
