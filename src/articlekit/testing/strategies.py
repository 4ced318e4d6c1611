"""Hypothesis strategies for values and pages; the extra `testing` brings Hypothesis.

Arguments say what is valid, never how often. Use them in property tests of your own
pipeline, profile or view:

    @given(strategies.articles())
    def test_view_never_fails(article): ...
"""

from articlekit.testing.articles import articles, blocks
from articlekit.testing.pages import Facts, article_pages
from articlekit.testing.site_pages import hostile_pages, site_pages
from articlekit.testing.soup import (
    broken_json_ld,
    html_pages,
    mutations,
    tag_soup,
    text_pages,
)
from articlekit.testing.values import (
    captions,
    headline_items,
    headline_lists,
    image_credits,
    images,
    moments,
    quotes_in,
    spans,
    urls,
    words,
)

__all__ = [
    "Facts",
    "article_pages",
    "articles",
    "blocks",
    "broken_json_ld",
    "captions",
    "headline_items",
    "headline_lists",
    "hostile_pages",
    "html_pages",
    "image_credits",
    "images",
    "moments",
    "mutations",
    "quotes_in",
    "site_pages",
    "spans",
    "tag_soup",
    "text_pages",
    "urls",
    "words",
]
