import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from extractor.pipeline import decode

SCORE = st.floats(-10, 10, width=32)
WORD = st.text(st.characters(codec="utf-8", categories=["L", "N", "P"]), min_size=1, max_size=12)


def is_tree(heads):
    def root_of(at, seen=()):
        head = heads[at]
        return at if head == 0 else None if at in seen else root_of(head - 1, (*seen, at))

    return heads.count(0) == 1 and all(root_of(at) == heads.index(0) for at in range(len(heads)))


def best_by_trying_all(scores):
    size = len(scores)
    trees = (list(heads) for heads in itertools.product(range(size + 1), repeat=size))
    return max(sum(scores[at, head] for at, head in enumerate(heads)) for heads in trees if is_tree(heads))


@given(st.integers(1, 12).flatmap(lambda n: arrays(np.float32, (n, n + 1), elements=SCORE)))
def test_heads_are_a_tree_with_one_root(scores):
    assert is_tree(decode.tree(scores))


@given(st.integers(1, 4).flatmap(lambda n: arrays(np.float32, (n, n + 1), elements=SCORE)))
def test_the_tree_is_the_best_one(scores):
    heads = decode.tree(scores)
    found = sum(scores[at, head] for at, head in enumerate(heads))
    assert found == pytest.approx(best_by_trying_all(scores), abs=1e-3)


@given(st.integers(1, 15).flatmap(lambda n: arrays(np.float32, (n, len(decode.TAGS)), elements=SCORE)))
def test_no_entity_begins_in_its_middle(scores):
    tags = [decode.TAGS[at] for at in decode.viterbi(scores)]
    for before, tag in zip(["O", *tags], tags, strict=False):
        assert not tag.startswith("I-") or before[2:] == tag[2:]


def test_entities_of_tags():
    names = ["B-PERSON", "I-PERSON", "O", "B-GPE", "B-GPE", "I-GPE"]
    tags = [decode.TAGS.index(name) for name in names]
    assert list(decode.entities(tags)) == [(0, 2, "PERSON"), (3, 4, "GPE"), (4, 6, "GPE")]


@given(WORD, WORD)
def test_a_lemma_rule_gives_the_lemma_back(form, lemma):
    rule = decode.lemma_rule(form, lemma)
    if rule[2:3].isdigit() or not rule[1].isdigit() or len(form) > 9:
        return  # one digit counts the letters taken off; longer differences never become a class
    assert decode.lemma_by(rule, form) == lemma


@pytest.mark.parametrize(
    ("form", "lemma", "rule"),
    [("Signed", "sign", "l2"), ("treaties", "treaty", "l3y"), ("Laos", "Laos", "=0"), ("was", "be", "l3be")],
)
def test_lemma_rules(form, lemma, rule):
    assert decode.lemma_rule(form, lemma) == rule
    assert decode.lemma_by(rule, form) == lemma


def test_a_rule_that_takes_more_letters_than_there_are_gives_nothing():
    assert decode.lemma_by("l4", "on") is None


@pytest.mark.parametrize(
    ("word", "case"), [("the", 0), ("Laos", 1), ("A", 1), ("USSR", 2), ("iPhone", 3), ("1957", 4), ("5th", 4), ("–", 5)]
)
def test_case_types(word, case):
    assert decode.case_type(word) == case
