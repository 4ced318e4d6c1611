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


def test_texts_of_cards_that_are_most_of_a_list_are_text() -> None:
    """A list of things to buy has its sentences in cards made alike."""
    first, second, third = TEXTS["en"]
    goods = ("lamp", "bell", "whistle", "lantern", "map")
    texts = [
        f"The {thing} that the old conductors used comes in a box of tin and is made in the harbour to this day."
        for thing in goods
    ]
    cards = "".join(
        f"<div class=w3><div class=w4><p>{text}</p></div></div>" for text in texts
    )
    inside = f"<p class=x9q>{first}</p>{cards}<p class=x9q>{second}</p><p class=x9q>{third}</p>"
    page = read(story(inside))
    known = (first, second, third)
    chosen = select_blocks(page, scored(page, known, -1.8))
    assert {number_of(page, text) for text in (*texts, *known)} == set(chosen)


def test_a_few_cards_in_a_text_are_not() -> None:
    """Three teasers between paragraphs lead to other stories."""
    first, second, third = TEXTS["en"]
    card = "<div class=w3><div class=w4><p>The {0} of the old tram line has a story of its own, and we told it to our readers in the spring.</p></div></div>"
    cards = "".join(card.format(thing) for thing in ("lamp", "bell", "whistle"))
    inside = f"<p class=x9q>{first}</p>{cards}<p class=x9q>{second}</p><p class=x9q>{third}</p>"
    page = read(story(inside))
    known = (first, second, third)
    chosen = select_blocks(page, scored(page, known, -2.5))
    assert [number_of(page, text) for text in known] == chosen


MEALS = (
    "Noodles of courgette with four slices of grilled chicken, a spoon of sesame oil and a cup of cooked red lentils.",
    "Two soft eggs with a cup of green asparagus, half a sweet potato from the oven and a slice of the dark bread.",
    "A salad of tomatoes and cucumber with a cup of cooked beans, a spoon of olive oil and six of the black olives.",
)


def test_the_plan_of_a_week_may_repeat_itself() -> None:
    """Several long lines that stand twice in one box are meant to."""
    week = (*MEALS, *MEALS, MEALS[0])
    assert lines(parse(story(paragraphs((TEXTS["en"][0], *week))))) == (
        TEXTS["en"][0],
        *week,
    )


def test_one_paragraph_that_stands_twice_is_told_once() -> None:
    """An appeal printed between the paragraphs and once more below is a copy."""
    first, second, third = TEXTS["en"]
    twice = (first, MEALS[0], second, MEALS[0], third)
    assert lines(parse(story(paragraphs(twice)))) == (first, MEALS[0], second, third)


LEADS = {
    "en": "Read more:",
    "de": "Mehr zum Thema",
    "fr": "À lire aussi :",
    "es": "Lea también:",
    "ru": "Читайте также:",
    "ja": "関連記事",
}


@pytest.mark.parametrize("language", sorted(LEADS))
def test_headings_over_other_stories_leave_the_text(language: str) -> None:
    """They say what follows, and that is none of the text."""
    texts = TEXTS.get(language, TEXTS["en"])
    page = read(story(f"<p>{texts[0]}</p><h4>{LEADS[language]}</h4><p>{texts[1]}</p>"))
    chosen = select_blocks(page, [2.0] * len(page.blocks))
    assert LEADS[language] not in {page.blocks[i].text for i in chosen}


def headed(heads: tuple[str, ...]) -> tuple[Page, list[int]]:
    """Read paragraphs with headings in boxes of their own, and choose the paragraphs."""
    texts = TEXTS["en"] + MEALS
    inside = "".join(
        f"<div class=q1><h3>{head}</h3></div><div class=q2><p>{text}</p></div>"
        for head, text in zip(heads, texts, strict=False)
    )
    page = read(f"<p class=top>{MEALS[2]}</p>{inside}")
    return page, [i for i, block in enumerate(page.blocks) if block.tag == "p"]


def test_sub_headings_made_alike_belong_to_the_text_below_them() -> None:
    """Names of prizes stand above the lines on who won them."""
    heads = ("Song of the year", "Best new artist", "Band of the year", "Dance")
    page, chosen = headed(heads)
    with_heads = with_flow(page, [-4.0] * len(page.blocks), chosen)
    assert {number_of(page, head) for head in heads} <= set(with_heads)


@pytest.mark.parametrize(
    "heads", [("Advertisement",) * 4, ("Song of the year", "Best new artist")]
)
def test_labels_that_repeat_and_single_headings_do_not(heads: tuple[str, ...]) -> None:
    """The same words above each block, or one or two headings, prove nothing."""
    page, chosen = headed(heads)
    assert with_flow(page, [-4.0] * len(page.blocks), chosen) == chosen
