"""States with their codes, other names and demonyms, read from states.tsv (made by training/states.py)."""

import csv
from dataclasses import dataclass
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class State:
    """A state by the title of its Wikipedia article; `code` is ISO 3166-1 alpha-3 (3166-3 for former ones) or ""."""

    title: str
    code: str


def _read() -> tuple[dict[str, State], dict[str, State]]:
    names: dict[str, State] = {}
    demonyms: dict[str, State] = {}
    text = files("extractor.lang.en").joinpath("states.tsv").read_text(encoding="utf-8")
    for row in csv.DictReader(text.splitlines(), delimiter="\t"):
        state = State(row["title"], row["code"])
        for name in (row["title"], *filter(None, row["names"].split("|"))):
            names[name] = state
        for demonym in filter(None, row["demonyms"].split("|")):
            demonyms.setdefault(demonym, state)
    return names, demonyms


STATES, DEMONYMS = _read()
