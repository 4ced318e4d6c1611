"""What the class and id words of an element say about pictures.

Keys repeat over a page and a site, and hold dozens of words each, so a key is
cut into words once and read against one table.
"""

from functools import lru_cache
from typing import Final

FOREIGN: Final = 1
"""Other stories, people, navigation, advertisements."""
LOOSE: Final = 2
"""The same, or the layout of an article's own pictures."""
CREDIT: Final = 4
"""Who made a picture."""
CAPTION: Final = 8
"""What a picture shows."""
MEDIA: Final = 16
"""A picture, figure or gallery."""
UI: Final = 32
"""Buttons, counters and texts for screen readers."""
LEAD: Final = 64
"""The opening of an article."""
SMALL: Final = 128
"""A picture that is a logo, a portrait or an icon."""
FRAME: Final = 256
"""One picture with its words."""
FRAMED: Final = 512
"""A picture or what stands around one."""
TOP: Final = 1024
"""The head of the site above the article, or of the article itself."""

# A trailing "*" takes in every word that begins like this.
_WORDS: Final = {
    FOREIGN: "related relacionad* recommend* recirc* mostread popular trending newsletter* comment"
    " comments author* byline* avatar* profile bio share* sharing social* footer nav navbar"
    " navigation menu* breadcrumb* advert* sponsor* outbrain taboola readmore readnext readalso"
    " signup subscri* cookie* suggest* storylist newslist paywall rating emoji icon icons"
    " podcast* donat* contributor* writer* redaktion autor* verwandt* tambien preloader",
    LOOSE: "teaser* promo* sidebar aside widget widgets ad ads adslot latest listing cardlist banner"
    " tag tags logo logos toolbar shop* similar further productlist toplist",
    CREDIT: "credit* copyright* source byline* photographer* attribution rights quelle*"
    " bildquelle crédit* kredit author autor* fotograf* creator courtesy license licence agency"
    " photoby owner kaynak zdroj zrodlo fonte fuente bron kuvaaja distributor",
    CAPTION: "caption* legend* bildtext* bildunterschrift* untertitel description desc pie leyenda"
    " didascalia imagetext phototext popis* podpis epigrafe imageinfo bu cutline figcap* imgdesc",
    MEDIA: "figure image images img photo photos picture pic media foto fotos bild bilder imagen"
    " gallery slideshow slide galerie galeria galleria slick swiper kuva zdjecie grafik hero visual"
    " illustration embed lead",
    UI: "btn button share* social* counter enlarge zoom toggle pagination pager newsletter* advert*"
    " related teaser* autoplay",
    LEAD: "hero lead* feature* main cover top header opener article post entry story content"
    " aufmacher headline title detail* primary portada figure media",
    SMALL: "logo* icon* avatar* author* byline* sprite emoji gravatar tracking pixel badge spinner"
    " profile teaser* advert* social*",
    FRAMED: "img foto bild hero lead",
    TOP: "masthead",
    FRAME: "img foto bild picture photo figure image",
}  # fmt: skip
# What stands anywhere in a key, inside longer words too.
_PARTS: Final = (
    ("read-more", FOREIGN), ("read-next", FOREIGN), ("read-also", FOREIGN), ("most-read", FOREIGN),
    ("see-also", FOREIGN), ("more-news", FOREIGN), ("more-stories", FOREIGN), ("more-from", FOREIGN),
    ("more-on", FOREIGN), ("more-topic", FOREIGN), ("story-list", FOREIGN), ("news-list", FOREIGN),
    ("site-header", FOREIGN), ("mehr-zum", FOREIGN), ("lire-aussi", FOREIGN), ("lees-ook", FOREIGN),
    ("card-list", LOOSE), ("product-list", LOOSE), ("credit", CREDIT), ("copyright", CREDIT),
    ("caption", CAPTION | MEDIA | FRAMED), ("image-text", CAPTION), ("photo-text", CAPTION), ("img-text", CAPTION),
    ("image-info", CAPTION), ("media-info", CAPTION), ("image-desc", CAPTION), ("img-desc", CAPTION),
    ("image-title", CAPTION), ("img-title", CAPTION), ("photo-title", CAPTION), ("photo-desc", CAPTION),
    ("imagedesc", CAPTION), ("imgdesc", CAPTION), ("photodesc", CAPTION), ("picturedesc", CAPTION),
    ("mediadesc", CAPTION), ("picbox", MEDIA | FRAME | FRAMED), ("imgbox", MEDIA | FRAME | FRAMED),
    ("fotobox", MEDIA | FRAME | FRAMED), ("bildbox", MEDIA | FRAME | FRAMED),
    ("figure", MEDIA | FRAME | FRAMED), ("image", MEDIA | FRAME | FRAMED), ("photo", MEDIA | FRAME | FRAMED),
    ("picture", FRAME | FRAMED),
    ("media", FRAMED), ("hero", FRAMED), ("imagecount", UI), ("image-count", UI), ("sr-only", UI), ("visually-hidden", UI), ("visuallyhidden", UI),
    ("screen-reader", UI), ("lightbox-open", UI), ("lightbox-close", UI), ("photo-by", CREDIT),
    ("fotograf", CREDIT), ("photographer", CREDIT), ("byline", CREDIT), ("portrait-author", SMALL),
    ("wp-smiley", SMALL), ("thumb-author", SMALL),
)  # fmt: skip
_PREFIX: Final = 3


def _tables() -> tuple[dict[str, int], dict[str, list[tuple[str, int]]]]:
    """Return the flags of whole words, and those of beginnings by their first letters."""
    whole: dict[str, int] = {}
    begins: dict[str, list[tuple[str, int]]] = {}
    for flag, words in _WORDS.items():
        for word in words.split():
            stem = word.rstrip("*")
            if stem == word:
                whole[word] = whole.get(word, 0) | flag
            else:
                begins.setdefault(stem[:_PREFIX], []).append((stem, flag))
    return whole, begins


_WHOLE, _BEGINS = _tables()


@lru_cache(maxsize=4096)
def says(key: str) -> int:
    """Return the flags of this module that the words of *key* stand for.

    Args:
        key: Words of class, id and the like, lower case, as in `Boxes.key`.
    """
    flags = 0
    # The builder of a page names each of its parts a widget.
    key = key.replace("elementor-widget", "elementor")
    for word in key.replace("-", " ").replace("_", " ").replace(":", " ").split():
        flags |= _WHOLE.get(word, 0)
        if word[:_PREFIX] in _BEGINS:
            for stem, flag in _BEGINS[word[:_PREFIX]]:
                if word.startswith(stem):
                    flags |= flag
    for part, flag in _PARTS:
        if part in key:
            flags |= flag
    return flags
