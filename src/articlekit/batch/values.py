"""What goes into a batch, and what comes out of it."""

from datetime import datetime
from enum import Enum
from typing import TypeAlias

import attrs
from attrs.validators import instance_of, optional

from articlekit.model import Article

Key: TypeAlias = str | int
"""What a caller knows a page by."""

_IS_TEXT = optional(instance_of(str))


@attrs.frozen
class BatchPage:
    """A page to be parsed, with what is known about it.

    Attributes:
        source: The page, as `articlekit.parse` takes it.
        key: What the caller knows it by; the result carries it. None for its number
            in the batch, from 0.
        url: Its address; relative links count from it, and a profile is found by it.
        content_type: The HTTP header of that name.
        language: BCP 47 tag, where it is known.
        timezone: Zone of times that name none.
        now: When it was saved; relative dates count from it.

    Raises:
        TypeError: One of these is something else.
    """

    source: str | bytes = attrs.field(repr=False, validator=instance_of((str, bytes)))
    key: Key | None = attrs.field(
        default=None, validator=optional(instance_of((str, int)))
    )
    url: str | None = attrs.field(default=None, validator=_IS_TEXT, kw_only=True)
    content_type: str | None = attrs.field(
        default=None, validator=_IS_TEXT, kw_only=True
    )
    language: str | None = attrs.field(default=None, validator=_IS_TEXT, kw_only=True)
    timezone: str | None = attrs.field(default=None, validator=_IS_TEXT, kw_only=True)
    now: datetime | None = attrs.field(
        default=None, validator=optional(instance_of(datetime)), kw_only=True
    )


@attrs.frozen
class Parsed:
    """A page that was read.

    Attributes:
        key: The key of its `BatchPage`, or its number in the batch.
        article: What `articlekit.parse` returned.
    """

    key: Key
    article: Article


class FailureKind(Enum):
    """What kept a page from being parsed.

    Attributes:
        INPUT: The page cannot be read; `articlekit.parse` raises `InputError`.
        ERROR: Anything else was raised, as for a language tag that is none.
        TIMEOUT: It took too long, and the process that read it was stopped.
        CRASH: The process that read it ended by itself, or was killed.
    """

    INPUT = "input"
    ERROR = "error"
    TIMEOUT = "timeout"
    CRASH = "crash"


@attrs.frozen
class Failed:
    """A page that was not parsed.

    Attributes:
        key: The key of its `BatchPage`, or its number in the batch.
        kind: What kept it from being parsed.
        code: What happened, in kebab case: "empty-input", "decoding", "limit-" and
            the name of the limit, "timeout", "crash", or the name of an exception
            as "value-error".
        message: What happened, for reading.
    """

    key: Key
    kind: FailureKind
    code: str
    message: str


def unreadable(key: Key, message: str) -> Failed:
    """Return what stands in the place of a page that cannot be got at."""
    return Failed(key, FailureKind.INPUT, "unreadable", message)


Result: TypeAlias = Parsed | Failed
