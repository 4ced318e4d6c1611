"""The tree of a page, for those who select elements; nothing else needs one."""

from lxml import etree


def build_tree(data: bytes) -> etree._Element | None:
    """Build the tree of an HTML page, or None where it has no element.

    Its elements, in document order, are those of `Boxes.ordinal`.

    Args:
        data: The source in UTF-8 without NUL. Its encoding is said to libxml2,
            so that no declaration in the page can change it again.
    """
    parser = etree.HTMLParser(
        encoding="utf-8",
        recover=True,
        no_network=True,
        huge_tree=True,
        collect_ids=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError:
        return None
