"""The extractors that are measured, each as a function of one page.

An extractor is a function ``(page, url) -> fields``; its factory imports the package
that it needs, so that this module loads in every environment. A field that an
extractor does not offer is left out of its answer and so is not scored.
"""

import importlib
from collections.abc import Callable, Mapping
from types import ModuleType
from typing import Final

from benchmarks.records import Record, record_of, records_of

Fields = dict[str, object]
Extractor = Callable[[bytes | str, str | None], Fields]
Factory = Callable[[], Extractor]

PLACEHOLDER_URL: Final = "http://example.com/x"
"""Stands in where an extractor insists on an address and the page has none."""


def decode(page: bytes | str) -> str:
    """Text of a page for extractors that take no bytes."""
    if isinstance(page, str):
        return page
    try:
        return page.decode("utf-8")
    except UnicodeDecodeError:
        best = _load("charset_normalizer").from_bytes(page).best()
        return str(best) if best else page.decode("utf-8", "replace")


def iso(value: object) -> object:
    """An ISO string of a date, any other value as it is, ``None`` for an empty one."""
    return value.isoformat() if hasattr(value, "isoformat") else value or None


def articlekit() -> Extractor:
    """Articlekit with everything it computes."""
    return _articlekit()


def articlekit_generic() -> Extractor:
    """Articlekit without any source profile: the figure for sites nobody described."""
    return _articlekit(profiles=())


def _articlekit(**options: object) -> Extractor:
    parse = _load("articlekit").parse

    def run(page: bytes | str, url: str | None) -> Fields:
        return article_fields(parse(page, url=url, **options).to_dict())

    return run


def article_fields(article: Record) -> Fields:
    """The fields of an article's dict, in the form that the scores read."""
    images = [
        {**image, "credit": record_of(image, "credit").get("text")}
        for image in records_of(article, "images")
    ]
    lead = next((image["url"] for image in images if image.get("is_lead")), None)
    return {
        "title": article.get("title"),
        "authors": [author["name"] for author in records_of(article, "authors")],
        "published": record_of(article, "published").get("value"),
        "modified": record_of(article, "modified").get("value"),
        "dek": article.get("dek"),
        "kicker": article.get("kicker"),
        "section": article.get("section"),
        "dateline": article.get("dateline"),
        "agencies": article.get("agencies") or [],
        "text": article.get("text"),
        "images": images,
        "headlines": article.get("headlines") or [],
        "lead_image": lead,
        "quotes": article.get("quotes") or [],
    }


def trafilatura() -> Extractor:
    """Trafilatura with its metadata."""
    extract = _load("trafilatura").bare_extraction

    def run(page: bytes | str, url: str | None) -> Fields:
        found = extract(page, url=url, include_comments=False, with_metadata=True)
        if not found:
            return _nothing()
        names = (name.strip() for name in (found.author or "").split(";"))
        return {
            "title": found.title,
            "authors": [name for name in names if name],
            "published": found.date,
            "text": found.text,
            "lead_image": found.image,
        }

    return run


def _nothing() -> Fields:
    return {
        "title": None,
        "authors": [],
        "published": None,
        "text": "",
        "lead_image": None,
    }


def trafilatura_text() -> Extractor:
    """Trafilatura's body alone."""
    return _trafilatura_text()


def trafilatura_fast() -> Extractor:
    """Trafilatura's body alone, without its fallbacks."""
    return _trafilatura_text(fast=True)


def _trafilatura_text(**options: object) -> Extractor:
    extract = _load("trafilatura").extract
    return lambda page, url: {
        "text": extract(page, url=url, include_comments=False, **options) or ""
    }


def newspaper4k() -> Extractor:
    """newspaper4k, parsing only."""
    make = _load("newspaper").Article

    def run(page: bytes | str, url: str | None) -> Fields:
        found = make(url or PLACEHOLDER_URL, language="en", fetch_images=False)
        found.download(input_html=decode(page))
        found.parse()
        return {
            "title": found.title,
            "authors": list(found.authors),
            "published": iso(found.publish_date),
            "text": found.text,
            "lead_image": found.top_image,
        }

    return run


def goose3() -> Extractor:
    """goose3 without fetching pictures."""
    goose = _load("goose3").Goose({"enable_image_fetching": False})

    def run(page: bytes | str, _url: str | None) -> Fields:
        found = goose.extract(raw_html=decode(page))
        return {
            "title": found.title,
            "authors": list(found.authors or []),
            "published": iso(found.publish_date),
            "text": found.cleaned_text,
        }

    return run


def news_please() -> Extractor:
    """news-please from saved HTML."""
    from_html = _load("newsplease").NewsPlease.from_html

    def run(page: bytes | str, url: str | None) -> Fields:
        found = from_html(decode(page), url=url or PLACEHOLDER_URL, fetch_images=False)
        return {
            "title": found.title,
            "authors": list(found.authors or []),
            "published": iso(found.date_publish),
            "text": found.maintext or "",
            "lead_image": found.image_url,
        }

    return run


def readability() -> Extractor:
    """readability-lxml, its summary turned into text by html-text."""
    make = _load("readability").Document
    to_text = _load("html_text").extract_text

    def run(page: bytes | str, _url: str | None) -> Fields:
        found = make(decode(page))
        return {"title": found.short_title(), "text": to_text(found.summary())}

    return run


def resiliparse() -> Extractor:
    """Resiliparse's main content."""
    extract = _load("resiliparse.extract.html2text").extract_plain_text
    detect = _load("resiliparse.parse.encoding").detect_encoding
    tree = _load("resiliparse.parse.html").HTMLTree

    def run(page: bytes | str, _url: str | None) -> Fields:
        built = (
            tree.parse(page)
            if isinstance(page, str)
            else tree.parse_from_bytes(page, detect(page))
        )
        text = extract(built, main_content=True, alt_texts=False, links=False)
        return {"text": text}

    return run


def turbohtml() -> Extractor:
    """Turbohtml's article."""
    parse = _load("turbohtml").parse

    def run(page: bytes | str, _url: str | None) -> Fields:
        found = parse(decode(page)).article()
        return {
            "title": found.title,
            "authors": [found.byline] if found.byline else [],
            "published": found.date,
            "text": found.text,
            "lead_image": found.image,
        }

    return run


def justext() -> Extractor:
    """JusText with its English stop words."""
    module = _load("justext")
    stop = module.get_stoplist("English")

    def run(page: bytes | str, _url: str | None) -> Fields:
        kept = (p.text for p in module.justext(page, stop) if not p.is_boilerplate)
        return {"text": "\n".join(kept)}

    return run


def boilerpy3() -> Extractor:
    """boilerpy3's article extractor."""
    module = _load("boilerpy3.extractors")
    extract = module.ArticleExtractor(raise_on_failure=False).get_content
    return lambda page, _url: {"text": extract(decode(page))}


def htmldate() -> Extractor:
    """Htmldate: the day of publication alone."""
    find = _load("htmldate").find_date
    return lambda page, url: {
        "published": find(decode(page), url=url, original_date=True)
    }


def lxml_parse() -> Extractor:
    """Lxml's build of the tree: the unit of all times."""
    etree = _load("lxml.etree")

    def run(page: bytes | str, _url: str | None) -> Fields:
        etree.fromstring(page, etree.HTMLParser(huge_tree=True))
        return {}

    return run


def _load(name: str) -> ModuleType:
    return importlib.import_module(name)


FACTORIES: Final[Mapping[str, Factory]] = {
    factory.__name__.replace("_", "-"): factory
    for factory in (
        articlekit,
        articlekit_generic,
        trafilatura,
        trafilatura_text,
        trafilatura_fast,
        newspaper4k,
        goose3,
        news_please,
        readability,
        resiliparse,
        turbohtml,
        justext,
        boilerpy3,
        htmldate,
        lxml_parse,
    )
}
"""Name of an extractor -> what makes it."""
