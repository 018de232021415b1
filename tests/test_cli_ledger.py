"""The commands over a ledger, with a folder of revisions in a wiki's stead."""

import json

import pytest
from typer.testing import CliRunner

from extractor import cli

TEXTS = (
    "Laos joined the [[United Nations]] in 1955.<ref>A list</ref>\n\nIn 1975, the king abdicated.",
    "Laos joined the [[United Nations]] in 1956.<ref>A list</ref>\n\nIn 1975, the king abdicated.",
)


@pytest.fixture
def folder(tmp_path):
    """A wiki of one page with two revisions."""
    place = tmp_path / "wiki"
    (place / "Laos").mkdir(parents=True)
    rows = ["file,revid,timestamp,comment"]
    for number, text in enumerate(TEXTS, 1):
        (place / "Laos" / f"{number}.wikitext").write_text(text, encoding="utf-8")
        rows.append(f"{number}.wikitext,{number},200{number}-01-01T00:00:00Z,edit {number}")
    (place / "Laos.csv").write_text("\n".join(rows), encoding="utf-8")
    return place


@pytest.fixture
def run(tmp_path, monkeypatch):
    """Run a command in a folder of its own; gives its exit code and stdout."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("EXTRACTOR_CACHE", str(tmp_path / "cache"))

    def one(*words):
        result = CliRunner().invoke(cli.app, [str(word) for word in words])
        return result.exit_code, result.stdout, result

    return one


def test_an_article_from_its_first_revision_to_the_life_of_an_event(run, folder, tmp_path):
    code, _, result = run("update", "--folder", folder, "--title", "Laos", "--all-revisions", "--out", "tables")
    assert code == 0, result.output
    assert "pages: 1 new" in result.stderr and "1 date" in result.stderr
    events = [json.loads(line) for line in (tmp_path / "tables" / "events.jsonl").read_text().splitlines()]
    assert {event["date"]["edtf"] for event in events} == {"1956", "1975"}
    feed = [json.loads(line) for line in run("changes", "--json")[1].splitlines()]
    changed = [change for change in feed if change["type"] != "added"]
    assert [(item["type"], item["cause"], item["before"], item["after"], item["comment"]) for item in changed] == [
        ("date", "edit", "1955", "1956", "edit 2")
    ]
    assert run("changes", "--after", feed[-1]["number"])[1] == ""
    assert "1955 → 1956" in run("changes")[1]
    code, life, result = run("history", changed[0]["event_id"])
    assert life.count("\n") == 2
    assert "told from Laos 1 of 2001-01-01" in result.stderr and "until now" in result.stderr
    then = [json.loads(line) for line in run("asof", "2001-06")[1].splitlines()]
    assert {event["date"]["edtf"] for event in then} == {"1955", "1975"}
    assert run("rebuild", "ledger.sqlite", "--ledger", "again.sqlite")[0] == 0
    again = [json.loads(line) for line in run("changes", "--json", "--ledger", "again.sqlite")[1].splitlines()]
    assert again == feed


def test_nothing_changed_is_said_and_done_with_0(run, folder):
    run("update", "--folder", folder, "--title", "Laos")
    code, _, result = run("update", "--folder", folder)
    assert code == 0
    assert "pages: 1 same" in result.stderr and "changes in events: none" in result.stderr


def test_a_folder_is_taken_whole_where_no_page_of_it_is_watched(run, folder):
    code, _, result = run("update", "--folder", folder)
    assert code == 0
    assert "pages: 1 new" in result.stderr


def test_min_confidence_is_for_the_tables_and_the_ledger_keeps_all(run, folder, tmp_path):
    run("update", "--folder", folder, "--out", "tables", "--min-confidence", "1")
    assert (tmp_path / "tables" / "events.jsonl").read_text() == ""
    assert run("asof", "2003", "--min-confidence", "1")[1] == ""
    events = [json.loads(line) for line in run("asof", "2003")[1].splitlines()]
    assert {event["date"]["edtf"] for event in events} == {"1956", "1975"}
    assert {event["article"]["permalink"] for event in events} == {None}  # a folder has no address


def test_a_page_that_is_not_there_ends_with_1(run, folder):
    code, _, result = run("update", "--folder", folder, "--title", "Nowhere", "--title", "Laos")
    assert code == 1
    assert "failed: Nowhere: wiki: no such page (missing)" in result.stderr


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("changes",), "ledger.sqlite: no such ledger"),
        (("asof", "yesterday"), "'yesterday' is no time"),
        (("update", "--folder", "."), "no revisions here"),
        (("update", "--title", "Laos"), "--contact"),
        (("update", "--contact", "me@example.org"), "no page of en.wikipedia.org is watched yet"),
        (("update", "--min-confidence", "0.9"), "--min-confidence: for the tables of --out"),
        (("changes", "--since", "yesterday"), "'yesterday' is no time"),
    ],
)
def test_wrong_usage_ends_with_2_in_one_line(run, words, said, monkeypatch, capsys):
    monkeypatch.setattr("sys.argv", ["extractor", *words])
    monkeypatch.delenv("EXTRACTOR_CONTACT", raising=False)
    with pytest.raises(SystemExit) as ended:
        cli.main()
    assert ended.value.code == 2
    assert said in capsys.readouterr().err


def test_an_unknown_event_is_named(run, folder, monkeypatch, capsys):
    run("update", "--folder", folder, "--title", "Laos")
    monkeypatch.setattr("sys.argv", ["extractor", "history", "0000"])
    with pytest.raises(SystemExit):
        cli.main()
    assert "no event '0000'" in capsys.readouterr().err


def test_update_refuses_a_place_that_no_table_can_be_written_to(run, folder, tmp_path):
    (tmp_path / "file").write_text("kept")
    code, _, result = run("update", "--folder", folder, "--out", tmp_path / "file")
    assert code
    assert f"{tmp_path}/file: a file, where a folder is wanted: name another" in str(result.exception)
    assert not (tmp_path / "ledger.sqlite").exists()
