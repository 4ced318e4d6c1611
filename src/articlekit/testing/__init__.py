"""The test kit: what we test with, for those who build on articlekit.

Golden pages say what a saved page should give, `redact` makes a page that can be
published, `drift` tells when a site has changed, `check_profile` tries a profile on
pages of its own shape and on broken ones. `articlekit.testing.strategies` and
`check_profile` need the extra `testing` (`pip install 'articlekit[testing]'`).
"""

from articlekit.testing.comparing import Difference
from articlekit.testing.golden import (
    GoldenPage,
    Meta,
    find_golden,
    read_golden,
    write_golden,
)
from articlekit.testing.laws import check_profile
from articlekit.testing.matchers import approx, contains, count, matches
from articlekit.testing.redact import redact

__all__ = [
    "Difference",
    "GoldenPage",
    "Meta",
    "approx",
    "check_profile",
    "contains",
    "count",
    "find_golden",
    "matches",
    "read_golden",
    "redact",
    "write_golden",
]
