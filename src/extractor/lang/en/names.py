"""Names whose type does not depend on who reads: former states, organisations, treaties, wars; from names.tsv, kept by hand."""

import csv
from importlib.resources import files


def _read() -> dict[str, str]:
    text = files("extractor.lang.en").joinpath("names.tsv").read_text(encoding="utf-8")
    return {row["name"]: row["label"] for row in csv.DictReader(text.splitlines(), delimiter="\t")}


# name → entity label: a state or territory GPE, an organisation, party or army ORG, a treaty or charter LAW, a war or conference EVENT
NAMES = _read()
