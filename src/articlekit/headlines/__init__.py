"""The other stories that a page lists."""

from articlekit.headlines.find import find_headlines
from articlekit.headlines.inline import inline_blocks
from articlekit.headlines.listing import has_empty_list, is_listing, read_list
from articlekit.headlines.names import block_kind, is_list_heading

__all__ = [
    "block_kind",
    "find_headlines",
    "has_empty_list",
    "inline_blocks",
    "is_list_heading",
    "is_listing",
    "read_list",
]
