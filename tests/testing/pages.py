"""A page that the tests of the test kit are about."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from articlekit.testing import GoldenPage, Meta

URL: Final = "https://courier.example/1000/ferry-returns-to-penmoor"
PAGE: Final = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8">
<title>Ferry returns to Penmoor - The Example Courier</title>
<meta property="og:site_name" content="The Example Courier">
<meta property="og:title" content="Ferry returns to Penmoor">
<meta property="article:published_time" content="2024-05-01T09:30:00+01:00">
<script type="application/ld+json">{"@type": "NewsArticle",
"headline": "Ferry returns to Penmoor", "datePublished": "2024-05-01T09:30:00+01:00"}
</script><script>var tracker = "a b c";</script>
</head><body><!-- Nora wrote this --><nav><a href="/">Home</a></nav><article>
<h1>Ferry returns to Penmoor</h1><p class="byline">By Nora Whitcombe</p>
<figure><img src="/pictures/ferry-at-dawn.jpg" width="1200" height="800"
alt="A ferry at dawn"><figcaption>The ferry leaves the harbour at dawn.
Photo: Idris Calloway/Reuters</figcaption></figure>
<p>The old ferry sailed out of the harbour again on Wednesday, after two winters in
the dry dock and a long search for a new pump.</p>
<p>“We want the children of the island to reach their school by water again,” said
Ruth Pellow, who leads the trust that bought the ship last year.</p>
<p>Repairs cost about 340,000 pounds, half of it from a regional fund, the harbour
office said in a statement on Tuesday evening.</p>
<p>A bus will run every half hour between the railway station and the pier, and the
fare will stay as it was before the ferry was taken out of service.</p>
</article><aside><h3>Most read</h3><ul>
<li><a href="/1001/swifts">Volunteers count record number of swifts</a></li>
<li><a href="/1002/roof">Council delays vote on market roof again</a></li>
<li><a href="/1003/buses">Night buses return to the eastern valleys</a></li>
</ul></aside></body></html>
"""


def golden(folder: Path, **expected: object) -> GoldenPage:
    """Return the page, with what is expected of it."""
    meta = Meta(url=URL, now=datetime(2024, 5, 2, 12, tzinfo=UTC))
    return GoldenPage(folder, PAGE.encode(), expected, meta)
