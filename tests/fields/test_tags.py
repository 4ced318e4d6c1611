"""Keywords that a page shows as links."""

import time

import pytest
from tests.fields.pages import PROSE, clues

from articlekit.fields.tags import find_tags

HEAD = "<h1>Old ferry stays in harbour</h1>"
STORIES = "".join(
    f"<li><a href='/2024/{n}'>A long headline of another story, number {n}</a></li>"
    for n in range(6)
)


def _tags(below: str, above: str = "", head: str = "") -> tuple[str, ...]:
    body = f"{above}<article>{HEAD}{PROSE}{below}</article>"
    return (
        find_tags(clues(body, f"<title>Old ferry stays in harbour</title>{head}")).value
        or ()
    )


@pytest.mark.parametrize(
    "below",
    [
        '<div class="article-tags"><a href="/a">ferries</a> <a href="/b">Port</a></div>',
        '<ul class="post_tags"><li><span>ETICHETE</span></li><li><a href="/a">ferries</a></li><li><a href="/b">Port</a></li></ul>',
        '<p>Schlagwörter: <a href="/x/1">ferries</a>, <a href="/x/2">Port</a></p>',
        '<div><h4>Теги</h4><a href="/x/1">ferries</a> <a href="/x/2">Port</a></div>',
        '<div class="css-1"><a href="/tag/ferries/">ferries</a> <a href="/tag/port/">Port</a></div>',
        '<p><a rel="tag" href="/x/1">ferries</a>, <a rel="tag" href="/x/2">Port</a></p>',
        '<div class="css-tags"><span>แท็กที่เกี่ยวข้อง</span><a href="/1">ferries</a><a href="/2">Port</a></div>',
        '<footer class="entry-footer"><a class="x" rel="tag" href="/1">#ferries</a> <a rel="tag" href="/2">#Port (12)</a></footer>',
    ],
)
def test_links_below_the_text_that_are_told_to_be_keywords(below: str) -> None:
    """By class words, a label, the address or rel: the keywords are those links."""
    assert _tags(below) == ("ferries", "Port")


@pytest.mark.parametrize(
    "elsewhere",
    [
        '<nav><a href="/tag/a/">Weather</a> <a href="/tag/b/">Sport</a></nav>',
        '<div class="trending tags"><a href="/tag/a/">Weather</a> <a href="/tag/b/">Sport</a></div>',
        f'<ul class="tags">{STORIES}</ul>',
        '<aside><a rel="tag" href="/tag/a/">Weather</a> <a rel="tag" href="/b">Sport</a></aside>',
        '<p>The <a href="/topics/a/">mayor</a> said on Monday that the town had no money.</p>',
        '<p><a rel="category tag" href="/c/a/">Town news</a></p>',
        '<p>Related: <a href="/topics/weather-is-bad/">Weather is bad</a></p>',
    ],
)
def test_what_all_pages_show_and_other_stories_are_no_keywords(elsewhere: str) -> None:
    """Bars of trends, lists of stories, links in sentences and sections are none."""
    assert _tags(elsewhere) == ()
    assert _tags("", above=elsewhere) == ()


def test_what_the_page_states_outranks_what_it_shows_and_that_outranks_keywords() -> (
    None
):
    """article:tag wins over links; links win over the meta for search engines."""
    shown = '<div class="tags"><a href="/a">ferries</a> <a href="/b">Port</a></div>'
    stated = '<meta property="article:tag" content="Harbour">'
    searched = '<meta name="keywords" content="news, town, sport">'
    assert _tags(shown, head=stated) == ("Harbour",)
    assert _tags(shown, head=searched) == ("ferries", "Port")


def test_a_link_behind_the_last_text_is_passed_over() -> None:
    """An empty link at the end of the page has no text to look at."""
    assert _tags('<a href="/tag/a/"></a><a href="/tag/b/"></a>') == ()


def test_a_flood_of_keywords_costs_no_more_than_its_length() -> None:
    """Ten thousand boxes and links: a moment, and no keywords at all."""
    flood = '<div class="tags"><a href="/tag/a/">x</a></div>' * 5_000
    start = time.process_time()
    assert len(_tags(flood)) <= 40
    assert time.process_time() - start < 5
