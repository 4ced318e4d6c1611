"""Elements of the tree and boxes of the page are the same, whatever the markup."""

import pytest
from hypothesis import given

from articlekit import InputError
from articlekit.reading.encoding import to_utf8
from articlekit.reading.markup import read_markup
from articlekit.reading.selecting import Tree
from articlekit.rules import css
from articlekit.testing.strategies import html_pages

_NASTY = (
    "<p>a<p>b<div>c</p></div>",
    "<table><p>x</p><tr><td>y<table><tr><td>z</table></table>",
    "<h1>a<h2>b</h1></h2>",
    "<nav><ul><li>Menu</ul></nav><article><p>x</article>",
    "<svg><p>x</p></svg><p>y</p>",
    "<picture><source srcset=a><source srcset=b><img src=c></picture><p>x",
    "<!-- a --><?pi b?><p>x</p><!-- c --><div>y</div>",
    "<noscript><p>x</p></noscript><p>y</p>",
    "<select><option>a</select><template><p>b</p></template><p>c</p>",
    "<p>x</body></html><p>y",
    "x<title>t</title><p>y",
    "<b><p>x</b>y</p>",
    "<iframe><p>x</p></iframe><p>y</p>",
)


def _agree(content: str) -> None:
    try:
        page = read_markup(to_utf8(content.encode("utf-8", "replace"), None)[0])
    except InputError:
        return
    tree = Tree(page)
    for box, tag in enumerate(page.boxes.tag):
        if box and tag.isalnum():  # a broken name is no name in XPath
            assert box in tree.boxes(f"//{tag}"), (box, tag)
    for at, block in enumerate(page.blocks):
        if block.box and block.tag.isalnum():
            assert at in tree.blocks(f"//{block.tag}"), (at, block.tag)


@pytest.mark.parametrize("markup", _NASTY)
def test_nasty_markup_keeps_its_places(markup: str) -> None:
    """What a selector finds is the box that the columns hold."""
    _agree(f"<html><body>{markup}</body></html>")
    _agree(markup)


@given(html_pages())
def test_places_agree_on_any_page(page: str | bytes) -> None:
    """On every page that has a tree."""
    text = page if isinstance(page, str) else page.decode("utf-8", "replace")
    if text.strip():
        _agree(text.replace("\0", ""))


def test_what_stands_behind_the_end_of_the_page_is_found() -> None:
    """Some pages close `html` too early."""
    page = read_markup(
        b"<html><body><p>x</p></body></html><div><p class='a'>y</p></div>"
    )
    tree = Tree(page)
    assert list(tree.texts(css("p.a").expression)) == ["y"]
    assert [page.blocks[at].text for at in tree.blocks(css("p.a").expression)] == ["y"]
