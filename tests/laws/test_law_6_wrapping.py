"""Law 6: what a reader does not see changes nothing, lines and locators aside.

Equality of articles leaves lines and evidence out already.
"""

import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

import articlekit
from articlekit.testing import strategies

# Between two blocks, never inside running text.
_GAP = re.compile(r"(?<=</p>)\n|(?<=</ul>)\n|(?<=</figure>)\n|(?<=</header>)\n")
_BODY = re.compile(r"(?<=<body>)(.*)(?=</body>)", re.DOTALL)

_CHANGES: dict[str, Callable[[str], str]] = {
    "a div around": lambda page: _BODY.sub(r"<div>\1</div>", page),
    "three divs around": lambda page: _BODY.sub(
        r"<div><div><div>\1</div></div></div>", page
    ),
    "comments": lambda page: _GAP.sub("<!-- <p>not here</p> -->", page),
    "white space": lambda page: _GAP.sub("\n \t\r\n   ", page),
    "no white space": lambda page: _GAP.sub("", page),
    "a script first": lambda page: page.replace("<body>", "<body><script>f()</script>"),
    "a script last": lambda page: page.replace(
        "</body>", "<script>var a = '<p>no text</p>';</script></body>"
    ),
    "scripts between": lambda page: _GAP.sub("<script>var x = 1;</script>", page),
    "a style first": lambda page: page.replace("<body>", "<body><style>p{}</style>"),
    "a comment before all": lambda page: page.replace("<html", "<!-- a --><html", 1),
}


@pytest.mark.parametrize("name", sorted(_CHANGES))
@given(made=strategies.article_pages())
def test_invisible_change(name: str, made: tuple[str, strategies.Facts]) -> None:
    """A change that a reader does not see gives an equal article."""
    page, facts = made
    changed = _CHANGES[name](page)
    assert page != changed
    assert articlekit.parse(page, url=facts.url) == articlekit.parse(
        changed, url=facts.url
    )


@given(strategies.article_pages(), st.sets(st.sampled_from(sorted(_CHANGES))))
def test_several_at_once(made: tuple[str, strategies.Facts], names: set[str]) -> None:
    """Several such changes together give an equal article, too."""
    page, facts = made
    changed = page
    for name in sorted(names):
        changed = _CHANGES[name](changed)
    assert articlekit.parse(page, url=facts.url) == articlekit.parse(
        changed, url=facts.url
    )
