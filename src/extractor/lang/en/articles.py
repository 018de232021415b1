"""English words for the parts of an article."""

# sections that hold no telling of their own
ASIDE_SECTIONS = frozenset(
    {"see also", "references", "external links", "further reading", "notes", "bibliography", "sources", "citations",
     "footnotes", "notes and references", "references and notes", "works cited", "literature", "cited sources"}
)  # fmt: skip
