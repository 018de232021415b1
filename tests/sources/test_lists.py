import pytest

from extractor.errors import SourceError
from extractor.sources import titles

PETSCAN_CSV = 'number,title,pageid,namespace,length,touched\n1,Laos,9,"",10,2026\n2,"Côte_d\'Ivoire, a",8,"",10,2026\n'
PETSCAN_JSON = '{"n":"result","*":[{"n":"combination","a":{"type":"subset","*":[{"n":"page","title":"Foreign_relations_of_Laos","id":9},{"n":"page","title":"AC/DC"}]}}]}'


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("a.txt", "\ufeffLaos\n# a remark\n\n  AC/DC \r\nLaos\nCôte_d'Ivoire\n", ["Laos", "AC/DC", "Côte d'Ivoire"]),
        ("a.csv", PETSCAN_CSV, ["Laos", "Côte d'Ivoire, a"]),
        ("a.tsv", "Page_title\tn\nLaos\t1\n\nMali\t2\n", ["Laos", "Mali"]),
        ("a.json", PETSCAN_JSON, ["Foreign relations of Laos", "AC/DC"]),
        ("a.json", '["Laos", "Mali"]', ["Laos", "Mali"]),
        ("a.jsonl", '{"title": "Laos", "id": 3}\n\n"Mali"\n', ["Laos", "Mali"]),
    ],
)
def test_titles_are_read_from_lists_of_many_forms(tmp_path, name, text, found):
    (tmp_path / name).write_text(text, encoding="utf-8")
    assert titles(tmp_path / name) == found


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("a.csv", b"name,n\nLaos,1\n", r"a.csv:1: no column for the titles; head it `title`"),
        ("a.csv", b'title\nLaos\n"Mali\n', r"a.csv:3: not CSV: "),
        ("a.json", b'["Laos"', r"a.json:1: not JSON: "),
        ("a.jsonl", b'"Laos"\n{\n', r"a.jsonl:2: not JSON: "),
        ("a.txt", b"# nothing\n\n", r"a.txt: no titles in it; give one a line"),
        ("a.txt", b"\xff", r"a.txt: can't be read as a list of titles: "),
    ],
)
def test_a_list_that_cannot_be_read_says_where(tmp_path, name, data, message):
    (tmp_path / name).write_bytes(data)
    with pytest.raises(SourceError, match=message):
        titles(tmp_path / name)
    with pytest.raises(SourceError, match="No such file"):
        titles(tmp_path / "none.txt")
