"""Authors: people of the byline, with vetoes for what is none."""

import pytest
from tests.fields.pages import PROSE, clues

from articlekit.fields.authors import find_authors
from articlekit.model import Author, AuthorKind

HEAD = "<h1>Trees grow by the river</h1>"
LD = '<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "Trees grow by the river", "author": {}}}</script>'
SITE = '<meta property="og:site_name" content="Elm Times">'


def names(body: str, head: str = "", lang: str = "en") -> list[str]:
    """Return the names of the authors found."""
    return [
        a.name for a in find_authors(clues(body, head, lang=lang)).authors.value or ()
    ]


@pytest.mark.parametrize(
    "line",
    [
        "<p>By Ada Birch and Tom Quill</p>",
        '<div class="byline"><a href="/author/ada">Ada Birch</a>, <a href="/author/tom">Tom Quill</a></div>',
        '<p><a rel="author" href="/a">Ada Birch</a> <a rel="author" href="/t">Tom Quill</a> · 1 May 2024</p>',
        '<ul><li class="author">Ada Birch</li><li class="author">Tom Quill</li></ul>',
    ],
)
def test_bylines_that_are_shown(line: str) -> None:
    """A label, class words or rel=author make a byline."""
    assert ["Ada Birch", "Tom Quill"] == names(HEAD + line + PROSE)


def test_data_alone_will_do() -> None:
    """JSON-LD names people, with address and role."""
    person = '[{"@type": "Person", "name": "Ada Birch", "url": "https://elmtimes.example/ada", "jobTitle": "Reporter"}]'
    found = find_authors(clues(HEAD + PROSE, LD.format(person))).authors.value
    assert found is not None
    assert [("Ada Birch", "Reporter", "https://elmtimes.example/ada")] == [
        (a.name, a.role, a.url) for a in found
    ]


def test_the_byline_that_is_shown_is_more_complete_than_data() -> None:
    """Where data name the first of two only, the printed line is taken."""
    assert ["Ada Birch", "Tom Quill"] == names(
        HEAD + "<p>By Ada Birch and Tom Quill, CNN</p>" + PROSE,
        LD.format('"Ada Birch"'),
    )


@pytest.mark.parametrize(
    ("author", "code"),
    [
        ('"Elm Times"', "author-is-site-name"),
        ('"admin"', "author-is-generic"),
        ('"tquill7"', "author-is-username"),
    ],
)
def test_vetoes(author: str, code: str) -> None:
    """Sites and users are no authors; the reason is kept."""
    found = find_authors(clues(HEAD + PROSE, SITE + LD.format(author))).authors
    assert (None, code) == (found.value, found.evidence[0].rejected)


def test_authors_of_other_stories_are_left_out() -> None:
    """A byline in a list of related stories is not the article's."""
    teaser = '<div class="related-stories"><h3>Oaks fall</h3><p class="author">Eva Linden</p></div>'
    assert [] == names(HEAD + PROSE + teaser)


def test_photographers_are_left_out() -> None:
    """The name behind a photo label is none of an author."""
    assert ["Ada Birch"] == names(
        HEAD
        + "<p class='author'>Photo: Eva Linse</p><p class='author'>Ada Birch</p>"
        + PROSE
    )


def test_agencies_have_a_field_of_their_own() -> None:
    """An agency in byline or dateline is found and is no author."""
    found = find_authors(clues(HEAD + "<p>By Ada Birch, Reuters</p>" + PROSE))
    assert ("Reuters",) == found.agencies.value
    assert "By Ada Birch, Reuters" == found.byline.value
    wire = find_authors(clues(HEAD + f"<p>NEW DELHI, May 1 (PTI) - {PROSE[3:]}"))
    assert ("PTI",) == wire.agencies.value


def test_a_name_beside_a_date_is_a_byline() -> None:
    """Without any class, a full name and a date under the headline are enough."""
    assert ["Ada Birch"] == names(
        HEAD + "<div><span>Ada Birch</span> May 1, 2024</div>" + PROSE
    )
    assert [] == names(HEAD + "<div>Copy Link</div>" + PROSE)


def test_organisations_give_way_to_people() -> None:
    """An organisation is passed over where a person is named, and taken alone."""
    group, person = '"Elm Growers Association"', '"Ada Birch"'
    both = find_authors(
        clues(HEAD + f"<p>By {person[1:-1]}</p>" + PROSE, LD.format(group))
    )
    assert ["Ada Birch"] == [a.name for a in both.authors.value or ()]
    assert "author-is-organisation" in {e.rejected for e in both.authors.evidence}
    alone = find_authors(clues(HEAD + PROSE, LD.format(group))).authors.value
    assert (Author("Elm Growers Association", AuthorKind.ORGANISATION),) == alone


@pytest.mark.parametrize(
    ("byline", "author", "found"),
    [
        ("<p>By Elm Times Staff</p>", "", ["Elm Times Staff"]),
        ("<p>Por Redacción Elm Times</p>", "", ["Redacción Elm Times"]),
        ("", '{"@type": "Organization", "name": "Elm Times"}', ["Elm Times"]),
        ("", '{"@type": "Person", "name": "Elm Times"}', []),
        ("", '{"@type": "NewsMediaOrganization", "name": "Elm Times"}', []),
        ("<p>By Editorial Staff</p>", "", []),
        ("<p>By elmtimes.example</p>", "", []),
    ],
)
def test_the_site_as_author(byline: str, author: str, found: list[str]) -> None:
    """The site wrote it where a label, or the type in the data, says so."""
    head = SITE + (LD.format(author) if author else "")
    assert found == names(
        HEAD + byline + PROSE, head, "es" if "Por" in byline else "en"
    )


@pytest.mark.parametrize(
    "line",
    [
        "<p>posted on 2024-05-01 23:30 EST by Ada Birch</p>",
        "<p>Wednesday May 1, 2024 7:45 am PST by Ada Birch</p>",
        "<p>12.3.2020 von Ada Birch</p>",
        "<p>By Ada Birch May 1, 2024</p>",
        "<p>By Ada R. Birch and Tom Quill on May 1, 2024 at 3:53PM PST</p>",
    ],
)
def test_a_date_beside_a_byline(line: str) -> None:
    """A date may stand on either side of the name."""
    found = names(HEAD + line + PROSE, lang="de" if "von" in line else "en")
    assert found in (["Ada Birch"], ["Ada R. Birch", "Tom Quill"])


def test_a_post_that_is_quoted_is_no_byline() -> None:
    """The signature of an embedded post has the form of a name beside a date."""
    post = "<p>— Ada Birch (@adabirch) October 27, 2021</p>"
    assert [] == names(HEAD + post + PROSE)


def test_a_user_who_is_shown_is_an_author() -> None:
    """A user's name is taken where readers see it."""
    link = '<a rel="author" href="/users/tquill7">tquill7</a>'
    shown = f"<p>Posted by {link} on 1 May 2024</p>"
    assert ["tquill7"] == names(HEAD + shown + PROSE)


@pytest.mark.parametrize(
    ("href", "found"),
    [
        ("/auteur/ada-birch", ["Ada Birch"]),
        ("https://www.elmtimes.example/profile/ada", ["Ada Birch"]),
        ("/users/ada", ["Ada Birch"]),
        ("https://other.example/user/ada", []),
        ("/profile/register", []),
    ],
)
def test_pages_of_authors(href: str, found: list[str]) -> None:
    """A link to a person's page on the same site makes a byline."""
    line = f'<p><a href="{href}">Ada Birch</a></p>'
    assert found == names(HEAD + line + PROSE)


@pytest.mark.parametrize(
    "meta", ["Ada Birch ada@elmtimes.example", "Ada Birch - https://ada.example"]
)
def test_contacts_are_no_authors(meta: str) -> None:
    """Who made the site signs with an address in the head of each page."""
    assert [] == names(HEAD + PROSE, f'<meta name="author" content="{meta}">')


def test_a_number_alone_makes_no_byline() -> None:
    """Two capitalised words beside a number that is no date are no name."""
    assert [] == names(HEAD + "<div>Room View 3 minutes on foot</div>" + PROSE)


@pytest.mark.parametrize(
    ("kind", "shown", "found"),
    [
        ("Article", "", []),
        ("Article", "<p>More of Ada Birch in our archive.</p>", ["Ada Birch"]),
        ("NewsArticle", "", ["Ada Birch"]),
    ],
)
def test_accounts_that_readers_do_not_see(
    kind: str, shown: str, found: list[str]
) -> None:
    """Data that are not of news name who posted the page; readers must see it too."""
    data = LD.format('"Ada Birch"').replace("NewsArticle", kind)
    credit = find_authors(clues(HEAD + PROSE + shown, data)).authors
    assert found == [a.name for a in credit.value or ()]
    codes = {e.rejected for e in credit.evidence}
    assert ("author-not-shown" in codes) is (not found)


def test_agency_at_the_end_of_a_sentence_has_no_full_stop() -> None:
    """The stop belongs to the sentence that credits the agency."""
    credit = "<p>Reporting by The Associated Press.</p>"
    found = find_authors(clues(HEAD + PROSE + credit)).agencies.value
    assert ("The Associated Press",) == found


@pytest.mark.parametrize(
    ("lines", "lang", "people"),
    [
        ('<p class="label">By</p><p>Ada Birch</p>', "en", ["Ada Birch"]),
        ("<h5>Autor: </h5><div>Max Ahorn/dpa</div>", "de", ["Max Ahorn"]),
        ("<div>Escrito por</div><div>Ana Roble</div>", "es", ["Ana Roble"]),
        ("<div>Interview</div><div>Ada Birch</div>", "en", []),
    ],
)
def test_a_label_may_stand_in_the_line_before(
    lines: str, lang: str, people: list[str]
) -> None:
    """The name behind a label that stands alone is an author, and both are the byline."""
    assert people == names(HEAD + lines + PROSE, lang=lang)


def test_accounts_behind_a_label() -> None:
    """A small word is an author where class words and a label say so."""
    line = '<div class="entry-author">von elm42</div>'
    assert ["elm42"] == names(HEAD + line + PROSE, lang="de")


@pytest.mark.parametrize(
    "line",
    [
        '<div class="license-info"><span class="author-name">Eva Linse</span></div>',
        '<div class="author-note">Less Rent, More Life! Photo by Eva Linse</div>',
    ],
)
def test_class_words_alone_do_not_make_a_byline(line: str) -> None:
    """Whoever licensed a picture, or is named in a sentence, did not write the text."""
    assert [] == names(HEAD + line + PROSE)


def test_a_byline_that_stands_twice_is_printed_once() -> None:
    """Lines of one person, for narrow and wide screens, make one byline."""
    line = '<p class="byline">Ada Birch</p>'
    assert "Ada Birch" == find_authors(clues(HEAD + line * 2 + PROSE)).byline.value


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ('<p class="meta-author">1 May 2024 <b>Elm Times</b> 142 Views</p>', None),
        ('<p class="meta-author">Elm Times</p>', "Elm Times"),
        (
            '<p class="meta-author">By Elm Times, 1 May 2024</p>',
            "By Elm Times, 1 May 2024",
        ),
    ],
)
def test_a_date_beside_the_name_of_the_site_is_no_byline(
    line: str, byline: str | None
) -> None:
    """A byline names somebody, or says that it is one."""
    assert byline == find_authors(clues(HEAD + line + PROSE, SITE)).byline.value


def test_prose_in_east_asian_scripts_is_no_byline() -> None:
    """A sentence of eighty signs that speaks of its author is too long for a byline."""
    line = f'<p class="author">{"筆者は川沿いの並木を毎朝歩いている。" * 5}</p>'
    assert find_authors(clues(HEAD + line + PROSE, lang="ja")).byline.value is None


def test_the_address_of_a_link_inside_of_the_byline() -> None:
    """An author's own page is linked inside of the element that names him; his mail is none."""
    line = '<span class="byline">by <span class="author vcard"><a class="url" href="{}">Ada Birch</a></span></span>'
    for href, url in (
        ("/author/ada/", "https://www.elmtimes.example/author/ada/"),
        ("mailto:ada@elmtimes.example", None),
    ):
        found = find_authors(clues(HEAD + f"<div>{line.format(href)}</div>" + PROSE))
        assert [("Ada Birch", url)] == [
            (a.name, a.url) for a in found.authors.value or ()
        ]


def test_lines_of_one_block_are_read_apart() -> None:
    """What a line break sets off is no part of the name; a label may open any line."""
    role = "<p><b>By Ada Birch</b><br><i>Elm Times harbour correspondent</i></p>"
    assert ["Ada Birch"] == names(HEAD + role + PROSE)
    whole = "<td>3 maja 2024<br>Drzewa nad rzeką<br>Autor: Łukasz Wiąz</td>"
    table = f"<table><tr>{whole}</tr></table>"
    assert ["Łukasz Wiąz"] == names(HEAD + table + PROSE, lang="pl")


def test_who_took_the_pictures_is_no_author() -> None:
    """The word behind a linked name tells what it stands for."""
    line = (
        '<div><a href="/staff/1/ada/">Ada Birch</a> Writer '
        '<a href="/staff/2/tom/">Tom Quill</a> Photographer</div>'
    )
    assert ["Ada Birch"] == names(HEAD + line + PROSE)


_LONG = "<p>The town planted forty elms along the river on Wednesday, the mayor said at noon, and more will follow.</p>"


@pytest.mark.parametrize(
    ("end", "lang", "expected"),
    [
        ("<p><em>Ada Birch, Ben Cole</em></p>", "en", ["Ada Birch", "Ben Cole"]),
        ("<p align=right><b>Ada Birch</b></p>", "en", ["Ada Birch"]),
        ("<p><b>Anna Birke</b> (ab)</p>", "de", ["Anna Birke"]),
        ("<p>Ada Birke, Ben Kohl (dpa)</p><p>Folgen Sie uns.</p>", "de", ["Ada Birke", "Ben Kohl"]),
        (f"{_LONG[:-4]} (Ada Birch)</p>", "en", ["Ada Birch"]),
        ("<p>村は川沿いに四十本のにれの木を植えた。村長が正午に発表した。来年も続けるという。住民も手伝った。<br><br>【森山花子、若林ひな】</p>", "ja", ["森山花子", "若林ひな"]),
    ],
)  # fmt: skip
def test_names_that_sign_a_text(end: str, lang: str, expected: list[str]) -> None:
    """Names alone below the text, or in brackets at its end, are its authors."""
    assert expected == names(HEAD + _LONG * 3 + end, lang=lang)


@pytest.mark.parametrize(
    ("end", "lang"),
    [
        (f"<p>Ada Birch</p>{_LONG}", "en"),
        ("<blockquote><p>— Ada Birch</p></blockquote>", "en"),
        ("<figure><figcaption>Ada Birch, Ben Cole</figcaption></figure>", "en"),
        ("<p><b>Beispiel Finanzierung</b></p>", "de"),
        ("<p>Further Reading:</p>", "en"),
        ("<p>街は川沿いに四十本の木を植えたと市長が正午に発表した。来年も続けるという。（敬称略）</p>", "ja"),
        ("<p>Ada Birch, 12 May</p>", "en"),
    ],
)  # fmt: skip
def test_what_looks_like_a_signature_and_is_none(end: str, lang: str) -> None:
    """Subheads, quoted people, captions and remarks in brackets sign nothing."""
    assert [] == names(HEAD + _LONG * 3 + end, lang=lang)


def test_a_byline_goes_before_a_signature() -> None:
    """Names below the text are looked at only where nobody else is named."""
    found = names(HEAD + "<p>By Tom Quill</p>" + _LONG * 3 + "<p>Ada Birch, Ben Cole</p>")  # fmt: skip
    assert ["Tom Quill"] == found


@pytest.mark.parametrize(
    ("label", "lang", "name"),
    [
        ("Author, ", "en", "Ada Birch"),
        ("Автор, ", "ru", "Анна Березина"),
        ("مصنف, ", "ur", "زینب اختر"),
        ("रिपोर्टः ", "hi", "आशा वर्मा"),
    ],
)
def test_labels_before_a_comma(label: str, lang: str, name: str) -> None:
    """A label that is read out, not shown, ends with a comma."""
    line = f"<ul><li><span>{label}</span><span>{name}</span></li></ul>"
    assert [name] == names(HEAD + line + PROSE, lang=lang)


@pytest.mark.parametrize(
    ("line", "lang"),
    [
        ('<p class="citation-auteur">Pr Ada Birch, directrice</p>', "fr"),
        ('<div class="text-editor"><p>REPORT · RIGHT TO WATER</p></div>', "en"),
        ('<div class="author">Von Referat Öffentlichkeitsarbeit</div>', "de"),
    ],
)
def test_class_words_that_hold_the_word_for_an_author(line: str, lang: str) -> None:
    """The signature of a quote, a text editor's box and a press office are no people."""
    found = find_authors(clues(HEAD + line + PROSE, lang=lang)).authors.value or ()
    assert [] == [a.name for a in found if a.kind is AuthorKind.PERSON]


@pytest.mark.parametrize("line", ["Source: Reuters", "Źródło: PAP, Elm Times"])
def test_the_source_below_the_text(line: str) -> None:
    """A short line below the text names the wire that it comes from."""
    end = f"<div>{line}</div>"
    found = find_authors(clues(HEAD + _LONG * 16 + end)).agencies.value
    assert found is not None
    assert len(found) == 1


def test_a_button_for_larger_letters_is_no_agency() -> None:
    """A button for larger letters says "Aa"; the agency of that name writes "AA"."""
    line = "<h1>Elms along the river</h1><div><button>{}</button></div>"
    assert find_authors(clues(line.format("Aa") + PROSE)).agencies.value is None
    assert find_authors(clues(line.format("AA") + PROSE)).agencies.value == ("AA",)
