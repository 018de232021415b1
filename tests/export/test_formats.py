import dataclasses
import json
import re

import pandas as pd
import pytest

import extractor
from extractor import tables
from extractor.export import FORMATS, csv
from extractor.export.atomic import replacing
from extractor.records import Revision
from tests.conftest import ROOT


@pytest.fixture(scope="module")
def extraction(nlp, seed):
    """The corpus' article, with a doubt added: it has no findings of its own."""
    return extractor.extract(dataclasses.replace(seed, text=seed.text + "\n\nIt was so.{{citation needed}}\n"), nlp)


def test_every_format_holds_the_same_tables(extraction, tmp_path):
    for write in FORMATS.values():
        write([extraction], tmp_path)
    for name, columns in tables.SCHEMA.items():
        frame = pd.read_parquet(tmp_path / f"{name}.parquet")
        sheet = pd.read_csv(tmp_path / f"{name}.csv")
        lines = (tmp_path / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
        assert list(frame.columns) == list(sheet.columns) == [column.name for column in columns]
        assert len(frame) == len(sheet) == len(lines) > 0
    event = json.loads((tmp_path / "events.jsonl").read_text(encoding="utf-8").splitlines()[0])
    assert {"id", "article", "section", "block", "sentence", "trigger", "kind", "plover", "cameo", "date", "actors", "citations", "realis",
            "confidence", "rule"} <= set(event)  # fmt: skip


def test_a_spreadsheet_runs_no_cell(extraction, tmp_path):
    event = dataclasses.replace(
        extraction.events[0], sentence=dataclasses.replace(extraction.events[0].sentence, text='=HYPERLINK("x")')
    )
    csv.write([dataclasses.replace(extraction, events=(event,))], tmp_path)
    assert pd.read_csv(tmp_path / "events.csv").sentence[0] == '\'=HYPERLINK("x")'
    assert [csv.safe(cell) for cell in ("+1", "-1", "@a", "a=b", -1)] == ["'+1", "'-1", "'@a", "a=b", -1]


def test_a_csv_read_with_the_dictionarys_types_is_the_parquet(extraction, tmp_path):
    for write in FORMATS.values():
        write([extraction], tmp_path)
    for name in tables.SCHEMA:
        sheet = pd.read_csv(tmp_path / f"{name}.csv", dtype=tables.dtypes(name), keep_default_na=False, na_values=[""])
        frame = pd.read_parquet(tmp_path / f"{name}.parquet").map(csv.safe, na_action="ignore")
        frame = frame.astype(tables.dtypes(name)).replace({"": pd.NA})
        pd.testing.assert_frame_equal(sheet, frame.astype(tables.dtypes(name)))
    events = pd.read_csv(tmp_path / "events.csv", dtype=tables.dtypes("events"))
    assert set(events.cameo.dropna()) <= {f"{code:02}" for code in range(1, 21)}


def test_a_broken_write_leaves_the_old_file(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("old")
    with pytest.raises(ValueError, match="stop"), replacing(path) as temporary:
        temporary.write_text("half")
        raise ValueError("stop")
    assert [item.name for item in tmp_path.iterdir()] == ["a.txt"]
    assert path.read_text() == "old"


def test_no_extractions_give_empty_tables(tmp_path):
    for write in FORMATS.values():
        write([], tmp_path)
    assert pd.read_parquet(tmp_path / "events.parquet").empty


def test_fields_tell_the_dates_of_an_infobox_apart(nlp):
    box = "{{Infobox officeholder\n| name = Ann Lee\n| term_start = 3 May 1994\n| term_end = 1 June 2002\n}}\n'''Ann Lee''' (born 1950) was a minister."
    told = extractor.extract(Revision("Ann_Lee", "Ann Lee", box), nlp)
    assert [(row.field, row.edtf) for row in tables.frames([told])["events"].itertuples() if row.block == "infobox_field"] == [
        ("term start", "1994-05-03"), ("term end", "2002-06-01"),
    ]  # fmt: skip


def test_findings_are_a_table_in_the_order_of_their_places(nlp):
    text = "It fell on 31 April 1990.{{cn}} It rose in 1991.<ref name=a/>\n\nIt {{shut in 1992."
    found = tables.rows([extractor.extract(Revision("A", "A", text), nlp)])["findings"]
    assert [row[1] for row in found] == ["impossible_date", "uncited", "undefined_note", "unclosed"]
    assert [text[row[3] : row[4]] for row in found if row[1] in ("impossible_date", "uncited")] == [
        "31 April 1990",
        "{{cn}}",
    ]


def test_every_code_of_a_finding_is_in_the_dictionary():
    code = "".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "src").rglob("*.py")))
    used = (
        re.findall(r"(?:\bFinding|\.stop|\._find)\(\s*\"([a-z_]+)\"", code)
        + re.findall(r"return \"([a-z]+_note)\"", code)
        + re.findall(r"\(\"([a-z_]+)\", \"[^\"]*\{!r\}", code)
    )
    assert {item.name for item in tables.FINDINGS} >= set(used) >= {"uncited", "table_cut", "bad_isbn", "unused_note"}
