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
            given, _, expected = f"\n{rest}".partition("\n---\n")
            out.append((f"{path.stem}: {name.strip()}", given.removeprefix("\n"), expected.strip("\n")))
    return out


def dates() -> list[tuple[str, str, list[str]]]:
    """(name, marked text, expected lines) of every date case; tests/cases/dates/README.md tells the form.

    A case is a text, its blank lines included, up to and with the indented lines that follow it.
    """
    out = []
    for path in sorted((HERE / "dates").glob("*.txt")):
        content = path.read_text(encoding="utf-8")
        for case in re.finditer(r"^(?![ #\n])(.+?)\n((?: {4}[^\n]+\n)+)", content, re.MULTILINE | re.DOTALL):
            line = content.count("\n", 0, case.start()) + 1
            out.append((f"{path.stem}:{line}", case[1], [row.strip() for row in case[2].splitlines()]))
    return out
