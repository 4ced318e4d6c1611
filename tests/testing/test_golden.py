"""Golden pages: their files, their comparison, their first draft."""

from pathlib import Path

import attrs
import pytest
from tests.testing.pages import golden

from articlekit.errors import GoldenPageError
from articlekit.testing import find_golden, read_golden, write_golden
from articlekit.testing.draft import drafted


def test_written_page_is_read_back(tmp_path: Path) -> None:
    """What is written into a folder is what is read from it."""
    page = golden(tmp_path / "ferry", title="Ferry returns to Penmoor")
    write_golden(page)
    assert page == read_golden(page.folder)
    assert (page,) == find_golden(tmp_path)
    assert "ferry" == page.name


def test_files_are_sorted_json(tmp_path: Path) -> None:
    """The files of a page read well in a difference."""
    write_golden(golden(tmp_path, title="Fähre", dek="x"))
    text = (tmp_path / "expected.json").read_text("utf-8")
    assert '{\n  "dek": "x",\n  "title": "Fähre"\n}\n' == text


def test_draft_of_a_page_is_what_it_gives(tmp_path: Path) -> None:
    """A page whose draft is recorded has no differences."""
    page = golden(tmp_path)
    article = page.parse(())
    page = attrs.evolve(page, expected=drafted(article))
    assert () == page.differences(article)
    assert "Ferry returns to Penmoor" == page.expected["title"]
    assert ["Nora Whitcombe"] == page.expected["authors"]
    assert "2024-05-01T09:30:00+01:00" == page.expected["published"]
    assert 4 == len(page.expected["text"])  # type: ignore[arg-type] # a list
    (image,) = page.expected["images"]  # type: ignore[attr-defined] # a list
    assert ["Reuters"] == image["credit"]["agencies"]


def test_draft_leaves_out_what_is_missing(tmp_path: Path) -> None:
    """Nothing empty is recorded."""
    page = golden(tmp_path)
    assert "kicker" not in drafted(page.parse(()))


def test_draft_of_other_values() -> None:
    """Dates that were not read, authors with a role, and pictures have their form."""
    from articlekit.model import Article, Author, Image, Moment

    made = drafted(
        Article(
            published=Moment(None, raw="2 hours ago"),
            authors=(Author("Nora", role="Editor"), Author("Idris", url="/i")),
            images=(Image("/a.jpg"),),
        )
    )
    assert {"raw": "2 hours ago"} == made["published"]
    assert [{"name": "Nora", "role": "Editor"}, "Idris"] == made["authors"]
    assert {"$count": 1} == made["images"]


def test_differences_name_the_field(tmp_path: Path) -> None:
    """Only recorded fields are compared, or some of them."""
    page = golden(tmp_path, title="Ferry sinks", section={"$count": 0})
    article = page.parse(())
    (one,) = page.differences(article)
    assert "title" == one.path
    assert () == page.differences(article, fields=["section"])


def test_update_keeps_what_is_right(tmp_path: Path) -> None:
    """An update changes what differs, keeps matchers and drops what is gone."""
    old = {"title": "Ferry sinks", "text": {"$contains": "pump"}, "kicker": "Local"}
    page = golden(tmp_path, **old)
    new = page.updated(page.parse(())).expected
    assert {"title": "Ferry returns to Penmoor", "text": {"$contains": "pump"}} == new


@pytest.mark.parametrize(
    ("name", "text", "reason"),
    [
        ("expected.json", '{"titel": "a"}', "did you mean title"),
        ("expected.json", '{"xyz": "a"}', "no field is named 'xyz'"),
        ("expected.json", '{"title": ""}', "title is empty"),
        ("expected.json", '{"authors": []}', "authors is empty"),
        ("expected.json", '{"authors": [{"$cont": 1}]}', r"no matcher is named \$cont"),
        (
            "expected.json",
            '{"dateline": {"place": {"$count": "a"}}}',
            "no whole number",
        ),
        ("expected.json", "[]", "holds no object"),
        ("expected.json", "{", "is no JSON"),
        ("meta.json", '{"urll": "a"}', "there is no key 'urll'; did you mean url"),
        ("meta.json", '{"now": "noon"}', "now is no ISO date"),
        ("meta.json", '{"url": 3}', "url is no text"),
        ("meta.json", None, "is missing"),
        ("page.html", None, "holds no page.html"),
    ],
)
def test_unusable_files(
    tmp_path: Path, name: str, text: str | None, reason: str
) -> None:
    """A file that cannot be used is an error that names it."""
    write_golden(golden(tmp_path, title="a"))
    if text is None:
        (tmp_path / name).unlink()
    else:
        (tmp_path / name).write_text(text, "utf-8")
    with pytest.raises(GoldenPageError, match=reason) as caught:
        read_golden(tmp_path)
    assert str(tmp_path) in caught.value.path


def test_text_page_keeps_its_name(tmp_path: Path) -> None:
    """A page of plain text is `page.txt`, also when it is written again."""
    page = golden(tmp_path, title="a")
    write_golden(page, kind="txt")
    write_golden(page)
    assert ["expected.json", "meta.json", "page.txt"] == sorted(
        path.name for path in tmp_path.iterdir()
    )
