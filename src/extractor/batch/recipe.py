"""What an extraction is made by, as a digest: when it changes, results are made again and told apart from an edit of the article."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

import extractor
from extractor.errors import ModelError
from extractor.pipeline.language import SHIPPED

HOUSE = Path(extractor.__file__).parent
DECIDING = ("extract.py", "records.py", "wikitext", "timex", "pipeline", "lang")  # rooms that a result depends on
READING = (
    "lang",
    *(f"pipeline/{name}.py" for name in ("encoder", "decode", "names", "language", "factories")),
)  # of these, a Doc
READERS = ("spacy", "thinc", "numpy", "onnxruntime", "tokenizers")
LIBRARIES = (*READERS, "mwparserfromhell", "dateparser", "scipy")


@dataclass(frozen=True, slots=True)
class Recipe:
    """model: what a text's Doc depends on (config, weights, their libraries). whole: all that an extraction depends on."""

    model: str
    whole: str


@cache
def recipe(model: str | None = None) -> Recipe:
    """The recipe of this package with a model (as `load` takes it): weights, configuration, words of the language, code, libraries.

    Everything is taken by its content, so that a changed word or weight counts whether or not a version number was raised.
    Raises ModelError for a model that isn't there.
    """
    folder = SHIPPED if model is None else _folder(model)
    parts = [_content(folder), _content(HOUSE / name for name in READING), _versions(READERS)]
    reader = _joined(parts)
    code = [_content(HOUSE / name, besides=SHIPPED) for name in DECIDING]
    return Recipe(reader, _joined([reader, extractor.__version__, _versions(LIBRARIES), *code]))


def _folder(model: str) -> Path:
    if Path(model).exists():
        return Path(model)
    spec = find_spec(model) if model.isidentifier() else None
    if spec is None or spec.origin is None:
        raise ModelError(f"model {model!r} can't be loaded: neither a folder nor an installed package")
    return Path(spec.origin).parent


def _content(places: Path | Iterable[Path], besides: Path | None = None) -> str:
    """Digest of files and folders: names and bytes, in name order. Compiled Python is left out, and the folder `besides`."""
    total = hashlib.sha256()
    for place in [places] if isinstance(places, Path) else places:
        files = sorted(place.rglob("*")) if place.is_dir() else [place]
        for path in files:
            if path.is_file() and path.suffix != ".pyc" and not (besides and path.is_relative_to(besides)):
                name = path.relative_to(place.parent).as_posix()
                total.update(_joined([name, hashlib.sha256(path.read_bytes()).hexdigest()]).encode())
    return total.hexdigest()


def _versions(names: Iterable[str]) -> str:
    return ",".join(f"{name} {version(name)}" for name in names)


def _joined(parts: Iterable[str]) -> str:
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:32]
