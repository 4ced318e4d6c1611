"""When a text page was published: printed, or told by its address."""

from datetime import UTC, date, datetime

from articlekit import parse_text

URL = "https://post.example/2026/03/14/ferry-sails-again.html"
BODY = (
    "The ferry to the outer islands sailed on Monday for the first time in two winters.\n\n"
    "Captain Ada Lund said that the crew had painted the hull twice while they waited.\n\n"
    "The harbour master counted four hundred passengers, and a horse, on the first day.\n"
)


def test_address_tells_the_day() -> None:
    """Where no line is dated, the day in the address is the publication."""
    article = parse_text(f"Ferry sails again\n\nBy Nils Aker\n\n{BODY}", url=URL)
    assert article.published is not None
    assert article.published.value == date(2026, 3, 14)
    assert [(e.origin, e.raw) for e in article.why("published")] == [
        ("url", "2026-03-14")
    ]


def test_printed_date_comes_first() -> None:
    """A line tells more than the address."""
    page = f"Ferry sails again\n\nBy Nils Aker\n\n13 March 2026, 09:40\n\n{BODY}"
    article = parse_text(page, url=URL)
    assert article.published is not None
    assert article.published.value == datetime(2026, 3, 13, 9, 40)


def test_no_date_without_either() -> None:
    """A page that names no day, under an address without one, has none."""
    page = f"Ferry sails again\n\nBy Nils Aker\n\n{BODY}"
    assert parse_text(page, url="https://post.example/ferry").published is None


def test_no_date_of_the_future() -> None:
    """A day after the moment of reading is none, printed or in the address."""
    page = f"Ferry sails again\n\nBy Nils Aker\n\n20 March 2026\n\n{BODY}"
    now = datetime(2026, 3, 1, tzinfo=UTC)
    assert parse_text(page, url=URL, now=now).published is None
