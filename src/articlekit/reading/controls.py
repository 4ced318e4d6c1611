"""Control characters: no page means them, and no value may hold them.

Hardly any page has some, so what was read is looked at, which is little, and not
the source: only a page that shows one is read again without them.
"""

import re
from typing import Final

from articlekit.reading.page import Page

# Those that count as white space (tab, line ends, NEL) are folded like it.
_SHOWN: Final = re.compile("[\x01-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_RAW: Final = re.compile(b"[\x01-\x08\x0e-\x1f\x7f]|\xc2[\x80-\x84\x86-\x9f]")
_REFERENCE: Final = re.compile(
    rb"&#(?:x([0-9a-f]{1,6})|([0-9]{1,7}))(?:;|(?![0-9a-f]))", re.IGNORECASE
)
# What a reference to 128 to 159 stands for is a letter of windows-1252, but these.
_NAMED: Final = frozenset((*range(1, 9), *range(14, 32), 127, 129, 141, 143, 144, 157))


def shows_controls(page: Page) -> bool:
    """Return whether a text of *page*, of its body or head, holds one."""
    texts = [block.text for block in page.blocks if not block.text.isprintable()]
    texts += (text for found in page.metas.values() for text in found)
    texts.append(page.title_tag or "")
    return _SHOWN.search("".join(texts)) is not None


def without_controls(source: bytes) -> bytes:
    """Return *source*, in UTF-8, without control characters, spelled out or not."""
    return _REFERENCE.sub(_unless_control, _RAW.sub(b"", source))


def _unless_control(found: re.Match[bytes]) -> bytes:
    code = int(found[1], 16) if found[1] else int(found[2])
    return b"" if code in _NAMED else found[0]
