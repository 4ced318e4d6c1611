"""Values as dicts and JSON."""

import json
import pickle
from datetime import UTC, date, datetime, timedelta, timezone

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from articlekit.model import (
    Article,
    ArticleKind,
    Author,
    Figure,
    HeadlineItem,
    HeadlineList,
    Image,
    ImageCredit,
    Link,
    ListBlock,
    LiveEntry,
    Mention,
    Moment,
    Note,
    Paragraph,
    Precision,
    Quote,
    Span,
    Table,
    Zone,
)
from articlekit.model.dicts import from_dict, from_json, to_dict, to_json
from articlekit.testing import strategies

_ARTICLE = Article(
    title="Ferry returns",
    kind=ArticleKind.ARTICLE,
    authors=(Author("Nora Whitcombe"),),
    published=Moment(date(2024, 5, 1), raw="May 1, 2024"),
    body=(
        Paragraph("It sails.", links=(Link("https://a.example", Span(0, 2)),), line=7),
        ListBlock(("one", "two")),
        Table((("a", "b"), ("c", "d"))),
        Figure(0),
        LiveEntry(None, (Paragraph("Now."), Note("Fixed."))),
    ),
    images=(Image("https://a.example/1.jpg", block=3),),
    quotes=(Quote((Span(0, 2),), "It", speaker=Mention("sails", Span(3, 8))),),
)


@given(strategies.articles())
def test_article_survives_dict(article: Article) -> None:
    """An article read from its dict is equal, its evidence and lines too."""
    again = Article.from_dict(article.to_dict())
    assert article == again
    assert article.evidence == again.evidence
    assert [b.line for b in article.body] == [b.line for b in again.body]


@given(strategies.articles())
def test_article_survives_json(article: Article) -> None:
    """An article read from its JSON is equal, and the JSON is UTF-8."""
    made = article.to_json()
    assert article == Article.from_json(made)
    assert article == Article.from_json(made.encode())


@given(strategies.headline_lists())
def test_headline_list_survives_json(headlines: HeadlineList) -> None:
    """A list of headlines read from its JSON is equal."""
    assert headlines == HeadlineList.from_json(headlines.to_json(indent=1))


@given(strategies.image_credits())
def test_credit_survives_dict(credit: ImageCredit) -> None:
    """A credit read from its dict is equal."""
    assert credit == ImageCredit.from_dict(credit.to_dict())


@given(strategies.articles())
def test_dict_holds_plain_values_only(article: Article) -> None:
    """A dict has exact built-in types all the way down, as JSON writers want."""
    waiting: list[object] = [article.to_dict()]
    while waiting:
        value = waiting.pop()
        if type(value) is dict:
            waiting += value.values()
        elif type(value) is list:
            waiting += value
        else:
            assert type(value) in {str, int, float, bool, type(None)}


def test_dict_has_the_keys_that_readers_expect() -> None:
    """The dict holds version, text, block types and values of enums and dates."""
    made = _ARTICLE.to_dict()
    assert "1" == made["schema"]
    assert "It sails.\none\ntwo\na\tb\nc\td\nNow." == made["text"]
    assert "article" == made["kind"]
    assert {
        "value": "2024-05-01",
        "precision": "day",
        "zone": "unknown",
        "raw": "May 1, 2024",
    } == made["published"]
    assert ["paragraph", "list", "table", "figure", "live-entry"] == [
        block["type"]
        for block in made["body"]  # type: ignore[attr-defined]
    ]
    assert [*attrs.fields_dict(Article)] == [*made][1:-1]


def test_dict_is_new_each_time() -> None:
    """What a caller does to a dict touches no other dict."""
    first = _ARTICLE.to_dict()
    first.clear()
    assert "Ferry returns" == _ARTICLE.to_dict()["title"]


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (date(2024, 5, 1), "2024-05-01"),
        (datetime(2024, 5, 1, 9, 30), "2024-05-01T09:30:00"),
        (datetime(2024, 5, 1, 9, 30, tzinfo=UTC), "2024-05-01T09:30:00+00:00"),
        (
            datetime(2024, 5, 1, 9, 30, tzinfo=timezone(timedelta(hours=5.5))),
            "2024-05-01T09:30:00+05:30",
        ),
        (None, None),
    ],
)
def test_moment_is_an_iso_string(value: date | None, written: str | None) -> None:
    """A date stays a date, and a time keeps its offset or its lack of one."""
    moment = Moment(value, Precision.MINUTE, Zone.KNOWN)
    made = to_dict(moment)
    assert written == made["value"]
    again = from_dict(Moment, made)
    assert type(value) is type(again.value)
    assert moment == again


@pytest.mark.parametrize("text", ["\ud800", "a\udfffb", "\x00\x1f\u2028", "é😀"])
def test_any_text_survives_json(text: str) -> None:
    """Lone surrogates and control characters do not break the JSON."""
    value = HeadlineItem(text)
    made = value.to_json()
    assert made.encode()
    assert value == HeadlineItem.from_json(made)


def test_text_is_ignored_when_read() -> None:
    """A wrong `text` in a dict changes nothing."""
    assert _ARTICLE == Article.from_dict(_ARTICLE.to_dict() | {"text": 3})


def test_defaults_may_be_missing() -> None:
    """A dict needs no more than what has no default."""
    assert Article() == Article.from_dict({})
    assert HeadlineItem("A") == HeadlineItem.from_dict({"title": "A"})


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"title": 3}, "expected a string, not int @ $.title"),
        ({"title": ["x"]}, "expected a string, not list @ $.title"),
        ({"tags": "abc"}, "expected an array, not 'abc' @ $.tags"),
        ({"tags": [None]}, "expected a string, not null @ $.tags[0]"),
        ({"truncated": 1}, "expected true or false, not int @ $.truncated"),
        ({"status": "fine"}, "empty, blocked, not-article, not 'fine' @ $.status"),
        ({"status": []}, "not list @ $.status"),
        ({"titel": "x"}, "unknown key 'titel' @ $"),
        ({3: "x"}, "unknown key int @ $"),
        ({"schema": "2"}, "schema is '2', expected '1' @ $"),
        ({"body": [{"type": "poem"}]}, "unknown block type 'poem' @ $.body[0]"),
        ({"body": [{"text": "x"}]}, "unknown block type null @ $.body[0]"),
        ({"body": [{"type": {}}]}, "unknown block type dict @ $.body[0]"),
        ({"body": ["x"]}, "expected a block, not 'x' @ $.body[0]"),
        (
            {"body": [{"type": "figure", "image": True}]},
            "expected an integer, not true @ $.body[0].image",
        ),
        ({"published": {}}, "required key missing @ $.published.value"),
        (
            {"published": {"value": "20240501"}},
            "expected an ISO date, not '20240501' @ $.published.value",
        ),
        ({"published": {"value": "2024-13-01"}}, "not '2024-13-01' @"),
        ({"published": {"value": 3}}, "expected a date or null, not int @"),
        ({"published": []}, "expected an object, not list @ $.published"),
        (
            {"evidence": [{"field": "a", "origin": "b", "confidence": "1"}]},
            "expected a finite number, not '1' @ $.evidence[0].confidence",
        ),
        (
            {"evidence": [{"field": "a", "origin": "b", "confidence": 10**400}]},
            "expected a finite number, not int @ $.evidence[0].confidence",
        ),
    ],
)
def test_wrong_dict_is_told_with_its_place(
    change: dict[object, object], message: str
) -> None:
    """A dict of another form is a ValueError that says what and where."""
    with pytest.raises(ValueError, match="@") as caught:
        Article.from_dict(change)
    assert message in str(caught.value)


def test_entry_of_live_blog_holds_no_entry() -> None:
    """Entries cannot be nested, so a dict that does so is refused."""
    inner: dict[str, object] = {"type": "live-entry", "moment": None, "blocks": []}
    outer = {"type": "live-entry", "moment": None, "blocks": [inner]}
    with pytest.raises(ValueError, match=r"'live-entry' @ \$\.body\[0\]\.blocks\[0\]"):
        Article.from_dict({"body": [outer]})


def test_many_errors_are_summed_up() -> None:
    """A dict that is wrong in a thousand places gives a short message."""
    with pytest.raises(ValueError, match="and 995 more") as caught:
        Article.from_dict({"tags": [1] * 1000})
    assert len(str(caught.value)) < 1000


def test_huge_wrong_value_is_cut_in_the_message() -> None:
    """A message shows no more than the beginning of a string."""
    with pytest.raises(ValueError, match="unknown key") as caught:
        Article.from_dict({"x" * 100_000: 1})
    assert len(str(caught.value)) < 200


@pytest.mark.parametrize(
    "text",
    ["", "[", "[" * 200_000, b"\xff\xfe\xfa", "nul", '{"title": NaN}', "9" * 5000],
    ids=["empty", "cut", "deep", "bytes", "word", "nan", "number"],
)
def test_wrong_json_is_a_value_error(text: str | bytes) -> None:
    """What is no JSON, or no JSON of an article, is a ValueError."""
    with pytest.raises(ValueError):  # noqa: PT011  # any message will do
        Article.from_json(text)


def test_confidence_that_is_no_number_is_not_written() -> None:
    """JSON has no NaN, so none is written."""
    with pytest.raises(ValueError, match="not JSON compliant"):
        to_json(ImageCredit("a", "a", confidence=float("nan")))


def test_block_alone_travels_too() -> None:
    """A single block carries its type and is read with or without it."""
    block = Paragraph("It sails.")
    assert block == from_dict(Paragraph, to_dict(block))
    assert block == from_json(Paragraph, '{"text": "It sails."}')
    with pytest.raises(ValueError, match="type is 'note', expected 'paragraph'"):
        from_dict(Paragraph, {"type": "note", "text": "x"})


@pytest.mark.parametrize("value", [3, "x", None, {}, Article])
def test_only_values_of_the_model_become_dicts(value: object) -> None:
    """Anything else is a TypeError."""
    with pytest.raises(TypeError, match="no value of the model"):
        to_dict(value)


@given(st.recursive(st.none() | st.text() | st.integers() | st.floats(), st.lists))
def test_reading_raises_nothing_but_value_errors(data: object) -> None:
    """Whatever stands where an object should, only ValueError is raised."""
    with pytest.raises(ValueError):  # noqa: PT011  # any message will do
        Article.from_dict({"body": [data]} if data else data)


@given(strategies.articles())
def test_article_pickles(article: Article) -> None:
    """An article is equal after pickling, hash included."""
    again = pickle.loads(pickle.dumps(article))
    assert article == again
    assert hash(article) == hash(again)


def test_json_is_indented_on_request() -> None:
    """`indent` gives the same JSON over several lines."""
    made = _ARTICLE.to_json(indent=2)
    assert "\n  " in made
    assert json.loads(_ARTICLE.to_json()) == json.loads(made)
