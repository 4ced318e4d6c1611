"""A feed or news sitemap that was handed over as a page -> an `Article`."""

from articlekit.model import Article, ArticleKind, HeadlineList, Status


def feed_article(found: HeadlineList, wanted: frozenset[str]) -> Article:
    """Return the article that a list of stories is.

    Args:
        found: What the feed lists.
        wanted: Names of the fields that were asked for.

    Returns:
        A listing with the feed's title and its stories; it has no text.
    """
    return Article(
        url=found.url,
        status=Status.NOT_ARTICLE,
        kind=ArticleKind.LISTING if "kind" in wanted else None,
        title=found.title if "title" in wanted else None,
        headlines=found.items if "headlines" in wanted else (),
        warnings=found.warnings,
    )
