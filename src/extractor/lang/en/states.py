"""States and international organisations, read from states.tsv (made by training/states.py, which names the sources)."""

import csv
from dataclasses import dataclass
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class State:
    """A state or organisation by the title of its Wikipedia article.

    code: ISO 3166-1 alpha-3 (3166-3 for former ones), or ""; qid: Wikidata item, or ""; type: GPE or ORG; capitals: names of
    the cities that may speak for it; since, until: years of its being, None where open or unknown; earlier: a code it had
    before and the last year of it (ISO 3166-3).
    """

    title: str
    code: str
    qid: str = ""
    type: str = "GPE"
    capitals: tuple[str, ...] = ()
    since: int | None = None
    until: int | None = None
    earlier: tuple[str, int] | None = None

    def code_in(self, year: int | None) -> str | None:
        """ISO code in a year (None: now); None where it has none."""
        if self.earlier and year is not None and year <= self.earlier[1]:
            return self.earlier[0]
        return self.code or None


def _split(text: str) -> tuple[str, ...]:
    return tuple(filter(None, text.split("|")))


def _read() -> tuple[dict[str, State], dict[str, State], dict[str, State]]:
    names: dict[str, State] = {}
    demonyms: dict[str, State] = {}
    capitals: dict[str, State] = {}
    text = files("extractor.lang.en").joinpath("states.tsv").read_text(encoding="utf-8")
    for row in csv.DictReader(text.splitlines(), delimiter="\t"):
        since, until = (int(row[name]) if row[name] else None for name in ("from", "to"))
        code, _, last = row["earlier"].partition(":")
        earlier = (code, int(last)) if code else None
        state = State(
            row["title"], row["code"], row["qid"], row["type"], _split(row["capitals"]), since, until, earlier
        )
        names[state.title] = state
        for name in _split(row["names"]):
            names.setdefault(name, state)
        for demonym in _split(row["demonyms"]):
            demonyms.setdefault(demonym, state)
        for city in state.capitals:
            capitals.setdefault(city, state)
    return names, demonyms, capitals


STATES, DEMONYMS, CAPITALS = _read()
