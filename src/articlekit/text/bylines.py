"""Bylines -> authors and agencies: "By Jane Doe and John Roe, Reuters"."""

import re
from functools import cache, lru_cache
from typing import NamedTuple, cast

import attrs

from articlekit.model import Author, AuthorKind
from articlekit.text.agencies import is_agency
from articlekit.text.languages import function_words
from articlekit.text.lexicons import primary, table
from articlekit.text.months import month_number
from articlekit.text.names import byline_words, every, is_cjk, is_name, is_organisation, starts_high
from articlekit.text.spaces import fold_spaces

_LONGEST = 400
_ADDRESS = re.compile(r"[(\[<]?\S{1,64}@\S{1,80}[)\]>]?|https?://\S{1,200}|www\.\S{1,100}|(?<!\S)@\w{1,40}")
_BRACKETS = re.compile(r"[(（\[【]([^()（）\[\]【】]{0,80})[)）\]】]")
_DATED = re.compile(r"(?<![\w.])\d[\d.:/ -]")
_EDGES = " \t,;:.·•|/–—-\"'“”„«»‘’<>*＝=／"
_STRONG = re.compile(r"\s?[\n|•·;；▪●■\t]\s?|\s[–—]\s|\s-\s|\s//\s")
_ROLE_SUFFIXES = (
    "redakteur", "redakteurin", "redaktor", "redaktorin", "korrespondent",
    "korrespondentin", "reporter", "reporterin", "journalist", "journalistin",
    "redaktør", "redaktör", "redacteur", "toimittaja", "verslaggever",
    "korrespondant", "leiter", "leiterin",
)  # fmt: skip
_CODE = re.compile(r"[a-zäöüß]{1,4}\.?")
_CJK_LEAD = re.compile(r"^.{0,10}?(?:记者|記者|通讯员|通訊員)[\s:：]{0,2}(?=.)")
_CJK_TAIL = re.compile(r"\s?(?:記者|記者ら|记者|特派員|编辑|編集委員|기자|특파원|인턴기자|선임기자|전문기자|논설위원|객원기자|앵커)$")
_KANA_PLACE = re.compile(r"^[ァ-ヶー]{2,12}(?=[\u4e00-\u9fff]{2,5}$)")
_HANGUL = re.compile(r"[\uac00-\ud7a3]{2,4}")
_CALENDAR = frozenset(
    "on am at le el il um uhr de den the pm a.m p.m vor ago min read mon tue wed thu fri sat sun monday tuesday wednesday thursday"
    " friday saturday sunday montag dienstag mittwoch donnerstag freitag samstag sonntag lundi mardi mercredi jeudi vendredi"
    " samedi dimanche lunes martes miércoles jueves viernes sábado domingo mo di mi do fr sa so est edt gmt utc et pt cet st nd rd th".split()
)
_MAY_BE_NAMES = frozenset("will can an so may man dan ben ada van den bin ana al ha li ma su an in ho no de os sam kim mai my he she who you".split()) - {"you", "she", "he", "who", "in", "my", "an", "no"}
_NAMED_FIRST = re.compile(r"\S{1,20}\s(?:[A-Z]\.\s)?\S{1,25}$")
_GLUED_BY = re.compile(r"^(?:By|BY|Von|Par|Por)(?=[A-Z][a-z])")
_AGENCY_WORD = re.compile(r"^(?:agencia|agence|agenzia|agentur|agência|agência de notícias|agencja|agentura|news agency|información de)\s", re.IGNORECASE)
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_CAPITALS = re.compile(r"[A-Z]{2,5}")
_INNER_BY = re.compile(r"^.{1,60}?\s(?:By|BY|Von|Par|Por)\s(?=[^\W\d_a-z])")
_ENDS_SMALL = re.compile(r"[a-z](?=\.$)")


@attrs.frozen
class _Words:
    """The patterns of one language."""

    label: re.Pattern[str]
    label_starts: frozenset[str]
    other_starts: frozenset[str]
    others: re.Pattern[str]
    split: re.Pattern[str]
    stop: frozenset[str]
    language: str
    odd: frozenset[str]
    cut: re.Pattern[str] | None


class Piece(NamedTuple):
    """One item of a byline: *kind* is person, organisation, agency or role."""

    text: str
    kind: str


def _any_of(forms: list[str]) -> str:
    """Build an alternation, longest first."""
    return "|".join(re.escape(f) for f in sorted(set(forms), key=lambda f: (-len(f), f)))


def _labels(language: str) -> list[str]:
    """Return the labels that may be read as such in a language."""
    own = byline_words("labels").get(language)
    if own is None:
        return [w for w in every("labels") if not w.endswith("^")]
    shared = [w for w in every("labels") if len(w) > 5 and not w.endswith("^")]  # noqa: PLR2004
    return [w.rstrip("^") for w in own] + byline_words("labels")["en"] + shared


@lru_cache(maxsize=128)
def _words(language: str) -> _Words:
    """Compile the patterns of a language ("" where it is unknown)."""
    labels = [w.rstrip(":：") for w in _labels(language)]
    spaced = _any_of([w for w in labels if not is_cjk(w)])
    packed = _any_of([w for w in labels if is_cjk(w)] or ["作者"])
    others = byline_words("others")
    other = _any_of(others.get(language, []) + others["en"] if language in others else sorted(every("others")))
    ands = byline_words("and")
    joined = _any_of(ands["en"][:1] + (ands.get(language) or ["und", "et", "och", "og", "oraz", "ja", "en", "и", "ve", "dan"]))
    cuts = byline_words("cut").get(language, byline_words("cut")["en"])
    return _Words(
        label=re.compile(rf"(?:(?:{spaced})(?:\s?[:：|/=]\s?|\s(?=\S)|$)|(?:{packed})[\s:：/／=＝・|]{{1,3}})", re.IGNORECASE),
        others=re.compile(rf"(?:^|(?<=[\s,(/&]))(?:{other})(?:\s?[:：/]|\s(?:by|von|de|di|par|por|door|&|und|and)\s|\s(?=[^\W\d_])|$)", re.IGNORECASE),
        split=re.compile(rf"\s?[,、，/／&＆+]\s?|(?:\s|^)(?:{joined})\s", re.IGNORECASE),
        label_starts=_starts(labels),
        other_starts=_starts(others.get(language, []) + others["en"] if language in others else sorted(every("others"))),
        stop=(function_words(language or "en") or function_words("en")) - every("particles") - _MAY_BE_NAMES,
        language=language,
        odd=every("roles") | every("organisations") | every("noise") | every("suffixes") | _date_words() | function_words(language or "en") | _CALENDAR,
        cut=re.compile(rf"\s(?:{_any_of(cuts)})\s(?!['’]t).{{0,120}}$|,\s?(?:{_any_of(cuts)})\s.{{0,120}}$") if cuts else None,
    )  # fmt: skip


def _starts(forms: list[str]) -> frozenset[str]:
    """Return the first words of labels, in the form that `_first_word` gives."""
    return frozenset(_first_word(form) for form in forms)


def _first_word(text: str) -> str:
    """Return the first word of a text in lower case, without marks."""
    found = _FIRST_WORD.match(text)
    return found[0].casefold() if found else ""


def _label(text: str, words: _Words) -> re.Match[str] | None:
    """Match a label at the front of a text; most texts fail at their first word."""
    if _first_word(text) in words.label_starts or is_cjk(text[:8]):
        return words.label.match(text)
    return None


def _without_labels(text: str, words: _Words) -> str:
    """Take labels off the front, three at the most."""
    for _ in range(3):
        match = _label(text, words)
        if not match:
            break
        text = text[match.end() :].lstrip(_EDGES)
    return text


def _is_dated(word: str) -> bool:
    """Say whether a word belongs to a date or a time."""
    bare = word.strip(_EDGES).casefold()
    return not bare or any(map(str.isdigit, bare)) or bare in _CALENDAR or bool(month_number(bare))


def _without_date(text: str) -> str:
    """Take a date off the front, and cut one in the middle and what follows it."""
    match = _DATED.search(text + " ")
    words = text.split()
    if not match or not words:
        return text
    start = 0
    while start < len(words) and _is_dated(words[start]):
        start += 1
    if start == len(words):
        return ""
    if any(map(str.isdigit, "".join(words[:start]))):
        return _without_date(" ".join(words[start:])) if start else text
    kept = text[: match.start()].rstrip(_EDGES).split()
    while kept and _is_dated(kept[-1]):
        kept.pop()
    return " ".join(kept)


@cache
def _date_words() -> frozenset[str]:
    """Return the words of all languages that stand before a date."""
    kinds = cast("dict[str, dict[str, list[str]]]", table("datewords"))
    return frozenset(w for kind in kinds.values() for part in kind.values() for w in part)


def _without_date_words(text: str) -> str:
    """Cut a piece at "Published", "Updated" and the like."""
    words = text.split()
    for at, word in enumerate(words):
        bare = word.strip(_EDGES).casefold()
        if len(bare) > 3 and bare in _date_words():  # noqa: PLR2004
            return " ".join(words[:at])
    return text


def _without_letters(text: str) -> str:
    """Take degrees and outlets in capitals off the end: "Jane Doe MS", "Jane Doe BBC"."""
    words = text.split()
    while len(words) > 2 and _CAPITALS.fullmatch(words[-1]) and not words[-2].isupper():  # noqa: PLR2004
        words.pop()
    return " ".join(words)


def _split_agency(text: str) -> tuple[str, str | None]:
    """Take an agency off the end of a name: "Jane Doe The Associated Press"."""
    words = text.split()
    for count in (3, 2, 1):
        if len(words) - count >= 2 and is_agency(tail := " ".join(words[-count:])):  # noqa: PLR2004
            return " ".join(words[:-count]), tail
    return text, None


def _split_role(text: str) -> tuple[str, str | None]:
    """Take a role off the end or the front of a name."""
    words, roles = text.split(), every("roles")
    flags = [_is_role(word, roles) for word in words]
    if not any(flags) or all(flags):
        return ("", text) if any(flags) else (text, None)
    if flags[-1]:
        keep = len(words)
        while keep and flags[keep - 1]:
            keep -= 1
        if keep >= 2:  # noqa: PLR2004
            return " ".join(words[:keep]), " ".join(words[keep:])
        return "", text
    if flags[0]:
        last = max(i for i, flag in enumerate(flags) if flag)
        rest = words[last + 1 :]
        if len(rest) >= 2:  # noqa: PLR2004
            return " ".join(rest), " ".join(words[: last + 1])
    return text, None


def _is_role(word: str, roles: frozenset[str]) -> bool:
    """Say whether a word names what somebody does."""
    word = word.strip(".,()'’").casefold()
    return word in roles or word.endswith(_ROLE_SUFFIXES)


def _classify(text: str, words: _Words) -> list[Piece]:
    """Say what one piece of a byline is."""
    text = _without_labels(_GLUED_BY.sub("", text.strip(_EDGES.replace(".", ""))), words)
    if words.label.fullmatch(text):
        return []
    if words.cut and not is_cjk(text):
        whole, text = text, words.cut.sub("", text)
        tail = whole[len(text) :].strip(_EDGES).partition(" ")[2]
        tails = [Piece(tail, "agency")] if tail and is_agency(tail) else []
    else:
        tails = []
    text = text.strip().strip(_EDGES.replace(".", ""))
    if not text:
        return tails
    if is_agency(text) or is_agency(_AGENCY_WORD.sub("", text)):
        return [Piece(text, "agency"), *tails]
    if is_cjk(text):
        return _classify_cjk(text)
    if text.strip(".").casefold() in every("suffixes"):
        return [Piece(text, "suffix"), *tails]
    text = _without_date_words(text)
    if text.casefold() in every("noise"):
        return tails
    text, agency = _split_agency(text)
    tails += [Piece(agency, "agency")] if agency else []
    name, role = _split_role(text)
    name = _without_letters(name)
    return [*_named(name.rstrip(","), words), *([Piece(role, "role")] if role else []), *tails]


def _named(name: str, words: _Words) -> list[Piece]:
    """Tell people from organisations and noise."""
    stop = words.stop
    ends = name.casefold().split()
    if len(ends) > 1 and (ends[0] in stop or ends[-1] in stop or ends[0] in every("noise")):
        return []
    if not name or _CODE.fullmatch(name):
        return []
    if name.endswith(".") and not name.endswith(("Jr.", "Sr.", "D.")) and _ENDS_SMALL.search(name):
        name = name[:-1]
    if is_organisation(name, words.language):
        return [Piece(name, "organisation")]
    return [Piece(name, "person")] if is_name(name) else []


def _classify_cjk(text: str) -> list[Piece]:
    """Read a piece in Chinese, Japanese or Korean."""
    text = _CJK_LEAD.sub("", text)
    text = text.rpartition("=")[2].rpartition("＝")[2]
    bare = _CJK_TAIL.sub("", text).strip()
    parts = bare.split()
    if parts and all(_HANGUL.fullmatch(p) for p in parts):
        parts = [p for p in parts if not is_organisation(p)] if len(parts) > 1 else parts
        if bare != text and len(parts) > 1:
            parts = [p for p in parts if len(p) == 3] or parts[-1:]  # noqa: PLR2004
        bare_parts = parts
    else:
        bare = _KANA_PLACE.sub("", bare)
        bare_parts = [bare] if not (len(parts) > 1 and all(len(p) > 1 and len(p) < 4 for p in parts) and len(parts) > 2) else parts  # noqa: PLR2004
    return [
        Piece(p, "organisation" if is_organisation(p) else "person" if is_name(p) else "other")
        for p in bare_parts
    ]


def _pieces(segment: str, words: _Words, *, follows: bool) -> list[Piece]:
    """Cut a segment at commas, slashes and words for "and"."""
    found: list[Piece] = []
    at, comma = 0, False
    for match in [*words.split.finditer(segment), None]:
        text = segment[at : match.start()] if match else segment[at:]
        if text:
            pieces = _classify(text, words)
            after = comma and (follows or bool(found))
            found += [_second(p, pieces) for p in pieces] if after else pieces
        if match:
            at, comma = match.end(), "," in match[0] or "，" in match[0]
    return found


def _second(piece: Piece, pieces: list[Piece]) -> Piece:
    """Read what stands behind a comma: "Political Editor" is a role as a whole."""
    roles = [p for p in pieces if p.kind == "role"]
    if piece.kind == "person" and roles and not _NAMED_FIRST.match(piece.text):
        return Piece(f"{piece.text} {roles[0].text}", "role")
    return piece


def byline_pieces(text: str, language: str | None = None) -> tuple[Piece, ...]:
    """Cut a byline into its items.

    Args:
        text: The byline as printed; line breaks separate.
        language: BCP 47 tag; "y", "e" or "i" split names only in the
            languages where they mean "and".

    Returns:
        People, organisations, agencies, roles and suffixes, in order.
    """
    words = _words(primary(language))
    text = "\n".join(map(fold_spaces, _ADDRESS.sub(" ", text[:_LONGEST]).splitlines()))
    found: list[Piece] = []
    for segment in _STRONG.split(text):
        segment = _without_labels(segment.strip(_EDGES.replace(".", "")), words)
        inside = [m[1] for m in _BRACKETS.finditer(segment)]
        segment = _BRACKETS.sub(" , ", segment) if not segment.startswith("【") else segment.strip("【】")
        named = is_cjk(segment) or any(_first_word(w) in words.other_starts for w in segment.split())
        if named and (other := words.others.search(segment)):
            segment = segment[: other.start()]
        segment = _without_labels(_without_date(segment).strip(_EDGES.replace(".", "")), words)
        segment = _INNER_BY.sub("", segment)
        found += _pieces(segment, words, follows=bool(found))
        found += [Piece(p.strip(), "agency") for part in inside for p in part.split("/") if is_agency(p.strip())]
    return tuple(found)


def _joined(pieces: tuple[Piece, ...]) -> list[Author]:
    """Give roles and suffixes to the people before them."""
    authors: list[Author] = []
    pending: str | None = None
    for text, kind in pieces:
        if kind == "person" and not _is_place(text, authors):
            authors.append(Author(text, role=pending))
            pending = None
        elif kind == "suffix" and authors:
            authors[-1] = attrs.evolve(authors[-1], name=f"{authors[-1].name}, {text}")
        elif kind == "role":
            if authors and authors[-1].role is None:
                authors[-1] = attrs.evolve(authors[-1], role=text)
            elif not authors:
                pending = text
        elif kind == "organisation":
            authors.append(Author(text, AuthorKind.ORGANISATION))
    return authors


def _is_place(text: str, authors: list[Author]) -> bool:
    """Say whether one word behind a full name is a place, not a person."""
    if " " in text or is_cjk(text) or "." in text or not authors:
        return False
    return any(" " in author.name for author in authors)


def _is_plain_name(text: str, language: str | None) -> bool:
    """Say whether a byline is two or three capitalised words that are only a name."""
    parts = text.split(" ")
    if not 2 <= len(parts) <= 3 or len(text) > 40 or is_cjk(text):  # noqa: PLR2004
        return False
    words = _words(primary(language))
    for part in parts:
        if not part.isalpha() or not part[0].isupper() or (part.isupper() and len(part) < 6):  # noqa: PLR2004
            return False
        folded = part.casefold()
        if folded in words.odd:
            return False
    first = parts[0].casefold()
    return first not in words.label_starts and first not in words.other_starts and not is_agency(text) and not _is_role(parts[-1], words.odd)


def read_byline(
    text: str, language: str | None = None
) -> tuple[tuple[Author, ...], tuple[str, ...]]:
    """Read people, organisations and agencies from a byline.

    Args:
        text: The byline as printed.
        language: BCP 47 tag, or None.

    Returns:
        The authors in order, organisations that are no agencies among them
        (see `Author.kind`), and the agencies as printed; each once.
    """
    if _is_plain_name(text, language):
        return (Author(text),), ()
    pieces = byline_pieces(text, language)
    unique = {author.name.casefold(): author for author in reversed(_joined(pieces))}
    authors = tuple(reversed(unique.values()))
    agencies = tuple(dict.fromkeys(p.text for p in pieces if p.kind == "agency"))
    return authors, agencies


def has_byline_label(text: str, language: str | None = None) -> bool:
    """Say whether a text begins like a byline: "By Jane", "Von Max", "Text: Ann"."""
    words = _words(primary(language))
    match = _label(text, words)
    rest = text[match.end() :] if match else ""
    return bool(rest) and (starts_high(rest.split(maxsplit=1)[0]) if rest.split() else False)


def label_kinds(text: str, language: str | None = None) -> tuple[bool, bool]:
    """Say whether a text begins like a byline, and whether it credits somebody else.

    Returns:
        What `has_byline_label` and `is_other_credit` say, for little more than
        the price of looking at the first word.
    """
    words = _words(primary(language))
    first = _first_word(text)
    east = is_cjk(text[:8])
    labelled = (east or first in words.label_starts) and has_byline_label(text, language)
    other = (east or first in words.other_starts) and words.others.match(text) is not None
    return labelled, other


def is_other_credit(text: str, language: str | None = None) -> bool:
    """Say whether a text begins by crediting somebody else: "Foto: Jane"."""
    words = _words(primary(language))
    if _first_word(text) not in words.other_starts and not is_cjk(text[:8]):
        return False
    return words.others.match(text) is not None


def people_of(text: str, language: str | None = None) -> tuple[Author, ...]:
    """Read the people that a byline names, in order."""
    authors, _ = read_byline(text, language)
    return tuple(a for a in authors if a.kind is AuthorKind.PERSON)
