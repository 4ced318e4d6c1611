"""The addresses of a picture: the largest that its element names."""

import re
from collections.abc import Iterator, Mapping
from operator import itemgetter
from typing import Final
from urllib.parse import unquote

from articlekit.reading.page import Picture
from articlekit.text.urls import absolute

_MOST: Final = 120
_LONGEST_LIST, _LONGEST_QUERY = 4_000, 400
_DESCRIPTOR: Final = re.compile(r"(\d{1,6}(?:\.\d{1,4})?)([wxh])")
_WIDTHS: Final = re.compile(r"(?:\d{1,6}w,? )+")
_IMAGE_NAME: Final = re.compile(
    r"\.(?:jpe?g|png|webp|gif|avif|jpf|tiff?)\b", re.IGNORECASE
)
# Words that only place holders are named by, whatever follows, and those that may also
# begin the name of a photograph ("empty-shelves.jpg"): nothing else may stand there.
_STANDING_IN = (
    r"placeholder|spacer|1x1|1px|lazyload|no-?image|default-?image|img-?blank|preload"
)
_EMPTY = (
    r"blank|transparent|trans|[a-z]{0,20}pixel|loading|loader|lazy|gr[ea]y|empty|clear"
    r"|dummy|dot|fallback|spinner|x"
)
_REST = rf"(?:[_-]?(?:{_EMPTY}|\d{{1,4}}(?:x\d{{1,4}})?|image|img|bg|animation|icon|gif)){{0,3}}"
_PLACEHOLDER: Final = re.compile(
    rf"(?:(?:^|[/_.-])(?:{_STANDING_IN})[\w-]{{0,24}}|(?:^|/)(?:{_EMPTY}){_REST})"
    r"\.(?:gif|png|svg|jpe?g|webp)(?:$|\?)"
    # Behind other words only a drawing: "polka-dot.jpg" is a photograph.
    rf"|[_.-](?:{_EMPTY}){_REST}\.(?:gif|png|svg)(?:$|\?)",
    re.IGNORECASE,
)
_PLACEHOLDERS: Final = (
    "holder", "blank", "spacer", "trans", "pixel", "1x1", "1px", "load", "lazy", "grey", "gray", "empty",
    "clear", "dummy", "dot", "image", "img", "fallback", "spinner", "/x.",
)  # fmt: skip
# Attributes with an address, those that name the largest one first.
_LARGE: Final = (
    "data-full", "data-full-src", "data-fullsrc", "data-large", "data-large-src", "data-large-file",
    "data-original", "data-orig-file", "data-hi-res-src", "data-hires", "data-highres", "data-zoom",
    "data-zoom-src", "data-zoom-image", "data-src-large", "data-original-src", "data-full-url",
)  # fmt: skip
_LAZY: Final = (
    "data-src", "data-lazy-src", "data-lazy", "data-lazyload", "data-url", "data-image", "data-img",
    "data-img-src", "data-image-src", "data-echo", "data-pin-media", "data-src-medium", "data-srcs",
    "data-cfsrc", "data-runner-src", "data-src-desktop", "data-desktop", "data-default-src",
    "data-actualsrc", "data-delayed-url", "data-raw-src", "data-nimg-src", "data-gl-src",
)  # fmt: skip
_SETS: Final = (
    "srcset",
    "data-srcset",
    "data-lazy-srcset",
    "data-src-set",
    "data-sizes-srcset",
)
_SIZE_SUFFIX: Final = re.compile(
    r"[-_](?:\d{2,4}x\d{2,4}|scaled|e\d{9,13})(?=\.\w{3,4}$)|@\dx"
)
_GENERIC: Final = re.compile(
    r"(?:original|image|img|photo|picture|master|large|full|default|index|file|\d{1,4}(?:x\d{0,4})?"
    r"|w\d{2,4}|fill-\w+|[a-z]{1,4}_?\d{2,4}x\d{2,4})(?:\.\w{3,4})?"
)
_SHORT: Final = 9
# A picture that its content system has resized: "csm_river_381d901c85.jpg".
_PROCESSED: Final = re.compile(r"csm_(.+)_[0-9a-f]{10}(\.\w{3,4})")
# What an address says of the size alone.
_SIZES: Final = re.compile(
    r"(?:^|&)(?:size|format|w|h|width|height|q|quality|fit|crop|dpr|auto|fm)=[^&]*"
)
_ADDRESS: Final = re.compile(r"(?:https?:)?//[^\s\"'\\{}]{8,2000}")


def is_placeholder(url: str) -> bool:
    """Return whether *url* names a picture that stands in for another."""
    if url[:5] == "data:":
        return True
    tail = url[-120:].lower()
    return (
        any(hint in tail for hint in _PLACEHOLDERS)
        and _PLACEHOLDER.search(tail) is not None
    )


def read_srcset(value: str) -> list[tuple[str, float]]:
    """Return address and width of each candidate of a `srcset`, however broken.

    A density counts as that many thousand pixels, a missing descriptor as 1.
    """
    tokens = value.split(maxsplit=2 * _MOST)[: 2 * _MOST]
    urls, sizes = tokens[::2], tokens[1::2]
    # Nearly all sets are addresses with a width each.
    usual = len(urls) == len(sizes) and _WIDTHS.fullmatch(" ".join((*sizes, "")))
    if not usual or any(url[0].isdigit() for url in urls):
        return list(_broken_set(tokens))
    widths = (float(size.rstrip(",")[:-1]) for size in sizes)
    return list(zip(urls, widths, strict=True))


def _broken_set(tokens: list[str]) -> Iterator[tuple[str, float]]:
    """Yield the candidates of a set in any form."""
    url = ""
    for token in tokens:
        for piece in _glued_pieces(token):
            found = _DESCRIPTOR.fullmatch(piece.rstrip(","))
            if found and url:
                yield url, float(found[1]) * (1000 if found[2] == "x" else 1)
                url = ""
            elif not found:
                if url:
                    yield url.rstrip(","), 1
                url = piece
    if url:
        yield url.rstrip(","), 1


def _glued_pieces(token: str) -> tuple[str, ...]:
    """Cut "300w,next.jpg" in two."""
    head, comma, rest = token.partition(",")
    return (head, rest) if comma and rest and _DESCRIPTOR.fullmatch(head) else (token,)


def _sets(picture: Picture) -> Iterator[str]:
    for attrs in (*picture.sources, picture.attrs):
        if "srcset" in attrs:
            if attrs["srcset"] and "video" not in attrs.get("type", ""):
                yield attrs["srcset"]
        elif len(attrs) > 1:
            yield from (attrs[name] for name in _SETS if attrs.get(name))
        if "data-srcset" in attrs and "srcset" in attrs:
            yield attrs["data-srcset"]


def _first(
    attrs: Mapping[str, str], names: tuple[str, ...], base: str | None
) -> str | None:
    for name in names:
        value = attrs.get(name)
        if value and len(value) > 4 and (url := _usable(value, base)):
            return url
    return None


def _usable(value: str, base: str | None) -> str | None:
    value = value.strip()
    if value[:1] in "{[":  # a list of sizes as JSON
        found = _ADDRESS.search(value[:_LONGEST_LIST])
        value = found[0].rstrip(",;") if found else ""
    if (
        not value
        or is_placeholder(value)
        or (" " in value and "://" not in value and "/" not in value)
    ):
        return None
    return absolute(base, value)


def _linked(picture: Picture, base: str | None) -> str | None:
    """Return the picture file that the link around it leads to."""
    href = picture.link.attrs.get("href", "") if picture.link else ""
    path = href.partition("?")[0]
    return _usable(href, base) if _IMAGE_NAME.search(path[-6:]) else None


def _widest(picture: Picture, base: str | None) -> tuple[str | None, float]:
    """Return the widest usable candidate of all sets and its width."""
    found = [pair for value in _sets(picture) for pair in read_srcset(value)]
    found.sort(key=itemgetter(1), reverse=True)
    for url, width in found[:_MOST]:
        if usable := _usable(url, base):
            return usable, width
    return None, 0.0


def best_address(picture: Picture, base: str | None) -> str | None:
    """Return the largest address that a picture's element names.

    Args:
        picture: The picture.
        base: What relative addresses count from.

    Returns:
        An absolute address, or None where it names none but placeholders.
    """
    best, width = _widest(picture, base)
    attrs = picture.attrs
    if best and width > 1:
        return best
    data = [name for name in attrs if name[:5] == "data-"]
    plain = _first(attrs, _LARGE, base) if data else None
    if plain or best:
        return plain or best
    lazy = _first(attrs, _LAZY, base) if data else None
    return _linked(picture, base) or lazy or _first(attrs, ("src", "content"), base)


def picture_key(url: str) -> str:
    """Return what the addresses of one picture in different sizes have in common."""
    path = url.partition("#")[0]
    path, _, query = path.partition("?")
    if "%2F" in path or "%2f" in path:
        path = unquote(path).partition("?")[0]
    path = path.rstrip("/").lower()
    folder, _, name = path.rpartition("/")
    name = _SIZE_SUFFIX.sub("", name)
    if name[:4] == "csm_" and (processed := _PROCESSED.fullmatch(name)):
        name = processed[1] + processed[2]
    if len(name) >= _SHORT and not _GENERIC.fullmatch(name) and "." in name[-5:]:
        return name.rpartition(".")[0]
    if _GENERIC.fullmatch(name):
        name = (
            folder.rpartition("/")[2] + "/" + name
            if "." in name
            else folder.rpartition("/")[2]
        )
    if "." in name or "id=" not in query:
        return name
    return f"{name}?{_SIZES.sub('', query[:_LONGEST_QUERY]).strip('&')[:80]}"


def stated_size(picture: Picture) -> tuple[int | None, int | None]:
    """Return width and height in pixels as the element says, or None each."""
    return _pixels(picture.attrs.get("width")), _pixels(picture.attrs.get("height"))


def _pixels(value: str | None) -> int | None:
    if value is None:
        return None
    value = value.strip().lower().removesuffix("px").partition(".")[0]
    return (
        int(value) or None
        if value.isascii() and value.isdigit() and len(value) < 6
        else None
    )
