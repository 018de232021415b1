"""The whole pipeline on one core: articles and words a second, the share of each stage, against the bare model on the same text.

    OMP_NUM_THREADS=1 python benchmarks/pipeline.py ../shared/articles [--sample N]

Everything in one run and in processor time, so that a busy machine changes the figures little. "bare model" reads the whole reading
text of the articles, block by block; the pipeline's model reads only the units that hold a date which layout does not explain.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from time import process_time

from spacy.tokens import Doc

import extractor
from extractor.pipeline.dates import article_dates
from extractor.pipeline.language import reader
from extractor.sources import read
from extractor.wikitext import parse


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--sample", type=int, default=0, help="how many articles, drawn with seed 0; 0 is all")
    arguments = parser.parse_args()
    paths = sorted(arguments.articles.glob("*.wikitext"))
    if arguments.sample:
        paths = sorted(random.Random(0).sample(paths, arguments.sample))
    nlp = extractor.load()
    understand = reader(nlp)
    spent: Counter[str] = Counter()
    words = events = 0

    def timed(texts: Sequence[str]) -> list[Doc]:
        start = process_time()
        docs = understand(texts)
        spent["model"] += process_time() - start
        return docs

    for path in paths:
        revision = read(path)
        start = process_time()
        article = parse(revision)
        parsed = process_time()
        article_dates(article)
        dated = process_time()
        events += len(extractor.extract(revision, understand=timed).events)
        whole = process_time()
        spent["parse"] += parsed - start
        spent["dates"] += dated - parsed
        spent["pipeline"] += whole - dated
        texts = [block.text for block in article.blocks if not block.aside]
        words += sum(len(text.split()) for text in texts)
        understand(texts)
        spent["bare model"] += process_time() - whole
    spent["events"] = spent["pipeline"] - spent["parse"] - spent["dates"] - spent["model"]
    print(f"{len(paths)} articles, {words} words of reading text, {events} events")
    for name in ("pipeline", "bare model"):
        print(
            f"{name:<11} {spent[name]:7.1f} s  {len(paths) / spent[name]:6.2f} articles/s  {words / spent[name]:8.0f} words/s"
        )
    print(f"pipeline / bare model: {spent['pipeline'] / spent['bare model']:.2f}")
    for name in ("parse", "dates", "model", "events"):
        print(f"  {name:<8} {spent[name] / spent['pipeline']:6.1%}")


if __name__ == "__main__":
    main()
