"""The judge of cards."""

import pytest

from articlekit.headlines.addresses import OTHER, STORY, UNKNOWN, Targets, path_kind
from articlekit.headlines.cards import find_cards
from articlekit.headlines.judge import Judge
from articlekit.headlines.key_words import weights
from articlekit.headlines.lists import find_lists
from articlekit.headlines.small import is_count, is_date, names_in
from articlekit.reading.markup import read_markup

PAGE = """<html lang="en"><body><nav class="menu"><a href="/about-the-old-harbour-company">About the old harbour
company</a></nav><section class="related"><h2>Related</h2><ul class="list"><li class="card"><a
href="/2026/ferry-line-opens-again-4411"><img src="f.jpg"><h3>Ferry line opens again in May</h3></a></li><li
class="card"><a href="/2026/bakers-fear-for-ovens-4412" rel="nofollow">Bakers fear for their old ovens</a></li></ul>
</section></body></html>"""


def test_the_score_is_the_sum_of_the_features() -> None:
    """What training sees and what a parse adds up are the same."""
    page = read_markup(PAGE, url="https://news.example/2026/storm-closes-the-harbour")
    targets = Targets(page.url)
    judge = Judge(page, frozenset())
    known = weights()
    for group in find_lists(
        page, find_cards(page, targets, frozenset()), body=frozenset(), language="en"
    ):
        shown = [(card.links[0], card.links[0].pictured) for card in group.cards]
        listed = judge.list_score(group, shown) - round(100 * known[""])
        for card, (link, pictured) in zip(group.cards, shown, strict=True):
            all_of_it = sum(known.get(f, 0.0) for f in judge.features(group, card))
            scored = judge.score(card, link, pictured=pictured)
            assert all_of_it == pytest.approx((listed + scored) / 100)


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/2026/03/04/storm", STORY),
        ("/harbour/storm-closes-the-old-harbour", STORY),
        ("/article?id=48213", STORY),
        ("/%E6%B8%AF%E6%B8%AF%E6%B8%AF%E6%B8%AF%E6%B8%AF", STORY),
        ("/articles/HB7Q8B3JH5Q.html", STORY),
        ("/news/old-harbour", UNKNOWN),
        ("/storm.html", UNKNOWN),
        ("/sport", OTHER),
        ("/tag/storm-closes-the-old-harbour", OTHER),
        ("/pictures/2026/storm-closes-the-harbour.jpg", OTHER),
        ("/our-daily-newsletter-for-you", OTHER),
        ("", OTHER),
    ],
)
def test_addresses(path: str, kind: int) -> None:
    """Slugs, dates and numbers make a story's address; some words unmake it."""
    assert kind == path_kind(path)


def test_targets_of_links() -> None:
    """Forms of one address have one key; share links and networks lead nowhere."""
    targets = Targets("https://www.news.example/a/b")
    forms = (
        "/s/1",
        "https://www.news.example/s/1/",
        "http://news.example/s/1?utm_id=2",
        "//news.example/s/1",
        "../s/1#x",
    )
    assert {"/s/1"} == {t.key for f in forms if (t := targets.read(f))}
    for href in (
        "https://facebook.com/x",
        "https://m.facebook.com/x",
        "/share?u=https%3A%2F%2Fnews.example",
        "/s/1#comments",
        "mailto:a@b",
    ):
        assert targets.read(href) is None
    other = targets.read("https://other.example/s/1")
    assert other is not None
    assert not other.local


@pytest.mark.parametrize(
    "text",
    [
        "2 hours ago",
        "26m 20s ago",
        "4 March 2026",
        "2026.03.04 08:00",
        "10:30",
        "vor 3 Stunden",
        "6時間前",
        "Feb. 27",
    ],
)
def test_dates(text: str) -> None:
    """Dates, times and distances are dates."""
    assert is_date(text)


@pytest.mark.parametrize(
    "text",
    ["Forty trams for 2026", "12 ways to cross the harbour", "", "Top 10", "x" * 200],
)
def test_no_dates(text: str) -> None:
    """A number in a text makes no date of it."""
    assert not is_date(text)


def test_counts() -> None:
    """Numbers of comments and reading times are counts; dates and words are none."""
    assert all(map(is_count, ["12", "(3)", "12 comments", "4 min read", "1.2K views"]))
    assert not any(map(is_count, ["10:30", "2026.03.04", "comments", "12 boats", ""]))


def test_bylines() -> None:
    """Several names are told apart; "by", places and dates are left out."""
    assert names_in("By Ann Ray and Bo Li") == ("Ann Ray", "Bo Li")
    assert names_in("von Eva Kurz, Hafenstadt") == ("Eva Kurz",)
    assert names_in("4 March 2026") == ()
    assert names_in("") == ()
