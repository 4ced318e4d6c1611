"""What belongs to a text by where it stands and by how it is made."""

import pytest
from tests.body.test_structure import LANGUAGES, TEXTS, lines, paragraphs, parse, story

from articlekit import Table
from articlekit.body.flow import with_flow
from articlekit.body.select import select_blocks
from articlekit.reading.markup import read_markup
from articlekit.reading.page import Page

TEAMS = ("Harbour", "Old Town", "Hill", "Canal", "Station", "Island", "Mills", "Ferry")


def standings() -> str:
    """Return a table of results whose rows have class words of their own."""
    head = "<tr class=colhead><td>Pos.</td><td>Team</td><td>Points</td></tr>"
    rows = "".join(
        f"<tr class='row team-{50 - n}'><td>{n}</td><td>{team}</td><td>{40 - 3 * n}</td></tr>"
        for n, team in enumerate(TEAMS, 1)
    )
    return f"<table class=tablehead><tbody>{head}{rows}</tbody></table>"


def test_a_table_between_paragraphs_is_text_whatever_its_rows_are_called() -> None:
    """Standings stand whole between the words that introduce and explain them."""
    first, second, third = TEXTS["en"]
    article = parse(story(f"<p>{first}</p>{standings()}<p>{second}</p><p>{third}</p>"))
    (table,) = (block for block in article.body if isinstance(block, Table))
    assert ("Pos.", "Team", "Points") == table.rows[0]
    assert len(TEAMS) + 1 == len(table.rows)


def read(source: str) -> Page:
    """Read a page."""
    return read_markup(source, url="https://example.com/tram")


def number_of(page: Page, text: str) -> int:
    """Return the number of the block with this text."""
    return next(n for n, block in enumerate(page.blocks) if block.text == text)


def scored(page: Page, likely: tuple[str, ...], rest: float) -> list[float]:
    """Score some texts of a page as likely and all others alike."""
    return [2.0 if block.text in likely else rest for block in page.blocks]


@pytest.mark.parametrize("language", LANGUAGES)
def test_sentences_made_like_the_text_between_its_paragraphs_belong_to_it(
    language: str,
) -> None:
    """A paragraph that looks unlikely alone is made like those around it."""
    first, second, third = TEXTS[language]
    made = "".join(
        f"<div class=k7f><p class=x9q>{text}</p></div>"
        for text in (first, second, third)
    )
    page = read(story(made, language=language))
    scores = scored(page, (first, third), -1.8)
    middle = number_of(page, second)
    assert middle in with_flow(
        page, scores, [number_of(page, first), number_of(page, third)]
    )


@pytest.mark.parametrize(
    "changed",
    [
        "<p class=x9q><a href=/other>{0}</a></p>",
        "<p class=teaser>{0}</p>",
        "<div class=box><p class=x9q>{0}</p></div>",
    ],
)
def test_what_is_linked_or_made_otherwise_does_not(changed: str) -> None:
    """A teaser between paragraphs stays out."""
    first, second, third = TEXTS["en"]
    inside = f"<p class=x9q>{first}</p>{changed.format(second)}<p class=x9q>{third}</p>"
    page = read(story(inside))
    scores = scored(page, (first, third), -2.5)
    chosen = select_blocks(page, scores)
    assert number_of(page, second) not in chosen


def test_a_last_paragraph_made_like_the_text_belongs_to_it() -> None:
    """The text goes on behind the last likely block, but not to any length."""
    texts = TEXTS["en"]
    far = "The office will be closed on both days of the fair, as it is every year in the second week of May."
    between = "<div class=ad><span>Advertisement</span></div>" * 9
    inside = f"{paragraphs(texts)}{between}<p>{far}</p>"
    page = read(story(inside))
    scores = scored(page, texts[:2], -0.6)
    chosen = select_blocks(page, scores)
    assert [number_of(page, text) for text in texts] == chosen


@pytest.mark.parametrize("name", ["ez-toc-container", "page-toc", "table-of-contents"])
def test_a_table_of_contents_is_no_text(name: str) -> None:
    """The list of a text's own headings leaves it."""
    first, second, third = TEXTS["en"]
    contents = f"<div class='{name}'><p>Contents of this page</p><ul><li>How the vote went</li><li>What the engineers said</li></ul></div>"
    article = parse(story(f"<p>{first}</p>{contents}<p>{second}</p><p>{third}</p>"))
    assert lines(article) == TEXTS["en"]


@pytest.mark.parametrize("name", ["comments-add", "comment-form", "postcomment"])
def test_the_form_for_comments_is_no_text(name: str) -> None:
    """What asks readers to write below a text leaves it."""
    asking = f"<div class='{name}'><p>You have to be logged in to your account if you want to comment on this story.</p></div>"
    article = parse(story(paragraphs(TEXTS["en"]) + asking))
    assert lines(article) == TEXTS["en"]
