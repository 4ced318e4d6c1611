"""What a page may cost."""

from typing import Final

import attrs
from attrs.validators import gt


@attrs.frozen(kw_only=True)
class Limits:
    """Bounds on a page; going over one is a `LimitError`.

    Attributes:
        bytes: Length of the input, in bytes (characters for a str).
        tag_length: Characters of one start tag.
        tag_attributes: Attributes of one start tag; libxml2 before 2.14 takes
            time quadratic in them.
        depth: Elements nested in each other.
        nodes: Elements of the page.
        deadline: Seconds that one parse may take. It is checked between stages
            and in our own loops, so a parse can take a little longer.
    """

    bytes: int = attrs.field(default=20_000_000, validator=gt(0))
    tag_length: int = attrs.field(default=2_000_000, validator=gt(0))
    tag_attributes: int = attrs.field(default=2_000, validator=gt(0))
    depth: int = attrs.field(
        default=1_000, validator=[gt(0), attrs.validators.le(2_000)]
    )
    nodes: int = attrs.field(default=500_000, validator=gt(0))
    deadline: float = attrs.field(default=30.0, validator=gt(0))


DEFAULT_LIMITS: Final = Limits()
