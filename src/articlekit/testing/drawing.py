"""Looking with Hypothesis for the smallest page that breaks a law."""

from collections.abc import Callable
from typing import Final, cast

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

_SLOW_IS_FINE: Final = (
    HealthCheck.too_slow,
    HealthCheck.data_too_large,
    HealthCheck.filter_too_much,
    HealthCheck.large_base_example,
)


def smallest(
    try_page: Callable[[str], None],
    drawn: object,
    *,
    failing: type[Exception],
    examples: int,
) -> tuple[str, str] | None:
    """Return the smallest page that was found to fail, with the reason, or None.

    The same pages are drawn each time.

    Args:
        try_page: Raises *failing* on a page that breaks a law.
        drawn: A strategy for pages.
        failing: What it raises.
        examples: How many pages to draw.
    """
    last: list[str] = []

    def attempt(page: str) -> None:
        last[:] = [page]
        try_page(page)

    run = settings(
        max_examples=examples,
        database=None,
        deadline=None,
        derandomize=True,
        print_blob=False,
        suppress_health_check=_SLOW_IS_FINE,
        phases=(Phase.explicit, Phase.generate, Phase.shrink),
    )(given(cast("st.SearchStrategy[str]", drawn))(attempt))
    try:
        run()
    except failing as error:
        return last[0], str(error)
    return None
