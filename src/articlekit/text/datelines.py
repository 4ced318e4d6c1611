"""Datelines: "NEW DELHI, June 3 (Reuters) - ", "新华社北京11月17日电", "【ロンドン共同】"."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import islice
from typing import Final, NamedTuple

from articlekit.model import Dateline
from articlekit.text.agencies import agency_kind, agency_name
from articlekit.text.languages import function_words
from articlekit.text.late import late
from articlekit.text.lexicons import primary, words
from articlekit.text.months import month_number
from articlekit.text.names import every, is_cjk, starts_high

_LONGEST, _LONGEST_PLACE, _MOST_WORDS, _MOST_PARTS = 110, 40, 5, 5
_LONGEST_CODE, _MOST_SMALL, _LONGEST_STOPPED = 12, 5, 60
# What ends a dateline; a colon or a hyphen says less than a dash.
_MARK: Final = late(
    r"\s?(?:[—–]{1,2}|--{1,2}|\.-|\.—|\s-|\|)(?:\s|$)|(?<=\))\s?-+|(?<=\S)[—–](?=\S)|--|:\s|：|\)\s"
)
_SIGN: Final = late("[-—–|:：)]")
_BRACKET: Final = late(r"\s?[(\[（]([^()\[\]（）]{1,40})[)\]）]\s?")
_WEAK: Final = frozenset(":：|)")
_DATE: Final = late(r"\d")
_CHINESE: Final = late(
    r"[（(【]?(?P<agency>[\u4e00-\u9fffA-Z]{2,7}?(?:社|网|網|通讯社|通訊社|台|报|報))"
    r"(?:记者[^\d，。]{2,9}?|記者[^\d，。]{2,9}?)??(?P<place>[\u4e00-\u9fff]{2,8}?)?[，\s]?"
    r"(?P<date>(?:\d{1,2}月)?\d{1,2}日)[专專]?[电電讯訊]"
)
_JAPANESE: Final = late(r"[【（(](?P<inside>[^】）)\n]{2,40})[】）)]")
_KOREAN: Final = late(
    r"[(\[【](?P<place>[\uac00-\ud7a3·,]{2,20})\s?=\s?(?P<agency>[\uac00-\ud7a3A-Za-z]{2,12})[)\]】]"
)
_UPPER_LOWER: Final = late(r"([^\W\d_a-z]{3,20}) ([a-z]{2,5})")
_FULL_STOP: Final = late(
    r"([^.,:;!?\d।]{3,30})(?:,\s([^.,:;!?\d।]{2,20}))?[.।]\s(?=[^\W\d_a-z])"
)
# "ВЯЗОВСК, 3 мая. /ТАСС/. "
_SLASHED: Final = late(
    r"([^\W\d_a-z][^,./\d]{2,30}),\s(\d{1,2}\.?\s[^\W\d_]{3,12})[.,]?\s?/([^/]{2,20})/\.?[\s:–—-]{1,4}"
)
# "КИЇВ. 3 травня. УНН. "
_POINTED: Final = late(
    r"([^\W\d_a-z][^,./\d]{2,30})\.\s(\d{1,2}\s[^\W\d_]{3,12})\.\s([^.,:;!?\d]{2,24})\.\s"
)
# What follows the dash of "МОСКВА, 3 мая — РИА Новости. "
_BEHIND: Final = late(r"([^.,:;!?]{2,24})\.\s(?=[^\W\d_a-z])")
# The site itself beside the place: "JAKARTA, EXAMPLE.COM - "
_HOST: Final = late(
    r"[^\s.]{2,24}\.(?:com|net|org|info|news|id|co\.id|ru|tv|gr|rs|ba|hr)",
    re.IGNORECASE,
)
_KATAKANA: Final = late(r"[ァ-ヶー・]{2,14}")
_NOISE: Final = frozenset(
    "update updated exclusive watch breaking video photo photos opinion analysis live listen read correction editor's note editors"
    " note interview review news commentary podcast related advertisement summary key points by from the a question answer q".split()
)


class _Parts(NamedTuple):
    """What the head of a text holds."""

    place: str | None
    agency: str | None
    date: str | None


@cache
def _places() -> frozenset[str]:
    """Return the known places, case folded."""
    return frozenset(place.casefold() for place in words("places"))


def is_place(text: str) -> bool:
    """Say whether a text is one of the places that datelines name most."""
    return text.strip(" .,").casefold() in _places()


def is_wire(text: str) -> bool:
    """Say whether a text names a wire service, or an outlet, in a dateline."""
    name = agency_name(text)
    return name is not None and agency_kind(name) in {"wire", "outlet", "public"}


def _is_date(text: str) -> bool:
    """Say whether a part of a dateline is a date: "June 3", "3 jun", "Aug. 20"."""
    return bool(_DATE.search(text)) or any(
        month_number(w.strip(".").casefold()) for w in text.split()
    )


def _is_region(text: str) -> bool:
    """Say whether a part may name a region: "N.Y.", "Syria"."""
    parts = text.split()
    return 0 < len(parts) <= 3 and all(starts_high(w) for w in parts)


def _looks_like_place(text: str, stop: frozenset[str]) -> bool:
    """Say whether a text has the form of a place's name."""
    parts = text.replace("/", " ").split()
    if (
        not parts
        or len(parts) > _MOST_WORDS
        or len(text) > _LONGEST_PLACE
        or _DATE.search(text)
    ):
        return False
    first = parts[0].casefold().strip(".,")
    if first in _NOISE or first in stop or text.casefold() in _NOISE:
        return False
    small = every("particles")
    return starts_high(parts[0]) and all(starts_high(w) or w in small for w in parts)


def _in_brackets(brackets: list[str]) -> tuple[str | None, str | None]:
    """Return the agency and the date that stand in brackets."""
    agency = next((b for b in brackets if _is_credit(b)), None)
    date = next((b for b in brackets if b != agency and _is_date(b)), None)
    return agency and agency.strip(), date and date.strip()


def _is_credit(inside: str) -> bool:
    """Say whether a bracket names an agency: a known one, or letters such as "AP"."""
    return is_wire(inside) or (inside.isupper() and len(inside) <= _LONGEST_CODE)


def _between_commas(head: str) -> list[str]:
    """Cut a head without its brackets at the commas."""
    parts = re.split(r"[,،，]", _BRACKET.sub(", ", head))
    return [part.strip(" -–—") for part in parts if part.strip(" -–—")][:_MOST_PARTS]


def _place_and_tail(place: str) -> tuple[str, str | None]:
    """Take an agency off the end of a place: "BERLIN taz", "Berlin dpa"."""
    front, _, tail = place.rpartition(" ")
    if front and is_wire(tail):
        return front, tail
    lower = _UPPER_LOWER.fullmatch(place)
    return (lower[1], lower[2]) if lower else (place, None)


def _parts(head: str) -> _Parts:
    """Take the head of a text apart."""
    brackets = _BRACKET.findall(head)
    agency, date = _in_brackets(brackets)
    places: list[str] = []
    for part in _between_commas(head):
        if is_wire(part):
            agency = agency or part
        elif places and _HOST.fullmatch(part):
            continue
        elif _is_date(part):
            date = f"{date}, {part}" if date else part
        elif not places or (_is_region(part) and not date):
            places.append(part)
        else:
            return _Parts(None, None, None)
    place = ("، " if "،" in head else ", ").join(places) or None
    if agency is None and date and brackets and not _is_date(brackets[-1]):
        agency = brackets[-1].strip() if len(brackets[-1].split()) < 3 else None
    if place and agency is None:
        place, agency = _place_and_tail(place)
    return _Parts(place, agency, date)


@lru_cache(maxsize=64)
def _stop_words(language: str) -> frozenset[str]:
    """Return words of a language that no place begins with."""
    return function_words(language) - every("particles")


def _is_prose(head: str) -> bool:
    """Say whether a text has more small words than places and dates have."""
    small = 0
    for word in head.split():
        small += word[0].islower()
    return small > _MOST_SMALL and not every("particles").issuperset(
        word for word in head.split() if word[0].islower()
    )


def _marks(text: str) -> Iterator[re.Match[str]]:
    """Yield what may end a dateline; only beside one of its characters is it tried."""
    done = 0
    for sign in _SIGN.finditer(text):
        at = sign.start()
        for start in range(max(done, at - 2), at + 1):
            if match := _MARK.match(text, start):
                yield match
                done = match.end()
                break


def _spaced(text: str, language: str | None) -> Dateline | None:
    """Read a dateline in a script with spaces."""
    stop = _stop_words(primary(language) or "en")
    for match in islice(_marks(text[:_LONGEST]), 3):
        closed = match[0].startswith(")")
        end = match.start() + 1 if closed else match.start()
        head = text[:end].strip()
        if not head or _is_prose(head):
            continue
        place, agency, date = _parts(head)
        if place is None and agency and not closed:
            continue
        if place and _is_dateline(
            place, agency, date, mark=match[0].strip()[:1], stop=stop
        ):
            behind = _BEHIND.match(text[match.end() : match.end() + _LONGEST_PLACE])
            if agency is None and behind and is_wire(behind[1]):
                raw = text[: match.end() + behind.end(1)].strip()
                return Dateline(place, behind[1], date, raw)
            return Dateline(place, agency, date, head)
    return _stopped(text)


def _stopped(text: str) -> Dateline | None:
    """Read a dateline that ends as a sentence does: "Athens. ", "नई दिल्ली, पीटीआई। "."""
    slashed = _SLASHED.match(text) if "/" in text[:_LONGEST] else None
    if slashed and _is_credit(slashed[3]):
        return Dateline(slashed[1], slashed[3], slashed[2], slashed[0].strip(" :–—-"))
    pointed = _POINTED.match(text[:_LONGEST])
    if pointed and pointed[1].isupper() and _is_credit(pointed[3]):
        return Dateline(pointed[1], pointed[3], pointed[2], pointed[0].strip(" ."))
    full = _FULL_STOP.match(text[:_LONGEST_STOPPED])
    if full is None:
        return None
    first, second = full[1], full[2]
    if second is None:
        return Dateline(first, raw=first) if is_place(first) else None
    raw = f"{first}, {second}"
    if is_place(first) and is_wire(second):
        return Dateline(first, second, raw=raw)
    return (
        Dateline(second, first, raw=raw)
        if is_place(second) and is_wire(first)
        else None
    )


def _is_dateline(
    place: str, agency: str | None, date: str | None, *, mark: str, stop: frozenset[str]
) -> bool:
    """Weigh the form of a place, its company and the mark behind it."""
    if not _looks_like_place(place, stop):
        return False
    if (
        is_place(place)
        or is_place(place.partition(",")[0])
        or is_place(place.partition("،")[0])
    ):
        return mark != ")" or agency is not None
    if agency:
        return True
    if mark in _WEAK:
        return False
    first = place.partition(",")[0]
    return (first.isupper() and len(first) > 2) or (
        date is not None and _DATE.search(date) is not None and len(place.split()) <= 3
    )


def _chinese(text: str) -> Dateline | None:
    """Read "新华社北京11月17日电"."""
    match = _CHINESE.match(text)
    if not match:
        return None
    agency, place = match["agency"], match["place"]
    if place and not is_place(place):
        known = next((place[-n:] for n in (4, 3, 2) if is_place(place[-n:])), None)
        place = known or place
    return Dateline(place, agency, match["date"], match[0])


def _japanese(text: str) -> Dateline | None:
    """Read "【ロンドン共同】", "【エルサレム松岡大地】" at either end of a text."""
    match = _JAPANESE.match(text)
    if not match:
        found = list(_JAPANESE.finditer(text[-60:]))
        match = found[-1] if found and found[-1].end() >= len(text[-60:]) - 1 else None
    if not match:
        return None
    inside = re.split(r"[、,，]", match["inside"])[0]
    place, mark, rest = inside.partition("＝" if "＝" in inside else "=")
    if not mark:
        kana = _KATAKANA.match(inside)
        place = (
            kana[0]
            if kana
            else next((inside[:n] for n in (4, 3, 2) if is_place(inside[:n])), "")
        )
        rest = inside[len(place) :]
    if not place or not rest or not (is_place(place) or _KATAKANA.fullmatch(place)):
        return None
    return Dateline(place, rest if is_wire(rest) else None, None, match[0])


def _korean(text: str) -> Dateline | None:
    """Read "(서울=연합뉴스)"."""
    match = _KOREAN.match(text)
    return Dateline(match["place"], match["agency"], None, match[0]) if match else None


def read_dateline(text: str, *, language: str | None = None) -> Dateline | None:
    """Read the dateline that opens a paragraph.

    Args:
        text: A paragraph, white space folded. In Japanese the dateline may
            stand at its end.
        language: BCP 47 tag of the text, or None.

    Returns:
        Place, agency and date as printed, or None where there is none.
    """
    if not text:
        return None
    if is_cjk(text[:20]):
        return _chinese(text) or _korean(text) or _japanese(text)
    return _spaced(text, language)
