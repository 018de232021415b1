"""An expression as read, before its context says what it means: which parts its words hold, and no others."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.timex.calendar import Point, valid


@dataclass(frozen=True, slots=True)
class Expression:
    """Words that mean a time, as read.

    kind: `point` (a date or a part of one), `shift` (counted from another date), `echo` ("that time": another date again),
    `duration`, `set`, `vague` ("now", "former") or `loose` (another parser has to read it). `first` and `last` are its places
    in the text, `low` and `high` among its tokens. A part that the words leave out is None. `shift`, `base`: which way, and
    from what a relative one counts; `steps` None: how far is left open ("years later"). `joined`: how it follows the
    expression before, `range`, `list` or not at all. `open_to`: where in the text what leaves an end open ends ("onwards"), `opens` which, 1 or -1 ("or before").
    `doubt`: EDTF's mark of an uncertain date, "?".
    """

    kind: str
    first: int
    last: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    grain: str = "year"
    weekday: int | None = None
    clock: str = ""
    mod: str = ""
    half: int = 0
    steps: int | None = 0
    unit: str = ""
    shift: int = 0
    value: str = ""
    type: str = "DATE"
    joined: str = ""
    base: str = ""
    rule: str = ""
    low: int = 0
    high: int = 0
    open_to: int = 0
    opens: int = 1
    doubt: str = ""

    @property
    def dated(self) -> bool:
        """Whether it says its own year."""
        return self.kind == "point" and self.year is not None

    @property
    def point(self) -> Point:
        """The calendar point of a dated expression."""
        return Point(self.year or 0, self.month, self.day, self.grain)

    @property
    def impossible(self) -> bool:
        """Whether the calendar has no such day: 31 February, in any year."""
        if self.month is None:
            return False
        year = self.year if self.year is not None else 2000
        return self.grain == "day" and self.day is not None and not valid(year, self.month, self.day)
