"""Dates of pages: sources weighed, published and modified apart."""

from datetime import UTC, date, datetime, timedelta

import pytest
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


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("Updated on May 3, 2024", "en"),
        ("Aktualisiert am 3. Mai 2024", "de"),
        ("Mis à jour le 3 mai 2024", "fr"),
        ("Actualizado el 3 de mayo de 2024", "es"),
        ("Päivitetty 3.5.2024", "fi"),
        ("Güncelleme: 3 Mayıs 2024", "tr"),
        ("Обновлено 3 мая 2024", "ru"),
        ("更新 2024年5月3日", "ja"),
        ("수정 2024.05.03", "ko"),
        ("آخر تحديث 3 مايو 2024", "ar"),
    ],
)
def test_a_change_is_no_publication(line: str, language: str) -> None:
    """A date of a change leaves the publication unknown, in any language."""
    page = clues(f"{HEAD}<p>{line}</p>{PROSE}", url=None, lang=language)
    published, modified = find_dates(page)
    assert published.value is None
    assert date(2024, 5, 3) == modified.value.value  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("Updated May 3, 2024, first published May 1, 2024", "en"),
        ("Publicerad 1 maj 2024 Uppdaterad 3 maj 2024", "sv"),
        ("Publié le 1er mai 2024, mis à jour le 3 mai 2024", "fr"),
        ("입력 2024.05.01 수정 2024.05.03", "ko"),
    ],
)
def test_both_dates_in_one_line(line: str, language: str) -> None:
    """Each date goes with the word before it, in either order."""
    page = clues(f"{HEAD}<p>{line}</p>{PROSE}", url=None, lang=language)
    days = [found.value.value for found in find_dates(page) if found.value]
    assert [date(2024, 5, 1), date(2024, 5, 3)] == days


def test_an_empty_field_does_not_hide_what_is_printed() -> None:
    """Where the data hold the epoch, the line below the headline is read."""
    page = clues(
        f"{HEAD}<p>3 May 2024</p>{PROSE}",
        LD.format('"datePublished": "1970-01-01T00:00:00Z"'),
        url=None,
    )
    assert date(2024, 5, 3) == find_dates(page)[0].value.value  # type: ignore[union-attr]


def test_dates_as_numbers() -> None:
    """JSON-LD may count milliseconds, and hold what is no number of them."""
    page = clues(HEAD + PROSE, LD.format('"datePublished": 1714730400000'), url=None)
    found = find_dates(page)[0].value
    assert datetime(2024, 5, 3, 10, tzinfo=UTC) == found.value  # type: ignore[union-attr]
    odd = clues(HEAD + PROSE, LD.format('"datePublished": 1e300'), url=None)
    assert find_dates(odd)[0].value is None


@pytest.mark.parametrize(
    ("line", "lang"),
    [
        ('<time datetime="2024-05-03">Uppdaterad 3 maj 2024</time>', "sv"),
        ("<p>Haber: Ada Huş / Güncelleme: 03.05.2024</p>", "tr"),
        ("<p>Edited By: Tom Quill | Updated: 03 May 2024</p>", "en"),
        ("<p>(Aktualizováno: 3. 5. 2024)</p>", "cs"),
    ],
)
def test_a_change_that_only_the_text_tells(line: str, lang: str) -> None:
    """Where data state when a text was published, its line of changes is read, too."""
    stated = LD.format('"datePublished": "2024-05-01T10:20:30Z"')
    published, modified = find_dates(clues(HEAD + line + PROSE, stated, lang=lang))
    assert date(2024, 5, 1) == published.value.value.date()  # type: ignore[union-attr]
    assert date(2024, 5, 3) == modified.value.value  # type: ignore[union-attr]


def test_a_word_for_changes_far_from_a_date_tells_of_none() -> None:
    """A programme called "Update" was not changed on the day of its broadcast."""
    line = "<p>The Elm Update with Ada Birch and Tom Quill - 3 May 2024</p>"
    stated = LD.format('"datePublished": "2024-05-01T10:20:30Z"')
    _, modified = find_dates(clues(HEAD + line + PROSE, stated))
    assert modified.value is None


def test_raw_dates_hold_no_marks_of_their_line() -> None:
    """Brackets and bars around a printed date are no part of it."""
    line = "<p>1. 5. 2024 10:20 (Aktualizováno: 3. 5. 2024 11:00)</p>"
    published, modified = find_dates(clues(HEAD + line + PROSE, url=None, lang="cs"))
    assert "1. 5. 2024 10:20" == published.value.raw  # type: ignore[union-attr]
    assert "3. 5. 2024 11:00" == modified.value.raw  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "line",
    [
        "<div>1 May 2024, 5:30 p.m.</div>",
        "<ul><li>May 1, 2024</li><li>5:30 pm</li></ul>",
        "<div>May 1, 2024</div><div>17:30</div>",
    ],
)
def test_the_time_of_a_day_that_data_give(line: str) -> None:
    """Where data know the day only, the time that the page prints is taken."""
    stated = LD.format('"datePublished": "2024-05-01"')
    published, _ = find_dates(clues(HEAD + line + PROSE, stated))
    assert datetime(2024, 5, 1, 17, 30) == published.value.value  # type: ignore[union-attr]


def test_a_clock_on_another_line_is_no_time_of_publishing() -> None:
    """A time in a sentence behind the date is not the date's."""
    stated = LD.format('"datePublished": "2024-05-01"')
    lines = "<p>1 May 2024</p><p>The gates open at 17:30</p>"
    published, _ = find_dates(clues(HEAD + lines + PROSE, stated))
    assert date(2024, 5, 1) == published.value.value  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("line", "lang"),
    [
        ("<p>1 May 2024, 6:00, updated 11:34</p>", "en"),
        ("<p>1. května 2024 6:00, aktualizováno 11:34</p>", "cs"),
        ("<p>1er mai 2024 à 6h00. Mis à jour à 11h34</p>", "fr"),
    ],
)
def test_a_change_on_the_day_of_publishing(line: str, lang: str) -> None:
    """A change that is printed as a time alone was on the day of publishing."""
    _, modified = find_dates(clues(HEAD + line + PROSE, url=None, lang=lang))
    assert datetime(2024, 5, 1, 11, 34) == modified.value.value  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("lines", "lang"),
    [
        ("<div>Mis à jour le</div><div>vendredi 3 mai 2024 à 14 h 05</div>", "fr"),
        ("<p>Mis à jour le 3 mai 2024 à 14h05</p>", "fr"),
        ("<div>Last updated</div><div>May 3, 2024, 2:05 PM</div>", "en"),
        ('<time datetime="2024-05-03T14:05">May 1, 2024 Updated May 3, 2024</time>', "en"),
    ],
)  # fmt: skip
def test_labels_of_changes(lines: str, lang: str) -> None:
    """The label of a change may stand in the block before, or hold "on" as well."""
    stated = LD.format('"datePublished": "2024-05-01T08:00:00+02:00"')
    _, modified = find_dates(clues(HEAD + lines + PROSE, stated, lang=lang))
    assert datetime(2024, 5, 3, 14, 5) == modified.value.value  # type: ignore[union-attr]


def test_years_of_the_thai_calendar_in_data() -> None:
    """A year of the Buddhist era in a meta element is read as such."""
    meta = (
        '<meta property="article:published_time" content="2567-05-01T17:20:00+07:00">'
    )
    published, _ = find_dates(clues(HEAD + PROSE, meta, lang="th", url=None))
    assert published.value is not None
    assert (2024, 17) == (published.value.value.year, published.value.value.hour)  # type: ignore[union-attr]


def test_a_labelled_date_goes_before_those_of_links() -> None:
    """Below the text, "Date 1 May" is the article's and dates in links are not."""
    links = (
        '<div><a href="/x">An older story about the elms by the lake 8 April 2024</a></div>'
        * 2
    )
    low = PROSE * 6 + links + "<ul><li>Date 01.05.2024</li></ul>"
    published, _ = find_dates(clues(HEAD + low, url=None))
    assert date(2024, 5, 1) == published.value.value  # type: ignore[union-attr]
