"""Train the classifiers of `src/extractor/pipeline/heads/`: triggers, kinds and roles.

    python training/events.py ../shared/gold/real/train ../shared/articles

Needs the extra `training`, which nothing else here does. Material: the gold's hand labels of `train` and our own of other articles
(`labels/`); features are the extractor's own. Prints the figures of events that folds gave (articles kept together), on the gold and on
our stretches, and their reliability table, then trains on everything and writes weights and calibration. Deterministic.
"""

from __future__ import annotations

import argparse
import itertools
import json
import math
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import msgspec
import numpy as np
from examples import Examples, examples
from labels import Row, articles, candidates, stretches
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from spacy.tokens import Doc

import extractor
from extractor.evaluate import evaluate, read_gold
from extractor.evaluate.align import align, bounds, here, overlap
from extractor.evaluate.gold import slug_key
from extractor.extract import extract
from extractor.pipeline import confidence, linear
from extractor.pipeline.language import Understand, reader
from extractor.pipeline.linear import Linear
from extractor.records import Revision
from extractor.sources import read as read_file

HEADS = Path(__file__).parents[1] / "src/extractor/pipeline/heads"
FOLDS = 8
LAYOUT = ("date-column", "list-item", "infobox-field", "caption")
LEAST = 3  # a feature seen in fewer examples is noise
SMALL = 0.02  # a weight below this changes no decision and is left out
STRENGTH = {"triggers": 0.1, "kinds": 1.0, "roles": 1.0}  # inverse of the L2 penalty, chosen over the folds
THRESHOLD = {"triggers": 0.4, "kinds": 0.0, "roles": 0.57}  # of "yes" to be one; of "none" to be none


def fit(name: str, data: Examples, keep: Sequence[int]) -> Linear:
    """Multinomial logistic regression on the examples in `keep`, on features seen at least LEAST times."""
    vectors = DictVectorizer()
    x = vectors.fit_transform([{name: _value(name) for name in data.features[i]} for i in keep])
    seen = np.asarray((x > 0).sum(axis=0)).ravel() >= LEAST
    vectors.restrict(seen)
    model = LogisticRegression(C=STRENGTH[name], max_iter=2000)
    model.fit(x[:, np.flatnonzero(seen)], [data.classes[i] for i in keep])
    rows, bias = model.coef_, model.intercept_
    if len(model.classes_) == 2:  # a binary model has a row for its second class only
        rows, bias = np.vstack([-rows / 2, rows / 2]), np.concatenate([-bias / 2, bias / 2])
    classes = tuple(map(str, model.classes_))
    named = (
        (feature, _loud(classes, _value(feature) * rows[:, column]))
        for feature, column in sorted(vectors.vocabulary_.items())
    )
    weights = {feature: row for feature, row in named if row}
    return Linear(classes, tuple(round(float(value), 3) for value in bias), weights, THRESHOLD[name])


def _value(feature: str) -> float:
    """How far a feature that is there counts: what counts twice is held down four times less."""
    return 2.0 if feature.startswith("hint=") and " " not in feature else 1.0


def _loud(classes: tuple[str, ...], row: np.ndarray) -> dict[str, float]:
    """The weights of a feature that can matter."""
    return {name: round(float(value), 3) for name, value in zip(classes, row, strict=True) if abs(value) >= SMALL}


def heads(data: dict[str, Examples], slugs: set[str]) -> dict[str, Linear]:
    """The classifiers trained on the articles `slugs`."""
    return {
        name: fit(name, one, [i for i, group in enumerate(one.groups) if group in slugs]) for name, one in data.items()
    }


def folds(slugs: Iterable[str]) -> list[list[str]]:
    """The articles dealt out into FOLDS parts."""
    ordered = sorted(slugs)
    return [ordered[index::FOLDS] for index in range(FOLDS)]


def crossed(
    data: dict[str, Examples], rows: dict[str, list[Row]], revisions: dict[str, Revision], understand: Understand
) -> dict[str, list[Row]]:
    """Events of the articles in which `rows` label stretches, under the rows' keys, by classifiers that did not see the article."""
    told: dict[str, list[Row]] = {}
    # the classifier's own chance, which the calibration starts from
    confidence.calibrated = lambda rule, chance: chance  # type: ignore[assignment]
    labelled = {stretch[0]["article"] for stretch in rows.values()}
    for part in folds(labelled):
        trained = heads(data, set(revisions) - set(part))
        linear.load = trained.__getitem__  # type: ignore[assignment]
        for slug in part:
            told[slug] = msgspec.to_builtins(extract(revisions[slug], understand=understand).events)
    return {slug_key(key): told[stretch[0]["article"]] for key, stretch in rows.items()}


def told_kinds(data: Examples, gold: set[str]) -> Iterator[str]:
    """The share of triggers whose kind is right over folds, by the classifier and by its hint, the word lists' answer."""
    right: dict[str, list[tuple[bool, bool]]] = {"the gold": [], "our labels": []}
    for part in folds(set(data.groups)):
        head = fit("kinds", data, [i for i, group in enumerate(data.groups) if group not in part])
        for features, kind, group in zip(data.features, data.classes, data.groups, strict=True):
            if group in part:
                read = head.probabilities(features)
                said = next(name[5:] for name in features if name.startswith("hint=") and " " not in name)
                best = max(sorted(read), key=lambda name: read[name])
                right["the gold" if group in gold else "our labels"].append((best == kind, said == kind))
    for name, both in right.items():
        classifier, lists = (sum(one[at] for one in both) / len(both) for at in (0, 1))
        yield f"kinds of {len(both)} triggers of {name}: {classifier:.3f} by the classifier, {lists:.3f} by the word lists"


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


class Remembered:
    """`understand` that reads each text once."""

    def __init__(self, understand: Understand) -> None:
        """`understand` is what reads."""
        self._understand, self._docs = understand, dict[str, Doc]()

    def __call__(self, texts: Sequence[str]) -> list[Doc]:
        """A Doc for each text."""
        new = [text for text in dict.fromkeys(texts) if text not in self._docs]
        self._docs |= dict(zip(new, self._understand(new), strict=True))
        return [self._docs[text] for text in texts]


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("gold", type=Path)
    parser.add_argument("articles", type=Path)
    parser.add_argument(
        "--events", type=Path, help="Write the folds' events of the gold's articles there, as JSON Lines."
    )
    arguments = parser.parse_args()
    gold, answers = read_gold(arguments.gold), candidates()
    slugs = {*gold, *articles(), *answers}
    revisions = {slug: read_file(arguments.articles / f"{slug}.wikitext") for slug in sorted(slugs)}
    own = stretches({slug: revision.text for slug, revision in revisions.items()})
    understand = Remembered(reader(extractor.load()))
    data = examples([*gold.values(), *own.values()], answers, revisions, understand)
    events = crossed(data, gold | own, revisions, understand)
    if arguments.events:
        told = (event for slug in gold for event in events[slug_key(slug)])
        arguments.events.write_text(
            "".join(json.dumps(event, ensure_ascii=False) + "\n" for event in told), encoding="utf-8"
        )
    read_ones = {key: rows for key, rows in own.items() if not rows[0].get("aside")}
    aside = {key: rows for key, rows in own.items() if rows[0].get("aside")}
    for title, rows in (
        ("the gold", gold),
        ("our stretches", own),
        ("of them read", read_ones),
        ("of them set aside", aside),
    ):
        print(title)
        for name, (p, r, f) in evaluate(rows, events).figures.items():
            print(f"{name:<10} {p:.3f}  {r:.3f}  {f:.3f}")
    for line in (*told_kinds(data["kinds"], set(gold)), *reliability(gold | own, events)):
        print(line)
    curves = calibration(list(outcomes(gold | own, events)))
    (HEADS / "confidence.json").write_text(json.dumps(curves, indent=1) + "\n", encoding="utf-8")
    for name, head in heads(data, set(revisions)).items():
        print(write(name, head))


if __name__ == "__main__":
    main()
