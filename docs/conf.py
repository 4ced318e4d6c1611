"""Settings of Sphinx: MyST pages, the furo theme, signatures from the code."""

import importlib.metadata

from docutils.nodes import Element, TextElement
from sphinx.addnodes import pending_xref
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

project = "articlekit"
author = "articlekit contributors"
copyright = "2026, articlekit contributors"
release = importlib.metadata.version("articlekit")
version = release

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
source_suffix = {".md": "markdown"}
exclude_patterns = ["_build"]
html_theme = "furo"
html_title = f"articlekit {release}"

myst_enable_extensions = ["colon_fence", "deflist", "fieldlist"]
myst_heading_anchors = 3

autodoc_member_order = "bysource"
autodoc_typehints = "signature"
autodoc_class_signature = "mixed"
python_maximum_signature_line_length = 72
napoleon_google_docstring = True
napoleon_numpy_docstring = False
# Attributes are listed in the class; pages of their own would be the same words twice.
napoleon_use_ivar = True
nitpick_ignore_regex = [
    ("py:class", r"articlekit\..+\.(?:R|T)(?:_co)?")
]  # type variables
napoleon_custom_sections = [("Source", "notes_style")]


def _resolve(
    app: Sphinx, env: BuildEnvironment, node: pending_xref, content: TextElement
) -> Element | None:
    """Lead a name to its one documented place, or leave it as plain text.

    A signature names a class by the module it is written in; the reference documents it
    under the short public path. Names of other packages have no page here, and the
    build must not need a network to look for one.
    """
    target = node.get("reftarget", "")
    if not target.startswith("articlekit"):
        return content if node.get("refdomain") == "py" else None
    domain = env.get_domain("py")
    name = target.rpartition(".")[2]
    known = [path for path in domain.objects if path.rpartition(".")[2] == name]
    if len(known) != 1:
        return None
    return domain.resolve_xref(
        env, node["refdoc"], app.builder, "obj", known[0], node, content
    )


def setup(app: Sphinx) -> None:
    """Join our resolver to Sphinx."""
    app.connect("missing-reference", _resolve)
