"""Laws of identity: ids are one event's for ever, and the feed replayed gives the present state."""

import hashlib
import itertools
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.batch.identity import Telling, _strayed, differences, follow, identified, words_of
from extractor.records import Actor, ArticleId, Citation, Event, EventDate, Place, Reference, Trigger

WHICH = ArticleId("Laos", "Laos", "test.example", 1, 1, None, None)


def event(sentence, year="1955", trigger="joined", actors=("Laos",), section=(), name=""):
    return Event(
        name or hashlib.sha256(f"{sentence}{year}{trigger}".encode()).hexdigest()[:4], WHICH, section, "paragraph", Place(sentence, 0, len(sentence)),
        Trigger(trigger, trigger, 0, 1) if trigger else None, "other", None, None,
        EventDate(year, 0, 1, year, year, "", None, None, "year", "explicit"),
        tuple(Actor(actor, actor, "source") for actor in actors), (Citation("1", "sentence"),), "asserted", 1.0, "",
    )  # fmt: skip


def test_the_same_words_pair_across_sections_and_order():
    one, other = event("Laos joined in 1955."), event("Japan left in 1960.", "1960", "left", ("Japan",))
    assert follow([one, other], [replace(other, section=("War",)), one]) == {0: 1, 1: 0}


def test_a_new_date_and_other_words_are_recognised_by_the_actors():
    before = event("Laos joined the bloc in 1955.", "1955", "joined", ("Laos", "Bloc"))
    after = event("Laos had joined the eastern bloc in 1956.", "1956", "joined", ("Laos", "Bloc"))
    assert follow([before], [after]) == {0: 0}


def test_another_event_is_not_taken_for_the_old_one():
    before = event("Laos joined the bloc in 1955.", "1955", "joined", ("Laos",))
    after = event("Japan won the cup in 1990.", "1990", "won", ("Japan",))
    assert follow([before], [after]) == {}


def test_rows_that_say_only_a_date_are_told_apart_by_their_actors():
    rows = [event("1 May 1950", "1950-05-01", "", (name,)) for name in ("Laos", "Japan", "Peru")]
    assert follow(rows, rows[::-1]) == {0: 2, 1: 1, 2: 0}


def test_moving_one_line_up_strays_that_one_alone():
    assert _strayed([3, 0, 1, 2]) == {0}
    assert _strayed([0, 1, 2]) == set()
    assert _strayed([]) == set()


def test_a_note_that_only_got_another_number_is_no_change():
    note = Reference("1", "", "", 0, 5, title="A title")
    before = Telling((event("Laos joined in 1955.", name="a"),), (note,))
    after = Telling(
        (replace(before.events[0], citations=(Citation("7", "sentence"),)),), (replace(note, key="7", start=50),)
    )
    assert list(differences(before, after)) == []


SENTENCES = st.sampled_from(
    [f"{who} {did} in {year}." for who in ("Laos", "Japan") for did in ("joined", "left") for year in (1955, 1960)]
)
EVENTS = st.builds(
    event, SENTENCES, st.sampled_from(["1955", "1960"]), st.sampled_from(["joined", "left", ""]),
    st.sampled_from([(), ("Laos",), ("Laos", "Japan")]), st.sampled_from([(), ("War",)]),
)  # fmt: skip
STATES = st.lists(st.lists(EVENTS, max_size=5), max_size=6)
LAW = settings(deadline=None, max_examples=60)


def told(states):
    """The states with ids as a ledger gives them, and every difference in order."""
    out, feed, words, before = [], [], {}, Telling()
    pool = ()
    for events in states:
        named = identified(
            pool,
            events,
            told=lambda key: words.get(key, []),
            taken=lambda name: any(name in ids for ids in words.values()),
        )
        for item in named:
            ids = words.setdefault(words_of(item), [])
            ids += [] if item.id in ids else [item.id]
        feed.append(list(differences(before, Telling(named))))
        before, pool = Telling(named), named or pool
        out.append(named)
    return out, feed


@LAW
@given(STATES)
def test_ids_are_unique_in_every_state(states):
    for events in told(states)[0]:
        assert len({item.id for item in events}) == len(events)


@LAW
@given(STATES)
def test_events_of_an_unchanged_sentence_keep_their_id(states):
    named, _ = told(states)
    for before, after in itertools.pairwise(named):
        for words in {words_of(item) for item in before}:
            old = {item.id for item in before if words_of(item) == words}
            new = {item.id for item in after if words_of(item) == words}
            assert len(old & {item.id for item in after}) >= min(len(old), len(new))


@LAW
@given(STATES)
def test_the_feed_replayed_gives_each_state(states):
    named, feed = told(states)
    here = {}
    for events, changes in zip(named, feed, strict=True):
        for change in changes:
            if change.type == "added":
                assert change.event_id not in here
                here[change.event_id] = {"wording": change.after}
            elif change.type == "removed":
                del here[change.event_id]
            else:
                here[change.event_id][change.type] = change.after
        assert here.keys() == {item.id for item in events}
        for item in events:
            assert here[item.id].get("date", item.date.edtf) == item.date.edtf
            assert here[item.id].get("kind", item.kind) == item.kind


@LAW
@given(STATES)
def test_a_state_that_comes_again_changes_nothing(states):
    _, feed = told([*states, [], []])
    assert feed[-1] == []
    _, feed = told([*states, *states[-1:]])
    assert feed[len(states) :] in ([], [[]])
