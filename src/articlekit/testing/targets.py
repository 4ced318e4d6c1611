"""Finding the profiles that an author means: a file, a project, or a module."""

import sys
import tomllib
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Final, cast

import attrs

from articlekit.errors import (
    ArticlekitError,
    ProfileError,
    RuleError,
    UnknownProfileError,
)
from articlekit.profiles.claims import GROUP, INDEX
from articlekit.profiles.foreign import call_foreign
from articlekit.profiles.installed import default_profiles
from articlekit.rules import Layout, Profile

_PROFILE: Final = "PROFILE"


@attrs.define(eq=False, str=False)
class TargetError(ProfileError):
    """What an author named holds no profile that can be used.

    Attributes:
        target: What was named.
        reason: What is wrong with it.
    """

    target: str
    reason: str

    def __str__(self) -> str:
        """Return the message."""
        return f"{self.target}: {self.reason}"


def load_target(target: str, root: Path | None = None) -> tuple[Profile, ...]:
    """Load the profiles that *target* names.

    Args:
        target: A file of Python ("courier.py"), the folder of a project whose
            pyproject names its profiles, or "module:NAME".
        root: The folder that paths start from; None is the working directory.

    Returns:
        The profiles, at least one.

    Raises:
        TargetError: There is no such file or module, running it fails, or it
            holds no profile.
    """
    path = (root or Path()) / target
    if path.is_dir():
        return _of_project(target, path)
    if path.suffix == ".py" or path.is_file():
        return _of_file(target, path)
    module, _, name = target.partition(":")
    if not all(part.isidentifier() for part in module.split(".")):
        raise TargetError(target, "is no file, no folder and no module:NAME")
    return _profiles_in(target, _run(target, module), name)


def find_target(target: str) -> tuple[Profile, ...]:
    """Load what *target* names: as `load_target` does, or by host or name.

    Args:
        target: As for `load_target`; else a host, or the name or module of a
            profile that is installed or comes with the library.

    Raises:
        TargetError: It is a file or module without a usable profile.
        UnknownProfileError: No profile has that name.
    """
    if ":" in target or target.endswith(".py") or Path(target).exists():
        return load_target(target)
    return _installed(target)


def _installed(name: str) -> tuple[Profile, ...]:
    """Load an installed profile by its host, its module, or a part of that."""
    claims = default_profiles().claims
    for claim in claims:
        if name in (claim.host, claim.module, claim.module.rpartition(".")[2]):
            return load_target(str(claim))
    names = {n for c in claims for n in (c.host, c.module, c.module.rpartition(".")[2])}
    known = get_close_matches(name, sorted(names), 3)
    raise UnknownProfileError(name, tuple(known))


def _of_file(target: str, path: Path) -> tuple[Profile, ...]:
    """Import a file as the module of its name, so that its functions pickle."""
    if not path.is_file():
        raise TargetError(target, "there is no such file")
    if path.name == "__init__.py":
        path = path.parent
    if not path.stem.isidentifier():
        raise TargetError(target, "its name is no name of a module")
    _look_in(path.parent)
    module = _run(target, path.stem)
    if not _is_of(module, path):
        reason = f"a module named {path.stem!r} exists already; rename the file"
        raise TargetError(target, reason)
    return _profiles_in(target, module, "")


def _is_of(module: ModuleType, path: Path) -> bool:
    home = Path(module.__file__ or "").resolve()
    return path.resolve() in (home, home.parent)


def _of_project(target: str, folder: Path) -> tuple[Profile, ...]:
    """Load what the entry points of a project name, installed or not."""
    for each in (folder, folder / "src"):
        if each.is_dir():
            _look_in(each)
    found: dict[int, Profile] = {}
    for module, _, name in (place.partition(":") for place in _places(target, folder)):
        for profile in _profiles_in(target, _run(target, module), name):
            found[id(profile)] = profile
    return tuple(found.values())


def _places(target: str, folder: Path) -> Iterator[str]:
    """Yield each "module:NAME" that the project's entry points lead to."""
    values = [value for _, value in entry_points(folder)]
    if not values:
        reason = f'its pyproject.toml has no entry point of the group "{GROUP}"'
        raise TargetError(target, reason)
    for value in values:
        if ":" in value:
            yield value
        else:
            yield from _indexed(target, folder, value)


def _indexed(target: str, folder: Path, package: str) -> Iterator[str]:
    """Yield what the index of a package with many profiles names."""
    inside = Path(*package.split("."), INDEX)
    index = next(
        (b / inside for b in (folder / "src", folder) if (b / inside).is_file()), None
    )
    if index is None:
        raise TargetError(target, f"there is no {inside}")
    for line in index.read_text("utf-8").splitlines():
        yield line.partition("\t")[2].strip()


def entry_points(folder: Path) -> tuple[tuple[str, str], ...]:
    """Return the entry points of a project's profiles: name and value.

    Raises:
        TargetError: It has no `pyproject.toml`, or a broken one.
    """
    try:
        data = tomllib.loads((folder / "pyproject.toml").read_text("utf-8"))
    except OSError as error:
        raise TargetError(str(folder), "there is no pyproject.toml in it") from error
    except ValueError as error:
        reason = f"its pyproject.toml is broken: {error}"
        raise TargetError(str(folder), reason) from error
    here: object = data
    for key in ("project", "entry-points", GROUP):
        here = (
            cast("dict[str, object]", here).get(key) if isinstance(here, dict) else None
        )
    if not isinstance(here, dict):
        return ()
    return tuple((n, str(v)) for n, v in cast("dict[str, object]", here).items())


def _look_in(folder: Path) -> None:
    """Let modules of *folder* be imported, here and in worker processes."""
    place = str(folder.resolve())
    if place not in sys.path:
        sys.path.insert(0, place)


def _run(target: str, module: str) -> ModuleType:
    try:
        return call_foreign(import_module, module)
    except RuleError as error:
        raise TargetError(target, _explain(error.__cause__ or error)) from error


def _explain(error: BaseException) -> str:
    """Say what is wrong with a module, with its line and a hint where there is one."""
    line = _line_of(error)
    at = f"line {line}: " if line else ""
    kind = "" if isinstance(error, ArticlekitError) else f"{type(error).__name__}: "
    return f"{at}{kind}{error}{_hint(error)}"


def _line_of(error: BaseException) -> int | None:
    """Return the line of the author's own module that failed."""
    if isinstance(error, SyntaxError):
        return error.lineno
    line, trace = None, error.__traceback__
    while trace:
        name = str(trace.tb_frame.f_globals.get("__name__", ""))
        if not name.startswith(("importlib", "articlekit.", "attr")):
            line = trace.tb_lineno
        trace = trace.tb_next
    return line


def _hint(error: BaseException) -> str:
    """Name the keyword that was meant, where one of a profile is misspelt."""
    _, found, rest = str(error).partition("unexpected keyword argument '")
    if not (found and isinstance(error, TypeError)):
        return ""
    known = {field.name for cls in (Profile, Layout) for field in attrs.fields(cls)}
    near = get_close_matches(rest.partition("'")[0], sorted(known), 1)
    return f"; did you mean {near[0]!r}?" if near else ""


def _profiles_in(target: str, module: ModuleType, name: str) -> tuple[Profile, ...]:
    """Return the profile of that name, else `PROFILE`, else all of the module."""
    space = cast("dict[str, object]", vars(module))
    if name:
        if not hasattr(module, name):
            near = get_close_matches(name, dir(module), 1)
            hint = f"; did you mean {near[0]}?" if near else ""
            raise TargetError(target, f"{module.__name__} has no {name}{hint}")
        found = _flat([getattr(module, name)])
    elif _PROFILE in space:
        found = _flat([space[_PROFILE]])
    else:
        found = _flat(v for k, v in space.items() if not k.startswith("_"))
    if not found:
        what = name or f"profile, such as {_PROFILE} = Profile(...)"
        raise TargetError(target, f"{module.__name__} holds no {what}")
    return found


def _flat(values: Iterable[object]) -> tuple[Profile, ...]:
    made: list[Profile] = []
    for value in values:
        if isinstance(value, Profile):
            made.append(value)
        elif isinstance(value, tuple):
            made.extend(_flat(cast("tuple[object, ...]", value)))
    return tuple({id(each): each for each in made}.values())
