"""When the article was published and last changed."""

import re
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from functools import cache
from typing import Final, NamedTuple, cast

import attrs

from articlekit.fields.clues import Clues
from articlekit.fields.contest import Candidate, Finding, decide
from articlekit.fields.title import headline_block
from articlekit.model import Moment, Zone
from articlekit.reading.page import Mark
from articlekit.reading.structured import types_of
from articlekit.text.dates import is_after, read_moment
from articlekit.text.lexicons import primary, table

_LD: Final = (
    ("datePublished", 0.8, False),
    ("dateCreated", 0.4, False),
    ("uploadDate", 0.3, False),
    ("dateModified", 0.8, True),
)
_SURE_METAS: Final = {
    "article:published_time": 0.78, "og:article:published_time": 0.7,
    "article:published": 0.7, "parsely-pub-date": 0.7, "datepublished": 0.7,
    "date": 0.55, "pubdate": 0.6, "publish_date": 0.65, "publication_date": 0.65,
    "dc.date": 0.5, "dc.date.issued": 0.65, "dcterms.date": 0.4, "dcterms.created": 0.55,
    "dc.date.created": 0.5, "sailthru.date": 0.65, "cxenseparse:publishtime": 0.7,
    "cxenseparse:recs:publishtime": 0.7, "prism.publicationdate": 0.6, "citation_date": 0.6,
    "citation_publication_date": 0.6, "rnews:datepublished": 0.6, "og:pubdate": 0.6,
    "datecreated": 0.5, "article.published": 0.65, "bt:pubdate": 0.65,
}  # fmt: skip
_LATER: Final = ("modif", "updat", "lastmod", "revis", "last-mod", "changed", "edited")
_NEVER: Final = ("expir", "valid", "sunset", "start", "end_", "event", "birth", "time_zone", "timezone", "ttl", "unavailable", "image", "video", "refresh", "verif", "reading", "readtime", "duration", "deadline", "available", "generat", "crawl", "cache")
_LATER_META: Final = 0.75
_NEAR, _BEFORE, _FAR = 16, 8, 45
_LONGEST_LINE: Final = 160
_UTC: Final = ("Z", "+00:00", "+0000", "GMT", "UTC")
_MOST_BOXES: Final = 60
_SHORT_LINE: Final = 45
_HAS_DAY: Final = re.compile(r"\d{4}|\d[./-]\d{1,2}[./-]\d\d|\d:\d\d|\d\s?[日일月월]|\d\.\s?\d{1,2}\.")
_DIGITS: Final = re.compile(r"\d{1,4}")
_EPOCH_DAY, _FIRST_YEAR = "1970-01-01", 1700
_URL_DATE: Final = re.compile(r"/((?:19|20)\d\d)[/_.-]?(0[1-9]|1[0-2]|[1-9](?=[/_-]))[/_.-]?(0[1-9]|[12]\d|3[01]|[1-9](?=[/_-]))(?!\d)")
_WIDEST_ZONE: Final = timedelta(hours=14)
_URL_YEAR: Final = re.compile(r"/((?:19|20)\d\d)[/_-]")
_DAY_FIRST_HOSTS: Final = (".uk", ".au", ".in", ".ie", ".nz", ".za", ".ng", ".ke", ".pk", ".sg", ".my", ".bd", ".lk", ".gh")
_AMERICAN: Final = frozenset(("en-us", "en-ca", "en-ph"))
_SURE, _LIKELY, _POOR = 0.6, 0.4, 0.15


class Source(NamedTuple):
    """A raw date and where it stands; *later* where it is of a change."""

    raw: str
    origin: str
    locator: str
    confidence: float
    later: bool


@cache
def _word_pattern(kind: str) -> re.Pattern[str]:
    """Compile the words of all languages that stand before a date."""
    lists = cast("dict[str, list[str]]", table("datewords")[kind])
    words = sorted({w for part in lists.values() for w in part if len(w) > 1}, key=lambda w: (-len(w), w))
    return re.compile(rf"(?<![^\W\d_])(?:{'|'.join(map(re.escape, words))})(?![^\W\d_])|最終更新|更新", re.IGNORECASE)


def _is_later(words: str) -> bool:
    """Say whether class words or a meta name speak of a change."""
    return any(w in words for w in _LATER)


def _from_ld(clues: Clues) -> Iterator[Source]:
    """Yield the dates of the main article, else of the page as a whole."""
    node, factor = clues.article, 1.0
    if not any(name in node for name, _, _ in _LD):
        wanted = frozenset(("webpage", "itempage", "videoobject", "recipe", "qapage", "imagegallery", "podcastepisode", "review", "creativework", "medicalwebpage", "collectionpage"))
        node = next((n for n in clues.page.structured.nodes if types_of(n) & wanted and "datePublished" in n), {})
        factor = 0.8
    for name, confidence, later in _LD:
        value = node.get(name)
        value = cast("list[object]", value)[0] if isinstance(value, list) and value else value
        if isinstance(value, str) and value:
            yield Source(value, "json-ld", name, confidence * factor, later)


def _from_metas(clues: Clues) -> Iterator[Source]:
    """Yield the dates of meta elements, known names first in their own order."""
    for name, values in clues.page.metas.items():
        confidence = _SURE_METAS.get(name)
        if confidence:
            yield Source(values[0], "meta", name, confidence, later=False)
        elif ("date" in name or "time" in name or "publi" in name or "modif" in name) and not any(w in name for w in _NEVER):
            if len(values[0]) < _LONGEST_LINE and any(c.isdigit() for c in values[0]):
                later = _is_later(name)
                yield Source(values[0], "meta", name, _LATER_META if later else _LIKELY, later)


def _raw_of(clues: Clues, mark: Mark) -> str:
    """Return what an element says: its attribute, else its text."""
    for name in ("datetime", "content", "title", "data-datetime", "data-time", "data-timestamp"):
        value = mark.attrs.get(name)
        if value and any(c.isdigit() for c in value):
            return value
    return clues.page.text_of(mark)[:_LONGEST_LINE]


def _from_props(clues: Clues) -> Iterator[Source]:
    """Yield the dates of microdata and RDFa that belong to the article."""
    for name, confidence, later in (("datepublished", 0.72, False), ("datecreated", 0.5, False), ("pubdate", 0.5, False), ("datemodified", 0.72, True)):
        marks = clues.props.get(name, ())
        for mark in marks[:1]:
            factor = 1.0 if len(marks) < 3 else 0.6  # noqa: PLR2004
            yield Source(_raw_of(clues, mark), "microdata", name, confidence * factor, later)


def _nearness(index: int, head: int | None) -> float:
    """Say how likely a date at a block is the article's."""
    if head is None:
        return _LIKELY
    if head - _BEFORE <= index <= head + _NEAR:
        return _SURE - (0.01 if index > head else 0.03) * abs(index - head)
    if head < index <= head + _FAR:
        return 0.2
    return 0.08


def _from_times(clues: Clues, head: int | None) -> Iterator[Source]:
    """Yield the dates of `time` elements, the nearest to the headline first."""
    marks = [m for m in clues.page.marks if m.tag == "time" or (m.tag == "abbr" and any(map(str.isdigit, m.attrs.get("title", ""))))]
    lone = len(marks) == 1
    keys: set[str] = set()
    near = sorted(marks, key=lambda m: -_nearness(m.first, head))[:4] if head is not None else marks[:2]
    for mark in near:
        raw = _raw_of(clues, mark)
        if not raw:
            continue
        confidence = max(_nearness(mark.first, head), 0.35 if lone else 0)
        around = clues.page.blocks[mark.first].text[max(0, mark.start - 40) : mark.start] if mark.first < len(clues.page.blocks) else ""
        later = _is_later(mark.key) or _ends_later(around)
        confidence *= _context(clues, mark.first) if mark.first < len(clues.page.blocks) else 1.0
        confidence *= 0.3 if mark.key in keys else 1.0
        keys.add(mark.key)
        yield Source(raw, "element", f"{mark.tag}{mark.key.rstrip().replace(' ', '.')}", confidence, later)


def _ends_later(text: str) -> bool:
    """Say whether the last label in a text speaks of a change."""
    later = [m.end() for m in _word_pattern("modified").finditer(text)]
    if not later:
        return False
    earlier = [m.end() for m in _word_pattern("published").finditer(text)]
    return not earlier or later[-1] > earlier[-1]


def _share(text: str) -> float:
    """Say how likely a line with a digit is a date line: the shorter, the likelier."""
    if len(text) <= _SHORT_LINE:
        return 0.8
    return 0.68 if len(text) <= 2 * _SHORT_LINE else 0.5


def _lines(clues: Clues, head: int | None) -> Iterator[tuple[int, str, float]]:
    """Yield the short texts with a digit that may hold the article's date."""
    blocks = clues.page.blocks
    title = blocks[head].text if head is not None else ""
    if head is not None:
        for index in range(max(0, head - _BEFORE), min(len(blocks), head + _NEAR)):
            text = blocks[index].text
            if len(text) <= _LONGEST_LINE and text != title and _HAS_DAY.search(text):
                yield index, text, _share(text) * _nearness(index, head) * _context(clues, index)
    for box in clues.boxes("date")[:_MOST_BOXES]:
        first = clues.page.boxes.first[box]
        if first < clues.page.boxes.last[box]:
            text = blocks[first].text
            if len(text) <= _LONGEST_LINE and _HAS_DAY.search(text):
                yield first, text, 0.5 * _nearness(first, head) * _context(clues, first)


def _context(clues: Clues, index: int) -> float:
    """Say what the box around a line does to its likelihood."""
    box = clues.page.blocks[index].box
    key = clues.page.boxes.key[box]
    if "comment" in key or "comment" in clues.page.boxes.key[max(0, clues.page.boxes.parent[box])]:
        return 0.3
    return 1.2 if clues.speaks_of(key, "date") else 1.0


def _anywhere(clues: Clues, head: int | None) -> Iterator[Source]:
    """Yield dates of short lines anywhere, for pages that state none elsewhere."""
    for index, block in enumerate(clues.page.blocks[head or 0 :], head or 0):
        if len(block.text) <= _LONGEST_LINE and _HAS_DAY.search(block.text) and len(_DIGITS.findall(block.text)) > 1:
            yield Source(block.text, "text", f"block {index}", 0.1 * _share(block.text), _is_change(block.text))


def _is_change(text: str) -> bool:
    """Say whether a line tells of a change and of nothing before it."""
    change = _word_pattern("modified").search(text)
    return change is not None and not any(map(str.isdigit, text[: change.start()]))


def _from_text(clues: Clues, head: int | None) -> Iterator[Source]:
    """Yield the dates printed near the headline or in boxes that speak of dates."""
    seen: set[int] = set()
    for index, text, confidence in _lines(clues, head):
        if index in seen:
            continue
        seen.add(index)
        change = _word_pattern("modified").search(text)
        before = text[: change.start()] if change else text
        if any(c.isdigit() for c in before):
            yield Source(before, "text", f"block {index}", confidence, later=False)
        if change:
            after = text[change.end() :]
            earlier = _word_pattern("published").search(after)
            if earlier and not any(c.isdigit() for c in before):
                yield Source(after[earlier.end() :], "text", f"block {index}", confidence, later=False)
                after = after[: earlier.start()]
            yield Source(after, "text", f"block {index}", confidence, later=True)


def _from_url(clues: Clues) -> Iterator[Source]:
    """Yield the day that the address names."""
    match = _URL_DATE.search(clues.address or "")
    if match:
        yield Source("-".join(match.groups()), "url", "path", 0.5, later=False)


def _sources(clues: Clues) -> list[Source]:
    """List all raw dates; printed ones only where the head of the page is poor."""
    found = [*_from_ld(clues), *_from_metas(clues), *_from_props(clues), *_from_url(clues)]
    head = headline_block(clues)
    found += _from_times(clues, head)
    if _is_poor(found):
        found += _from_text(clues, head)
    return found


def _is_poor(found: list[Source]) -> bool:
    """Say whether the printed dates are needed too.

    They are where no source is sure, where sure ones disagree about the day,
    and where all speak in UTC: the page may print the same time in its zone.
    """
    sure = [s.raw for s in found if s.confidence > _SURE - 0.1 and not s.later]
    return not sure or len({raw[:10] for raw in sure}) > 1 or all(raw.endswith(_UTC) for raw in sure)


def _day_first(clues: Clues) -> bool | None:
    """Say how the site writes 3/4/2020, as far as language and host tell."""
    tag = (clues.language or "").casefold()
    if primary(tag) not in {"en", ""}:
        return None
    if tag in _AMERICAN:
        return False
    return True if clues.host.endswith(_DAY_FIRST_HOSTS) else None


def _read(clues: Clues, sources: list[Source]) -> list[Candidate[Moment]]:
    """Read all raw dates."""
    hints, day_first = clues.hints, _day_first(clues)
    match = _URL_YEAR.search(clues.address or "")
    year = int(match[1]) if match else None
    found = []
    for source in sources:
        moment = read_moment(source.raw, language=clues.language, timezone=hints.timezone, now=hints.now, day_first=day_first, year=year)
        found.append(Candidate(moment, source.origin, source.locator, source.raw, source.confidence))
    return found


def _veto(candidate: Candidate[Moment], now: datetime | None) -> str | None:
    """Say what speaks against a date."""
    value = candidate.value.value
    if value is None:
        return "date-unreadable"
    if value.isoformat().startswith(_EPOCH_DAY):
        return "date-is-epoch"
    if value.year < _FIRST_YEAR:
        return "date-too-old"
    return "date-in-future" if now and is_after(candidate.value, now) else None


def _localised(candidates: list[Candidate[Moment]]) -> list[Candidate[Moment]]:
    """Give a time in UTC the zone in which the page prints the same time.

    A page that says "22:04 UTC" to machines and "00:04" on the next day to its
    readers tells both the instant and the clock, so its zone is known.
    """
    clocks = [c.value.value for c in candidates if isinstance(c.value.value, datetime) and c.value.value.tzinfo is None]
    return [_in_zone_of(c, clocks) for c in candidates] if clocks else candidates


def _in_zone_of(candidate: Candidate[Moment], clocks: list[datetime]) -> Candidate[Moment]:
    """Move one candidate to the zone of a wall clock that shows its instant."""
    value = candidate.value.value
    if not isinstance(value, datetime) or value.utcoffset() != timedelta(0):
        return candidate
    for clock in clocks:
        ahead = clock.replace(second=0) - value.replace(tzinfo=None, second=0, microsecond=0)
        whole = ahead % timedelta(minutes=30) == timedelta(0)
        if whole and ahead and abs(ahead) <= _WIDEST_ZONE:
            local = attrs.evolve(candidate.value, value=value.astimezone(timezone(ahead)))
            return candidate._replace(value=local)
    return candidate


def _keyed(candidates: list[Candidate[Moment]]) -> list[Candidate[Moment]]:
    """Give the same key to dates of one day, and to one instant in two zones."""
    instants: dict[datetime, object] = {}
    keyed = []
    for candidate in candidates:
        value = candidate.value.value
        key: str | None = value.isoformat()[:10] if value else None
        if isinstance(value, datetime) and value.tzinfo:
            key = cast("str", instants.setdefault(value.replace(second=0, microsecond=0), key))
        keyed.append(candidate._replace(key=key or candidate.raw))
    return keyed


def _exactness(moment: Moment) -> float:
    """Prefer a time to a day, a known zone to an unknown one."""
    value = moment.value
    if not isinstance(value, datetime):
        return 0.0
    midnight = (value.hour, value.minute, value.second) == (0, 0, 0)
    local = value.tzinfo is not None and value.utcoffset() != timedelta(0)
    return (0.5 if midnight else 2.0) + (moment.zone is not Zone.UNKNOWN) + 0.5 * local


def _one(clues: Clues, field: str, candidates: list[Candidate[Moment]]) -> Finding[Moment]:
    """Decide one of the two dates."""
    now = clues.hints.now
    vetoed = [c._replace(veto=_veto(c, now)) for c in candidates]
    found = decide(field, _keyed(_localised(vetoed)), prefer=_exactness)
    if found.value is None and (raw := next((c.value for c in candidates if c.value.raw and c.origin != "meta"), None)):
        return attrs.evolve(found, value=attrs.evolve(raw, value=None)) if _is_distance(raw.raw) else found
    return found


def _is_distance(raw: str) -> bool:
    """Say whether a raw date is a distance from now."""
    from articlekit.text.relative import find_distance

    return find_distance(" ".join(raw.casefold().split())) is not None


def find_dates(clues: Clues) -> tuple[Finding[Moment], Finding[Moment]]:
    """Find when the article was published, and when it was last changed.

    Args:
        clues: The page.

    Returns:
        Both dates; neither is ever a copy of the other. A date that is only
        printed as a distance from now has no value without `Hints.now`.
    """
    sources = _sources(clues)
    candidates = _read(clues, sources)
    if not any(c.value.value for c in candidates):
        sources += _anywhere(clues, headline_block(clues))
        candidates = _read(clues, sources)
    first = [c for c, s in zip(candidates, sources, strict=True) if not s.later]
    later = [c for c, s in zip(candidates, sources, strict=True) if s.later]
    return _one(clues, "published", first), _one(clues, "modified", later)
