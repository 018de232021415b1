"""Readable cases: files of `=== name`, an input, a line `---`, and what is expected of it."""

import re
from pathlib import Path

HERE = Path(__file__).parent
CASE = re.compile(r"(?m)^=== (?=[^=\n]*$)")  # a line with more equals signs is a heading of the case's wikitext


def cases(folder: str) -> list[tuple[str, str, str]]:
    """(name, input, expectation) of every case in the .txt files of a folder, both without their last newline."""
    out = []
    for path in sorted((HERE / folder).glob("*.txt")):
        for part in CASE.split(path.read_text(encoding="utf-8"))[1:]:
            name, _, rest = part.partition("\n")
            given, _, expected = rest.partition("\n---\n")
            out.append((f"{path.stem}: {name.strip()}", given, expected.strip("\n")))
    return out


def dates() -> list[tuple[str, str]]:
    """Lines of the date cases: text with [expressions] in brackets, then => and what each means."""
    return [
        (path.stem, line)
        for path in sorted((HERE / "dates").glob("*.txt"))
        for line in path.read_text(encoding="utf-8").splitlines()
        if line.strip() and not line.startswith("#")
    ]
