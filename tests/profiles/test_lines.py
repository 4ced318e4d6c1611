"""Profiles on plain-text pages: the same rules on lines."""

from tests.profiles.pages import SENTENCES, TEXT, URL, courier

import articlekit
from articlekit import Article
from articlekit.rules import (
    Layout,
    add,
    between,
    const,
    css,
    has,
    lines,
    only,
    regex,
    story_block,
    text_after,
    veto,
)

LISTED = (
    TEXT.replace("14 mars 2026\n", "14 mars 2026\nLe quai à midi.\nCliché | Lou Noir\n")
    + "\nÀ lire chez nous\nLe pont du sud ouvre l'an prochain\nLe bac repart dès lundi matin\n"
    + "Écrire à la rédaction\n"
)


def _parsed(text: str = TEXT, **rules: object) -> Article:
    return articlekit.parse_text(text, url=URL, profiles=(courier(**rules),))


def test_fields_come_from_lines() -> None:
    """Title, authors, dates, section: whatever has a rule."""
    article = _parsed(
        title=const("Le port rouvre"),
        dek=const("Après deux ans"),
        authors=text_after("Signé :"),
        published=regex(r"^\d+ mars \d{4}$"),
        section=const("Nord"),
        tags=const("port"),
        site_name=const("Le Courrier"),
        canonical_url=const("https://courier.example/port"),
        access=const("free"),
        kind=const("gallery"),
        language="fr",
    )
    assert article.title == "Le port rouvre"
    assert article.dek == "Après deux ans"
    assert [a.name for a in article.authors] == ["Jean Dupont"]
    assert article.published is not None
    assert str(article.published.value) == "2026-03-14"
    assert (article.section, article.tags) == ("Nord", ("port",))
    assert (article.site_name, article.access) == ("Le Courrier", "free")
    assert article.canonical_url == "https://courier.example/port"
    assert article.kind == "gallery"
    assert article.why("title")[0].origin == "profile"


def test_without_rules_nothing_changes() -> None:
    """A profile without rules, and one whose rules find nothing."""
    generic = articlekit.parse_text(TEXT, url=URL, profiles=())
    assert _parsed() == generic
    assert (
        _parsed(title=css("h1"), body=css("p"), headlines=story_block(css("p")))
        == generic
    )


def test_byline_and_agencies() -> None:
    """A byline names the authors; wires are told apart."""
    article = _parsed(byline=const("Par Ada Blanc, AFP"))
    assert article.byline == "Par Ada Blanc, AFP"
    assert [a.name for a in article.authors] == ["Ada Blanc"]
    assert article.agencies == ("AFP",)
    assert _parsed(authors=only(css("p"))).authors == ()


def test_lines_leave_and_join_the_body() -> None:
    """By pattern, or between two lines."""
    assert "Abonnez" not in _parsed(drop=lines(r"Abonnez-vous .+")).text
    body = _parsed(body=between(r"Le port du nord .+", r"La mairie .+")).text
    assert body == "\n".join(SENTENCES[:2])
    kept = _parsed(keep=lines(r"Signé .+")).text
    assert "Signé : Jean Dupont" in kept


def test_a_pattern_reads_the_credit_of_a_line() -> None:
    """The line is a picture's, and the group its credit."""
    found = [i.credit for i in _parsed(LISTED, credit=regex(r"Cliché \| (.+)")).images]
    assert [c.text for c in found if c] == ["Lou Noir"]
    captions = _parsed(LISTED, caption=regex(r"^Le quai .+")).images
    assert captions[0].caption == "Le quai à midi."


def test_lists_of_stories_stand_between_lines() -> None:
    """The first line names the list, unless the rule does."""
    rule = between(r"À lire .+", r"Écrire .+")
    article = _parsed(LISTED, headlines=story_block(rule, kind="related"))
    assert [(i.block, i.block_kind, i.title, i.rank) for i in article.headlines] == [
        ("À lire chez nous", "related", "Le pont du sud ouvre l'an prochain", 1),
        ("À lire chez nous", "related", "Le bac repart dès lundi matin", 2),
    ]
    named = story_block(between(r"Le pont .+", r"Écrire .+"), name="Ici")
    assert [i.block for i in _parsed(LISTED, headlines=add(named)).headlines] == [
        "Ici"
    ] * 2
    both = (story_block(rule), veto(lines(r"Le bac .+")))
    left = [i.title for i in _parsed(LISTED, headlines=both).headlines]
    assert "Le pont du sud ouvre l'an prochain" in left


def test_layouts_of_text_pages() -> None:
    """They are told by patterns."""
    layouts = (
        Layout(name="dump", matches=has(regex(r"^Signé :")), section=const("Nord")),
    )
    assert _parsed(layouts=layouts).section == "Nord"
    assert _parsed(TEXT.replace("Signé", "De"), layouts=layouts).section is None
