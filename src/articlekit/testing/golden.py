"""Golden pages: a saved page, what it should give, and what is known about it.

A golden page is a folder of three files:

    page.html       or page.txt: the page as it was saved, best redacted
    expected.json   the fields that were looked at, and what each should hold
    meta.json       what a caller knows: "url", "content_type", "now", ...

Only fields in `expected.json` are compared, so a short one is a good one. `now` is
frozen in `meta.json`: the page gives the same next year.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Final, cast

import attrs

from articlekit.api import Profiles, parse
from articlekit.batch.saved import META, PAGES
from articlekit.errors import GoldenPageError
from articlekit.model import Article
from articlekit.model.article import FIELD_NAMES
from articlekit.testing.comparing import Difference, differences, is_like
from articlekit.testing.draft import drafted

EXPECTED: Final = "expected.json"
FIELDS: Final = (*FIELD_NAMES, "text")
"""The names that may be recorded: attributes of `Article`, and its `text`."""


@attrs.frozen(kw_only=True)
class Meta:
    """What is known about a golden page beside its bytes.

    Attributes:
        url: Its address; the profile is found by it.
        content_type: The HTTP header of that name.
        language: As for `articlekit.parse`.
        timezone: As for `articlekit.parse`.
        now: When the page was saved; relative dates count from it.
        note: Anything its author wants to say; not read.
    """

    url: str | None = None
    content_type: str | None = None
    language: str | None = None
    timezone: str | None = None
    now: datetime | None = None
    note: str | None = None


@attrs.frozen
class GoldenPage:
    """A saved page with what it should give.

    Attributes:
        folder: Where its three files are.
        content: The page.
        expected: What each recorded field should hold, as plain values.
        meta: What is known beside.
    """

    folder: Path
    content: bytes = attrs.field(repr=False)
    expected: Mapping[str, object]
    meta: Meta

    @property
    def name(self) -> str:
        """The name of its folder."""
        return self.folder.name

    def parse(self, profiles: Profiles = None) -> Article:
        """Parse the page with what is known about it.

        Args:
            profiles: As for `articlekit.parse`.

        Raises:
            InputError: The page cannot be read.
        """
        known = self.meta
        return parse(
            self.content,
            url=known.url,
            content_type=known.content_type,
            language=known.language,
            timezone=known.timezone,
            now=known.now,
            profiles=profiles,
        )

    def differences(
        self, article: Article, *, fields: Iterable[str] | None = None
    ) -> tuple[Difference, ...]:
        """Return where *article* is not what was recorded.

        Args:
            article: What the page gave.
            fields: The fields to compare; None is all that are recorded.
        """
        found = article.to_dict()
        names = self.expected if fields is None else fields
        return tuple(
            each
            for name in names
            for each in differences(self.expected[name], found.get(name), path=name)
        )

    def updated(self, article: Article) -> "GoldenPage":
        """Return the page with what *article* holds where it differs.

        A field that is as recorded keeps its words, matchers too; one that the
        page no longer gives is no longer recorded.
        """
        found = article.to_dict()
        draft = drafted(article, fields=self.expected)
        kept = {
            name: value if is_like(value, found.get(name)) else draft.get(name)
            for name, value in self.expected.items()
        }
        some = {name: value for name, value in kept.items() if value is not None}
        return attrs.evolve(self, expected=some)


def read_golden(folder: Path) -> GoldenPage:
    """Read the golden page in *folder*.

    Raises:
        GoldenPageError: A file is missing or cannot be used; a field has no such
            name, or is recorded as empty (`{"$count": 0}` says that on purpose).
    """
    path = next((folder / each for each in PAGES if (folder / each).is_file()), None)
    if path is None:
        raise GoldenPageError(str(folder), f"holds no {' and no '.join(PAGES)}")
    expected = _read_json(folder / EXPECTED)
    _check_expected(folder / EXPECTED, expected)
    return GoldenPage(folder, path.read_bytes(), expected, read_meta(folder / META))


def find_golden(folder: Path) -> tuple[GoldenPage, ...]:
    """Read every golden page in or below *folder*, in the order of their paths.

    Raises:
        GoldenPageError: One of them cannot be used.
    """
    return tuple(read_golden(path.parent) for path in sorted(folder.rglob(EXPECTED)))


def write_golden(page: GoldenPage, *, kind: str = "html") -> None:
    """Write the three files of *page* into its folder, which may be new.

    Args:
        page: The page; a file that is there is replaced.
        kind: Ending of the page's file, "html" or "txt", where it has none yet.
    """
    page.folder.mkdir(parents=True, exist_ok=True)
    old = next((p for p in PAGES if (page.folder / p).is_file()), f"page.{kind}")
    (page.folder / old).write_bytes(page.content)
    write_expected(page)
    known = {name: value for name, value in attrs.asdict(page.meta).items() if value}
    if page.meta.now:
        known["now"] = page.meta.now.isoformat()
    (page.folder / META).write_text(as_json(known), "utf-8")


def write_expected(page: GoldenPage) -> None:
    """Write the recorded fields of *page*."""
    (page.folder / EXPECTED).write_text(as_json(page.expected), "utf-8")


def as_json(value: object) -> str:
    """Write *value* as the files of golden pages are: sorted, indented, in UTF-8."""
    return json.dumps(value, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def _read_json(path: Path) -> dict[str, object]:
    try:
        data: object = json.loads(path.read_text("utf-8"))
    except OSError as error:
        raise GoldenPageError(str(path), "is missing") from error
    except ValueError as error:
        raise GoldenPageError(str(path), f"is no JSON: {error}") from error
    if not isinstance(data, dict):
        raise GoldenPageError(str(path), "holds no object")
    return cast("dict[str, object]", data)


def read_meta(path: Path) -> Meta:
    """Read what is known of a golden page.

    Raises:
        GoldenPageError: The file is missing or cannot be used.
    """
    data = _read_json(path)
    known = {field.name for field in attrs.fields(Meta)}
    for name, value in data.items():
        if name not in known:
            hint = _near(name, known)
            raise GoldenPageError(str(path), f"there is no key {name!r}{hint}")
        if not isinstance(value, str):
            raise GoldenPageError(str(path), f"{name} is no text")
    texts = cast("dict[str, str]", data)
    now = texts.pop("now", None)
    return Meta(**texts, now=_moment(path, now) if now else None)


def _moment(path: Path, text: str) -> datetime:
    try:
        return datetime.fromisoformat(text)
    except ValueError as error:
        raise GoldenPageError(str(path), f"now is no ISO date: {text!r}") from error


def _near(name: str, known: Iterable[str]) -> str:
    from difflib import get_close_matches

    near = get_close_matches(name, sorted(known), 1)
    return f"; did you mean {near[0]}?" if near else ""


def _check_expected(path: Path, expected: Mapping[str, object]) -> None:
    for name, value in expected.items():
        if name not in FIELDS:
            hint = _near(name, FIELDS)
            raise GoldenPageError(str(path), f"no field is named {name!r}{hint}")
        if value in (None, "", [], {}):
            reason = f'{name} is empty; write {{"$count": 0}} if it should be'
            raise GoldenPageError(str(path), reason)
    _check_matchers(path, expected)


def _check_matchers(path: Path, expected: Mapping[str, object]) -> None:
    """Compare with nothing, which reads each matcher."""
    try:
        for name, value in _matchers_of(expected):
            next(differences(value, None, path=name), None)
    except ValueError as error:
        raise GoldenPageError(str(path), str(error)) from error


def _matchers_of(data: object, path: str = "") -> Iterator[tuple[str, object]]:
    if isinstance(data, list):
        for each in cast("list[object]", data):
            yield from _matchers_of(each, path)
    elif isinstance(data, dict):
        form = cast("dict[str, object]", data)
        if any(key.startswith("$") for key in form):
            yield path, form
            return
        for key, each in form.items():
            yield from _matchers_of(each, f"{path}.{key}")
