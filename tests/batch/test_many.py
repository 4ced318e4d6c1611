"""Many pages: none is lost, none ends the batch, and no process stays behind."""

import multiprocessing
import os
import pickle
import subprocess
import sys
import time
from collections.abc import Iterator
from itertools import count, islice
from pathlib import Path

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.batch.sites import PROFILES, STORY, story

import articlekit
from articlekit.batch import BatchPage, Failed, FailureKind, Parsed, parse_many
from articlekit.batch.crew import Crew
from articlekit.batch.process import Tell, Work, packed
from articlekit.batch.work import Numbered, Reading
from articlekit.errors import ProfileConflictError, ProfileError, WorkerError
from articlekit.rules import DEFAULT_LIMITS, Profile

# What becomes of a page, as its result tells.
_SOURCES = {
    STORY: None,
    b"<p>A bus will run every half hour until the spring.": None,
    " \n": "empty-input",
    b"%PDF-1.7 x": "decoding",
    "<p>" + "<b>" * 2_000: "limit-depth",
}


class _Counted:
    """Pages that are counted as they are taken."""

    def __init__(self) -> None:
        self.taken = 0

    def __iter__(self) -> Iterator[BatchPage]:
        for number in count():
            self.taken += 1
            yield story(key=number)


class _Leaving:
    """Ends its process whatever it is given."""

    @classmethod
    def work(cls) -> Work:
        """Return the work."""
        return cls._leave

    @staticmethod
    def _leave(given: object, tell: Tell) -> None:
        del given, tell
        os._exit(3)


def _key(result: Parsed | Failed) -> str | int:
    return result.key


@given(st.lists(st.sampled_from(list(_SOURCES)), max_size=8))
def test_each_page_has_one_result(sources: list[str | bytes]) -> None:
    """In the order of the pages, with what `parse` gives, or why it gives nothing."""
    pages = [BatchPage(source) for source in sources]
    found = list(parse_many(pages, workers=0, fields=("title", "body")))
    assert list(range(len(sources))) == [result.key for result in found]
    for source, result in zip(sources, found, strict=True):
        if isinstance(result, Parsed):
            expected = articlekit.parse(source, fields=("title", "body"))
            assert expected == result.article
        else:
            assert (FailureKind.INPUT, _SOURCES[source]) == (result.kind, result.code)
        assert result == pickle.loads(pickle.dumps(result))


def test_results_are_those_of_parse() -> None:
    """Two processes give what one call a page gives, with all that is known of it."""
    known = {"url": "https://second.example/a", "language": "en", "timezone": "UTC"}
    page = BatchPage(STORY.encode(), "a", content_type="text/html", **known)
    pages = [page, *(story() for _ in range(40)), story("talking", "b"), BatchPage(" ")]
    found = list(parse_many(pages, workers=2, profiles=PROFILES))
    plain = list(parse_many(pages, workers=0, profiles=PROFILES))
    assert plain == found
    assert ["a", *range(1, 41), "b", 42] == [result.key for result in found]
    assert found[0] == Parsed(
        "a",
        articlekit.parse(
            STORY.encode(), content_type="text/html", profiles=PROFILES, **known
        ),
    )
    assert isinstance(found[0], Parsed)
    assert "After six years" == found[0].article.title


def test_a_page_that_never_ends_or_kills_fails_alone() -> None:
    """Its process is stopped and replaced; every other page is parsed."""
    bad = {30: "endless", 32: "leaving", 37: "killed"}
    pages = [story(bad.get(number, "plain"), number) for number in range(50)]
    began = time.monotonic()
    found = list(
        parse_many(
            pages,
            workers=2,
            timeout=2,
            profiles=PROFILES,
            retry_without_profiles=False,
        )
    )
    assert time.monotonic() - began < 60
    assert list(range(50)) == [result.key for result in found]
    failed = [result for result in found if isinstance(result, Failed)]
    assert failed == [
        Failed(30, FailureKind.TIMEOUT, "timeout", "did not end within 2 s"),
        Failed(
            32, FailureKind.CRASH, "crash", "the process ended by itself, with code 3"
        ),
        Failed(37, FailureKind.CRASH, "crash", "the process was ended by SIGKILL"),
    ]
    assert [] == multiprocessing.active_children()


def test_a_page_that_hangs_is_read_without_its_profile() -> None:
    """The article is the generic one, with a warning."""
    pages = [story("endless"), story("leaving"), story()]
    found = parse_many(pages, workers=1, timeout=1, profiles=PROFILES)
    hung, left, whole = (each.article for each in found if isinstance(each, Parsed))
    plain = articlekit.parse(STORY, url=pages[0].url, profiles=())
    assert attrs.evolve(plain, warnings=("profile-stopped",)) == hung
    told = hung.evidence[-1]
    assert ("did not end within 1 s", "profile-stopped") == (told.raw, told.rejected)
    assert (("profile-stopped",), ()) == (left.warnings, whole.warnings)


def test_a_page_that_hangs_by_itself_fails_at_the_second_time() -> None:
    """It is not tried again and again."""
    crew = Crew(packed(_Leaving.work), 1, seconds=30, is_ordered=True, tries_again=True)
    ((number, found),) = crew.read(iter([Numbered(0, story())]))
    assert (0, 0) == (number, found.key)
    assert isinstance(found, Failed)
    assert FailureKind.CRASH is found.kind


def test_unordered_results_do_not_wait() -> None:
    """A page that hangs holds up nobody else's result."""
    pages = [story("endless" if number == 0 else "plain") for number in range(60)]
    found = parse_many(
        pages,
        workers=2,
        timeout=1.5,
        ordered=False,
        profiles=PROFILES,
        fields=("title",),
    )
    keys = [result.key for result in found]
    assert list(range(60)) == sorted(map(int, keys))
    assert 0 != keys[0]


def test_pages_are_taken_as_they_are_needed() -> None:
    """An endless stream is read only so far ahead, and closing ends the processes."""
    pages = _Counted()
    results = parse_many(pages, workers=2, fields=("title",))
    assert 0 == pages.taken
    found = list(islice(results, 300))
    assert list(range(300)) == [result.key for result in found]
    assert pages.taken < 300 + 2 * 64 + 2 * 16
    assert multiprocessing.active_children()
    results.close()
    assert [] == multiprocessing.active_children()


def test_a_page_that_hangs_does_not_let_the_others_run_ahead() -> None:
    """In order, no more than a bounded number of results is held back."""
    pages = _Counted()
    stream = (story("endless") if page.key == 1 else page for page in pages)
    results = parse_many(
        stream,
        workers=2,
        timeout=1.5,
        retry_without_profiles=False,
        profiles=PROFILES,
        fields=("title",),
    )
    first, second = islice(results, 2)
    assert isinstance(first, Parsed)
    assert isinstance(second, Failed)
    assert 2 < pages.taken <= 2 + 2 * 64 + 3 * 16
    results.close()


def test_a_process_that_dies_between_pages() -> None:
    """No page is blamed where none was being read."""

    def pages() -> Iterator[BatchPage]:
        yield story("late")
        time.sleep(0.5)
        yield from (story(), story())

    found = list(parse_many(pages(), workers=1, profiles=PROFILES, fields=("title",)))
    assert [Parsed] * 3 == [type(result) for result in found]


def test_what_the_stream_raises_comes_after_its_pages() -> None:
    """No result is lost where the pages themselves break off."""

    def pages() -> Iterator[BatchPage]:
        yield from (story() for _ in range(3))
        raise OSError("the disk is gone")

    for workers in (0, 1):
        found = parse_many(pages(), workers=workers, fields=("title",))
        assert [0, 1, 2] == [_key(next(found)) for _ in range(3)]
        with pytest.raises(OSError, match="the disk is gone"):
            next(found)
    assert [] == multiprocessing.active_children()


def test_an_error_of_the_caller_leaves_no_process() -> None:
    """The processes end where a loop over the results is left by an exception."""
    with pytest.raises(KeyboardInterrupt):  # noqa: PT012 - the loop is the test
        for _ in parse_many(_Counted(), workers=1, fields=("title",)):
            raise KeyboardInterrupt
    assert [] == multiprocessing.active_children()


def test_failures_of_the_caller_are_passed_on() -> None:
    """What stands for a page that could not be got at keeps its place and key."""
    lost = Failed("a.html", FailureKind.INPUT, "unreadable", "Permission denied")
    found = list(parse_many([story(), lost, story()], workers=0))
    assert lost == found[1]
    assert [0, "a.html", 2] == [result.key for result in found]


def test_an_article_that_cannot_travel() -> None:
    """It is a failure of its page, told as any other."""
    told: list[object] = []

    def tell(what: object) -> None:
        if what == good:
            raise pickle.PicklingError("it holds a file")
        told.append(what)

    work = Reading((), fields=("title",), limits=DEFAULT_LIMITS).work()
    pages = (Numbered(0, story()), Numbered(1, BatchPage("")))
    (good,) = parse_many([story()], workers=0, profiles=(), fields=("title",))
    work(pages, tell)
    reason = "PicklingError: it holds a file"
    assert Failed(0, FailureKind.ERROR, "pickling-error", reason) == told[0]
    assert [0, 1] == [each.key for each in told if isinstance(each, Failed)]


def test_no_pages() -> None:
    """Nothing is started for nothing."""
    assert [] == list(parse_many([]))
    assert [] == multiprocessing.active_children()


def test_a_wrong_hint_is_a_failure_of_its_page() -> None:
    """Whatever a page raises, the others have their results."""
    pages = [BatchPage(STORY, language="!!"), story()]
    wrong, right = parse_many(pages, workers=0)
    assert isinstance(wrong, Failed)
    assert (FailureKind.ERROR, "value-error") == (wrong.kind, wrong.code)
    assert "'!!' is no well-formed BCP 47 language tag" in wrong.message
    assert isinstance(right, Parsed)


def test_functions_without_a_name_cannot_travel() -> None:
    """They are refused before any page is read; here they may run."""
    nameless = Profile(name="x", hosts=("plain.example",), title=lambda _: "Nameless")
    with pytest.raises(ProfileError, match="name functions in a module"):
        parse_many([story()], workers=1, profiles=(nameless,))
    (found,) = parse_many([story()], workers=0, profiles=(nameless,))
    assert isinstance(found, Parsed)
    assert "Nameless" == found.article.title


class _Unloadable:
    """Travels to another process, and cannot arrive."""

    def __call__(self, _: object) -> str:
        return ""

    def __reduce__(self) -> tuple[object, ...]:
        return (int, ("no number",))


def test_a_process_that_cannot_begin_is_an_error() -> None:
    """It is no page's fault, and would be the same for all."""
    profile = Profile(name="x", hosts=("plain.example",), title=_Unloadable())
    with pytest.raises(WorkerError, match="start: ValueError: invalid literal"):
        next(parse_many([story()], workers=1, profiles=(profile,)))
    assert [] == multiprocessing.active_children()


@pytest.mark.parametrize(
    ("options", "error"),
    [
        ({"workers": -1}, "workers is a number of processes, not -1"),
        ({"timeout": 0}, "timeout is a number of seconds above 0, not 0"),
        ({"timeout": float("nan")}, "above 0, not nan"),
        ({"fields": ("headline",)}, "Article has no field 'headline'"),
        ({"fields": "title"}, "not the string 'title'"),
    ],
)
def test_wrong_options(options: dict[str, object], error: str) -> None:
    """They are told at the call, before any page is taken."""
    with pytest.raises(ValueError, match=error):
        parse_many(_Counted(), **options)  # type: ignore[arg-type]


def test_profiles_that_clash() -> None:
    """Two claims on a host are told at the call."""
    clash = tuple(Profile(name=name, hosts=("a.example",)) for name in ("x", "y"))
    with pytest.raises(ProfileConflictError):
        parse_many([], profiles=clash)


def test_what_is_no_page() -> None:
    """A page is made of str or bytes, and a batch of pages."""
    with pytest.raises(TypeError, match="page 1 is no BatchPage but str"):
        list(parse_many([story(), "<p>x"], workers=0))  # type: ignore[list-item]
    with pytest.raises(TypeError):
        BatchPage(None)  # type: ignore[arg-type]


def _daemon(results: "multiprocessing.Queue[str]") -> None:
    try:
        parse_many([story()])
    except ValueError as error:
        results.put(str(error))


def test_processes_that_may_start_no_others() -> None:
    """A worker of somebody else's pool is told to use none."""
    context = multiprocessing.get_context("spawn")
    results: multiprocessing.Queue[str] = context.Queue()
    process = context.Process(target=_daemon, args=(results,), daemon=True)
    process.start()
    assert "workers=0" in results.get(timeout=60)
    process.join()


def test_a_script_without_its_guard(tmp_path: Path) -> None:
    """A script that starts processes while it is imported is told what it lacks."""
    script = tmp_path / "script.py"
    script.write_text(
        "from articlekit.batch import BatchPage, parse_many\n"
        "list(parse_many([BatchPage('<p>x')], workers=1))\n"
    )
    done = subprocess.run(
        [sys.executable, str(script)], capture_output=True, text=True, check=False
    )
    assert "WorkerError: start: the process ended" in done.stderr
    assert '`if __name__ == "__main__":`?' in done.stderr
