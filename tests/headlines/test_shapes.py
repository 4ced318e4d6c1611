"""Lists in the shapes that pages print them in: tables, tabs, cards, old markup."""

from collections.abc import Callable, Sequence

import pytest

import articlekit
from articlekit.headlines.arrows import without_arrows
from articlekit.model.headline import HeadlineItem

FRONT = "https://news.example/"
STORY = "https://news.example/2026/03/second-bridge-is-decided-4999"
TITLES = (
    "Ferry line to the islands opens again in May",
    "Bakers fear for their old ovens after new rules",
    "Council buys forty trams from abroad",
    "Museum shows its oldest charts of the sea",
    "Two villages share one school bus from autumn",
)
JAPANESE = (
    "島への連絡船が五月に再開へ",
    "老舗パン店が新しい規制に不安",
    "市が海外から路面電車四十両を購入",
    "二つの村が秋からスクールバスを共有",
)
ARABIC = (
    "عودة خط العبارات إلى الجزر في مايو بعد توقف عامين",
    "أصحاب الأفران القديمة يخشون القواعد الجديدة",
    "المجلس يشتري أربعين عربة ترام من الخارج",
)
ARTICLE = "<div><h1>Second bridge is decided</h1>" + "".join(
    f"<p>{text}</p>"
    for text in (
        "The council of the harbour town decided on Tuesday evening to build a second bridge over the river, after ten years of quarrel about its place and its price.",
        "Mayor Ines Tollund said the work would begin in spring and last for three years, with a pause of some months while the birds breed on the banks.",
        "Opponents want to collect signatures until the end of the month; they fear for the old mill and for the gardens that lie behind the dam.",
    )
)
FRAME = (
    '<!doctype html><html lang="{lang}"><head><title>Harbour News</title></head><body>'
    '<div><a href="/">Home</a><a href="/sport">Sport</a><a href="/culture">Culture and leisure</a></div>'
    '{inner}<div><a href="/imprint">Imprint and contact</a><a href="/privacy">Privacy policy and cookies</a>'
    '<a href="/subscribe">Subscribe to our newsletter today</a></div></body></html>'
)


def _url(n: int) -> str:
    return f"/2026/03/story-of-the-harbour-{4400 + n}"


def _rows(titles: Sequence[str], row: Callable[[int, str, str], str]) -> str:
    return "".join(row(n, title, _url(n)) for n, title in enumerate(titles))


def _front(inner: str, lang: str = "en") -> tuple[HeadlineItem, ...]:
    page = FRAME.format(lang=lang, inner=inner)
    return articlekit.parse_headlines(page, url=FRONT).items


def _beside(inner: str, lang: str = "en") -> tuple[HeadlineItem, ...]:
    page = FRAME.format(lang=lang, inner=ARTICLE + "</div>" + inner)
    return articlekit.parse(page, url=STORY, profiles=()).headlines


def _dates(items: tuple[HeadlineItem, ...]) -> list[str | None]:
    return [item.published.raw if item.published else None for item in items]


def _titles(items: tuple[HeadlineItem, ...]) -> list[str]:
    return [item.title for item in items]


def _card(n: int, title: str, url: str) -> str:
    return (
        f'<div><div><a href="{url}"><img src="/i/{n}.jpg" width=300 height=200 alt=""></a></div>'
        f'<div><a href="/town">Town</a></div><div><a href="{url}">{title}</a></div><div>{n + 1} hours ago</div></div>'
    )


def test_cards_without_a_class() -> None:
    """A grid of boxes without a word on them gives section, title and date."""
    items = _front(f"<div>{_rows(TITLES, _card)}</div>")
    assert list(TITLES) == _titles(items)
    assert ["Town"] * 5 == [item.category for item in items]
    assert [f"{n} hours ago" for n in range(1, 6)] == _dates(items)


def test_tables() -> None:
    """A table with fonts and bullets is a list under the cell above it."""
    rows = _rows(
        TITLES,
        lambda n, title, url: (
            f"<tr><td>&middot;</td><td><font size=2><a href={url}><b>{title}</b></a></font><br>"
            f"<font size=1>0{n + 1}.03.2026 1{n}:20</font></td></tr>"
        ),
    )
    items = _front(
        f"<table><tr><td bgcolor=#003366><b>Latest news</b></td></tr><tr><td><table>{rows}</table></td></tr></table>"
    )
    assert list(TITLES) == _titles(items)
    assert {"Latest news"} == {item.block for item in items}
    assert [f"0{n + 1}.03.2026 1{n}:20" for n in range(5)] == _dates(items)


def test_dates_in_brackets_behind_the_link() -> None:
    """A date beside the link is no part of the title; wide letters count twice."""
    rows = _rows(
        JAPANESE,
        lambda n, title, url: (
            f'<li><a href="{url}">{title}</a><span>（3月{n + 1}日 10:3{n}）</span></li>'
        ),
    )
    items = _front(f"<section><h3>最新ニュース</h3><ul>{rows}</ul></section>", "ja")
    assert list(JAPANESE) == _titles(items)
    assert [f"3月{n + 1}日 10:3{n}" for n in range(4)] == _dates(items)


def test_right_to_left_cards() -> None:
    """Arabic cards give section, title and the distance from now."""
    rows = _rows(
        ARABIC,
        lambda n, title, url: (
            f'<div><a href="{url}"><img data-src="/i/{n}.jpg" src="data:image/gif;base64,R0lG">'
            f"<span>محليات</span><h4>{title}</h4></a><span>منذ {n + 3} ساعات</span></div>"
        ),
    )
    items = _front(f"<div dir=rtl><h2>الأكثر قراءة</h2><div>{rows}</div></div>", "ar")
    assert list(ARABIC) == _titles(items)
    assert ["محليات"] * 3 == [item.category for item in items]
    assert [f"منذ {n + 3} ساعات" for n in range(3)] == _dates(items)


def test_a_list_of_terms() -> None:
    """Dates in `dt` go to the titles in `dd`."""
    rows = _rows(
        TITLES,
        lambda n, title, url: (
            f"<dt>1{n} March 2026</dt><dd><a href={url}>{title}</a></dd>"
        ),
    )
    items = _front(f"<h3>News archive</h3><dl>{rows}</dl>")
    assert list(TITLES) == _titles(items)
    assert [f"1{n} March 2026" for n in range(5)] == _dates(items)


def test_titles_and_dates_one_after_the_other() -> None:
    """Without a box around both, a date under a title belongs to it."""
    rows = _rows(
        TITLES,
        lambda n, title, url: (
            f'<h3><a href="{url}">{title}</a></h3><p>1{n} March 2026</p>'
        ),
    )
    items = _front(f"<div>{rows}</div>")
    assert list(TITLES) == _titles(items)
    assert [f"1{n} March 2026" for n in range(5)] == _dates(items)


def test_a_line_of_details() -> None:
    """Of "name | date | section" the date is sure."""
    rows = _rows(
        TITLES,
        lambda n, title, url: (
            f'<div><a href="{url}">{title}</a><div>Mara Quell | {n + 2} March 2026 | Town</div></div>'
        ),
    )
    items = _front(f"<h2>Top stories</h2>{rows}")
    assert list(TITLES) == _titles(items)
    assert [(f"{n + 2} March 2026", "Town") for n in range(5)] == list(
        zip(_dates(items), [item.category for item in items], strict=True)
    )


def test_bylines_and_dates_in_a_sentence() -> None:
    """A line "by X on Monday" gives author and date."""
    rows = _rows(
        TITLES,
        lambda n, title, url: (
            f'<div><h2><a href="{url}">{title}</a></h2><p>By <a href="/author/ivo">Ivo Trent</a> on March {n + 1}, 2026</p>'
            f'<p>The plan was made last year and will cost the town a good deal of money. <a href="{url}">Read more</a></p></div>'
        ),
    )
    items = _front(rows)
    assert list(TITLES) == _titles(items)
    assert {("Ivo Trent",)} == {item.authors for item in items}
    assert [f"March {n + 1}, 2026" for n in range(5)] == _dates(items)


def test_tabs() -> None:
    """Each panel of a row of tabs has the label of its tab."""
    first, second = (
        "".join(f'<li><a href="{_url(n)}">{TITLES[n]}</a></li>' for n in part)
        for part in (range(3), range(3, 5))
    )
    items = _beside(
        "<div><ul role=tablist><li><button>Latest</button></li><li><button>Most read</button></li></ul>"
        f"<div role=tabpanel><ol>{first}</ol></div><div role=tabpanel><ol>{second}</ol></div></div>"
    )
    assert list(TITLES) == _titles(items)
    assert ["Latest"] * 3 + ["Most read"] * 2 == [item.block for item in items]


@pytest.mark.parametrize(
    "form",
    [
        "<div class=desktop><h3>Editors' picks</h3><div>{slides}</div></div><div class=mobile><h3>Editors' picks</h3><div>{slides}</div></div>",
        "<div class=slick><h3>Editors' picks</h3><div>{slides}{slides}</div></div>",
    ],
)
def test_lists_twice_in_the_source(form: str) -> None:
    """A list for narrow screens, a list for wide ones and the copies of a carousel count once."""
    slides = _rows(
        TITLES,
        lambda n, title, url: (
            f'<div><a href="{url}"><img src="/i/{n}.jpg"><div>{title}</div></a></div>'
        ),
    )
    items = _beside(form.format(slides=slides))
    assert list(TITLES) == _titles(items)
    assert {"Editors' picks"} == {item.block for item in items}


def test_a_ticker() -> None:
    """The times before the titles of a ticker are dates."""
    rows = _rows(
        TITLES,
        lambda n, title, url: (
            f'<li><a href="{url}"><time>1{n}:45</time> {title}</a></li>'
        ),
    )
    items = _beside(f"<div><h3>Newsticker</h3><ul>{rows}</ul></div>")
    assert list(TITLES) == _titles(items)
    assert [f"1{n}:45" for n in range(5)] == _dates(items)


def test_ranks_that_are_glued_to_the_titles() -> None:
    """Numbers that count the items leave the titles, glued or not."""
    rows = _rows(
        JAPANESE,
        lambda n, title, url: (
            f'<div><span>{n + 1}</span><a href="{url}">{title}</a></div>'
        ),
    )
    items = _beside(
        f"<div><div><span>アクセスランキング</span></div>{rows}</div>", "ja"
    )
    assert list(JAPANESE) == _titles(items)


def test_running_times_of_videos() -> None:
    """The running time on a picture is neither title nor date."""
    rows = _rows(
        TITLES,
        lambda n, title, url: (
            f'<div><a href="/video{url}"><img src="/v{n}.jpg"><span>0{n + 1}:2{n}</span></a><a href="/video{url}">{title}</a></div>'
        ),
    )
    items = _beside(f"<section><h2>Videos</h2>{rows}</section>")
    assert list(TITLES) == _titles(items)
    assert [None] * 5 == _dates(items)


def test_advertisements_are_no_items() -> None:
    """Sponsored links, forms and keyword links between stories are left out."""
    advert = (
        '<div><a rel="sponsored nofollow" href="https://shop.example/the-best-mattress-of-the-year-2026">'
        '<img src="/m.jpg"></a><div>Sponsored</div><div><a rel="sponsored nofollow" '
        'href="https://shop.example/the-best-mattress-of-the-year-2026">This mattress changes how you sleep</a></div></div>'
        '<div><a href="/app">Click here to get our app for your phone</a></div>'
    )
    first, rest = _rows(TITLES[:2], _card), _rows(TITLES[2:], _card)
    items = _beside(
        f"<div><h2>Related stories</h2>{first}{advert}{rest.replace('4400', '4410').replace('4401', '4411').replace('4402', '4412')}</div>"
    )
    assert list(TITLES) == _titles(items)


def test_widgets_of_advertisers_are_no_lists() -> None:
    """Cards that lead to an advertising network are none, nor are tags and authors."""
    cards = "".join(
        f'<div><a href="https://track.adnet.example/click?x={n}"><img src="/m{n}.jpg"><span>Nobody knew this trick number {n} before</span></a></div>'
        for n in range(4)
    )
    items = _beside(
        f'<div id="taboola-below"><h3>You may like</h3>{cards}</div>'
        '<div><h4>Topics</h4><a href="/tag/rivers">Rivers and harbours of the coast</a><a href="/tag/council">Town council of the harbour</a></div>'
        '<div><a href="/author/mara-quell">Mara Quell, reporter for town affairs</a></div>'
    )
    assert items == ()


def test_part_of_a_title_may_be_linked() -> None:
    """Words of the title that stand outside its link stay in it."""
    rows = _rows(
        TITLES,
        lambda _, title, url: f'<li>{title[:4]}<a href="{url}">{title[4:]}</a></li>',
    )
    items = _beside(f"<div><h3>More stories</h3><ul>{rows}</ul></div>")
    assert list(TITLES) == _titles(items)


def test_months_of_an_archive_are_no_items() -> None:
    """A month and a year is no story, in any language."""
    months = ("September 2020", "Mai 2019", "março de 2021", "2020年9月", "Август 2018")
    rows = _rows(months, lambda _, title, url: f'<li><a href="{url}">{title}</a></li>')
    items = _beside(f"<div><h3>Latest posts</h3><ul>{rows}</ul></div>")
    assert items == ()


def test_a_time_before_the_section() -> None:
    """Of "11.14 NEWS" the time is the date and the rest the section."""
    rows = _rows(
        TITLES,
        lambda _, title, url: (
            f'<li><a href="{url}"><div>11.14 NYHETER</div><div>{title}</div></a></li>'
        ),
    )
    items = _beside(f"<div><h3>Mest läst</h3><ul>{rows}</ul></div>", "sv")
    assert list(TITLES) == _titles(items)
    assert {("NYHETER", "11.14")} == {
        (item.category, item.published.raw) for item in items if item.published
    }


def test_counts_and_spans_of_time_name_no_list() -> None:
    """Texts such as "3 comments" and the tab of a day stand over no list."""
    rows = _rows(TITLES, lambda _, title, url: f'<li><a href="{url}">{title}</a></li>')
    for name in ("3 COMMENTS", "24h"):
        items = _beside(f"<div><h3>{name}</h3><ul>{rows}</ul></div>")
        assert {None} == {item.block for item in items}


def test_a_known_name_over_plain_addresses() -> None:
    """Under an h-tag that says "latest", addresses need not look like stories'."""
    rows = "".join(
        f'<li><a href="{url}">{title}</a></li>'
        for url, title in (
            ("/khel/hockey-final", "हॉकी के फाइनल में पहुँची जिले की टीम"),
            ("/desh/mausam-chetavani", "पहाड़ों में बर्फबारी की चेतावनी जारी"),
            ("/rajya/pustak-mela", "शहर में शुरू हुआ सात दिन का पुस्तक मेला"),
        )
    )
    items = _beside(f"<div class=top><h3>ताज़ा खबरें</h3><ul>{rows}</ul></div>", "hi")
    assert [("ताज़ा खबरें", 1), ("ताज़ा खबरें", 2), ("ताज़ा खबरें", 3)] == [
        (item.block, item.block_rank) for item in items
    ]


def test_a_section_that_is_linked_before_each_story() -> None:
    """The link to the section that comes back over each story is no item."""
    rows = _rows(
        TITLES,
        lambda _, title, url: (
            '<div><a href="/news/crime-public-safety/">Crime and Public Safety |</a></div>'
            f'<div><a href="{url}">{title}</a></div>'
        ),
    )
    items = _beside(f"<div><h2>Latest news</h2>{rows}</div>")
    assert list(TITLES) == _titles(items)


@pytest.mark.parametrize(
    ("printed", "title"),
    [
        ("« Bakers fear for their old ovens", "Bakers fear for their old ovens"),
        (
            "Council buys forty trams from abroad »",
            "Council buys forty trams from abroad",
        ),
        ("> Museum shows its oldest charts", "Museum shows its oldest charts"),
        ("Next: Two villages share one bus", "Two villages share one bus"),
        (
            "« Vorherige News: Zwei Dörfer teilen sich einen Bus",
            "Zwei Dörfer teilen sich einen Bus",
        ),
        ("‹ PreviousTwo villages share one bus", "Two villages share one bus"),
        ("Два села делят автобус Далее →", "Два села делят автобус"),
        ("Vorheriger Beitrag Zwei Dörfer teilen sich", "Zwei Dörfer teilen sich"),
        (
            "Next year Two villages share one bus",
            "Next year Two villages share one bus",
        ),
        ("« Tout va bien », dit le boulanger", "« Tout va bien », dit le boulanger"),
        ("„Alles ist gut“, sagt der Bäcker", "„Alles ist gut“, sagt der Bäcker"),
        ("Next year the bridge will be open", "Next year the bridge will be open"),
    ],
)
def test_arrows_lead_to_titles(printed: str, title: str) -> None:
    """Arrows, and words such as "next" beside them, are no part of a title."""
    assert title == without_arrows(printed)


@pytest.mark.parametrize(
    "words",
    [
        "Next Post »",
        "vorheriger Artikel",
        "Article suivant →",
        "前の記事",
        "© ",
        "Redakteurin",
        "Share this article:",
    ],
)
def test_links_that_show_no_title(words: str) -> None:
    """A direction, a mark, what somebody does and the name of a box are no stories."""

    def row(_: int, title: str, url: str) -> str:
        return f'<li><a href="{url}">{title}</a></li>'

    listed = _rows((*TITLES, words), row)
    assert list(TITLES) == _titles(_beside(f"<h2>Latest news</h2><ul>{listed}</ul>"))


def test_topics_behind_a_heading_that_never_ends() -> None:
    """What stands behind "Read more about" is a topic."""
    link = '<a href="/harbour/old-fish-hall/">Old Fish Hall</a>'
    assert () == _beside(f"<h3>Read more about</h3><ul><li>{link}</li></ul>")
