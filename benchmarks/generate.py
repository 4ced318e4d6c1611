"""News pages of any size, made of words that no publisher wrote."""

import random
from collections.abc import Callable
from typing import Final

SUBJECTS: Final = (
    "The council", "A spokesman", "The minister", "Residents of the harbour district",
    "The orchestra", "An engineer", "The second team", "The committee", "Her lawyer",
    "The bakers of the old town", "A retired teacher", "The ferry company",
)  # fmt: skip
VERBS: Final = (
    "approved", "turned down", "welcomed", "postponed", "described", "explained",
    "criticised", "repaired", "opened", "measured", "sold", "forgot about",
)  # fmt: skip
OBJECTS: Final = (
    "the plan for a new bridge", "the budget of the coming year", "the oldest mill",
    "a tunnel under the river", "the results of the survey", "two hundred bicycles",
    "the festival in the park", "the timetable", "a museum of clocks", "the report",
)  # fmt: skip
ENDS: Final = (
    "on Tuesday", "after a long debate", "without giving reasons", "for the third time",
    "in front of a full hall", "before the summer break", "at a cost of 4.2 million",
    "as the paper had reported earlier", "despite the rain", "by 31 votes to 12",
)  # fmt: skip
NAMES: Final = ("Mira Oldham", "Tomas Berek", "Ada Quill", "Jon Varga", "Lena Foss")

HEAD: Final = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>{title} | The Harbour Post</title>
<meta property="og:title" content="{title}"><meta property="og:type" content="article">
<meta name="author" content="{author}"><link rel="stylesheet" href="/main.css">
<script type="application/ld+json">{{"@context": "https://schema.org",
"@type": "NewsArticle", "headline": "{title}", "datePublished":
"2024-03-05T09:30:00+01:00", "author": {{"@type": "Person", "name": "{author}"}}}}
</script></head><body><header><nav><ul>
"""
FOOT: Final = "</main><footer><p>All rights reserved.</p></footer></body></html>\n"


def page(size: int, *, seed: int = 0) -> str:
    """A news page of about *size* characters.

    Args:
        size: Characters wanted; a page has at least some 2,000.
        seed: The same size and seed give the same page.

    Returns:
        HTML with a navigation, an article with pictures and quotations, comments and
        lists of other stories, in proportions that hardly change with the size.
    """
    rng = random.Random(seed)
    title, author = sentence(rng).rstrip("."), rng.choice(NAMES)
    parts = [
        HEAD.format(title=title, author=author),
        *(_link(rng, "nav") for _ in range(8)),
    ]
    parts.append("</ul></nav></header><main>")
    parts.append(
        f'<article class="story"><h1>{title}</h1><p class="byline">By {author}</p>'
    )
    parts.append(
        '<time datetime="2024-03-05T09:30:00+01:00">5 March 2024, 09:30</time>'
    )
    _fill(parts, rng, int(size * 0.6))
    parts.append('</article><aside class="related"><h2>More stories</h2><ul>')
    _repeat(parts, lambda: _link(rng, "teaser"), int(size * 0.8))
    parts.append('</ul></aside><section class="comments"><h2>Comments</h2>')
    _repeat(parts, lambda: _comment(rng), size - len(FOOT))
    return "".join((*parts, "</section>", FOOT))


def sentence(rng: random.Random) -> str:
    """A sentence of made-up news."""
    chosen = (rng.choice(words) for words in (SUBJECTS, VERBS, OBJECTS, ENDS))
    return f"{' '.join(chosen)}."


def _fill(parts: list[str], rng: random.Random, size: int) -> None:
    """Add the article's blocks until the page has *size* characters."""
    makers = (_paragraph, _paragraph, _paragraph, _quotation, _paragraph, _figure)
    steps = iter(range(size))
    _repeat(parts, lambda: makers[next(steps) % len(makers)](rng), size)


def _repeat(parts: list[str], make: Callable[[], str], size: int) -> None:
    length = sum(map(len, parts))
    while length < size:
        parts.append(make())
        length += len(parts[-1])


def _paragraph(rng: random.Random) -> str:
    text = " ".join(sentence(rng) for _ in range(rng.randint(2, 5)))
    return f"<p>{text}</p>\n"


def _quotation(rng: random.Random) -> str:
    said, name = sentence(rng).rstrip("."), rng.choice(NAMES)
    return f"<p>“{said},” said {name}. “{sentence(rng)}”</p>\n"


def _figure(rng: random.Random) -> str:
    number, name = rng.randint(1, 10**6), rng.choice(NAMES)
    return (
        f'<figure><img src="/img/{number}.jpg" alt="" width="800" height="450">'
        f"<figcaption>{sentence(rng)} Photo: {name}/Harbour Press</figcaption></figure>\n"
    )


def _link(rng: random.Random, kind: str) -> str:
    number = rng.randint(1, 10**6)
    return f'<li class="{kind}"><a href="/story/{number}">{sentence(rng)}</a></li>\n'


def _comment(rng: random.Random) -> str:
    name = rng.choice(NAMES)
    return f'<div class="comment"><b>{name}</b><p>{sentence(rng)}</p></div>\n'
