"""The ledger's tables. A step for each schema version: a new ledger takes them all, an older one those that it lacks."""

from __future__ import annotations

APPLICATION = 0x45585452  # "EXTR", in the file's header

# A page's states are numbered from 1: `ordinal`; `since` is when the page came to be so, `recorded` when we came to know it. A text is kept once, however many states have it. `said` holds from which to which
# state an event is told, the last one null while it still is.
STEPS = (
    (
        """CREATE TABLE page (
          key INTEGER PRIMARY KEY, wiki TEXT NOT NULL, page_id INTEGER NOT NULL, states INTEGER NOT NULL, UNIQUE (wiki, page_id))""",
        "CREATE TABLE text (sha TEXT PRIMARY KEY, body BLOB NOT NULL)",
        """CREATE TABLE state (
          page INTEGER NOT NULL REFERENCES page, ordinal INTEGER NOT NULL, cause TEXT NOT NULL, status TEXT NOT NULL, slug TEXT NOT NULL,
          title TEXT NOT NULL, qid TEXT, redirect_to TEXT, revision_id INTEGER, timestamp TEXT, parent_id INTEGER, sha1 TEXT, comment TEXT,
          site TEXT, text TEXT REFERENCES text, recipe TEXT NOT NULL, since TEXT NOT NULL, recorded TEXT NOT NULL, told BLOB,
          PRIMARY KEY (page, ordinal))""",
        "CREATE TABLE event (id TEXT PRIMARY KEY, page INTEGER NOT NULL REFERENCES page)",
        "CREATE TABLE telling (page INTEGER NOT NULL, words TEXT NOT NULL, event TEXT NOT NULL, PRIMARY KEY (page, words, event))",
        """CREATE TABLE said (
          event TEXT NOT NULL REFERENCES event, first INTEGER NOT NULL, last INTEGER, PRIMARY KEY (event, first))""",
        """CREATE TABLE change (
          number INTEGER PRIMARY KEY AUTOINCREMENT, event TEXT NOT NULL REFERENCES event, page INTEGER NOT NULL, ordinal INTEGER NOT NULL,
          type TEXT NOT NULL, before TEXT, after TEXT)""",
    ),
    (
        "CREATE INDEX change_event ON change (event)",
        "CREATE INDEX event_page ON event (page)",
        # runs that asked for every page and missed none
        "CREATE TABLE run (wiki TEXT NOT NULL, recorded TEXT NOT NULL, PRIMARY KEY (wiki, recorded))",
    ),
)
