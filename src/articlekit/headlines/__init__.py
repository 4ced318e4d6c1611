"""The other stories that a page lists."""

from articlekit.headlines.find import find_headlines
from articlekit.headlines.names import block_kind, is_list_heading

__all__ = ["block_kind", "find_headlines", "is_list_heading"]
