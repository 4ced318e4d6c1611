"""Pages that grow: one of each way to make a careless reader slow."""

from collections.abc import Callable, Mapping
from typing import Final

_HEAD: Final = "<!DOCTYPE html><html lang=en><head><title>Flood</title></head><body>"
_WORDS: Final = "The harbour office said on Monday that the ferry would sail again. "


def _page(inside: str) -> str:
    return f"{_HEAD}<h1>Flood</h1>{inside}</body></html>"


# Each takes a size in characters, roughly, and returns a page of that size.
FLOODS: Final[Mapping[str, Callable[[int], str]]] = {
    "paragraphs": lambda size: _page(f"<p>{_WORDS}</p>" * (size // 72)),
    "one paragraph": lambda size: _page(f"<p>{_WORDS * (size // 65)}</p>"),
    "one word": lambda size: _page(f"<p>{'x' * size}</p>"),
    "white space": lambda size: _page(f"<p>a{' ' * size}b</p>"),
    "line breaks": lambda size: _page("<p>" + "word<br>" * (size // 8)),
    "open tags": lambda size: _page("<p>" * (size // 3)),
    "open formatting": lambda size: _page("<p><b>x" * (size // 7)),
    "closing tags": lambda size: _page("</div>" * (size // 6)),
    "links": lambda size: _page('<a href="/1/a-story">Ferry sails</a> ' * (size // 39)),
    "list of links": lambda size: _page(
        "<ul>" + '<li><a href="/1">Old ferry sails again soon</a>' * (size // 47)
    ),
    "pictures": lambda size: _page('<img src="/1.jpg" alt="x">' * (size // 26)),
    "figures": lambda size: _page(
        "<figure><img src=1.jpg><figcaption>A. Photo: B</figcaption></figure>"
        * (size // 68)
    ),
    "tables": lambda size: _page("<table><tr><td>1<td>2" * (size // 21)),
    "comments": lambda size: _page("<!-- x -->" * (size // 10)),
    "open comments": lambda size: _page("<!-- " * (size // 5)),
    "angles": lambda size: _page("<" * size),
    "ampersands": lambda size: _page("&" * size),
    "entities": lambda size: _page("&amp;" * (size // 5)),
    "one attribute": lambda size: _page(f'<p title="{"a " * (size // 2)}">x</p>'),
    "quotation marks": lambda size: _page(f"<p>{'“' * size}</p>"),
    "mixed marks": lambda size: _page("<p>" + "\"'“„«‘ said A " * (size // 14)),
    "quotations": lambda size: _page("<p>“Yes,” said Ann Poe.</p>" * (size // 27)),
    "one JSON-LD": lambda size: _page(
        f'<script type="application/ld+json">{{"a": "{"x" * size}"}}</script>'
    ),
    "many JSON-LD": lambda size: _page(
        '<script type="application/ld+json">{"@type":"X"}</script>' * (size // 57)
    ),
    "open JSON-LD": lambda size: _page(
        f'<script type="application/ld+json">{"[" * size}</script>'
    ),
    "metas": lambda size: _page('<meta name="author" content="A B">' * (size // 34)),
    "times": lambda size: _page(
        "<time datetime=2024-05-01>May 1</time>" * (size // 38)
    ),
    "headings": lambda size: _page("<h2>Flood</h2>" * (size // 14)),
    "text": lambda size: f"{_WORDS}\n" * (size // 66),
    "text in one line": lambda size: _WORDS * (size // 65),
    "empty lines": lambda size: "Flood" + "\n" * size + "end",
    "short lines": lambda size: "May 1\n" * (size // 6),
    "marks": lambda size: "“" * size,
    "commas": lambda size: "By A, " * (size // 6),
    "digits": lambda size: "1 " * (size // 2),
}
