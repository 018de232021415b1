import sys
from pathlib import Path

import pytest

import extractor
from extractor import cli

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"


@pytest.fixture(scope="session")
def nlp():
    return extractor.load()


@pytest.fixture(scope="session")
def shared():
    if not SHARED.is_dir():
        pytest.skip("needs ../shared (articles and labels that the project may not hold)")
    return SHARED


@pytest.fixture(scope="session")
def seed():
    from extractor.sources import read

    return read(next((ROOT / "corpus").glob("*.wikitext")))


@pytest.fixture
def run(monkeypatch, capsys):
    def call(*arguments):
        monkeypatch.setattr(sys, "argv", ["extractor", *map(str, arguments)])
        with pytest.raises(SystemExit) as stop:
            cli.main()
        shown = capsys.readouterr()
        return stop.value.code or 0, shown.out, " ".join(shown.err.split())

    return call
