"""Words as data, one module a language, the same names in each. `words("en")` gives the module."""

from functools import lru_cache
from importlib import import_module
from types import ModuleType

LANGUAGES = ("en",)


@lru_cache(maxsize=8)
def words(language: str) -> ModuleType:
    """Return the data module of a language code (`"en"`); KeyError names the ones there are."""
    if language not in LANGUAGES:
        raise KeyError(f"no words for language {language!r}; there are {', '.join(LANGUAGES)}")
    return import_module(f"extractor.lang.{language}")
