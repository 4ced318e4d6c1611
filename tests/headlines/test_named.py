"""Lists that only their name tells from other links, and the stories before and after."""

import articlekit

_TEXT = "".join(
    f"<p>Paragraph {n} tells at some length what the harbour board heard on Monday.</p>"
    for n in range(6)
)
_PAGE = (
    '<html lang="{lang}"><body><main><article><h1>Harbour board meets again</h1>{text}'
    "</article>{more}</main></body></html>"
)


def _headlines(more: str, lang: str = "en") -> list[tuple[str, str | None]]:
    page = _PAGE.format(lang=lang, text=_TEXT, more=more)
    article = articlekit.parse(page, url="https://paper.example/news/harbour-board")
    return [(item.title, item.block) for item in article.headlines]


def test_name_alone_tells_a_list() -> None:
    """A list under a name such as "More from" needs no heading tag and no long address."""
    more = (
        '<div class="sum"><div class="hd"><span>More from the harbour</span></div>'
        '<div class="row"><a href="/news/quay-rent">Rent for the old quay to rise in July</a></div>'
        '<div class="row"><a href="/news/new-crane">Nobody can name the new crane yet</a></div></div>'
    )
    titles = [title for title, _ in _headlines(more)]
    assert titles == [
        "Rent for the old quay to rise in July",
        "Nobody can name the new crane yet",
    ]


def test_sections_under_such_a_name_are_none() -> None:
    """Links to sections under the same name stay what they are."""
    more = (
        '<div class="sum"><div class="hd"><span>More from the harbour</span></div>'
        '<div class="row"><a href="/harbour">Harbour</a></div>'
        '<div class="row"><a href="/sport">Sport</a></div></div>'
    )
    assert _headlines(more) == []


def test_stories_before_and_after() -> None:
    """The boxes for the story before and after hold stories, their labels the names."""
    more = (
        '<nav class="post-navigation"><div class="nav-previous"><a href="https://paper.example/eel-fishers/">'
        '<span class="meta-nav">Vorheriger Beitrag</span>Aalfischer streiten um den alten Hafen</a></div>'
        '<div class="nav-next"><a href="https://paper.example/ferry-bell/">'
        '<span class="meta-nav">Nächster Beitrag</span>Die Glocke der Fähre ist wieder da</a></div></nav>'
    )
    assert _headlines(more, "de") == [
        ("Aalfischer streiten um den alten Hafen", "Vorheriger Beitrag"),
        ("Die Glocke der Fähre ist wieder da", "Nächster Beitrag"),
    ]


def test_pages_before_and_after_are_none() -> None:
    """A pager without titles lists no stories."""
    more = (
        '<div class="pager"><div class="nav-previous"><a href="/news/page/1">Previous</a></div>'
        '<div class="nav-next"><a href="/news/page/3">Next</a></div></div>'
    )
    assert _headlines(more) == []


def test_slug_before_an_identifier() -> None:
    """A slug tells a story also where an identifier stands behind it."""
    more = (
        '<section><h3>Zobacz również</h3><div><a href="https://paper.example/okolice/dzik-na-molo/k3s9d">'
        "Dzik na molo w Szarejwodzie. Nie chciał zejść</a></div>"
        '<div><a href="https://paper.example/kraj/ceny-drewna/8fh2p">Ceny drewna. Jest nowy cennik</a></div></section>'
    )
    titles = [title for title, _ in _headlines(more, "pl")]
    assert titles == [
        "Dzik na molo w Szarejwodzie. Nie chciał zejść",
        "Ceny drewna. Jest nowy cennik",
    ]


def test_news_of_the_hour() -> None:
    """A story in the bar over the page is listed alone, without the word before it."""
    bar = (
        '<div class="site-alert"><strong>Alert</strong> <a href="/news/2026/ferry-stops-until-further-notice">'
        "Ferry stops until further notice</a></div>"
    )
    assert [title for title, _ in _headlines(bar)] == [
        "Ferry stops until further notice"
    ]


def test_notices_in_such_a_bar_are_none() -> None:
    """What leads to no story by its address stays out."""
    bar = '<div class="site-alert"><a href="/subscribe">Six weeks of the paper for one crown only</a></div>'
    assert _headlines(bar) == []
