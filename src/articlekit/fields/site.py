"""The site's name and the page's own address, and the name in titles."""

import re
import unicodedata
from collections.abc import Iterator
from typing import Final, cast

from articlekit.fields.clues import Clues, first_string
from articlekit.fields.contest import Candidate, Finding, decide
from articlekit.fields.logos import logo_names
from articlekit.reading.structured import types_of
from articlekit.text.spaces import fold_spaces, same_key
from articlekit.text.urls import absolute, without_tracking

_META: Final = (
    ("og:site_name", 0.9),
    ("application-name", 0.6),
    ("apple-mobile-web-app-title", 0.55),
    ("al:ios:app_name", 0.4),
    ("al:android:app_name", 0.4),
    ("dc.publisher", 0.5),
    ("publisher", 0.35),
    ("cre", 0.4),
)
_SITE_TYPES: Final = frozenset(("website", "newsmediaorganization"))
_PARTS: Final = re.compile(r"\s+(?:[|–—\-:·•»«/‹›~]|::|//)\s+|\s?[|｜_＿»«]\s?")
_SEPARATORS: Final = " |–—-:·•»«/‹›~｜_＿>："
# Letters that hosts spell in another way than by leaving a mark away.
_LETTERS: Final = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ß": "ss", "ı": "i", "æ": "ae", "œ": "oe"}
)
_SHORTEST_HEADLINE, _MOST_NAME_WORDS = 9, 5
_LONGEST = 60
_LONGEST_SITE, _SITE_EXTRA, _SITE_SHORT = 40, 5, 3
_TITLE_BREAK: Final = re.compile(
    r"(\s+(?:[|–—\-:·•»«/‹›~>]|::|//|\|\|)\s+|\s?[|｜»«]\s?|(?<=\S)_(?=\S)|:\s+)"
)
# One of these stands in each break of a title; to look for them is cheap.
_BREAKER: Final = re.compile(r"[|–—\-:·•»«/‹›~>｜_＿]")
_STRONG: Final = frozenset("|｜»«_•·")
_LONGEST_PART = 2
_LONGEST_TITLE: Final = 800
_NO_NAME: Final = frozenset(
    ("www", "com", "co", "org", "net", "news", "de", "blog", "m")
)


def title_parts(text: str) -> list[str]:
    """Cut a title at its bars, dashes and colons.

    Args:
        text: The title, white space folded.

    Returns:
        The parts, and between them the breaks as they stand.
    """
    return _cut(text, _TITLE_BREAK)


def _cut(text: str, pattern: re.Pattern[str]) -> list[str]:
    """Do what `re.split` does, and look only where a breaker stands."""
    parts: list[str] = []
    start = 0
    for sign in _BREAKER.finditer(text):
        at = sign.start()
        if at < start:
            continue
        begin = at - 1 if at > start and text[at - 1].isspace() else at
        match = pattern.match(text, begin)
        if match is None and begin < at:
            match = pattern.match(text, at)
        if match:
            parts += text[start : match.start()], match[0]
            start = match.end()
    parts.append(text[start:])
    return parts


def host_names(host: str) -> tuple[str, ...]:
    """Return the parts of a host that may be its site's name, as keys."""
    labels = [same_key(part) for part in host.split(".") if part]
    names = [part for part in labels[:-1] if len(part) > 1 and part not in _NO_NAME]
    return (same_key(host), *names)


def _candidates(clues: Clues) -> Iterator[Candidate[str]]:
    """Yield names of the site, best sources first."""
    page = clues.page
    for name, confidence in _META:
        if raw := page.meta(name):
            yield _candidate(raw, "meta", name, confidence)
    publisher = first_string(clues.article.get("publisher"))
    if publisher:
        yield _candidate(publisher, "json-ld", "publisher.name", 0.55)
    for node in page.structured.nodes:
        if types_of(node) & _SITE_TYPES and (name_ := first_string(node.get("name"))):
            yield _candidate(name_, "json-ld", "WebSite.name", 0.6)
            break
    yield from _from_title(clues)
    if clues.host:
        yield Candidate(
            clues.host, "url", "host", clues.host, 0.05, same_key(clues.host)
        )


def _candidate(
    raw: str, origin: str, locator: str, confidence: float
) -> Candidate[str]:
    """Make a candidate of a raw name."""
    name = fold_spaces(raw[:_LONGEST_TITLE])
    veto = None if name and len(name) <= _LONGEST else "site-name-too-long"
    if name.startswith(("http://", "https://")):
        veto = "site-name-is-address"
    return Candidate(name, origin, locator, raw, confidence, same_key(name), veto)


def _from_title(clues: Clues) -> Iterator[Candidate[str]]:
    """Yield the part of the title element that resembles the host, or is all but the headline."""
    title = clues.page.title_tag or ""
    if not title:
        return
    names = host_names(clues.host)
    for part in reversed(_cut(title[:_LONGEST_TITLE], _PARTS)[:24:2]):
        key = same_key(part)
        if len(key) > 2 and _resembles(key, names):
            if key != same_key(title) or len(title_parts(title)) == 1:
                yield _candidate(part, "element", "title", 0.45)
                return
            break
    if name := _beside_headline(clues, fold_spaces(title[:_LONGEST_TITLE])):
        yield _candidate(name, "element", "title", 0.3)


def _from_logo(clues: Clues) -> Iterator[Candidate[str]]:
    """Yield the names that logo and trail tell: those like the host, and called so."""
    names = host_names(clues.host)
    for name, locator, called in logo_names(clues):
        alike = _resembles(same_key(name), names) and "." not in name
        if alike or called:
            yield _candidate(name, "element", locator, 0.3 if alike else 0.15)


def _resembles(key: str, names: tuple[str, ...]) -> bool:
    """Say whether a part of a title and one of the host's hold each other."""
    if not key.isascii():
        key = plain_letters(key)
    return any(key == n or (len(n) > 3 and (n in key or key in n)) for n in names)


def plain_letters(key: str) -> str:
    """Return a key in the letters that hosts are written in."""
    plain = unicodedata.normalize("NFD", key.translate(_LETTERS))
    return "".join(char for char in plain if not unicodedata.combining(char))


def _beside_headline(clues: Clues, title: str) -> str | None:
    """Return what stands beside the headline in the title element: "Name: Headline"."""
    stated = (clues.page.meta("og:title"), first_string(clues.article.get("headline")))
    boxes = clues.headings("h1")[:2] or clues.headings("h2")[:2]
    shown = (clues.page.text_in(box)[:_LONGEST_TITLE] for box in boxes)
    for headline in (*stated, *shown):
        headline = fold_spaces(headline or "")
        if len(headline) <= _SHORTEST_HEADLINE or headline == title:
            continue
        if title.endswith(headline):
            rest = title[: -len(headline)]
        elif title.startswith(headline):
            rest = title[len(headline) :]
        else:
            continue
        name = rest.strip(_SEPARATORS)
        parted = name != rest.strip() and len(title_parts(name)) == 1
        short = len(name) < len(headline) and len(name.split()) <= _MOST_NAME_WORDS
        return name if parted and short else None
    return None


def find_site_name(clues: Clues) -> Finding[str]:
    """Find the name of the site, such as "The Example Times"."""
    if "site_name" not in clues.memo:
        clues.memo["site_name"] = decide("site_name", _named(clues))
    return cast("Finding[str]", clues.memo["site_name"])


def _named(clues: Clues) -> list[Candidate[str]]:
    """List the names of the site once a page: titles and authors ask for them too."""
    if "site_names" not in clues.memo:
        found = list(_candidates(clues))
        if all(c.veto or c.origin == "url" for c in found):
            found += _from_logo(clues)
        clues.memo["site_names"] = found
    return cast("list[Candidate[str]]", clues.memo["site_names"])


def find_canonical_url(clues: Clues) -> Finding[str]:
    """Find the address that the page names as its own, absolute."""
    page = clues.page
    base = clues.hints.url or page.url
    sources = [
        ("element", "link rel=canonical", link.href, 0.9)
        for link in page.head_links
        if "canonical" in link.rel.split()
    ]
    sources += [
        ("meta", "og:url", url, 0.6) for url in page.metas.get("og:url", ())[:1]
    ]
    url = clues.article.get("url")
    if isinstance(url, str):
        sources.append(("json-ld", "url", url, 0.5))
    candidates: list[Candidate[str]] = []
    for origin, locator, raw, confidence in sources:
        value = absolute(base, raw.strip())
        if value:
            candidates.append(
                Candidate(without_tracking(value), origin, locator, raw, confidence)
            )
    return decide("canonical_url", candidates)


def site_keys(clues: Clues) -> frozenset[str]:
    """Return the keys of all names that the site goes by."""
    if "sites" not in clues.memo:
        clues.memo["sites"] = _site_keys(clues)
    return cast("frozenset[str]", clues.memo["sites"])


def _site_keys(clues: Clues) -> frozenset[str]:
    hosts = host_names(clues.host)
    title = same_key(clues.page.title_tag or "")
    shown = same_key(clues.page.meta("og:title") or "")
    names = {key for key in hosts if len(key) > 1}
    for raw in {c.raw for c in _named(clues)}:
        key = same_key(raw) if len(raw) <= _LONGEST_SITE else ""
        if len(key) < 2 or key in {title, shown}:
            continue
        # The front of a title is a name only where it resembles the host.
        short = len(key) <= len(hosts[0]) + _SITE_EXTRA
        if short or not title.startswith(key) or any(host in key for host in hosts):
            names.add(key)
    return frozenset(names)


def is_site(key: str, names: frozenset[str]) -> bool:
    """Say whether a part of a title is a name of the site.

    Args:
        key: What `same_key` gives for the part.
        names: What `site_keys` gives.
    """
    if key in names:
        return True
    for name in names:
        size = len(name)
        if _SITE_SHORT < size <= len(key) <= size + _SITE_EXTRA and name in key:
            return key.startswith(name) or key.endswith(name)
    return False


def strip_site(text: str, names: frozenset[str], *, sections: bool = False) -> str:
    """Take the site's name off the ends of a title.

    Args:
        text: The title as given.
        names: Keys of the site's names.
        sections: Whether a short part left at the end goes too.

    Returns:
        The title; unchanged where nothing else would be left.
    """
    parts = title_parts(text)
    if len(parts) == 1:
        return text
    while len(parts) > 1 and is_site(same_key(parts[-1]), names):
        del parts[-2:]
    while len(parts) > 1 and is_site(same_key(parts[0]), names):
        del parts[:2]
    while sections and len(parts) > 1 and parts[-2].strip() != ":":
        if len(parts[-1].split()) > _LONGEST_PART or len("".join(parts[:-2])) < 2 * len(
            parts[-1]
        ):
            break
        del parts[-2:]
    if sections and len(parts) > 1 and all(p.strip() in _STRONG for p in parts[1::2]):
        return max(parts[::2], key=len)
    return "".join(parts) or text
