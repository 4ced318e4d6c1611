"""Addresses: made absolute, freed of tracking, compared.

Hundreds of links a page go through here, so each function has a cheap path for
the usual forms and leaves the rest to `urllib.parse`.
"""

import re
from functools import lru_cache
from typing import Final
from urllib.parse import urljoin, urlsplit

LONGEST: Final = 8_192
"""Longer addresses are taken for broken ones."""

# Scheme, host and port of an address that can be visited. Credentials before
# the host are not accepted: no story is linked that way.
_ORIGIN: Final = re.compile(
    r"(https?)://([\w.\-%~]+|\[[0-9a-f:.]{2,45}\])(:\d{0,5})?(?=[/?#]|$)", re.IGNORECASE
)
_SCHEME: Final = re.compile(r"[a-z][a-z0-9+.\-]{0,31}:", re.IGNORECASE)
_DROPPED: Final = str.maketrans({"\t": None, "\n": None, "\r": None})
_HOST_PREFIXES: Final = ("www.", "m.", "mobile.", "amp.")
_INDEX: Final = re.compile(r"/(?:index|default)\.[a-z]{3,5}$")

# Only names that carry nothing else anywhere: "source" or "cid" may be what
# tells one story or picture from the next.
_TRACKING_PREFIXES: Final = (
    "utm_", "at_", "mtm_", "pk_", "hsa_", "vero_", "oly_", "mc_", "wt.", "xtor",
    "itm_", "int_", "icid", "traffic_source", "_hs", "__twitter", "cx_", "ns_",
)  # fmt: skip
_TRACKING: Final = frozenset(
    "fbclid gclid dclid gbraid wbraid msclkid yclid twclid igshid ocid cmpid cmp"
    " ncid ref ref_src ref_url referer referrer refer recirc smid smtyp soc_src"
    " soc_trk mbid spm sr_share campaign ftag ftcamp wprov wt_mc wtrid guccounter"
    " guce_referrer intcid intcmp ito ctrlid leadsource reltype relsrc taid tpcc"
    " trk trkcampaign sara_ecid sref sfnsn from_rss feedtype feedname mt_link_id"
    " ich ico dicbo".split()
)


def _host_key(host: str) -> str:
    """Return *host* without the prefixes that name the same site."""
    host = host.lower()
    for prefix in _HOST_PREFIXES:
        if host.startswith(prefix) and host.count(".") > 1:
            return host[len(prefix) :]
    return host


@lru_cache(maxsize=64)
def _origin(base: str) -> tuple[str, str] | None:
    """Return scheme and origin of *base*, or None where it has none."""
    found = _ORIGIN.match(base)
    return (found[1].lower(), found[0]) if found else None


def _visited(url: str) -> str | None:
    """Return *url* where it can be visited, spaces encoded."""
    if _ORIGIN.match(url) is None:
        return None
    return url.replace(" ", "%20") if " " in url else url


def _joined(base: str, href: str) -> str | None:
    try:
        return _visited(urljoin(base, href))
    except ValueError:
        return None


def absolute(base: str | None, href: str | None) -> str | None:
    """Make the address *href* absolute.

    Args:
        base: Absolute address that relative ones count from, if known.
        href: Address as written on the page.

    Returns:
        An address with http or https, or None: for other schemes such as
        "javascript:", "data:" and "mailto:", for broken addresses, for an empty
        one, and for a relative one where *base* is no usable address.
    """
    if not href or len(href) > LONGEST:
        return None
    href = href.strip().translate(_DROPPED)
    if href[:4].lower() == "http" and _SCHEME.match(href):
        return _normal(_visited(href))
    origin = _origin(base) if base else None
    if not origin or base is None or not href or _SCHEME.match(href):
        return None
    if href[0] != "/" or "/." in href:
        return _joined(base, href)
    return _visited(f"{origin[0]}:{href}" if href[:2] == "//" else origin[1] + href)


def _normal(url: str | None) -> str | None:
    """Resolve the dots in the path of an absolute address."""
    if not url or "/../" not in url or not (found := _ORIGIN.match(url)):
        return url
    return _joined(found[0] + "/", url[found.end() :])


def path_of(url: str | None) -> str:
    """Return the path of an address as written.

    Args:
        url: Address of a page, or None.

    Returns:
        What stands between the host and "?" or "#"; "" where there is none, for
        None, and for an address that is too long or broken.
    """
    if not url or len(url) > LONGEST:
        return ""
    try:
        return urlsplit(url).path
    except ValueError:
        return ""


def page_base(url: str | None, base: str | None) -> str | None:
    """Return what the relative links of a page count from.

    Args:
        url: Address of the page, if known.
        base: What its `base` element says, if there is one.

    Returns:
        An absolute address, or None where neither gives one.
    """
    return absolute(url, base) or absolute(None, url)


def _is_tracking(name: str) -> bool:
    name = name.lower()
    return name in _TRACKING or name.startswith(_TRACKING_PREFIXES)


def _without(query: str) -> str:
    """Drop the tracking parameters of *query*."""
    kept = [p for p in query.split("&") if p and not _is_tracking(p.partition("=")[0])]
    return "&".join(kept)


def without_tracking(url: str) -> str:
    """Drop what *url* holds only to tell where a visitor came from.

    Tracking parameters leave the query, and the fragment where it is made of
    them; everything else stays as it is.
    """
    if "?" not in url and "#" not in url:
        return url
    rest, hash_, fragment = url.partition("#")
    if "=" in fragment:
        fragment = _without(fragment)
    path, mark, query = rest.partition("?")
    if mark and (query := _without(query)):
        path += "?" + query
    return f"{path}#{fragment}" if hash_ and fragment else path


def page_key(url: str) -> str:
    """Return what two addresses of one page have in common.

    Scheme, "www." and the like, tracking, fragment, index file and trailing
    slash make no difference; the rest of the query does.
    """
    url = without_tracking(url.partition("#")[0])
    found = _ORIGIN.match(url)
    host = _host_key(found[2]) if found else ""
    path, mark, query = url[found.end() if found else 0 :].partition("?")
    path = path.rstrip("/")
    if path.endswith(("m", "l", "p", "x")) and (index := _INDEX.search(path[-20:])):
        path = path[: len(path) - len(index[0])]
    return f"{host}{path}?{query}" if mark and query else host + path


def same_page(a: str | None, b: str | None) -> bool:
    """Return whether two absolute addresses lead to the same page."""
    if not a or not b:
        return False
    return a == b or page_key(a) == page_key(b)


def same_site(a: str | None, b: str | None) -> bool:
    """Return whether two absolute addresses are on the same host."""
    return bool(a and b) and host_of(a) == host_of(b) != ""


def host_of(url: str | None) -> str:
    """Return the host of an absolute address without "www.", or ""."""
    found = _ORIGIN.match(url) if url else None
    return _host_key(found[2]) if found else ""
