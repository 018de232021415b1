import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span

import extractor
from extractor.pipeline import names
from extractor.records import Link
from tests.cases import cases

TEXTS = (
    "Norodom Sihanouk visited Moscow in 1965.",
    "Other words about Laos.",
    "In 1973, the ministry withdrew its diplomats. " * 6,
    "Visit",
    "On 3 May 1965, Sihanouk turned to the Soviet Union for assistance. It was given.",
)


def said(doc):
    words = [(t.tag_, t.pos_, str(t.morph), t.lemma_, t.dep_, t.head.i, t.is_sent_start) for t in doc]
    return words, [(span.start_char, span.end_char, span.label_) for span in doc.ents]


@pytest.mark.parametrize(("name", "text", "expected"), cases("sentences"))
def test_sentence_case(nlp, name, text, expected):
    assert [sentence.text for sentence in nlp(text).sents] == expected.splitlines()


@pytest.mark.parametrize(("name", "text", "expected"), cases("names"))
def test_name_case(nlp, name, text, expected):
    assert [f"{entity.text} {entity.label_}" for entity in nlp(text).ents] == expected.splitlines()


@pytest.mark.parametrize("size", [1, 2, 64])
def test_a_text_is_read_the_same_in_any_company(nlp, size):
    alone = [said(nlp(text)) for text in TEXTS]
    assert [said(doc) for doc in nlp.pipe(TEXTS, batch_size=size)] == alone
    assert [said(doc) for doc in nlp.pipe(TEXTS[::-1], batch_size=size)] == alone[::-1]


def test_two_workers_say_the_same(nlp):
    assert [said(doc) for doc in nlp.pipe(TEXTS, n_process=2, batch_size=2)] == [said(nlp(text)) for text in TEXTS]


def test_the_model_travels(nlp):
    again = spacy.blank("en", config={"nlp": {"tokenizer": {"@tokenizers": "spacy.Tokenizer.v1"}}})
    for name in nlp.pipe_names:
        again.add_pipe(name)
    again.from_bytes(nlp.to_bytes())
    assert said(again(TEXTS[0])) == said(nlp(TEXTS[0]))


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n ", " a", "two  spaces ", "\u200b\u200b", "x" * 3000, "é" * 40 + " ."], ids=repr
)
def test_odd_texts_get_a_tree(nlp, text):
    doc = nlp(text)
    assert "".join(token.text_with_ws for token in doc) == text
    assert all(sentence.root.head == sentence.root for sentence in doc.sents)


def test_a_long_block_is_cut_where_sentences_are(nlp):
    sentence = "The minister left for Moscow on 3 May 1965."
    doc = nlp(" ".join([sentence] * 80))
    assert {found.text for found in doc.sents} == {sentence}
    assert all(sum(token.dep_ == "ROOT" for token in found) == 1 for found in doc.sents)


SCHEMES = {
    "ud": (["nsubj", "ROOT", "det", "obj", "case", "obl", "punct"], [1, 1, 3, 1, 5, 1, 1]),
    "clearnlp": (["nsubj", "ROOT", "det", "dobj", "prep", "pobj", "punct"], [1, 1, 3, 1, 1, 4, 1]),
}


@pytest.mark.parametrize("scheme", SCHEMES)
def test_another_pipeline_in_its_place(scheme, tmp_path):
    """A pipeline of one's own that says what it assigns is taken, whichever labels its parser speaks."""
    deps, heads = SCHEMES[scheme]

    @Language.component(f"by_hand_{scheme}", assigns=["token.dep", "doc.ents"])
    def by_hand(doc: Doc) -> Doc:
        made = Doc(doc.vocab, [t.text for t in doc], [bool(t.whitespace_) for t in doc], heads=heads, deps=deps,
                   pos=["PROPN", "VERB", "DET", "NOUN", "ADP", "NUM", "PUNCT"],
                   lemmas=["Laos", "sign", "the", "treaty", "in", "1957", "."])  # fmt: skip
        made.set_ents([Span(made, 0, 1, label="GPE")])
        return made

    own = spacy.blank("en")
    own.add_pipe(f"by_hand_{scheme}")
    own.to_disk(tmp_path)
    revision = extractor.Revision("A", "A", "Laos signed the treaty in 1957.")
    (event,) = extractor.extract(revision, extractor.load(tmp_path)).events
    assert (event.trigger.text, event.kind, event.date.edtf) == ("signed", "agreement_signed", "1957")
    assert [actor.name for actor in event.actors] == ["Laos"]


def doc_of(text, *entities):
    doc = spacy.blank("en")(text)
    doc.set_ents(
        [doc.char_span(text.index(name), text.index(name) + len(name), label=label) for name, label in entities]
    )
    return doc


def link(text, shown, target):
    return Link(text.index(shown), text.index(shown) + len(shown), target, False)


@pytest.mark.parametrize(
    ("text", "entities", "shown", "target", "expected"),
    [
        ("He went to Democratic Kampuchea.", [("Kampuchea", "GPE")], "Democratic Kampuchea", "Democratic Kampuchea", "GPE"),
        ("He led GRUNK.", [], "GRUNK", "GRUNK", "ORG"),
        ("It sent 1958 coup d'état plans.", [("coup", "LAW")], "1958 coup d'état", "1958 Laotian coup d'état", "EVENT"),
        ("The Soviet Ministry of Trade.", [("Soviet", "NORP")], "Soviet Ministry of Trade", "Ministry of Trade (Soviet Union)", "ORG"),
    ],
)  # fmt: skip
def test_links_correct_entities(text, entities, shown, target, expected):
    doc = names.linked(doc_of(text, *entities), [link(text, shown, target)])
    assert [(entity.text, entity.label_) for entity in doc.ents] == [(shown, expected)]


def test_a_link_in_lower_case_names_nobody():
    text = "It broke off diplomatic relations."
    assert not names.linked(doc_of(text), [link(text, "diplomatic relations", "Diplomacy")]).ents
