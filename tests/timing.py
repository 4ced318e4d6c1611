"""CPU time of a call, for tests of how it grows."""

import gc
import time
from collections.abc import Callable

_ROUNDS = 3


def cpu_seconds(run: Callable[[], object]) -> float:
    """Return the CPU seconds of a call, the best of three.

    Without collecting garbage: what the other tests of the process left would
    be looked through at any time, and a large heap takes longer than the call.
    """
    taken: list[float] = []
    gc.collect()
    gc.disable()
    try:
        for _ in range(_ROUNDS):
            start = time.process_time()
            run()
            taken.append(time.process_time() - start)
    finally:
        gc.enable()
    return min(taken)
