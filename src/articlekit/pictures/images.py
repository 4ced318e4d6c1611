"""The article's own pictures, in order, each once."""

import re
from collections import Counter
from collections.abc import Collection, Iterator
from itertools import islice
from typing import Final

import attrs

from articlekit.model.image import Image, ImageCredit
from articlekit.pictures.addresses import (
    best_address,
    is_placeholder,
    picture_key,
    stated_size,
)
from articlekit.pictures.around import Surroundings
from articlekit.pictures.captions import is_no_caption, without_last_label
from articlekit.pictures.credits import is_language
from articlekit.pictures.parts import Words, words_of_attributes
from articlekit.pictures.stated import stated_credits
from articlekit.pictures.zone import Zone, is_decoration, is_themed, leads_elsewhere
from articlekit.reading.page import Page, Picture
from articlekit.text.spaces import fold_spaces
from articlekit.text.urls import absolute, page_base

_MOST: Final = 400
_ALIKE, _SEVERAL, _FEW_WORDS = 40, 3, 3
_NO_PICTURE: Final = re.compile(
    r"(?:^|[/_.-])(?:logos?|default|placeholder|fallback|favicon|icon|sprite|avatar|og-?image|site-?image"
    r"|share-?image|social-?share|sharing)(?:[/_.\d-]|$)"
)

_NUMBERED: Final = re.compile(r"\d{6,12}_(?=[^/]{1,40}$)")
_FILE: Final = re.compile(r"\.(?:jpe?g|png|webp|avif)\b|%2f|/\d{5,}", re.IGNORECASE)
# Cut, branded or lettered for social networks.
_FOR_SHARING: Final = re.compile(
    r"open-?graph|branded|watermark|(?<![a-z])(?:share|sharing|og)(?![a-z])"
    r"|/(?:facebook|twitter|social)[/_.]"
)


@attrs.frozen
class Found:
    """A picture of the article and where it stands on the page.

    Attributes:
        image: The picture.
        at: Index of the block that follows it.
        blocks: Indices of the blocks that hold its caption and credit.
    """

    image: Image
    at: int
    blocks: tuple[int, ...] = ()


def _candidates(zone: Zone) -> Iterator[tuple[Picture, str]]:
    """Yield the article's pictures with their largest addresses."""
    previous, base = None, zone.base
    last: tuple[Picture, str] | None = None
    for picture in zone.page.pictures:
        if not zone.holds(picture):
            continue
        if picture.sources:
            if (
                previous
                and picture.box != previous.box
                and picture.sources == previous.sources
            ):
                picture = attrs.evolve(picture, sources=())
            else:
                previous = picture
        address = best_address(picture, base)
        if address is None or is_decoration(picture, address):
            continue
        if not leads_elsewhere(zone.page, picture.link, base):
            last = picture, _first_address(zone.page, picture, address, last)
            yield last


def _first_address(
    page: Page, picture: Picture, address: str, last: tuple[Picture, str] | None
) -> str:
    """Return the address of a lazy picture for its copy, which pages without scripts show."""
    boxes, box = page.boxes, picture.box
    if last is None or boxes.tag[box] != "noscript" or last[0].block != picture.block:
        return address
    return last[1] if last[0].box == boxes.parent[box] else address


def _image(picture: Picture, address: str, words: Words) -> Image:
    width, height = stated_size(picture)
    alt = fold_spaces(picture.attrs.get("alt", "")[:2000]) or None
    return Image(
        address,
        alt=alt,
        caption=words.caption,
        credit=words.credit,
        width=width,
        height=height,
    )


def _merged(old: Found, new: Found) -> Found:
    """Take from a second copy of a picture what the first one lacks."""
    a, b = old.image, new.image
    image = attrs.evolve(
        a,
        alt=a.alt or b.alt,
        caption=a.caption or b.caption,
        credit=a.credit or b.credit,
        width=a.width or b.width,
        height=a.height or b.height,
    )
    return attrs.evolve(
        old, image=image, blocks=tuple(dict.fromkeys(old.blocks + new.blocks))
    )


def _differ(a: Image, b: Image) -> bool:
    """Return whether two pictures of one file name show different things."""
    if not a.caption or not b.caption:
        return False
    return a.caption[:_ALIKE] != b.caption[:_ALIKE]


def _without_authors(words: Words, authors: Collection[str]) -> Words:
    """Leave out the name of an author that stands by a picture without a label."""
    credit = words.credit
    if not credit or words.caption or credit.raw not in authors:
        return words
    return Words(None, None, ())


def _own(
    zone: Zone, language: str | None, authors: Collection[str]
) -> dict[str, Found]:
    """Return the pictures that the page shows in the article, by key."""
    kept = [(p, url, picture_key(url)) for p, url in islice(_candidates(zone), _MOST)]
    around = Surroundings(zone, [(p, key) for p, _, key in kept])
    found: dict[str, Found] = {}
    used: set[int] = set()
    for picture, url, key in kept:
        if picture.block > zone.until and key in found:
            continue  # shown large once more
        words = _without_authors(around.of(picture, language), authors)
        used.update(words.blocks)
        if words.teaser:
            continue
        if words.credit is None:
            words = _with_attributes(words, words_of_attributes(picture, language))
        new = Found(_image(picture, url, words), picture.block, words.blocks)
        if key in found and _differ(found[key].image, new.image):
            key = url
        found[key] = _merged(found[key], new) if key in found else new
    for at, words in around.orphans(used, language):
        image = Image(None, caption=words.caption, credit=words.credit)
        found[f" {at}"] = Found(image, at, words.blocks)
    _clear(found)
    return dict(sorted(found.items(), key=lambda item: item[1].at))


def _clear(found: dict[str, Found]) -> None:
    """Take away captions that say nothing, or the same few words of many pictures."""
    counts = Counter(f.image.caption for f in found.values())
    for key, one in found.items():
        caption = one.image.caption
        if not caption:
            continue
        said = without_last_label(caption) if caption[-1] == ":" else caption
        often = counts[caption] >= _SEVERAL and len(said.split()) <= _FEW_WORDS
        empty = not said or often or is_no_caption(said, one.image.url)
        if empty or said != caption:
            image = attrs.evolve(one.image, caption=None if empty else said)
            found[key] = attrs.evolve(one, image=image)


def _with_attributes(words: Words, more: Words) -> Words:
    return Words(words.caption or more.caption, more.credit, words.blocks)


# The picture that opens the article


def _stated_lead(page: Page) -> str | None:
    """Return the picture that the page names for itself in its metadata."""
    for name in (
        "og:image",
        "og:image:secure_url",
        "og:image:url",
        "twitter:image",
        "twitter:image:src",
    ):
        for value in page.metas.get(name, ())[:1]:
            # Content systems write metadata with entities escaped twice.
            plain = value.replace("&amp;", "&")
            url = absolute(page_base(page.url, page.base), plain)
            if url and (is_placeholder(url) or is_themed(url.lower())):
                continue
            if url and not _NO_PICTURE.search(url.partition("?")[0].lower()):
                return url
    return None


def _with_lead(page: Page, found: dict[str, Found], first: int) -> list[Found]:
    """Mark the picture that opens the article, or add the one that the page states."""
    listed = list(found.values())
    stated = _stated_lead(page)
    key = picture_key(stated) if stated else None
    at = next((i for i, k in enumerate(found) if k == key), None)
    if at is None and key and found and _same_motif(next(iter(found)), key):
        at, stated = 0, None
    opens = bool(listed) and listed[0].at <= first
    if at is None and opens:
        at = 0
    if at is not None:
        image = attrs.evolve(listed[at].image, is_lead=True)
        if stated and not (_is_file(image.url) and _FOR_SHARING.search(stated.lower())):
            image = attrs.evolve(image, url=stated)
        listed[at] = attrs.evolve(listed[at], image=image)
    elif stated:
        alt = page.meta("og:image:alt", "twitter:image:alt")
        image = Image(stated, alt=fold_spaces(alt or "") or None, is_lead=True)
        listed.insert(0, Found(image, 0))
    return listed


def _same_motif(a: str, b: str) -> bool:
    """Return whether two keys are numbers of one picture in two forms: "4786301_303"."""
    one, other = _NUMBERED.match(a), _NUMBERED.match(b)
    return one is not None and other is not None and one[0] == other[0]


def _is_file(url: str | None) -> bool:
    """Return whether *url* is that of a picture by its name, not of a script's."""
    return url is not None and _FILE.search(url) is not None


def _with_stated(found: list[Found], stated: dict[str, ImageCredit]) -> Iterator[Found]:
    """Fill in the credits that only the page's structured data states."""
    for one in found:
        image = one.image
        credit = stated.get(picture_key(image.url)) if stated and image.url else None
        if credit and credit.text and image.credit is None:
            yield attrs.evolve(one, image=attrs.evolve(image, credit=credit))
        else:
            yield one


def find_images(
    page: Page,
    *,
    body: Collection[int],
    language: str | None = None,
    authors: Collection[str] = (),
    title: str | None = None,
) -> tuple[Found, ...]:
    """Find the article's own pictures.

    Args:
        page: An HTML page.
        body: Indices of the blocks that are the article's text.
        language: BCP 47 tag of the page, if known.
        authors: Names of the article's authors, who stand by its pictures, too.
        title: The article's title, as readers see it.

    Returns:
        The pictures in the order of the page, each once. Without a body, only
        the picture that the page's metadata names.
    """
    if not body:
        return tuple(_with_lead(page, {}, 0))
    language = language if language and is_language(language) else None
    zone = Zone(page, body, title)
    found = _with_lead(page, _own(zone, language, authors), zone.first)
    if all(f.image.credit for f in found):
        return tuple(found)
    return tuple(_with_stated(found, stated_credits(page, language)))
