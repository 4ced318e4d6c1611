"""Control characters, which no value may hold."""

import pytest

import articlekit
from articlekit.reading.controls import without_controls

PAGE = """<html><head><title>Ferry{0} stops | The Courier</title>
<meta property="og:title" content="Ferry{0} stops">
<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "Ferry stops",
"author": {{"@type": "Person", "name": "Nora\\u001b Whitcombe"}}}}</script></head>
<body><article><h1>Ferry{0} stops</h1><p>The ferry{0} to the <a href="/i">islands</a> stops
at noon, the owner of the line said.</p><p>Nobody had told the crew.</p></article></body>"""


@pytest.mark.parametrize(
    "control", ["\x1b", "\x07", "\x7f", "\x9d", "&#27;", "&#x7;", "&#x9D;", "&#0007;"]
)
def test_no_value_holds_one(control: str) -> None:
    """Raw or as a reference, they leave the text, the head and the data."""
    article = articlekit.parse(PAGE.format(control), profiles=())
    assert article.title == "Ferry stops"
    assert article.text.startswith("The ferry to the islands stops at noon")
    assert [author.name for author in article.authors] == ["Nora Whitcombe"]
    assert article == articlekit.parse(PAGE.format(""), profiles=())


def test_letters_and_other_references_stay() -> None:
    """What only looks like one is kept: letters of windows-1252, line ends, tags."""
    kept = "&#128; &#10; &#x1f600; &#270; é\n\t&#27a &#99999999999;".encode()
    assert without_controls(kept) == kept
