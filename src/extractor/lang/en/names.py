"""Names whose type does not depend on who reads: former states, organisations, treaties, wars; from names.tsv, kept by hand.

And what the title of an article says of its kind by its head noun: "Treaty of Trianon" is a treaty, whoever signed it.
"""

import csv
import re
from importlib.resources import files

_HEADS = {
    "ORG": "academy administration agency alliance army assembly association authority bank board brigade bureau cabinet club college"
    " commission committee commonwealth company confederation congress cooperation corporation corps council court department"
    " directorate federation fleet force forces foundation front fund government group guard house institute institution junta league"
    " legislature ministry movement navy office organisation organization parliament parties party police secretariat senate service"
    " society trust union university",
    "EVENT": "bombing bombings campaign championships coup conference congress crisis cup d'état disaster earthquake election elections"
    " exhibition expedition fall famine festival games genocide intervention invasion mutiny occupation offensive olympics operation"
    " putsch rebellion referendum revolt revolution riots siege strike summit tournament uprising war wars withdrawal battle massacre",
    "LAW": "accord accords act agreement agreements armistice charter constitution convention conventions declaration edict law memorandum"
    " pact protocol protocols resolution statute treaties treaty",
    "FAC": "airport bridge canal castle cathedral dam mosque palace port pipeline railway stadium station",
}
_OF = re.compile(r"\s+(?:of|for|on|in|to|between|against|at|from|by)\s+")


def _read() -> dict[str, str]:
    text = files("extractor.lang.en").joinpath("names.tsv").read_text(encoding="utf-8")
    return {row["name"]: row["label"] for row in csv.DictReader(text.splitlines(), delimiter="\t")}


# name → entity label: a state or territory GPE, an organisation, party or army ORG, a treaty or charter LAW, a war or conference EVENT
NAMES = _read()
# head noun → entity label; an earlier row wins ("congress" the body, not the meeting)
HEAD_LABELS = {noun: label for label in reversed(_HEADS) for noun in _HEADS[label].split()}


def label_of_title(title: str) -> str | None:
    """Entity label of what an article is about, by its title: as a known name, or by the head noun before any "of"."""
    core = _OF.split(re.sub(r"\s*\([^)]*\)$", "", title), maxsplit=1)[0].split()
    return NAMES.get(title) or (HEAD_LABELS.get(core[-1].lower()) if core else None)
