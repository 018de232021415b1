import json
import random
import subprocess
import sys

import pytest

from extractor.errors import EventsError, GoldError
from extractor.evaluate import check_common, evaluate, events_by_article, read_gold
from extractor.evaluate.gold import as_events
from extractor.evaluate.metrics import as_json, score_article
from tests.conftest import ROOT

GOLD = ROOT / "gold"


def as_files(folder, gold, events):
    folder.mkdir(exist_ok=True)
    for slug, rows in gold.items():
        (folder / f"{slug}.jsonl").write_text("\n".join(json.dumps(row) for row in rows) + "\n", encoding="utf-8")
    path = folder.parent / "events.jsonl"
    path.write_text("".join(json.dumps(event) + "\n" for event in events), encoding="utf-8")
    return path


def damaged(gold, seed):
    """Labels as events, some lost, some spoilt: what an extractor might give."""
    rng = random.Random(seed)
    out = []
    for rows in gold.values():
        for event in as_events(rows):
            if rng.random() < 0.2:
                continue
            if rng.random() < 0.2:
                event["date"]["edtf"] = "1900"
            if rng.random() < 0.2:
                event["kind"] = "other"
            if rng.random() < 0.2:
                event["actors"] = event["actors"][:1]
            if rng.random() < 0.2:
                event["citations"] = []
            if rng.random() < 0.1 and event["trigger"]:
                event = {
                    **event,
                    "trigger": {
                        "text": "x",
                        "start": event["trigger"]["start"] - 9,
                        "end": event["trigger"]["start"] - 8,
                    },
                }
            out.append(event)
    return out


@pytest.mark.parametrize("seed", range(3))
def test_figures_are_those_of_the_reference_scorer(shared, tmp_path, seed):
    gold = read_gold(shared / "gold/real/dev")
    path = as_files(tmp_path / "gold", gold, damaged(gold, seed))
    script = [sys.executable, shared / "gold/score_events.py", tmp_path / "gold", path]
    theirs = json.loads(subprocess.run([*script, "--json"], capture_output=True, check=True, text=True).stdout)
    table = subprocess.run(script, capture_output=True, check=True, text=True).stdout
    ours = evaluate(gold, events_by_article(path))
    assert {name: as_json(ours)[name] for name in ("f1", "counts")} == theirs
    for name, (p, r, f) in ours.figures.items():
        low, high = ours.intervals[name]
        assert f"{name:<10} {p:.3f}  {r:.3f}  {f:.3f}  [{low:.3f}, {high:.3f}]" in table


def test_labels_score_full_marks_against_themselves():
    gold = read_gold(GOLD)
    scores = evaluate(gold, {slug.replace("–", "-"): as_events(rows) for slug, rows in gold.items()})
    assert {name: value[2] for name, value in scores.figures.items() if name != "layout"} == dict.fromkeys(
        set(scores.figures) - {"layout"}, 1.0
    )
    assert scores.resampled == "events of the one article"


def test_each_fault_of_a_paired_event_is_listed():
    rows = next(iter(read_gold(GOLD).values()))
    label = next(row for row in rows[1:] if row.get("citations") and len(row.get("actors", ())) == 2)
    wrong = as_events([label])[0]
    one, other = wrong["actors"]
    spoilt = {
        "date": ("date", {**wrong["date"], "edtf": "1066"}, f"{label['edtf']} <> 1066"),
        "kind": ("kind", "sport", f"{label['kind']} <> sport"),
        "actors": ("actors", [one], f"{', '.join(sorted((one['name'], other['name'])))} <> {one['name']}"),
        "roles": ("actors", [{**one, "role": "third"}, other], f"{one['name']} (third)"),
        "citations": ("citations", [], f"{', '.join(sorted(label['citations']))} <> none"),
    }
    place = f"@{label['start']}"
    assert score_article([rows[0], label], [wrong])[1] == []
    for name, (field, value, message) in spoilt.items():
        (line,) = score_article([rows[0], label], [{**wrong, field: value}])[1]
        assert line.startswith(f"{name}  ")
        assert message in line
        assert line.endswith(place)


def test_gold_and_events_must_share_an_article():
    rows = {"Laos–Mali": []}
    check_common(rows, {"Laos-Mali": [], "B": []})
    with pytest.raises(EventsError, match=r"the gold has Laos-Mali, the events have A, B, C and 1 more"):
        check_common(rows, {name: [] for name in "ABCD"})
    with pytest.raises(EventsError, match="the events have none"):
        check_common(rows, {})


def test_order_of_events_does_not_matter():
    gold = read_gold(GOLD)
    events = damaged(gold, 1)
    slug = next(iter(gold)).replace("–", "-")
    assert evaluate(gold, {slug: events}).counts == evaluate(gold, {slug: events[::-1]}).counts


def test_doubling_costs_precision_only():
    gold = read_gold(GOLD)
    slug = next(iter(gold)).replace("–", "-")
    events = [event for rows in gold.values() for event in as_events(rows)]
    once, twice = (evaluate(gold, {slug: events * times}).figures["dated"] for times in (1, 2))
    assert once[1] == twice[1]
    assert twice[0] == pytest.approx(once[0] / 2)


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ({"start": 0, "end": 99, "article": "A", "skip": True}, r"A.jsonl:2: its stretch 0 to 99 is not within"),
        (
            {"start": 0, "end": 4, "article": "A", "triggers": [{"text": "left", "start": 0, "end": 4}]},
            r"A.jsonl:2: .*the row says 'left'",
        ),
        ({"start": 0, "end": 4, "article": "A", "realis": "maybe"}, r"A.jsonl:2: realis: "),
        ({"end": 4, "article": "A"}, r"A.jsonl:2: start: "),
    ],
)
def test_a_gold_row_that_does_not_fit_is_named(tmp_path, row, message):
    (tmp_path / "A.jsonl").write_text(json.dumps({"article": "A", "range": [0, 9]}) + "\n" + json.dumps(row) + "\n")
    with pytest.raises(GoldError, match=message):
        read_gold(tmp_path, {"A": "He left in 1950."[:9]})


def test_unreadable_gold_and_events(tmp_path):
    with pytest.raises(GoldError, match="no gold here"):
        read_gold(tmp_path)
    (tmp_path / "A.jsonl").write_text('{"article": "A"}\n')
    with pytest.raises(GoldError, match=r"A.jsonl:1: the first row"):
        read_gold(tmp_path)
    (tmp_path / "events.jsonl").write_text('{"article": "A"}\nnot json\n')
    with pytest.raises(EventsError, match=r"events.jsonl:2"):
        events_by_article(tmp_path / "events.jsonl")
    with pytest.raises(EventsError, match="no such file"):
        events_by_article(tmp_path / "none.jsonl")


def test_gold_fits_the_corpus(seed):
    assert read_gold(GOLD, {seed.slug: seed.text})
