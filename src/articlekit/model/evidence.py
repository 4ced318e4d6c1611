"""Why a value is what it is."""

import attrs


@attrs.frozen
class Evidence:
    """A value that was considered for a field.

    Attributes:
        field: Name of the field of `Article`.
        origin: Kind of source: "json-ld", "meta", "microdata", "state",
            "element", "text", "url", "profile", "model", ...
        locator: Where in that source, e.g. "og:title" or "h1.headline".
        raw: The words found there.
        confidence: 0 to 1.
        rejected: None for the value that was taken or supports it; else the
            code of the veto, or "outranked" where a better one was taken.
    """

    field: str
    origin: str
    locator: str = ""
    raw: str = ""
    confidence: float = 1.0
    rejected: str | None = None
