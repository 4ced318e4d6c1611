"""An article in other forms, each made from the article alone.

Parsing has no options for looks; they live here.
"""

from articlekit.views.html import html
from articlekit.views.markdown import markdown
from articlekit.views.schema_org import schema_org

__all__ = ["html", "markdown", "schema_org"]
