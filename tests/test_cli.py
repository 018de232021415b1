import dataclasses
import json
import re
from dataclasses import fields

import pytest
import stamina
from rich.console import Console

import extractor
from extractor import cli, tables
from extractor.cli.app import ORDER
from extractor.export import jsonl
from extractor.records import Change, Failure, Revision
from extractor.sources.store import RevisionStore
from tests.conftest import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_extract_writes_the_tables_and_a_summary(run, tmp_path):
    code, out, err = run("extract", ROOT / "corpus", "--out", tmp_path)
    assert (code, out) == (0, "")
    assert "Cambodia–Russia relations" in err
    for name in ("events.jsonl", "events.csv", "events.parquet"):
        assert (tmp_path / name).read_bytes() == (ROOT / "outputs" / name).read_bytes()


def test_bad_articles_are_listed_and_the_rest_goes_on(run, tmp_path):
    (tmp_path / "a.wikitext").write_text("[[Laos]] joined in 1955.")
    (tmp_path / "b.wikitext").write_bytes(b"\xff")
    (tmp_path / "c.wikitext").write_text("#REDIRECT [[Laos]]")
    (tmp_path / "d.wikitext").write_text("No date at all.")
    (tmp_path / "e.wikitext").write_text("It was {{open in 1955.")
    code, _, err = run("extract", tmp_path, "--out", tmp_path / "out")
    assert code == 1
    assert "failed: b: " in err
    assert "c:1: redirect: redirects to Laos" in err
    assert "d:1: no_date: no time expression found" in err
    assert "e:1: unclosed: '{{' is opened and never closed" in err
    assert len((tmp_path / "out/events.jsonl").read_text().splitlines()) >= 1


@pytest.mark.parametrize(("width", "kinds"), [(80, False), (120, True)])
def test_the_summary_has_a_line_an_article(nlp, capsys, width, kinds):
    title = "List of diplomatic missions of the United States [and others] in the eastern half of the known world"
    told = "[[Laos]] joined the [[United Nations]] in 1955."
    done = [extractor.extract(Revision(f"A{n}", title, told), nlp) for n in range(3)]
    console = Console(stderr=True, width=width)
    console.print(cli.extract._counts(done, width))
    heading, *lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 3
    assert all(len(line) <= width and line.startswith("List of diplomatic missions of the") for line in lines)
    assert all(re.search(r"… +1 +1 +0", line) for line in lines)
    assert all(("membership 1" in line) == kinds for line in lines)
    assert ("commonest kinds" in heading) == kinds


def test_findings_are_grouped_with_the_line_of_the_first(run, tmp_path):
    (tmp_path / "A.wikitext").write_text(
        "Laos joined in 1955.\n\n" + "It grew.{{citation needed}} It fell.{{cn}}\n\n" * 2
    )
    code, _, err = run("extract", tmp_path, "--out", tmp_path / "out")
    assert code == 0
    assert "A:3: uncited ×4, first: {{citation needed" in err
    assert err.endswith(f"1 event of 1 article in {tmp_path}/out")


def test_wrong_usage_is_one_line_and_exit_code_2(run, tmp_path, monkeypatch):
    monkeypatch.delenv("EXTRACTOR_CONTACT", raising=False)
    monkeypatch.setenv("EXTRACTOR_CACHE", str(tmp_path / "cache"))
    for arguments in (
        ("extract", tmp_path / "none"),
        ("extract", "Laos", "--wiki", "en.wikipedia.org"),
        ("extract", "Laos", "--wiki", "en.wikipedia.org/wiki/Laos", "--contact", "me@example.org"),
        ("extract", "--category", "Laos"),
        ("parse", tmp_path / "none"),
        ("dates", tmp_path / "none"),
        ("evaluate", tmp_path, tmp_path / "none"),
    ):
        code, out, err = run(*arguments)
        assert (code, out) == (2, "")
        assert err.startswith("extractor: ")
    assert run("nonsense")[0] == 2


def test_a_page_with_the_slug_of_a_file_is_a_failure(seed):
    page = dataclasses.replace(seed, page_id=7)
    other = dataclasses.replace(seed, slug="Other")
    first, second, third = cli.extract._distinct([seed, page, other])
    assert (first, third) == (seed, other)
    assert second == Failure(seed.slug, f"{seed.title}: a file has the slug {seed.slug} too: leave one out")


def test_why_it_waits_is_told_and_a_wiki_that_is_down_leaves_the_tables(run, tmp_path):
    arguments = ("--wiki", "http://127.0.0.1:9/api.php", "--contact", "me@example.org", "--cache", tmp_path)
    with stamina.set_testing(True, attempts=2, cap=True):
        code, _, err = run("extract", "Laos", *arguments, "--out", tmp_path / "out")
    assert code == 1
    assert "asking again in 0 s: http://127.0.0.1:9/api.php: ConnectError" in err
    assert "failed: Laos: http://127.0.0.1:9/api.php: ConnectError" in err
    assert not (tmp_path / "out").exists()


def test_an_article_of_five_megabytes_is_read(run, tmp_path):
    line = "* [[Laos]] and [[Mali]] talked about [[trade]] in a long meeting.<ref>Source</ref>\n"
    (tmp_path / "big.wikitext").write_text(line * (5_000_000 // len(line)) + "\nLaos joined in 1955.\n")
    code, out, _ = run("parse", tmp_path / "big.wikitext")
    read = json.loads(out)
    assert code == 0
    assert len(read["marks"]) == 5_000_000 // len(line)
    assert read["blocks"][-1]["text"] == "Laos joined in 1955."


def test_parse_prints_the_article(run):
    _, out, _ = run("parse", next((ROOT / "corpus").glob("*.wikitext")))
    read = json.loads(out)
    assert [mark["label"] for mark in read["marks"]] == [
        "1",
        "2",
        "3",
        "4",
        "5",
        "1",
        "2",
        "6",
        "7",
        "8",
        "9",
        "10",
        "11",
    ]
    assert {(section["level"], section["heading"]) for section in read["sections"]} >= {
        (2, "History"),
        (3, "Relations with the PRK"),
    }


def test_dates_reads_lines_and_says_which_is_wrong(run, tmp_path):
    (tmp_path / "texts.jsonl").write_text('{"doc_id": "a", "text": "In November 1973 they left."}\n')
    _, out, _ = run("dates", tmp_path / "texts.jsonl")
    assert json.loads(out) == {
        "doc_id": "a",
        "timexes": [
            {
                "start": 3,
                "end": 16,
                "text": "November 1973",
                "type": "DATE",
                "value": "1973-11",
                "mod": "",
                "edtf": "1973-11",
            }
        ],
    }
    (tmp_path / "texts.jsonl").write_text('{"doc_id": "a"}\n')
    code, _, err = run("dates", tmp_path / "texts.jsonl")
    assert code == 2
    assert "texts.jsonl:1: not" in err


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (b'{"doc_id": "b", "text": "na\xefve"}', "texts.jsonl: not UTF-8 at byte 62 (line 2): save the file as UTF-8"),
        (b'{"doc_id": "b", "text": 5}', "texts.jsonl:2: {}: Expected `str`, got `int` - at `$.text`"),
        (b'{"id": "b", "txt": "a"}', "texts.jsonl:2: {}: Object missing required field `doc_id`"),
        (b"[1, 2]", "texts.jsonl:2: {}: Expected `object`, got `array`"),
        (b"In 1973", "texts.jsonl:2: {}: JSON is malformed: invalid character (byte 0)"),
        (
            b'{"doc_id": "b", "text": "a", "dct": "May"}',
            "texts.jsonl:2: dct: the day a text was written must be YYYY-MM-DD",
        ),
    ],
)
def test_dates_says_what_a_line_must_be(run, tmp_path, line, message):
    (tmp_path / "texts.jsonl").write_bytes(b'{"doc_id": "a", "text": "In 1973"}\n' + line + b"\n")
    code, out, err = run("dates", tmp_path / "texts.jsonl")
    wanted = 'not {"doc_id": …, "text": "…"}, one to a line'
    assert (code, len(out.splitlines())) == (2, 1)
    assert err.startswith("extractor: ")
    assert message.replace("{}", wanted) in err


def test_a_byte_order_mark_is_passed_over(run, tmp_path):
    (tmp_path / "texts.jsonl").write_bytes(b'\xef\xbb\xbf{"doc_id": 7, "text": "In 1973"}\r\n')
    assert json.loads(run("dates", tmp_path / "texts.jsonl")[1])["doc_id"] == 7


def test_a_folder_where_a_file_is_wanted_is_called_one(run, tmp_path):
    for command in ("parse", "dates"):
        code, _, err = run(command, tmp_path)
        assert (code, err) == (2, f"extractor: {tmp_path}: a folder, where one file is wanted: name a file in it")


def test_where_no_table_can_be_written_nothing_is_extracted(run, tmp_path, monkeypatch):
    monkeypatch.setattr("extractor.pipeline.load", lambda _: pytest.fail("extraction began"))
    (tmp_path / "file").write_text("kept")
    code, _, err = run("extract", ROOT / "corpus", "--out", tmp_path / "file")
    assert (code, err) == (2, f"extractor: {tmp_path}/file: a file, where a folder is wanted: name another")
    code, _, err = run("extract", ROOT / "corpus", "--out", tmp_path / "file/a/b")
    assert (code, err) == (2, f"extractor: {tmp_path}/file/a/b: no folder to write to: Not a directory; name another")
    run("extract", tmp_path / "none", "--out", tmp_path / "new/folder")
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_evaluate_prints_a_table_and_json(run):
    code, out, _ = run("evaluate", ROOT / "gold", ROOT / "outputs/events.jsonl")
    assert code == 0
    assert "resampling events of the one article" in out
    _, out, _ = run("evaluate", ROOT / "gold", ROOT / "outputs/events.jsonl", "--json")
    assert set(json.loads(out)) == {"f1", "counts", "articles", "intervals", "resampled"}


def test_evaluate_needs_an_article_in_common(run, tmp_path):
    (tmp_path / "events.jsonl").write_text('{"article": "Laos"}\n')
    code, out, err = run("evaluate", ROOT / "gold", tmp_path / "events.jsonl")
    assert (code, out) == (2, "")
    assert "no article in common: the gold has Cambodia-Russia_relations, the events have Laos" in err


def test_every_command_has_help_and_is_in_the_readme():
    for command in cli.app.registered_commands:
        assert command.callback.__doc__
        assert f"extractor {command.callback.__name__}" in README


def test_the_readme_excerpt_is_in_the_outputs():
    excerpt = json.loads(README.split("<!-- excerpt -->\n```json\n")[1].split("```")[0])
    lines = (ROOT / "outputs/events.jsonl").read_text(encoding="utf-8").splitlines()
    assert any(holds(json.loads(line), excerpt) for line in lines)


def holds(whole, part):
    """Whether `part` is `whole` with fields left out."""
    if isinstance(part, dict):
        return isinstance(whole, dict) and all(key in whole and holds(whole[key], value) for key, value in part.items())
    if isinstance(part, list) and isinstance(whole, list):
        return len(whole) == len(part) and all(map(holds, whole, part))
    return bool(whole == part)


def test_the_readme_shows_what_dates_prints(run, tmp_path):
    (tmp_path / "texts.jsonl").write_text('{"doc_id": "a", "text": "They had relations from 1973 to 1975."}\n')
    shown = README.split("<!-- dates line -->\n```json\n")[1].split("```")[0]
    assert run("dates", tmp_path / "texts.jsonl")[1] == shown


def test_the_data_dictionary_is_fresh():
    assert (ROOT / "docs/data_dictionary.md").read_text(encoding="utf-8") == tables.dictionary()


def test_public_names_are_all_there_and_the_version_is_one():
    assert sorted(extractor.__all__) == extractor.__all__
    assert all(hasattr(extractor, name) for name in extractor.__all__)
    assert f'version = "{extractor.__version__}"' in (ROOT / "pyproject.toml").read_text()
    assert f"## {extractor.__version__}" in (ROOT / "CHANGELOG.md").read_text()


def test_the_constraints_pin_every_dependency_and_name_no_address():
    lines = [line for line in (ROOT / "constraints.txt").read_text().splitlines() if line and not line.startswith("#")]
    assert all(re.match(r"[a-z0-9._-]+==[\w.+!]+( ; .+)?$", line) for line in lines)


def test_readme_example_runs(nlp):
    import doctest

    assert doctest.testmod(extractor).failed == 0


def test_the_feed_has_the_columns_of_its_record():
    assert [column.name for column in tables.FEED] == [field.name for field in fields(Change)]


def test_explain_shows_why(run):
    event = json.loads((ROOT / "outputs/events.jsonl").read_text(encoding="utf-8").splitlines()[3])
    code, out, _ = run("explain", event["id"], "--events", ROOT / "outputs/events.jsonl", "--texts", ROOT / "corpus")
    assert code == 0
    for shown in (
        f"[trigger: {event['trigger']['text']}]",
        event["date"]["edtf"],
        event["kind"],
        event["rule"],
        "parse ",
    ):
        assert shown in out


def test_explain_tells_from_which_words_a_date_was_derived(run, tmp_path):
    text = "Laos joined the [[United Nations]] on 14 December 1955. In 1975, the king abdicated. In May 1976 Laos left it, and in June it signed a treaty."
    (tmp_path / "A.wikitext").write_text(text)
    run("extract", tmp_path / "A.wikitext", "--out", tmp_path)
    rows = [json.loads(line) for line in (tmp_path / "events.jsonl").read_text(encoding="utf-8").splitlines()]
    event = next(row for row in rows if row["date"]["text"] == "June")
    _, out, _ = run("explain", event["id"], "--events", tmp_path / "events.jsonl", "--texts", tmp_path)
    assert f"derived     from 'May 1976' @{text.index('May 1976')}" in out


def test_explain_shows_the_sentence_as_it_reads_with_its_words_marked(run, tmp_path):
    text = "[[Laos|It]] was so.\n\nIn March the [[Laos|kingdom]] grew, and in '''March''' 1976&nbsp;the [[Laos|Laotians]] joined the [[United Nations|UN]].<ref>A</ref>"
    (tmp_path / "A.wikitext").write_text(text)
    run("extract", tmp_path / "A.wikitext", "--out", tmp_path)
    rows = [json.loads(line) for line in (tmp_path / "events.jsonl").read_text(encoding="utf-8").splitlines()]
    event = next(row for row in rows if row["trigger"]["text"] == "joined")
    code, out, _ = run("explain", event["id"], "--events", tmp_path, "--texts", tmp_path)
    heading, sentence, *_ = out.splitlines()
    assert (code, heading) == (0, "A, lead, paragraph, line 3 of the wikitext")
    assert sentence.startswith("  In March the kingdom grew, and in [date: March 1976] the ")
    assert sentence.endswith(" [trigger: joined] the [target: UN].")


def test_explain_finds_the_revision_that_was_fetched(run, tmp_path):
    page = Revision("Laos", "Laos", "Laos joined the [[United Nations]] in 1955.", page_id=7, revision_id=8)
    folder = tmp_path / "cache"
    folder.mkdir()
    store = RevisionStore(folder / "revisions.sqlite")
    store.put([page])
    store.close()
    jsonl.write([extractor.extract(page)], tmp_path)
    event = json.loads((tmp_path / "events.jsonl").read_text(encoding="utf-8"))
    code, out, _ = run("explain", event["id"], "--events", tmp_path, "--texts", tmp_path / "none", "--cache", folder)
    assert code == 0
    assert "https://en.wikipedia.org/w/index.php?oldid=8" in out
    code, _, err = run("explain", event["id"], "--events", tmp_path, "--texts", tmp_path / "none", "--cache", tmp_path)
    assert (code, err) == (
        2,
        f"extractor: {tmp_path}/none: no wikitext of 'Laos' here; name its folder with --texts",
    )


def test_explain_names_an_unknown_id_and_a_file_without_events(run, tmp_path):
    code, _, err = run("explain", "none", "--events", ROOT / "outputs/events.jsonl", "--texts", ROOT / "corpus")
    assert code == 2
    assert "no event has the id 'none'" in err
    for name in ("events.csv", "events.parquet", "actors.jsonl"):
        code, _, err = run("explain", "none", "--events", ROOT / "outputs" / name)
        assert (code, err) == (
            2,
            f"extractor: {ROOT}/outputs/{name}:1: no event; name the events.jsonl that extract wrote",
        )
    code, _, err = run("explain", "none", "--events", tmp_path)
    assert (code, err) == (2, f"extractor: {tmp_path}: no events.jsonl in this folder")


def test_nothing_to_extract_is_said_and_leaves_the_tables(run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    code, _, err = run("extract")
    assert (code, err) == (
        2,
        "extractor: nothing to read: name wikitext files or folders, or titles of pages with --wiki",
    )
    code, _, err = run("extract", "--wiki", "en.wikipedia.org", "--contact", "me@example.org", "--cache", tmp_path)
    assert code == 2
    assert "no page is named" in err
    (tmp_path / "A.wikitext").write_text("")
    code, _, err = run("extract", "A.wikitext")
    assert (code, err) == (
        1,
        "failed: A: A.wikitext: the file is empty nothing was extracted, nothing written to outputs",
    )
    assert not (tmp_path / "outputs").exists()


def test_evaluate_says_where_places_are_not_checked(run, tmp_path):
    code, _, err = run("evaluate", ROOT / "gold", ROOT / "outputs", "--texts", tmp_path / "none")
    assert (code, "name that of the labelled articles' wikitext with --texts" in err) == (2, True)
    (tmp_path / "A.wikitext").write_text("In 1955.")
    code, out, err = run("evaluate", ROOT / "gold", ROOT / "outputs", "--texts", tmp_path)
    assert (code, out.startswith("1 article, ")) == (0, True)
    assert err == f"Cambodia–Russia_relations: no wikitext in {tmp_path}; the labels' places are not checked"


def test_the_version_is_printed_and_every_command_is_in_the_help(run):
    assert run("--version")[1] == f"extractor {extractor.__version__}\n"
    _, out, _ = run("--help")
    assert [out.index(f" {name} ") for name in ORDER] == sorted(out.index(f" {name} ") for name in ORDER)
    assert {command.callback.__name__ for command in cli.app.registered_commands} == set(ORDER)


def test_min_confidence_leaves_out_what_is_less_sure(run, tmp_path):
    run("extract", ROOT / "corpus", "--out", tmp_path, "--min-confidence", "0.9")
    kept = [json.loads(line) for line in (tmp_path / "events.jsonl").read_text(encoding="utf-8").splitlines()]
    assert kept
    assert all(event["confidence"] >= 0.9 for event in kept)
