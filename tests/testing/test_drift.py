"""What fresh pages give against what a site's pages used to give."""

import pytest
from tests.testing.pages import PAGE, URL

from articlekit.batch import BatchPage
from articlekit.testing.drift import Drift, FieldDrift, Rates, drift, rates_of, watch

_WORDS = ("Harbour", "Lantern", "Orchard", "Viaduct", "Meadow", "Quarry")


def _pages(page: str = PAGE, number: int = 6) -> list[BatchPage]:
    """Return pages with a different story each."""
    return [
        BatchPage(page.replace("Penmoor", f"{word} Bay"), str(at), url=URL)
        for at, word in enumerate(_WORDS[:number])
    ]


def _baseline() -> Rates:
    return rates_of(watch(page, ()) for page in _pages())


def _changed(*changes: tuple[str, str]) -> Drift:
    page = PAGE
    for old, new in changes:
        assert old in page
        page = page.replace(old, new)
    return drift(_pages(page), _baseline(), ())


def _of(found: Drift, field: str) -> FieldDrift:
    return next(each for each in found.fields if each.field == field)


def test_same_pages_have_not_drifted() -> None:
    """Pages like those of the baseline show no change."""
    found = drift(_pages(), _baseline(), ())
    assert [] == [each for each in found.fields if each.has_drifted or each.reasons]
    assert {"title", "authors", "published", "text"} <= {f.field for f in found.fields}


def test_lost_field() -> None:
    """A field that is gone has drifted, with where it used to come from as reason."""
    page = _changed(
        ('"article:published_time"', '"x"'),
        ('"datePublished"', '"x"'),
        (' content="2024-05-01T09:30:00+01:00"', ""),
    )
    found = _of(page, "published")
    assert found.has_drifted
    assert (1.0, 0.0) == (found.before, found.now)
    assert {"json-ld-gone": 6} == found.reasons
    assert ("0", "1", "2") == found.examples


def test_value_from_elsewhere() -> None:
    """A field that is still there from another place shows both places."""
    found = _of(_changed(('"datePublished"', '"x"')), "published")
    assert ("json-ld", "meta") == (found.origin_before, found.origin_now)
    assert not found.has_drifted


def test_same_title_everywhere() -> None:
    """A title that no longer differs from page to page is wrong, though it is there."""
    found = _of(_changed(("Ferry returns to Penmoor", "Breaking: the latest")), "title")
    assert found.has_drifted
    assert {"same-everywhere": 6} == found.reasons


def test_short_text() -> None:
    """Texts of half the length are told."""
    end = PAGE[PAGE.index("<p>“We want") : PAGE.index("</article>")]
    found = _of(_changed((end, "")), "text")
    assert found.has_drifted
    assert {"text-short": 6} == found.reasons


def test_wall() -> None:
    """A page that shows a wall explains all its missing fields."""
    wall = "<html><head><title>Just a moment...</title></head><body></body></html>"
    pages = [BatchPage(wall, str(n)) for n in range(6)]
    found = drift(pages, _baseline(), ())
    assert {"blocked": 6} == _of(found, "authors").reasons
    assert {"blocked": 6} == _of(found, "text").reasons


def test_unreadable_page() -> None:
    """A page that cannot be read is one that has nothing."""
    found = drift([BatchPage(b"%PDF-1.7 x", "a")], _baseline(), ())
    assert {"unreadable": 1} == _of(found, "title").reasons


def test_few_pages_are_noise() -> None:
    """One page of two without a field is no drift."""
    pages = [*_pages(number=1), *_pages(PAGE.replace("By Nora Whitcombe", ""), 1)]
    baseline = rates_of(watch(page, ()) for page in _pages(number=2))
    found = _of(drift(pages, baseline, ()), "authors")
    assert (1.0, 0.5) == (found.before, found.now)
    assert not found.has_drifted


def test_baseline_through_json() -> None:
    """A baseline can be kept in a file."""
    rates = _baseline()
    assert rates == Rates.from_json(rates.to_json())


@pytest.mark.parametrize("text", ["{}", "[]", "{"])
def test_no_baseline(text: str) -> None:
    """Other JSON is refused."""
    with pytest.raises(ValueError):  # noqa: PT011 - JSON's own message, or ours
        Rates.from_json(text)


def test_nothing_at_all() -> None:
    """No pages, no baseline: no fields."""
    assert () == drift([], rates_of([]), ()).fields
