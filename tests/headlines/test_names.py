"""Names of lists."""

import pytest

from articlekit.headlines import block_kind, is_list_heading
from articlekit.headlines.names import NOT_STORIES, name_kind
from articlekit.model.headline import ListKind


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Top Headlines", ListKind.TOP),
        ("MOST READ", ListKind.MOST_READ),
        ("Meistgelesen", ListKind.MOST_READ),
        ("Les plus lus", ListKind.MOST_READ),
        ("Lo más leído", ListKind.MOST_READ),
        ("EN ÇOK OKUNANLAR", ListKind.MOST_READ),
        ("アクセスランキング", ListKind.MOST_READ),
        ("الأكثر قراءة", ListKind.MOST_READ),
        ("Naujausi", ListKind.LATEST),
        ("Последние новости", ListKind.LATEST),
        ("最新新闻", ListKind.LATEST),
        ("More from the harbour", ListKind.RELATED),
        ("Mehr zum Thema: Hafen", ListKind.RELATED),
        ("Powiązane", ListKind.RELATED),
        ("संबंधित खबरें", ListKind.RELATED),
        ("Opinión", ListKind.OPINION),
        ("Lire aussi :", ListKind.INLINE),
        ("【関連記事】", ListKind.RELATED),
        ("Most popular stories this week", ListKind.MOST_READ),
        ("The old lighthouse", ListKind.OTHER),
        ("Tags", ListKind.OTHER),
        (None, ListKind.OTHER),
    ],
)
def test_block_kind(name: str | None, kind: ListKind) -> None:
    """The name says what the list is for, in any language and case."""
    assert kind is block_kind(name)


def test_the_language_comes_first() -> None:
    """A word that means two things is read in the page's language."""
    assert ListKind.OPINION is block_kind("Redaktorzy", "pl")
    assert ListKind.OTHER is block_kind("Sport", "de-AT")


@pytest.mark.parametrize(
    "text", ["Top Stories", "Also read:", "Lesen Sie auch", "관련기사"]
)
def test_headings_of_lists(text: str) -> None:
    """Usual names of lists are known."""
    assert is_list_heading(text)


@pytest.mark.parametrize(
    "text",
    [
        "Sport", "More than 40 boats were lost in the storm last night", "Share",
        "The latest news reached the harbour on Monday.", "", "x" * 200,
    ],
)  # fmt: skip
def test_other_lines_are_none(text: str) -> None:
    """Sections, sentences and long lines are no headings of lists."""
    assert not is_list_heading(text)


def test_what_heads_something_else() -> None:
    """Tags, comments and the like are told apart, counted ones too."""
    assert NOT_STORIES == name_kind("Tags")
    assert NOT_STORIES == name_kind("3 Comments")
