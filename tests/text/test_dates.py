"""Printed dates become moments with what is known of them."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articlekit.model import Precision, Zone
from articlekit.text.dates import is_after, read_moment
from articlekit.text.relative import find_distance

NOW = datetime(2026, 1, 10, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        ("2024-05-01T10:20:30Z", datetime(2024, 5, 1, 10, 20, 30, tzinfo=UTC)),
        ("2024-05-01 10:20", datetime(2024, 5, 1, 10, 20)),
        ("2024-05-01", date(2024, 5, 1)),
        ("20240501T102030Z", datetime(2024, 5, 1, 10, 20, 30, tzinfo=UTC)),
        ("1714558830", datetime(2024, 5, 1, 10, 20, 30, tzinfo=UTC)),
        ("1714558830000", datetime(2024, 5, 1, 10, 20, 30, tzinfo=UTC)),
        ("Wed, 01 May 2024 10:20:30 GMT", datetime(2024, 5, 1, 10, 20, 30, tzinfo=UTC)),
        ("Mon Jun  3 10:20:30 2019", datetime(2019, 6, 3, 10, 20, 30)),
        ("2024年4月24日 下午3:52", datetime(2024, 4, 24, 15, 52)),
        ("2024년 6월 3일 오후 2:37", datetime(2024, 6, 3, 14, 37)),
        ("令和6年1月14日", date(2024, 1, 14)),
        ("3 mars 2020 à 14h30", datetime(2020, 3, 3, 14, 30)),
        ("3 de junio de 2019", date(2019, 6, 3)),
        ("٣ مايو ٢٠٢٠", date(2020, 5, 3)),
        ("03 كانون الثاني 2020", date(2020, 1, 3)),
        ("३ जून २०२०", date(2020, 6, 3)),
        ("3 มิ.ย. 2563", date(2020, 6, 3)),
        ("2024. június 3. 10:22", datetime(2024, 6, 3, 10, 22)),
        ("2024 m. birželio 3 d.", date(2024, 6, 3)),
        ("12 листопада 2020", date(2020, 11, 12)),
        ("۱۲ خرداد ۱۳۹۹", date(2020, 6, 1)),
        ("3. kesäkuuta 2020 klo 14.05", datetime(2020, 6, 3, 14, 5)),
        ("ngày 3 tháng 6 năm 2020", date(2020, 6, 3)),
        ("2 d’agost de 2020", date(2020, 8, 2)),
        ("Stand: 22.04.2024, 06:00 Uhr", datetime(2024, 4, 22, 6)),
        ("Jan 5th, 2020 6am", datetime(2020, 1, 5, 6)),
    ],
)
def test_dates_of_many_forms_and_languages(raw: str, value: date) -> None:
    """Numbers, words, eras and calendars give the day that they name."""
    moment = read_moment(raw)
    assert (value, raw) == (moment.value, moment.raw)


def test_precision_and_zone_say_what_is_printed() -> None:
    """Seconds, minutes and days are told apart, as are zones known and not."""
    second = read_moment("2024-05-01T10:20:30+05:30")
    assert (Precision.SECOND, Zone.KNOWN) == (second.precision, second.zone)
    minute = read_moment("May 1, 2024 10:20 pm")
    assert (Precision.MINUTE, Zone.UNKNOWN) == (minute.precision, minute.zone)
    assert Precision.DAY is read_moment("May 1, 2024").precision


def test_assumed_zone_is_said_to_be_assumed() -> None:
    """A zone of the caller is used where none is printed, and marked."""
    moment = read_moment("2024-05-01 10:20", timezone="+02:00")
    assert Zone.ASSUMED is moment.zone
    assert timedelta(hours=2) == moment.value.utcoffset()  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("raw", "hours"),
    [
        ("July 3, 2019 10:32 am ET", -4),
        ("March 11, 2023 10:32 am ET", -5),
        ("March 12, 2023 10:32 am ET", -4),
        ("November 4, 2023 10:32 am PT", -7),
        ("November 5, 2023 10:32 am PT", -8),
        ("1 July 2019 10:32 MESZ", 2),
        ("1 July 2019 10:32 GMT+0300", 3),
    ],
)
def test_zones_by_name(raw: str, hours: int) -> None:
    """American names follow summer time; others are fixed."""
    value = read_moment(raw).value
    assert isinstance(value, datetime)
    assert timedelta(hours=hours) == value.utcoffset()


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        ("2 hours ago", datetime(2026, 1, 10, 10, tzinfo=UTC)),
        ("vor 3 Stunden", datetime(2026, 1, 10, 9, tzinfo=UTC)),
        ("hace 2 días", date(2026, 1, 8)),
        ("il y a 5 minutes", datetime(2026, 1, 10, 11, 55, tzinfo=UTC)),
        ("3時間前", datetime(2026, 1, 10, 9, tzinfo=UTC)),
        ("4 weeks ago", date(2025, 12, 13)),
        ("gestern, 10:30 Uhr", datetime(2026, 1, 9, 10, 30)),
    ],
)
def test_distances_count_from_now(raw: str, value: date) -> None:
    """A distance has a value only where the caller says what now is."""
    assert value == read_moment(raw, now=NOW).value
    assert read_moment(raw).value is None
    assert raw == read_moment(raw).raw


def test_order_of_day_and_month_follows_language_and_hint() -> None:
    """Americans write the month first; a number above twelve settles it."""
    assert date(2020, 3, 4) == read_moment("3/4/2020", language="en-US").value
    assert date(2020, 4, 3) == read_moment("3/4/2020", language="fr").value
    assert date(2020, 4, 3) == read_moment("3/4/2020", day_first=True).value
    assert date(2020, 4, 13) == read_moment("13/4/2020", language="en-US").value


def test_missing_year_comes_from_the_caller() -> None:
    """A day without year takes the year given, else the last that has been."""
    assert date(2015, 3, 18) == read_moment("March 18", year=2015).value
    assert date(2025, 3, 18) == read_moment("March 18", now=NOW).value
    assert read_moment("March 18").value is None


def test_language_decides_between_months_of_one_name() -> None:
    """Listopad is November in Polish and October in Croatian."""
    assert date(2020, 11, 2) == read_moment("2 listopada 2020", language="pl").value
    assert date(2020, 10, 2) == read_moment("2 listopada 2020", language="hr").value


def test_nothing_lies_after_now() -> None:
    """A date in the future keeps its raw text and has no value."""
    assert read_moment("2027-01-01", now=NOW).value is None
    assert not is_after(read_moment("2026-01-10T11:00:00Z"), NOW)
    assert is_after(read_moment("2026-01-10T13:00:00Z"), NOW)


@pytest.mark.parametrize(
    "raw", ["", "hello world", "May", "99/99/9999", "2024-13-45", "1.2.3.4", "§" * 500]
)
def test_no_date_is_no_value(raw: str) -> None:
    """What is no date has no value and raises nothing."""
    assert read_moment(raw).value is None


@given(st.text(max_size=300))
def test_any_text_is_read_without_error(raw: str) -> None:
    """Reading raises nothing, whatever stands there."""
    assert raw == read_moment(raw, now=NOW).raw


@given(st.datetimes(datetime(1700, 1, 1), datetime(2199, 1, 1)), st.integers(-14, 14))
def test_iso_times_come_back(value: datetime, hours: int) -> None:
    """An ISO time with its offset is read as it is."""
    there = value.replace(microsecond=0, tzinfo=timezone(timedelta(hours=hours)))
    assert there == read_moment(there.isoformat()).value


def test_distances_before_the_first_year_have_no_value() -> None:
    """Nine thousand years ago is no date."""
    assert read_moment("9000 years ago", now=NOW).value is None


@pytest.mark.parametrize(
    ("raw", "language", "value"),
    [
        ("2024-05-03 10.30", "sv", datetime(2024, 5, 3, 10, 30)),
        ("03 MAYIS 2024", "tr", date(2024, 5, 3)),
        ("3 NİSAN 2024", "tr", date(2024, 4, 3)),
        ("3 Μαϊου 2024", "el", date(2024, 5, 3)),
        ("3 במאי 2024", "he", date(2024, 5, 3)),
        ("二〇二四年五月三日", "zh", date(2024, 5, 3)),
        ("二〇二四年十二月二十三日", "zh", date(2024, 12, 23)),
    ],
)
def test_odd_spellings(raw: str, language: str, value: date) -> None:
    """Capitals, missing accents, prefixes and Han numerals are read."""
    assert value == read_moment(raw, language=language).value


@pytest.mark.parametrize(
    ("raw", "hours"),
    [
        ("an hour ago", 1),
        ("vor einer Stunde", 1),
        ("il y a une heure", 1),
        ("hace una hora", 1),
        ("πριν 3 ώρες", 3),
        ("2 ชั่วโมงที่แล้ว", 2),
    ],
)
def test_distances_in_words(raw: str, hours: int) -> None:
    """The word for one counts as the number does."""
    assert NOW - timedelta(hours=hours) == read_moment(raw, now=NOW).value


def test_yesterday_ends_in_a_final_sigma() -> None:
    """Greek words are compared in one form of their letters."""
    assert date(2026, 1, 9) == read_moment("χθες", now=NOW).value


@pytest.mark.parametrize("raw", ["a day out", "one of us", "et si on parlait", "2024"])
def test_words_for_one_alone_are_no_distance(raw: str) -> None:
    """An article in a sentence is no time."""
    assert read_moment(raw, now=NOW).value is None


@pytest.mark.parametrize("text", ["Was geht hier", "Wat is hier", "Qui est là hier"])
def test_a_word_of_another_language_is_no_day(text: str) -> None:
    """Behind other words "hier" need not be the French for yesterday."""
    assert find_distance(text.casefold()) is None


@pytest.mark.parametrize("text", ["hier", "Hier à 10h30", "Publié hier", "hier, 9:05"])
def test_yesterday_in_french(text: str) -> None:
    """At the start of a line, or behind a label, it is."""
    found = find_distance(text.casefold())
    assert found is not None
    assert found.ago.days == 1
