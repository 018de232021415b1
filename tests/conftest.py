from pathlib import Path

import pytest

import extractor

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
