"""The readable date cases (tests/cases/dates): each text's expressions, their places, types, values, EDTF and mod."""

import re
from types import SimpleNamespace

import pytest

from extractor import extract
from extractor.records import Revision
from extractor.timex import find
from tests.cases import dates

CASES = dates()
PLAIN = [case for case in CASES if not case[1].startswith("wikitext:\n")]
WIKITEXT = [(name, text.partition("\n")[2], expected) for name, text, expected in CASES if text.startswith("wikitext:")]


def unmarked(marked, marks):
    r"""The text without its marks, the places of what they hold, and those of what is not judged.

    `marks`: opening and closing mark, and the pair for what is not judged; `\[` is a bracket that is no mark.
    """
    opened, text, places, free = [], "", [], []
    for piece in re.findall(r"\\[\[\]]|.", marked.replace("␣", "\u00a0"), re.DOTALL):
        if piece in (marks[0], marks[2]):
            opened.append(len(text))
        elif piece in (marks[1], marks[3]):
            (places if piece == marks[1] else free).append((opened.pop(), len(text)))
        else:
            text += piece[-1]
    assert not opened, "a mark is not closed"
    return text, places, free


def judged(found, free):
    """What was found, in the order of the text, without what the case leaves open."""
    kept = [item for item in found if not any(item.start < end and start < item.end for start, end in free)]
    return sorted(kept, key=lambda item: item.start)


def shown(item, keys):
    """An expression as its line in a case, with the optional parts that the case speaks of."""
    parts = [item.type, item.value, item.edtf or "-"] if item.value else [item.type]
    parts += [f"mod={item.mod}"] if item.mod else []
    parts += [f"{key}={str(getattr(item, key) or 'none').replace(' ', '_')}" for key in keys]
    return " ".join(parts)


def compare(text, found, places, expected):
    assert [(text[item.start : item.end], item.start) for item in found] == [(text[a:b], a) for a, b in places]
    keys = [
        [part.partition("=")[0] for part in line.split() if "=" in part and part[:4] != "mod="] for line in expected
    ]
    assert [shown(item, extra) for item, extra in zip(found, keys, strict=True)] == expected


@pytest.mark.parametrize(("name", "marked", "expected"), PLAIN, ids=[case[0] for case in PLAIN])
def test_text(name, marked, expected):
    text, places, free = unmarked(marked, "[]{}")
    answer = find(text)
    impossible = [
        SimpleNamespace(start=start, end=end, type="IMPOSSIBLE", value="", mod="") for start, end in answer.impossible
    ]
    compare(
        text, judged([*answer.timexes, *impossible], free), places, [line for line in expected if line != "nothing"]
    )


@pytest.mark.parametrize(("name", "marked", "expected"), WIKITEXT, ids=[case[0] for case in WIKITEXT])
def test_wikitext(nlp, name, marked, expected):
    text, places, free = unmarked(marked, "⟦⟧⦅⦆")
    read = extract(Revision("A", "A", text), nlp)
    compare(text, judged(read.dates, free), places, [line for line in expected if line != "nothing"])


def test_there_are_enough_cases_and_no_text_twice():
    assert len(CASES) >= 450
    assert len({text for _, text, _ in CASES}) == len(CASES)
