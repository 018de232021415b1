import pytest
import spacy
from spacy.tokens import Doc

import extractor
from extractor.pipeline import events
from extractor.records import Revision
from extractor.timex import find
from tests.cases import cases


def shown(event):
    actors = ", ".join(f"{actor.name} {actor.role}" for actor in event.actors)
    notes = ", ".join(f"{citation.key} {citation.strength}" for citation in event.citations)
    trigger = event.trigger.text if event.trigger else "-"
    return (
        f"{event.date.edtf} | {trigger} | {event.kind} | {actors} | {notes}".strip()
        .replace(" |  | ", " | | ")
        .replace("| | |", "| | |")
    )


def normal(line):
    return "|".join(part.strip() for part in line.split("|"))


@pytest.mark.parametrize(("name", "text", "expected"), cases("events"))
def test_case(nlp, name, text, expected):
    title = name.split("title: ")[1].split(" | ")[0] if "title: " in name else "A"
    found = extractor.extract(extractor.Revision(title.replace(" ", "_"), title, text), nlp).events
    assert [normal(shown(event)) for event in found] == [normal(line) for line in expected.splitlines()]


def test_every_place_shows_what_it_claims(nlp, seed):
    extraction = extractor.extract(seed, nlp)
    assert len(extraction.events) > 10
    for event in extraction.events:
        for item in (event.trigger, event.date, *(actor for actor in event.actors if actor.start is not None)):
            if item is not None:
                assert seed.text[item.start : item.end] == item.text
        assert seed.text[event.sentence.start : event.sentence.end].startswith(event.sentence.text[:3].strip())
    for mention in extraction.dates:
        assert seed.text[mention.start : mention.end] == mention.text


def test_ids_are_stable_and_unique(nlp, seed):
    first, second = (extractor.extract(seed, nlp).events for _ in range(2))
    assert first == second
    assert len({event.id for event in first}) == len(first)


def test_many_is_each(nlp):
    revisions = [
        extractor.Revision(f"A{year}", f"A{year}", f"[[Laos]] joined the [[United Nations]] in {year}.")
        for year in (1955, 1956, 1957)
    ]
    together = list(extractor.extract_many(revisions, nlp))
    assert together[::-1] == [extractor.extract(revision, nlp) for revision in revisions[::-1]]


SCHEMES = {
    "ud": ["nsubj", "ROOT", "det", "obj", "case", "obl", "punct"],
    "clearnlp": ["nsubj", "ROOT", "det", "dobj", "prep", "pobj", "punct"],
}
HEADS = {"ud": [1, 1, 3, 1, 5, 1, 1], "clearnlp": [1, 1, 3, 1, 1, 4, 1]}


@pytest.mark.parametrize("scheme", SCHEMES)
def test_both_label_schemes_are_understood(scheme):
    words = ["Laos", "signed", "the", "treaty", "in", "1957", "."]
    tags = ["PROPN", "VERB", "DET", "NOUN", "ADP", "NUM", "PUNCT"]
    lemmas = ["Laos", "sign", "the", "treaty", "in", "1957", "."]
    doc = Doc(
        spacy.blank("en").vocab,
        words,
        [True] * 5 + [False] * 2,
        pos=tags,
        lemmas=lemmas,
        heads=HEADS[scheme],
        deps=SCHEMES[scheme],
    )
    (event,) = events.told(doc, list(find(doc.text).timexes), [])
    assert (doc.text[slice(*event.trigger[:2])], event.kind, event.timex.edtf) == ("signed", "agreement_signed", "1957")


def test_components_travel(nlp):
    blank = spacy.blank("en")
    blank.add_pipe("wiki_dates")
    doc = blank("He left in November 1973.")
    again = Doc(blank.vocab).from_bytes(doc.to_bytes())
    assert [(span.text, span._.edtf, span._.earliest) for span in again.spans["timexes"]] == [
        ("November 1973", "1973-11", "1973-11-01")
    ]


def test_components_in_a_pipeline():
    nlp = extractor.load()
    for name in ("wiki_dates", "wiki_actors", "wiki_events"):
        nlp.add_pipe(name)
    doc = nlp("In 1962, the Soviet Union built a school.")
    assert [(span.text, span.label_, span._.edtf) for span in doc.spans["events"]] == [("built", "founded", "1962")]
    assert "Soviet Union" in [span.kb_id_ for span in doc.spans["actors"]]


def test_entities_do_not_depend_on_neighbours(nlp):
    text = "Norodom Sihanouk visited Moscow in 1965."
    alone = [(ent.text, ent.label_) for ent in nlp(text).ents]
    batched = [
        (ent.text, ent.label_)
        for doc in nlp.pipe([text, "Other words about Laos.", text])
        for ent in doc.ents
        if "Laos" not in ent.text
    ]
    assert batched == alone * 2
    assert ("Norodom Sihanouk", "PERSON") in alone


def test_a_long_block_is_read_to_its_end(nlp):
    doc = nlp("He went on and on and on. " * 200 + "Then Norodom Sihanouk came.")
    assert [ent.text for ent in doc.ents] == ["Norodom Sihanouk"]


def test_a_model_without_a_parser_is_refused(tmp_path):
    spacy.blank("en").to_disk(tmp_path)
    with pytest.raises(extractor.pipeline.language.ModelError, match=r"no parser and no ner"):
        extractor.load(tmp_path)
    with pytest.raises(extractor.pipeline.language.ModelError, match=r"can't be loaded"):
        extractor.load("no_such_model")


def test_the_sentence_of_a_row_is_its_telling_cells_without_blanks(nlp):
    text = '{| class="wikitable"\n! Organization !! Admission date\n|-\n| [[Interpol]] ||  1999 <ref>A</ref> \n|}'
    (event,) = extractor.extract(Revision("Laos", "Foreign relations of Laos", text), nlp).events
    assert event.sentence.text == "Interpol | 1999"
    assert text[event.sentence.start : event.sentence.end] == "Interpol]] ||  1999"
