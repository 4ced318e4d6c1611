"""Dates of pages: sources weighed, published and modified apart."""

from datetime import UTC, date, datetime, timedelta

from tests.fields.pages import PROSE, URL, clues

from articlekit.fields.dates import find_dates
from articlekit.rules.hints import Hints

LD = '<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "Trees", {}}}</script>'
HEAD = "<h1>Trees grow by the river</h1>"


def test_data_and_text_agree() -> None:
    """JSON-LD gives both dates, and neither is a copy of the other."""
    published, modified = find_dates(
        clues(HEAD + PROSE, LD.format('"datePublished": "2024-05-01T10:20:30Z"'))
    )
    assert datetime(2024, 5, 1, 10, 20, 30, tzinfo=UTC) == published.value.value  # type: ignore[union-attr]
    assert modified.value is None


def test_printed_dates_are_told_apart_by_their_words() -> None:
    """In one line the word before each date says which it is."""
    line = "<p>Published 1 May 2024 | Updated 3 May 2024</p>"
    published, modified = find_dates(clues(HEAD + line + PROSE, url=None))
    assert date(2024, 5, 1) == published.value.value  # type: ignore[union-attr]
    assert date(2024, 5, 3) == modified.value.value  # type: ignore[union-attr]


def test_the_clock_that_is_shown_tells_the_zone() -> None:
    """A time in UTC takes the zone in which the page prints it."""
    line = "<p>2 May 2024, 00:20</p>"
    published, _ = find_dates(
        clues(HEAD + line + PROSE, LD.format('"datePublished": "2024-05-01T22:20:00Z"'))
    )
    value = published.value.value  # type: ignore[union-attr]
    assert isinstance(value, datetime)
    assert (2, timedelta(hours=2)) == (value.day, value.utcoffset())


def test_the_address_helps_out() -> None:
    """A day in the path counts where nothing else does."""
    assert date(2024, 5, 1) == find_dates(clues(HEAD + PROSE))[0].value.value  # type: ignore[union-attr]


def test_dates_in_the_future_and_of_the_epoch_are_vetoed() -> None:
    """Both are kept as evidence with a code."""
    hints = Hints(url=None, now=datetime(2024, 1, 1, tzinfo=UTC))
    ahead = find_dates(
        clues(
            HEAD,
            LD.format('"datePublished": "2024-05-01T10:00:00Z"'),
            url=None,
            hints=hints,
        )
    )[0]
    assert ahead.value is None
    epoch = find_dates(
        clues(HEAD, LD.format('"datePublished": "1970-01-01T00:00:00Z"'), url=None)
    )[0]
    assert "date-is-epoch" in {e.rejected for e in epoch.evidence}


def test_comments_do_not_date_an_article() -> None:
    """A time in a comment loses against the line under the headline."""
    comment = (
        '<div class="comment"><time datetime="2025-01-01">1 January 2025</time></div>'
    )
    found = find_dates(clues(HEAD + "<p>1 May 2024</p>" + PROSE + comment, url=None))[0]
    assert date(2024, 5, 1) == found.value.value  # type: ignore[union-attr]


def test_distance_needs_now() -> None:
    """Without now a distance keeps its words; with it there is a value."""
    body = HEAD + "<time>2 hours ago</time>" + PROSE
    bare = find_dates(clues(body, url=None))[0].value
    assert bare is not None
    assert (None, "2 hours ago") == (bare.value, bare.raw)
    now = datetime(2024, 5, 1, 12, tzinfo=UTC)
    counted = find_dates(clues(body, url=None, hints=Hints(now=now)))[0].value
    assert datetime(2024, 5, 1, 10, tzinfo=UTC) == counted.value  # type: ignore[union-attr]


def test_the_hint_of_a_zone_is_assumed() -> None:
    """A printed time without zone takes the zone of the hints."""
    hints = Hints(url=URL, timezone="+05:30")
    value = find_dates(clues(HEAD + "<p>1 May 2024, 10:20</p>" + PROSE, hints=hints))[
        0
    ].value.value  # type: ignore[union-attr]
    assert isinstance(value, datetime)
    assert timedelta(hours=5, minutes=30) == value.utcoffset()
