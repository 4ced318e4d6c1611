"""Rules for the blocks of the body, for pictures, and for lists of stories."""

import pytest
from tests.profiles.pages import GENERIC, PAGE, SENTENCES, URL, courier, parsed

import articlekit
from articlekit import HeadlineItem, ListKind
from articlekit.rules import (
    add,
    between,
    css,
    lines,
    regex,
    story_block,
    veto,
    xpath,
)

_ITEMS = "".join(
    f"<li><a href='/{{}}/2026/{n}-une-longue-histoire'>{{}} parle du quai numéro {n} du"
    f" port ce matin</a></li>"
    for n in range(1, 5)
)
_LISTS = (
    "<div class='read'><h2>Chez nous</h2><ul>"
    + _ITEMS.replace("{}", "nord")
    + "</ul></div><div class='other'><h2>Ailleurs</h2><ul>"
    + _ITEMS.replace("{}", "sud")
    + "</ul></div>"
)
LISTED = PAGE.replace("</body>", _LISTS + "</body>")


def _stories(article: articlekit.Article) -> list[tuple[str | None, str, int]]:
    return [(i.block, i.block_kind.value, i.rank) for i in article.headlines]


def test_body_is_what_a_rule_selects() -> None:
    """Nothing else is, however likely it looks."""
    text = parsed(body=css(".text > p:not([itemprop])")).text.split("\n")
    assert text == [
        SENTENCES[0],
        "Lisez aussi notre dossier sur les ports.",
        SENTENCES[1],
        SENTENCES[3],
        "Ce texte a été relu.",
    ]


def test_a_body_rule_that_selects_nothing_changes_nothing() -> None:
    """The body is chosen as on any other page."""
    assert parsed(body=css("table"), keep=css("table"), drop=css("table")).body == (
        GENERIC.body
    )


def test_dropped_blocks_leave_the_body() -> None:
    """By selector, by their words, or between two of them."""
    everything = parsed(body=css(".text")).text
    assert "relu" in everything
    for rule in (css(".end"), xpath("//p[@class='end']"), lines(r"Ce texte .+")):
        text = parsed(body=css(".text"), drop=rule).text
        assert "relu" not in text
        assert SENTENCES[3] in text
    text = parsed(body=css(".text"), drop=between(r"Lisez .+", r"La mairie .+")).text
    assert text.split("\n") == [SENTENCES[0], *SENTENCES[2:], "Ce texte a été relu."]
    text = parsed(body=css(".text"), drop=between(r"Lisez .+")).text
    assert text == SENTENCES[0]


def test_kept_blocks_join_the_body() -> None:
    """Even where a field of their own repeats them."""
    article = parsed(keep=css(".lead"))
    assert article.text.startswith("Deux ans de travaux sont finis.\n")


def test_inline_elements_select_the_blocks_they_fill() -> None:
    """A span stands for the text in it, not for the paragraph around it."""
    page = PAGE.replace(
        "Ce texte a été relu.", "<span class='x'>Ce texte a été relu.</span>"
    )
    page = page.replace("Lisez aussi", "<b class='x'>Lisez</b> aussi")
    text = parsed(page, body=css(".text"), drop=css(".x")).text
    assert "relu" not in text
    assert "Lisez aussi" in text


def test_the_reason_for_a_body_is_kept() -> None:
    """Evidence names the rule and how many blocks it selected."""
    article = parsed(drop=(css(".note"), css(".end")))
    found = [(e.origin, e.locator, e.raw) for e in article.why("body")]
    assert ("profile", "css('.note')", "drop: 1 blocks") in found


def test_long_lines_match_no_pattern() -> None:
    """So a pattern of a profile takes no more time than it may."""
    page = PAGE.replace("Ce texte a été relu.", "Ce texte " + "a été relu " * 300)
    assert "relu" in parsed(page, body=css(".text"), drop=lines(r"Ce texte .+")).text


# Pictures


def test_a_pattern_splits_caption_and_credit() -> None:
    """What it names is taken out of the caption."""
    rule = regex(r"\s*Cliché de (?P<credit>[^,]+), Le Courrier")
    (image,) = parsed(credit=rule).images
    assert image.caption == "Le port au lever du jour."
    assert image.credit is not None
    assert image.credit.text == "Lou Noir"
    assert image.credit.photographers == ("Lou Noir",)


def test_a_pattern_can_name_the_caption() -> None:
    """A group of that name is what is left of it."""
    rule = regex(r"(?P<caption>.+?\.) Cliché de (?P<credit>[^,]+)")
    (image,) = parsed(credit=rule).images
    assert image.caption == "Le port au lever du jour."
    (image,) = parsed(caption=regex(r"^Le (.+?) au")).images
    assert image.caption == "port"


def test_elements_hold_captions_and_credits() -> None:
    """Each goes to the picture that it stands with."""
    page = PAGE.replace(
        '</figure>\n<div class="text">',
        "<span class='by'>Lou Noir</span></figure><div class='text'>"
        "<figure><img src='/photos/quai.jpg' width='700' height='500'>"
        "<span class='by'>Ada Blanc/AFP</span></figure>",
    ).replace("Cliché de Lou Noir, Le Courrier", "")
    first, second = parsed(page, credit=css(".by")).images
    assert first.credit is not None
    assert second.credit is not None
    assert (first.credit.text, second.credit.text) == ("Lou Noir", "Ada Blanc/AFP")
    assert first.caption == "Le port au lever du jour."
    assert second.credit.agencies == ("AFP",)
    (image, _) = parsed(page, caption=css("img", attr="alt")).images
    assert image.caption == "Le port"


def test_image_rules_choose_the_pictures() -> None:
    """By the element itself or one around it; one that was not found is added."""
    assert [i.alt for i in parsed(images=css(".ad img")).images] == ["Soldes"]
    assert [i.alt for i in parsed(images=css(".ad")).images] == ["Soldes"]
    assert parsed(images=css(".ad")).images[0].is_lead
    assert parsed(images=css("table")).images == GENERIC.images


def test_pictures_in_dropped_elements_go_too() -> None:
    """What is dropped is no part of the article."""
    assert len(GENERIC.images) == 1
    assert parsed(drop=css("figure.main")).images == ()
    assert parsed(drop=css(".ad")).images == GENERIC.images


# Lists of other stories


def test_a_story_block_is_the_list() -> None:
    """With the kind and name that the rule gives; other lists do not count."""
    article = parsed(LISTED, headlines=story_block(css(".read"), kind="most_read"))
    assert _stories(article) == [("Chez nous", "most_read", n) for n in range(1, 5)]
    named = story_block(css(".other"), kind=ListKind.OPINION, name="Avis")
    assert _stories(parsed(LISTED, headlines=named)) == [
        ("Avis", "opinion", n) for n in range(1, 5)
    ]


def test_an_added_story_block_joins_the_others() -> None:
    """Stories that were found without it come once."""
    generic = articlekit.parse(LISTED, url=URL, profiles=()).headlines
    article = parsed(LISTED, headlines=add(story_block(css(".read"), kind="latest")))
    assert len(generic) == 8
    assert article.headlines == generic


def test_a_vetoed_block_holds_no_stories() -> None:
    """Those of the others stay, ranked anew."""
    article = parsed(LISTED, headlines=veto(css(".read")))
    assert _stories(article) == [("Ailleurs", "other", n) for n in range(1, 5)]
    assert all(isinstance(item, HeadlineItem) for item in article.headlines)
    assert parsed(LISTED, headlines=veto(css("table"))).headlines == (
        articlekit.parse(LISTED, url=URL, profiles=()).headlines
    )


@pytest.mark.parametrize("fields", [("body",), ("images",), ("headlines",), ("title",)])
def test_a_field_asked_for_alone_is_that_of_the_whole(fields: tuple[str, ...]) -> None:
    """Rules count there, too."""
    profile = courier(
        title=css("h1"),
        drop=css(".note"),
        credit=regex(r"Cliché de ([^,]+)"),
        headlines=story_block(css(".read")),
    )
    whole = articlekit.parse(LISTED, url=URL, profiles=(profile,))
    alone = articlekit.parse(LISTED, url=URL, profiles=(profile,), fields=fields)
    for name in fields:
        assert getattr(alone, name) == getattr(whole, name)
