"""A page that shows no text may still state it."""

import json

import articlekit

LINES = (
    "The lighthouse on the northern cape was lit again on Sunday evening, after forty years of darkness.",
    "Volunteers had carried the lens up the stairs in twelve pieces, the heritage society said.",
    "Ships will not need it, but the island's children have never seen it burn before now.",
)
SHELL = "<html><head><title>Lighthouse lit again</title>{}</head><body><div id=root></div></body></html>"


def texts(article: articlekit.Article) -> tuple[str, ...]:
    """Return the lines of an article's text."""
    return tuple(article.text.split("\n"))


def test_json_ld_stands_in_for_an_empty_page() -> None:
    """The paragraphs of `articleBody` are the body, tags and entities read."""
    data = {
        "@type": "NewsArticle",
        "headline": "Lighthouse lit again",
        "articleBody": "".join(f"<p>{t.replace(chr(39), '&#39;')}</p>" for t in LINES),
    }
    page = SHELL.format(
        f'<script type="application/ld+json">{json.dumps(data)}</script>'
    )
    assert texts(articlekit.parse(page, profiles=())) == LINES


def test_app_state_stands_in_for_an_empty_page() -> None:
    """The longest text in the state of the app is the body."""
    state = {
        "props": {
            "pageProps": {
                "story": {"id": 7, "teaser": "short", "body": "\n".join(LINES)}
            }
        }
    }
    page = SHELL.format(
        f'<script id="__NEXT_DATA__" type="application/json">{json.dumps(state)}</script>'
    )
    assert texts(articlekit.parse(page, profiles=())) == LINES


def test_pieces_of_app_state_are_joined() -> None:
    """A list of typed pieces gives its paragraphs and not its pictures."""
    pieces = [{"type": "text", "content": t} for t in LINES]
    pieces.insert(1, {"type": "image", "content": "https://example.com/lens.jpg"})
    page = SHELL.format(
        f"<script>Fusion.globalContent={json.dumps({'content_elements': pieces})};</script>"
    )
    assert texts(articlekit.parse(page, profiles=())) == LINES


def test_shown_text_goes_before_stated_text() -> None:
    """What the page shows is not replaced by a teaser in its data."""
    data = {
        "@type": "NewsArticle",
        "articleBody": LINES[0] + " " + LINES[0] + " " + LINES[0],
    }
    shown = "".join(f"<p>{t}</p>" for t in LINES)
    page = f'<script type="application/ld+json">{json.dumps(data)}</script><article><h1>Lighthouse</h1>{shown}</article>'
    assert texts(articlekit.parse(page, profiles=())) == LINES


def test_listed_entries_do_not_replace_what_the_page_shows() -> None:
    """Updates in JSON-LD stand in for an empty page, not for an introduction."""
    updates = [{"@type": "BlogPosting", "articleBody": f"{t} " * 4} for t in LINES]
    data = {"@type": "LiveBlogPosting", "liveBlogUpdate": updates}
    script = f'<script type="application/ld+json">{json.dumps(data)}</script>'
    shown = "".join(f"<p>{t}</p>" for t in LINES)
    page = f"{script}<article><h1>Lighthouse</h1>{shown}</article>"
    assert texts(articlekit.parse(page, profiles=())) == LINES
    empty = articlekit.parse(SHELL.format(script), profiles=())
    assert LINES[0] in empty.text
