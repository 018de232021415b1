"""Loading a language model: the shipped one, or any spaCy pipeline with tagger, parser and NER."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from extractor.errors import ModelError

SHIPPED = Path(__file__).parent / "model"
Understand = Callable[[Sequence[str]], list[Doc]]  # texts → a Doc each, in order, each known by its text alone
NEEDED = (("parser", "token.dep"), ("ner", "doc.ents"))  # and what any component that does the same says it assigns


def load(model: str | Path | None = None) -> Language:
    """Return a spaCy pipeline with sentences, tags, lemmas, a parse and entities.

    model: a package name or folder that `spacy.load` takes; None is the shipped model. Raises ModelError when it can't be
    loaded or has no parser or no NER.
    """
    try:
        nlp = spacy.load(SHIPPED if model is None else model)
    except (OSError, ValueError) as error:
        raise ModelError(f"model {str(model)!r} can't be loaded: {str(error).strip().splitlines()[0]}") from error
    assigned = {what for name in nlp.pipe_names for what in nlp.get_pipe_meta(name).assigns}
    missing = [name for name, what in NEEDED if what not in assigned]
    if missing:
        raise ModelError(
            f"model {str(model)!r} has no {' and no '.join(missing)}: extraction needs both; it has {', '.join(nlp.pipe_names)}"
        )
    return nlp


def reader(nlp: Language) -> Understand:
    """What reads texts with `nlp`, each alone, so that a text's Doc never depends on its company."""
    return lambda texts: [nlp(text) for text in texts]
