"""Many pages at once: each becomes a `Parsed` or a `Failed`, and none ends the rest.

    for result in parse_many(read_pages(Path("pages.jsonl")), workers=4):
        ...

Pages are parsed in processes of their own, where one that never ends, as in a rule of a
profile that somebody else wrote, is stopped.
"""

from articlekit.batch.many import parse_many
from articlekit.batch.saved import read_pages
from articlekit.batch.values import BatchPage, Failed, FailureKind, Parsed

__all__ = [
    "BatchPage",
    "Failed",
    "FailureKind",
    "Parsed",
    "parse_many",
    "read_pages",
]
