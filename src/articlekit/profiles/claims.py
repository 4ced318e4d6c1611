"""Which hosts are claimed by profiles that are not imported yet.

Only metadata is read: the files `entry_points.txt` of installed distributions, and
the index files that packages of many profiles hold. importlib.metadata would take
35 ms to be imported, which is more than all of this.
"""

import os
import sys
from collections.abc import Iterable, Iterator
from importlib.machinery import ModuleSpec
from importlib.util import find_spec
from pathlib import Path
from typing import Final, NamedTuple

GROUP: Final = "articlekit.profiles"
"""The entry-point group of profiles."""
INDEX: Final = "articlekit-profiles.tsv"
"""Name of the file in which a package lists hosts and profiles."""
BUILT_IN: Final = "articlekit"
_DISTRIBUTIONS: Final = (".dist-info", ".egg-info")
_LARGEST: Final = 10_000_000

NO_INDEX: Final = "profile-index-missing"


class Claim(NamedTuple):
    """A host that a profile answers for, as metadata says.

    Attributes:
        host: The host, or a wildcard.
        module: Module that holds the profile.
        attribute: Its name there.
        source: The distribution that says so.
    """

    host: str
    module: str
    attribute: str
    source: str

    def __str__(self) -> str:
        """Return where the profile is, as an entry point writes it."""
        return f"{self.module}:{self.attribute}"


class Missing(NamedTuple):
    """An entry point whose hosts cannot be known without importing it.

    Attributes:
        name: Name of the entry point.
        value: What it points at.
        source: The distribution that it belongs to.
    """

    name: str
    value: str
    source: str


class Claims(NamedTuple):
    """All claims that were found.

    Attributes:
        claims: In order of their sources' names.
        missing: Entry points that say neither host nor index.
    """

    claims: tuple[Claim, ...] = ()
    missing: tuple[Missing, ...] = ()


NO_CLAIMS: Final = Claims()


def _read(path: str | Path) -> str:
    """Return the text of a small file, or "" where there is none."""
    try:
        with Path(path).open("rb") as file:
            return file.read(_LARGEST).decode("utf-8", "replace")
    except OSError:
        return ""


def _distributions(places: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield name and entry points of each distribution, the first of a name."""
    seen: set[str] = set()
    for place in places:
        try:
            entries = list(os.scandir(place or os.curdir))
        except OSError:
            continue
        for entry in entries:
            if entry.name.endswith(_DISTRIBUTIONS):
                name = entry.name.partition("-")[0].lower().replace("_", "-")
                if name not in seen:
                    seen.add(name)
                    yield name, _read(f"{entry.path}/entry_points.txt")


def _points(text: str) -> Iterator[tuple[str, str]]:
    """Yield name and value of the entry points of our group."""
    inside = False
    for line in text.splitlines():
        line = line.strip()
        if line.startswith("["):
            inside = line == f"[{GROUP}]"
        elif inside and line and line[0] not in "#;":
            name, equals, value = line.partition("=")
            if equals:
                yield name.strip(), value.partition("[")[0].strip()


def _is_host(name: str) -> bool:
    return "." in name


def _folder(package: str) -> Path | None:
    """Return the folder of a package, found without importing it."""
    first, _, rest = package.partition(".")
    try:
        spec: ModuleSpec | None = find_spec(first)
    except (ImportError, ValueError):
        return None
    places = list(spec.submodule_search_locations or ()) if spec else []
    return Path(places[0], *filter(None, rest.split("."))) if places else None


def read_index(path: Path, source: str) -> Iterator[Claim]:
    """Yield the claims of an index file: lines of host, tab, `module:attribute`."""
    for line in _read(path).splitlines():
        host, tab, value = line.partition("\t")
        module, colon, attribute = value.strip().partition(":")
        if tab and colon and not host.startswith("#"):
            yield Claim(host.strip(), module, attribute, source)


def _claims_of(name: str, value: str, source: str) -> Iterator[Claim | Missing]:
    """Yield what one entry point claims."""
    module, colon, attribute = value.partition(":")
    if _is_host(name) and colon:
        yield Claim(name, module, attribute, source)
        return
    folder = _folder(module)
    found = list(read_index(folder / INDEX, source)) if folder else []
    yield from found
    if not found:
        yield Missing(name, value, source)


def installed_claims(places: Iterable[str] | None = None) -> Claims:
    """Read what installed distributions claim.

    Args:
        places: Folders to look in; None takes the path that modules come from.
    """
    found: list[Claim | Missing] = []
    for source, text in _distributions(sys.path if places is None else places):
        if GROUP in text:
            for name, value in _points(text):
                found += _claims_of(name, value, source)
    found.sort(key=lambda one: one.source)
    return Claims(
        tuple(one for one in found if isinstance(one, Claim)),
        tuple(one for one in found if isinstance(one, Missing)),
    )


def built_in_claims() -> Claims:
    """Read what the profiles that come with the library claim."""
    return Claims(tuple(read_index(Path(__file__).parent / INDEX, BUILT_IN)))
