"""A rule overrides a field, adds to it, vetoes it, or says that nothing else counts."""

from datetime import UTC, date, datetime

import pytest
from tests.profiles.pages import GENERIC, parsed

from articlekit import Author, AuthorKind, Moment, Precision, Zone
from articlekit.rules import (
    Layout,
    SavedPage,
    add,
    const,
    css,
    first_of,
    has,
    json_ld,
    meta,
    only,
    regex,
    veto,
)


def author_values(page: SavedPage) -> tuple[str | Author, ...]:
    """Return an author as a value, and a byline."""
    assert page.url
    return (Author("Le Phare", AuthorKind.ORGANISATION), "Par Ada Blanc")


def day(page: SavedPage) -> date:
    """Return a day."""
    assert page.lines
    return date(2026, 3, 13)


def instant(page: SavedPage) -> datetime:
    """Return a moment in time."""
    assert page.lines
    return datetime(2026, 3, 13, 7, tzinfo=UTC)


def moment(page: SavedPage) -> Moment:
    """Return a moment as a value."""
    assert page.lines
    return Moment(date(2026, 3, 12), raw="hier")


def test_a_rule_overrides() -> None:
    """The rule's value is taken; what was found without it stays as evidence."""
    article = parsed(dek=meta("teaser"))
    first, *rest = article.why("dek")
    assert article.dek == "Deux ans de travaux sont finis"
    assert (first.origin, first.locator) == ("profile", "meta('teaser')")
    assert first.rejected is None
    assert GENERIC.dek != article.dek
    assert [e.raw for e in rest if e.rejected == "outranked"]


def test_the_first_rule_that_finds_wins() -> None:
    """Rules behind it do not count."""
    rules = (css("table"), css("h1"), meta("og:title"))
    assert parsed(title=rules).title == "Le port rouvre enfin"


def test_a_rule_that_finds_nothing_changes_nothing() -> None:
    """The field is found as on any other page."""
    article = parsed(title=css("table"), tags=css("table"), authors=css("table"))
    for name in ("title", "tags", "authors"):
        assert getattr(article, name) == getattr(GENERIC, name)


def test_the_same_value_supports_the_rule() -> None:
    """What agrees with the rule is no loser."""
    article = parsed(title=css("h1"))
    assert any(
        e.origin == "element" and e.rejected is None for e in article.why("title")
    )


def test_an_added_value_wins_only_where_nothing_is_surer() -> None:
    """So it fills a field that is empty, and leaves a sure one alone."""
    assert parsed(title=add(const("Autre"))).title == GENERIC.title
    assert GENERIC.kicker != "Autre"
    assert parsed(kicker=add(const("Autre"))).kicker == "Autre"


def test_added_values_stand_behind_the_others() -> None:
    """Each once."""
    article = parsed(tags=(add(const("mer")), add(const("port"))))
    assert article.tags == (*GENERIC.tags, "mer")
    assert parsed(tags=(css("h1"), add(const("mer")))).tags == (
        "Le port rouvre enfin",
        "mer",
    )


def test_a_vetoed_value_cannot_be_taken() -> None:
    """It stays as evidence with a code of its own."""
    article = parsed(section=veto(const("MONDE.")))
    assert GENERIC.section == "Monde"
    assert article.section != "Monde"
    codes = {e.raw: e.rejected for e in article.why("section")}
    assert codes["Monde"] == "vetoed-by-profile"


def test_a_veto_takes_single_values_out_of_many() -> None:
    """The others stay, in their order."""
    rules = (json_ld("author.name"), veto(regex("Rédaction .+", of=json_ld("author"))))
    assert [a.name for a in parsed(authors=rules).authors] == ["Zoé Martin"]
    assert parsed(tags=veto(const("port"))).tags == ("travaux",)
    assert parsed(tags=veto(json_ld("keywords.*"))).tags == ()


def test_only_leaves_nothing_else() -> None:
    """Where the rule yields nothing the field is empty."""
    assert parsed(section=only(css("table"))).section is None
    assert parsed(authors=only(css("table"))).authors == ()
    assert parsed(tags=only(css("table"))).tags == ()
    assert parsed(section=only(css("h1"))).section == "Le port rouvre enfin"


def test_bylines_of_rules_are_read() -> None:
    """Names, their addresses and agencies come out of the printed line."""
    article = parsed(authors=const("Par Zoé Martin et Ada Blanc, AFP"))
    assert [a.name for a in article.authors] == ["Zoé Martin", "Ada Blanc"]
    assert article.authors[0].url == "https://courier.example/auteurs/zoe"
    assert article.agencies == ("AFP",)


def test_a_byline_rule_names_the_authors() -> None:
    """Where no rule is for the authors themselves."""
    article = parsed(byline=const("Texte : Lou Noir"))
    assert article.byline == "Texte : Lou Noir"
    assert [a.name for a in article.authors] == ["Lou Noir"]
    own = parsed(byline=const("Texte : Lou Noir"), authors=const("Ada Blanc"))
    assert [a.name for a in own.authors] == ["Ada Blanc"]


def test_an_agency_alone_leaves_no_author() -> None:
    """The rule found who wrote it, and that is nobody by name."""
    article = parsed(authors=const("AFP"))
    assert (article.authors, article.agencies) == ((), ("AFP",))
    silent = parsed(authors=const("AFP"), agencies=only(css("table")))
    assert (silent.authors, silent.agencies) == ((), ())


def test_functions_return_authors() -> None:
    """Values are taken as they are, texts are read as bylines."""
    article = parsed(authors=author_values)
    assert article.authors == (
        Author("Le Phare", AuthorKind.ORGANISATION),
        Author("Ada Blanc"),
    )


def test_a_name_that_is_none_is_taken_as_it_is() -> None:
    """A rule knows better than what names usually look like."""
    assert [a.name for a in parsed(authors=const("x4711")).authors] == ["x4711"]


@pytest.mark.parametrize(
    ("rule", "iso", "precision", "zone"),
    [
        (css(".when"), "2026-03-14T08:30:00+01:00", Precision.MINUTE, Zone.ASSUMED),
        (day, "2026-03-13", Precision.DAY, Zone.UNKNOWN),
        (instant, "2026-03-13T07:00:00+00:00", Precision.SECOND, Zone.KNOWN),
        (moment, "2026-03-12", Precision.DAY, Zone.UNKNOWN),
        (first_of(css("table"), const("2026-01-02")), "2026-01-02", Precision.DAY, Zone.UNKNOWN),
    ],
)  # fmt: skip
def test_dates_of_rules_are_read(
    rule: object, iso: str, precision: Precision, zone: Zone
) -> None:
    """Texts in the zone of the profile; values of functions as they are."""
    found = parsed(published=rule, timezone="Europe/Paris").published
    assert found is not None
    assert found.value is not None
    assert found.value.isoformat() == iso
    assert (found.precision, found.zone) == (precision, zone)


def test_a_text_that_is_no_date_is_told() -> None:
    """The date is found as without the rule."""
    article = parsed(published=css("h1"))
    assert article.published == GENERIC.published
    assert any(e.rejected == "date-unreadable" for e in article.why("published"))


def test_fields_of_few_values_are_checked() -> None:
    """A word that is no kind of article is trouble, not a value."""
    assert parsed(kind=const("video")).kind == "video"
    assert parsed(access=const("paid")).access == "paid"
    article = parsed(kind=const("essay"))
    assert article.kind == GENERIC.kind
    assert article.warnings == ("rule-wrong-type",)


def test_addresses_and_datelines_are_read() -> None:
    """A relative address counts from the page; a place is a dateline."""
    article = parsed(canonical_url=const("/a"), dateline=const("Brest (AFP)"))
    assert article.canonical_url == "https://courier.example/a"
    assert article.dateline is not None
    assert article.dateline.place == "Brest"
    assert parsed(dateline=const("zzz 17")).dateline is not None
    assert parsed(canonical_url=const("mailto:x@y")).canonical_url is None


def test_language_of_the_profile_goes_before_the_page() -> None:
    """And the caller's before that."""
    assert parsed(language="fr-CA").language == "fr-CA"


def test_words_of_a_profile_help_with_quotes() -> None:
    """A verb of saying that the library does not know, and a title before a name."""
    said = "“The water is still high enough for all of us,” groused Hbm. Ann Lee."
    page = f"<html lang='en'><body><article><h1>Harbour</h1><p>{said}</p></article></body></html>"
    layout = Layout(name="new", matches=has("body"), titles=("Hbm",))
    (quote,) = parsed(page, speech_verbs=("groused",), layouts=(layout,)).quotes
    assert quote.speaker is not None
    assert (quote.speaker.text, quote.cue) == ("Hbm. Ann Lee", "groused")
    (plain,) = parsed(page).quotes
    assert plain.cue != "groused"
