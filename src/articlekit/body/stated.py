"""The body as structured data states it, to hold the blocks against."""

import html
import re
from typing import Final

from articlekit.reading.page import Page

_TAG: Final = re.compile(r"<[^<>]{0,2000}>")
_SHORTEST: Final = 200


def stated_body(page: Page) -> str:
    """Return the longest `articleBody` of the page's JSON-LD as plain text.

    Returns:
        The text, or an empty string where none is stated or it is a mere
        teaser.
    """
    bodies = [node.get("articleBody") for node in page.structured.articles]
    best = max((b for b in bodies if isinstance(b, str)), key=len, default="")
    if len(best) < _SHORTEST:
        return ""
    if "<" in best:
        best = _TAG.sub(" ", best)
    return html.unescape(best) if "&" in best else best
