"""Small pages to try the fields on."""

from articlekit.fields.clues import Clues
from articlekit.reading.markup import read_markup
from articlekit.rules.hints import Hints

URL = "https://www.elmtimes.example/town/2024/05/01/trees"
PROSE = (
    "<p>The town planted forty elms along the river on Wednesday, the mayor said at noon.</p>"
    * 3
)


def clues(
    body: str,
    head: str = "",
    *,
    url: str | None = URL,
    lang: str = "en",
    hints: Hints | None = None,
) -> Clues:
    """Read a page made of a head and a body."""
    html = f'<html lang="{lang}"><head>{head}</head><body>{body}</body></html>'
    return Clues(read_markup(html, url=url), hints or Hints(url=url))
