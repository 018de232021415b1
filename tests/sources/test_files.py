import pytest

from extractor.errors import ManifestError, SourceError
from extractor.records import Failure, Revision
from extractor.sources import read, revisions


def write(folder, name, data):
    path = folder / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"\x89PNG\0\0", "A.wikitext: a binary file, not wikitext"),
        (b"ok\nna\xefve", r"A.wikitext: not UTF-8 at byte 5 \(line 2\): save the file as UTF-8"),
        (b" \n", "A.wikitext: the file is empty"),
    ],
)
def test_unreadable_files_say_where_and_what_to_do(tmp_path, data, message):
    with pytest.raises(SourceError, match=message):
        read(write(tmp_path, "A.wikitext", data))


def test_one_bad_file_among_many_is_a_failure(tmp_path):
    write(tmp_path, "A.wikitext", "A")
    write(tmp_path, "B.wikitext", b"\xff")
    write(tmp_path, "C.wikitext", "C")
    given = list(revisions([tmp_path]))
    assert [type(item).__name__ for item in given] == ["Revision", "Failure", "Revision"]
    assert isinstance(given[1], Failure)
    assert "B.wikitext: not UTF-8" in given[1].message


def test_the_same_file_is_read_once(tmp_path):
    path = write(tmp_path, "A.wikitext", "A")
    (tmp_path / "B.wikitext").symlink_to(path)
    given = list(revisions([tmp_path, path, path, tmp_path / ".." / tmp_path.name / "A.wikitext"]))
    assert [item.slug for item in given] == ["A", "B"]


def test_two_files_of_one_slug_are_told(tmp_path):
    one, other = write(tmp_path, "A.txt", "A"), write(tmp_path, "A.wikitext", "A")
    first, second = revisions([tmp_path])
    assert isinstance(first, Revision)
    assert second == Failure("A", f"{other}: {one} has the same name before the ending: rename one of them")


def test_a_manifest_that_names_a_file_that_is_not_there(tmp_path):
    for name in ("A.wikitext", "B.tex"):
        write(tmp_path, name, "A")
    entries = (f'[[article]]\nfile = "{name}"\ntitle = "A"\n' for name in ("A.wikitext", "B.tex", "C.wikitext"))
    write(tmp_path, "manifest.toml", "".join(entries))
    read, ending, none = revisions([tmp_path])
    assert isinstance(read, Revision)
    assert isinstance(ending, Failure)
    assert "manifest.toml: names B.tex, but its ending is none of .wikitext" in ending.message
    assert isinstance(none, Failure)
    assert "manifest.toml: names C.wikitext, but there is no such file" in none.message


def test_a_folder_with_the_name_of_a_file_is_a_failure(tmp_path):
    (tmp_path / "A.wikitext").mkdir()
    (given,) = revisions([tmp_path])
    assert given == Failure("A", f"{tmp_path}/A.wikitext: can't be read: Is a directory")


def test_missing_sources(tmp_path):
    with pytest.raises(SourceError, match="no such file or folder"):
        list(revisions([tmp_path / "none"]))
    with pytest.raises(SourceError, match="no wikitext here"):
        list(revisions([tmp_path]))


def test_the_manifest_tells_what_is_known(tmp_path):
    path = write(tmp_path, "A_b.wikitext", "text")
    assert (read(path).title, read(path).slug, read(path).page_id) == ("A b", "A_b", None)
    write(
        tmp_path, "manifest.toml", '[[article]]\nfile = "A_b.wikitext"\ntitle = "A/b"\npage_id = 7\nrevision_id = 8\n'
    )
    assert (read(path).title, read(path).page_id, read(path).permalink) == (
        "A/b",
        7,
        "https://en.wikipedia.org/w/index.php?oldid=8",
    )
    write(tmp_path, "manifest.toml", '[[article]]\nfile = "A_b.wikitext"\ntitle = "A/b"\nsha256 = "0"\n')
    with pytest.raises(SourceError, match=r"its sha256 is .*, the manifest says 0"):
        read(path)


@pytest.mark.parametrize(
    ("text", "message"), [("[[article", "not TOML"), ('[[article]]\nfile = "A"\n', r"article.0.title: Field required")]
)
def test_a_faulty_manifest_is_named(tmp_path, text, message):
    path = write(tmp_path, "A.wikitext", "text")
    write(tmp_path, "manifest.toml", text)
    with pytest.raises(ManifestError, match=rf"manifest.toml: {message}"):
        read(path)
