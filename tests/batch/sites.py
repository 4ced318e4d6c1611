"""Profiles of sites whose rules end badly, and a page that is read with them."""

import os
import signal
import threading
from typing import Final, NoReturn

from articlekit.batch import BatchPage
from articlekit.rules import Profile, SavedPage, css

STORY: Final = """<html><body><article><h1>Tram line opens</h1><h2>After six years</h2>
<p>The new tram line between the harbour and the hospital opened on Monday, after six
years of work under the streets of the old town.</p><p>“It is a good day for everybody
who works nights,” said Ada Quill, who drove the first tram.</p></article></body></html>
"""


def endless(page: SavedPage) -> str:
    """Never return."""
    while page:
        pass
    return ""


def leaving(_: SavedPage) -> NoReturn:
    """End the process as a crash in C would."""
    os._exit(3)


def killed(_: SavedPage) -> str:
    """End the process as the system does where memory is short."""
    os.kill(os.getpid(), signal.SIGKILL)
    return ""


def leaving_late(_: SavedPage) -> str:
    """End the process when the page is done."""
    threading.Timer(0.2, os._exit, (4,)).start()
    return "Done"


def talking(_: SavedPage) -> str:
    """Print where results may be written."""
    print("looking for the title")  # noqa: T201 - as authors do
    return "Told"


def _profile(name: str, title: object) -> Profile:
    return Profile(name=name, hosts=(f"{name}.example",), title=title)  # type: ignore[arg-type]


PROFILES: Final = (
    _profile("endless", endless),
    _profile("leaving", leaving),
    _profile("killed", killed),
    _profile("late", leaving_late),
    _profile("talking", talking),
    _profile("second", css("h2")),
)


def story(host: str = "plain", key: str | int | None = None) -> BatchPage:
    """Return a page of a site; the name of its host says what becomes of it."""
    return BatchPage(STORY, key, url=f"https://{host}.example/tram")
