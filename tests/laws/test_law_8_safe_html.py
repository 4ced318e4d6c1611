"""Law 8: rendered HTML holds no script, handler or foreign scheme, ever."""

from html.parser import HTMLParser

import lxml.html
from hypothesis import given, reject

import articlekit
from articlekit.errors import InputError
from articlekit.model import Article
from articlekit.testing import strategies
from articlekit.views import html

_TAGS = set(
    "article header h1 h2 h3 h4 h5 h6 p a ul ol li blockquote aside table tr td"
    " figure img figcaption small section time br tbody".split()
)
_ADDRESSES = {
    ("a", "href"): ("http://", "https://", "mailto:"),
    ("img", "src"): ("http://", "https://"),
    ("blockquote", "cite"): ("http://", "https://"),
}
_PLAIN = {("article", "lang"), ("img", "alt"), ("time", "datetime")}


def _check_element(tag: str, attributes: list[tuple[str, str | None]]) -> None:
    assert tag in _TAGS
    for name, value in attributes:
        place = (tag, name)
        assert place in _PLAIN or (value or "").lower().startswith(_ADDRESSES[place])


class _Checker(HTMLParser):
    """Checks each tag as it comes, and that nothing else than tags and text does."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        _check_element(tag, attrs)

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)

    handle_decl = handle_pi = unknown_decl = handle_comment


def _read(page: str) -> Article:
    """Parse HTML, or give the example up where its page is refused."""
    try:
        return articlekit.parse_html(page, url="https://courier.example/1")
    except InputError:
        reject()


def _check(article: Article) -> None:
    """Check with two readers of HTML, since they may take the same bytes apart."""
    made = html(article)
    checker = _Checker()
    checker.feed(made)
    checker.close()
    for element in lxml.html.fragment_fromstring(made).iter():
        pairs = [(str(name), str(value)) for name, value in element.attrib.items()]
        _check_element(str(element.tag), pairs)


@given(strategies.articles())
def test_any_article(article: Article) -> None:
    """Whatever words and addresses an article holds, its HTML does no harm."""
    _check(article)


@given(strategies.html_pages())
def test_article_of_any_html(page: str) -> None:
    """Whatever a page holds, the HTML made from it does no harm."""
    _check(_read(page))
