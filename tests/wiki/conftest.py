import os

import pytest

from tests.wiki.local import LocalWiki


@pytest.fixture(scope="session")
def wiki():
    url = os.environ.get("EXTRACTOR_TEST_WIKI")
    if not url:
        pytest.skip("needs a MediaWiki; `.ci/wiki .venv/bin/pytest tests/wiki` starts one")
    return LocalWiki(url)
