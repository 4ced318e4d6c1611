"""Every exception that articlekit raises.

    ArticlekitError
    ├── InputError (ValueError)
    │   ├── EmptyInputError
    │   ├── DecodingError
    │   └── LimitError
    ├── ProfileError
    │   ├── UnknownProfileError (LookupError)
    │   ├── ProfileConflictError (ValueError)
    │   └── RuleError
    ├── GoldenPageError (ValueError)
    ├── WorkerError
    ├── FetchError
    │   ├── RefusedAddressError (ValueError)
    │   ├── ConnectError
    │   ├── FetchTimeoutError
    │   ├── RedirectError
    │   ├── StatusError
    │   ├── ResponseSizeError
    │   └── BrokenResponseError
    └── MissingExtraError (ImportError)

`articlekit.parse` raises nothing of this but `InputError`. The data of an
error are attributes; its message is made from them, so that every error can be
pickled and travels between processes.
"""

import attrs


class ArticlekitError(Exception):
    """Base of all errors of this library."""


class InputError(ArticlekitError, ValueError):
    """A page that cannot be read at all."""


@attrs.define(eq=False, str=False)
class EmptyInputError(InputError):
    """The input holds nothing but white space.

    Attributes:
        size: Length of the input, in bytes or characters as it was given.
    """

    size: int = 0

    def __str__(self) -> str:
        """Return the message."""
        return f"the input holds nothing but white space ({self.size} long)"


@attrs.define(eq=False, str=False)
class DecodingError(InputError):
    """The bytes are no text.

    Attributes:
        found: What the bytes are instead, e.g. "PDF document".
        encoding: The encoding that was tried, or None.
    """

    found: str
    encoding: str | None = None

    def __str__(self) -> str:
        """Return the message."""
        tried = f", tried as {self.encoding}" if self.encoding else ""
        return f"the input is no text but: {self.found}{tried}"


@attrs.define(eq=False, str=False)
class LimitError(InputError):
    """The page goes over one of its `Limits`.

    Attributes:
        limit: Name of the limit, a field of `Limits`.
        allowed: What the limit allows.
        found: What the page has, or where counting stopped.
    """

    limit: str
    allowed: float
    found: float

    def __str__(self) -> str:
        """Return the message."""
        return f"the page goes over {self.limit}: {self.found:g} > {self.allowed:g}"


class ProfileError(ArticlekitError):
    """A source profile that cannot be used."""


@attrs.define(eq=False, str=False)
class UnknownProfileError(ProfileError, LookupError):
    """No profile has the name that was asked for.

    Attributes:
        name: The name asked for.
        known: Names that are near it, best first.
    """

    name: str
    known: tuple[str, ...] = ()

    def __str__(self) -> str:
        """Return the message."""
        hint = f"; did you mean {', '.join(self.known)}?" if self.known else ""
        return f"no profile is named {self.name!r}{hint}"


@attrs.define(eq=False, str=False)
class ProfileConflictError(ProfileError, ValueError):
    """Two profiles claim one host.

    Attributes:
        host: The host that is claimed twice.
        names: Names of the profiles that claim it.
    """

    host: str
    names: tuple[str, ...]

    def __str__(self) -> str:
        """Return the message."""
        return f"host {self.host!r} is claimed by {' and '.join(self.names)}"


@attrs.define(eq=False, str=False)
class RuleError(ProfileError):
    """A rule of a profile that is wrong or failed.

    Attributes:
        profile: Name of the profile, or None while it is being built.
        rule: The rule as written.
        reason: What is wrong with it.
    """

    profile: str | None
    rule: str
    reason: str

    def __str__(self) -> str:
        """Return the message."""
        of = f" of profile {self.profile!r}" if self.profile else ""
        return f"rule {self.rule}{of}: {self.reason}"


@attrs.define(eq=False, str=False)
class GoldenPageError(ArticlekitError, ValueError):
    """A golden page whose files cannot be used; only the test kit raises it.

    Attributes:
        path: The file or folder.
        reason: What is wrong with it.
    """

    path: str
    reason: str

    def __str__(self) -> str:
        """Return the message."""
        return f"{self.path}: {self.reason}"


@attrs.define(eq=False, str=False)
class WorkerError(ArticlekitError):
    """A process of ours that could not begin, was stopped, or ended by itself.

    `articlekit.batch` raises it only where a process cannot begin.

    Attributes:
        step: What it was doing.
        reason: What became of it.
    """

    step: str
    reason: str

    def __str__(self) -> str:
        """Return the message."""
        return f"{self.step}: {self.reason}"


class FetchError(ArticlekitError):
    """A page that could not be fetched; only `articlekit.fetch` raises it."""


@attrs.define(eq=False, str=False)
class RefusedAddressError(FetchError, ValueError):
    """An address that is not asked: of another scheme, or off the open internet.

    Attributes:
        url: The address.
        reason: Why it is refused.
    """

    url: str
    reason: str

    def __str__(self) -> str:
        """Return the message."""
        return f"{self.url} is not fetched: {self.reason}"


@attrs.define(eq=False, str=False)
class ConnectError(FetchError):
    """No connection to the server.

    Attributes:
        url: The address.
        reason: What was in the way.
    """

    url: str
    reason: str

    def __str__(self) -> str:
        """Return the message."""
        return f"no connection to {self.url}: {self.reason}"


@attrs.define(eq=False, str=False)
class FetchTimeoutError(FetchError):
    """The server took too long.

    Attributes:
        url: The address.
        seconds: How long it was given.
    """

    url: str
    seconds: float

    def __str__(self) -> str:
        """Return the message."""
        return f"{self.url} took longer than {self.seconds:g} s"


@attrs.define(eq=False, str=False)
class RedirectError(FetchError):
    """The server sent us elsewhere too many times.

    Attributes:
        url: The address that was asked for.
        allowed: How many redirects were followed.
    """

    url: str
    allowed: int

    def __str__(self) -> str:
        """Return the message."""
        return f"{self.url} redirects more than {self.allowed} times"


@attrs.define(eq=False, str=False)
class StatusError(FetchError):
    """The server answered with an HTTP status of 400 or more.

    Attributes:
        url: The address.
        status: The status.
    """

    url: str
    status: int

    def __str__(self) -> str:
        """Return the message."""
        return f"{self.url} answered with HTTP status {self.status}"


@attrs.define(eq=False, str=False)
class ResponseSizeError(FetchError):
    """The page is longer than allowed.

    Attributes:
        url: The address.
        allowed: Bytes that were allowed.
    """

    url: str
    allowed: int

    def __str__(self) -> str:
        """Return the message."""
        return f"{self.url} is longer than {self.allowed:,} bytes"


@attrs.define(eq=False, str=False)
class BrokenResponseError(FetchError):
    """The server's answer is not what HTTP allows, or was cut.

    Attributes:
        url: The address.
        reason: What is wrong with it.
    """

    url: str
    reason: str

    def __str__(self) -> str:
        """Return the message."""
        return f"the answer of {self.url} is broken: {self.reason}"


@attrs.define(eq=False, str=False)
class MissingExtraError(ArticlekitError, ImportError):
    """A part of the library whose optional dependency is not installed.

    Attributes:
        extra: The extra to install.
        module: The module that is missing.
    """

    extra: str
    module: str

    def __str__(self) -> str:
        """Return the message."""
        return f"{self.module} is missing: pip install 'articlekit[{self.extra}]'"
