"""What each tag is for the walk, and which attributes say what an element is."""

from typing import Final

INLINE: Final[frozenset[str]] = frozenset(
    "a abbr acronym big bdi bdo code data del dfn em font i ins kbd mark"
    " nobr ruby rb s samp small span strike sub sup time tt u var wbr o:p".split()
)
"""Elements inside a run of text, but for those that the walk has to look at."""

BOLD: Final[frozenset[str]] = frozenset(("b", "strong"))
"""Inline elements that print bold."""

SKIPPED: Final[frozenset[str]] = frozenset(
    "style svg template canvas select textarea datalist map rt rp colgroup"
    " progress meter".split()
)
"""Elements that nothing is read of."""

VOID: Final[frozenset[str]] = frozenset(("input", "area", "col"))
"""Elements that hold nothing and say nothing."""

MEDIA: Final[frozenset[str]] = frozenset(
    "iframe video audio embed object amp-video amp-iframe amp-youtube amp-twitter"
    " amp-instagram amp-facebook amp-brightcove frame applet".split()
)
"""Elements that show something that is neither text nor a picture."""

PLAIN: Final[frozenset[str]] = frozenset(
    "b strong i u s sub sup font wbr picture o:p".split()
)
"""Inline elements whose class says nothing."""

TELLING: Final[frozenset[str]] = frozenset("a time q cite abbr data".split())
"""Inline elements that say something without a class."""

IN_LISTS: Final[frozenset[str]] = frozenset("h1 h2 h3 h4 time p article".split())
"""Elements that a mere menu does not hold."""

NO_MENU: Final = (
    "crumb", "pag", "relat", "stor", "article", "post", "prev", "next", "toc",
    "tag", "author", "byline",
)  # fmt: skip
"""Pieces of the words on a `nav` that is no mere menu."""

CODE_TYPES: Final[frozenset[str]] = frozenset(
    ("", "text/javascript", "application/javascript", "module")
)
"""Types of scripts that are programs."""

META_NAMES: Final = ("property", "name", "itemprop", "http-equiv")
"""Attributes that name what a `meta` element says."""

LOADS: Final[frozenset[str]] = frozenset((
    "stylesheet", "preload", "dns-prefetch", "preconnect", "prefetch", "icon",
    "modulepreload", "shortcut icon", "apple-touch-icon", "manifest", "mask-icon",
))  # fmt: skip
"""Relations of `link` elements that only load something."""
