"""The walk fills the columns of a page."""

import gc
import time
import weakref

import pytest

from articlekit.errors import LimitError
from articlekit.reading.markup import read_markup
from articlekit.reading.page import HIDDEN, Page
from articlekit.reading.scan import check_source
from articlekit.reading.tree import build_tree
from articlekit.rules import Limits


def texts(page: Page) -> list[str]:
    """Return the texts of all blocks."""
    return [block.text for block in page.blocks]


def test_blocks_end_at_block_level_boundaries() -> None:
    """Each run of text between block-level tags is one block, white space folded."""
    page = read_markup(
        "<div>One<p>two <b>three</b>\n four</p>five</div><ul><li>six<li>seven</ul>"
    )
    assert texts(page) == ["One", "two three four", "five", "six", "seven"]
    assert [b.tag for b in page.blocks] == ["div", "p", "div", "li", "li"]


def test_two_line_breaks_end_a_block_and_one_is_noted() -> None:
    """A single break is a space with its offset; two in a row part paragraphs."""
    page = read_markup("<p>one<br>two<br> <br/>three</p>")
    assert texts(page) == ["one two", "three"]
    assert page.blocks[0].breaks == (4,)


def test_words_of_neighbouring_elements_are_not_glued() -> None:
    """Two links side by side are two words, a drop cap is none."""
    page = read_markup(
        '<p><a href="/a">North</a><a href="/b">South</a></p><p><span class="cap">W</span>hen</p>'
    )
    assert texts(page) == ["North South", "When"]


def test_marks_that_close_or_open_stand_beside_their_word() -> None:
    """No space stands before a comma that begins an element, nor behind a bracket."""
    page = read_markup(
        '<p>As the <a href="/a">Herald</a><span class="x">, a paper of the north, said</span>'
        ' <i class="x">(</i><a href="/b">in German</a>)<a href="/c">。</a></p>'
    )
    assert texts(page) == ["As the Herald, a paper of the north, said (in German)。"]


def test_a_link_inside_a_sentence_is_a_range_of_its_block() -> None:
    """Marks know where they begin and end."""
    page = read_markup('<p>See <a href="/plan">the plan</a> today.</p>')
    (link,) = page.links
    block = page.blocks[0]
    assert block.text[link.start : link.end] == "the plan"
    assert (link.first, link.last) == (0, 0)
    assert block.link_chars == len("the plan")


def test_a_link_around_a_card_is_a_range_of_blocks() -> None:
    """A link that holds blocks and a picture covers all of them."""
    page = read_markup(
        '<a href="/x"><div><h3>Title</h3><p>Teaser</p><img src="t.jpg"></div></a><p>after</p>'
    )
    (link,) = page.links
    assert page.text_of(link) == "Title Teaser"
    assert link.pictures == (0, 1)
    assert page.pictures[0].link is link
    assert [b.link_chars for b in page.blocks] == [5, 6, 0]


def test_boxes_know_their_blocks_and_parents() -> None:
    """A box spans the blocks that stand in it."""
    page = read_markup(
        "<article class='Story Big' id=s1><h1>A</h1><p>b</p></article><p>c</p>"
    )
    box = page.boxes.tag.index("article")
    assert (page.boxes.first[box], page.boxes.last[box]) == (0, 2)
    assert page.boxes.key[box] == " story big s1 "
    assert page.text_in(box) == "A b"


@pytest.mark.parametrize(
    "attribute", ["hidden", 'aria-hidden="true"', 'style="color:red; display : none"']
)
def test_hidden_boxes_are_marked(attribute: str) -> None:
    """What the page hides is kept and said to be hidden."""
    page = read_markup(f"<div {attribute}><p>secret</p></div>")
    assert HIDDEN in page.boxes.key[page.boxes.tag.index("div")]


def test_scripts_and_styles_are_no_text() -> None:
    """Code never becomes text, wherever it stands."""
    page = read_markup(
        "<p>a<script>var x = '<p>no</p>';</script>b<style>p{}</style>c</p><template><p>t</p></template>"
    )
    assert texts(page) == ["abc"]


def test_menus_are_left_out_but_trails_are_not() -> None:
    """A nav of links is not walked; breadcrumbs and lists of stories are."""
    menu = "<nav class=main><ul><li><a href=/a>Sport</a><li><a href=/b>Money</a></ul></nav>"
    trail = "<nav aria-label=Breadcrumb><a href=/>Home</a> <a href=/n>News</a></nav>"
    stories = "<nav><h3><a href=/1>Ferry returns</a></h3></nav>"
    assert texts(read_markup(menu + trail + stories + "<p>x</p>")) == [
        "Home News",
        "Ferry returns",
        "x",
    ]


def test_metas_are_kept_under_all_their_names() -> None:
    """`property` or `name`, `content` or the wrong but frequent `value`."""
    page = read_markup(
        '<meta property="og:title" content="A"><meta name="AUTHOR" value="B">'
        '<meta name="x" property="y" content="C"><meta name="empty">'
    )
    assert page.metas == {"og:title": ["A"], "author": ["B"], "x": ["C"], "y": ["C"]}
    assert page.meta("missing", "og:title") == "A"


def test_microdata_marks_elements_with_and_without_text() -> None:
    """Elements with itemprop are marks, also where they are boxes or empty."""
    page = read_markup(
        '<div itemprop="articleBody"><p>Body</p></div><meta itemprop="datePublished" content="2026-01-02">'
        '<span itemprop="author">Ada</span>'
    )
    found = {
        m.attrs["itemprop"]: (page.text_of(m), m.attrs.get("content"))
        for m in page.props
    }
    assert found == {
        "articleBody": ("Body", None),
        "datePublished": ("", "2026-01-02"),
        "author": ("Ada", None),
    }


def test_an_unclosed_title_does_not_swallow_the_page() -> None:
    """A title or meta that was never closed is cut."""
    page = read_markup("<title>" + "x " * 100_000)
    assert len(page.title_tag or "") <= 1_000


def test_lines_of_the_source_are_known() -> None:
    """A block knows the line of its element."""
    page = read_markup("<html>\n<body>\n<p>first</p>\n\n<p>second</p>")
    assert [page.line_of(i) for i in range(2)] == [3, 5]


@pytest.mark.parametrize(
    ("source", "limits", "name"),
    [
        ("<div>" * 3_000 + "x", Limits(), "depth"),
        ("<b>" * 3_000 + "x", Limits(), "depth"),
        ("<p>x" * 9_000, Limits(nodes=5_000), "nodes"),
        (
            "<p " + " ".join(f"a{i}" for i in range(3_000)) + ">x",
            Limits(),
            "tag_attributes",
        ),
        (
            "<p " + " ".join(f"a{i}='<>'" for i in range(3_000)) + ">x",
            Limits(),
            "tag_attributes",
        ),
        ("<p title='" + "x" * 3_000_000 + "'>x", Limits(), "tag_length"),
    ],
)
def test_a_flood_is_a_limit_error(source: str, limits: Limits, name: str) -> None:
    """Each bound is an error that says which one, how much was allowed and found."""
    with pytest.raises(LimitError) as caught:
        read_markup(source, limits=limits)
    assert caught.value.limit == name
    assert caught.value.found > caught.value.allowed


def test_the_deadline_is_a_limit_error() -> None:
    """A parse that takes too long is ended."""
    with pytest.raises(LimitError) as caught:
        read_markup("<p>x</p>" * 5_000, limits=Limits(deadline=1e-9))
    assert caught.value.limit == "deadline"


def test_quoted_angle_brackets_do_not_make_a_tag_long() -> None:
    """A stray quotation mark in a tag does not take in the rest of the page."""
    source = '<p class="a"" id=\'b\'>one</p>' + "<p>two</p>" * 2_000
    assert len(read_markup(source).blocks) == 2_001


@pytest.mark.parametrize(
    "attribute", [" a", " a='<i b=>'", ' a="></i>"', ' a = "\'>"', " a=b"]
)
@pytest.mark.parametrize("before", ["", "<p class='x'>y</p>" * 2_000, "it's <i>=</i> "])
@pytest.mark.parametrize("shift", [0, 1_337, 3_999])
def test_a_flood_of_attributes_is_found_wherever_it_stands(
    attribute: str, before: str, shift: int
) -> None:
    """What stands before a flood and inside its values does not hide it."""
    names = [f" a{i}" for i in range(2_500)]
    flood = "".join(attribute.replace(" a", name, 1) for name in names)
    source = before + "x" * shift + "<p" + flood + ">text</p>"
    with pytest.raises(LimitError) as error:
        read_markup(source)
    assert error.value.limit == "tag_attributes"
    with pytest.raises(LimitError) as error:
        check_source(source.encode(), Limits(tag_length=4_000))
    assert error.value.limit == "tag_length"


def test_usual_tags_are_no_flood() -> None:
    """Many tags with quoted markup in their attributes, and long scripts, are read."""
    tag = "<p title=\"<b>x</b>\" data-y='a > b'>text</p>"
    script = (
        '<script>for(i=0;i<n.length;i++){a="<a href=\'"+b+"\'>"}' * 200 + "</script>"
    )
    source = tag * 3_000 + script + tag
    assert len(read_markup(source).blocks) == 3_001
    check_source(source.encode(), Limits(tag_length=4_000))


def test_a_giant_class_is_cut() -> None:
    """A key holds no more than the first words of a giant attribute."""
    page = read_markup("<p class='" + "word " * 100_000 + "'>text</p>")
    assert len(page.boxes.key[page.blocks[0].box]) <= 10_100


def test_bytes_are_read_as_utf_8() -> None:
    """Bytes and text of the same page give the same blocks."""
    source = "<p>caf\u00e9\0 <b>\u20ac</b></p>"
    assert texts(read_markup(source.encode())) == texts(read_markup(source))


def test_boxes_marks_and_pictures_know_their_elements() -> None:
    """The ordinals are places in the elements of a tree of the same source."""
    page = read_markup(
        "<!-- c --><p>one<nav><a href=/m>menu</a></nav><svg><g/></svg>"
        "<ul><li><a href=/x>two</a><img src=i.png><li itemprop=y>three</ul>"
    )
    root = build_tree(page.source)
    assert root is not None
    elements = list(root.iter())
    boxes = page.boxes
    assert [elements[at].tag for at in boxes.ordinal] == boxes.tag
    assert [elements[m.ordinal].tag for m in page.marks] == ["a", "li"]
    assert elements[page.pictures[0].ordinal].get("src") == "i.png"


def test_a_nav_that_turns_out_to_be_no_menu_is_read_from_its_start() -> None:
    """What was kept of a nav is walked once a heading shows that it is no menu."""
    page = read_markup(
        "<p>before</p><nav><div class=x>a <b>b</b><nav><a href=/m>menu</a></nav>"
        "<img src=i.png><svg><text>no</text></svg><h2>c</h2></div>d</nav><p>after"
    )
    assert texts(page) == ["before", "a b", "c", "d", "after"]
    assert [b.tag for b in page.blocks] == ["p", "div", "h2", "nav", "p"]
    assert page.pictures[0].block == 2
    assert "x" in page.boxes.key[page.blocks[1].box]


def test_text_around_a_menu_is_one_run() -> None:
    """A menu leaves nothing behind, not even the end of a block."""
    page = read_markup("<div>one <nav><ul><li>menu</li></ul></nav>two</div>")
    assert texts(page) == ["one two"]


def test_bold_characters_are_counted() -> None:
    """The text of a bold element before its first child is bold, its white space not."""
    page = read_markup(
        "<p>a <b>bold&amp;<i>no</i></b> c</p><p><b> <a href=/x>d</a></b>"
    )
    assert [b.bold_chars for b in page.blocks] == [5, 0]


def test_sources_belong_to_the_picture_around_them() -> None:
    """A picture has the sources of its element, a later one has none."""
    page = read_markup(
        "<picture><source srcset=a><source srcset=b><img src=1></picture><img src=2>"
        "<video src=v><source src=c></video><img src=3>"
    )
    assert [[s["srcset"] for s in p.sources] for p in page.pictures] == [
        ["a", "b"],
        [],
        [],
    ]
    assert [m.sources for m in page.media] == [("c",)]


def test_what_follows_the_end_of_the_page_is_read() -> None:
    """Text and scripts behind the last end tag belong to the page, as in browsers."""
    page = read_markup(
        "<html><body><p>one</p></body></html><p>two</p>"
        "<script type='application/ld+json'>{}</script>"
    )
    assert texts(page) == ["one", "two"]
    assert page.structured.ld_scripts == ["{}"]


@pytest.mark.parametrize(
    ("source", "language"),
    [
        ("<html lang=de><p>x", "de"),
        ("<html xml:lang='fr'><p>x", "fr"),
        ("x <html lang='pt-BR'><p>x", "pt-BR"),
        ("<p>x", None),
    ],
)
def test_the_declared_language_is_found(source: str, language: str | None) -> None:
    """It is declared by the `html` tag, even one that text stands before."""
    assert read_markup(source).language == language


def test_end_tags_in_deep_nesting_take_linear_time() -> None:
    """What libxml2 reads on after the limit was passed is little."""
    source = "<b>" * 100_000 + "</i>" * 100_000
    start = time.process_time()
    with pytest.raises(LimitError) as caught:
        read_markup(source)
    assert caught.value.limit == "depth"
    assert time.process_time() - start < 2


def test_a_page_is_freed_at_once() -> None:
    """No cycle of references keeps the columns of a page."""
    gc.disable()
    try:
        page = read_markup(
            "<p>one <a href=/x>two</a></p><nav>x</nav><script>1</script>"
        )
        boxes = weakref.ref(page)
        del page
        assert boxes() is None
    finally:
        gc.enable()


def test_lines_are_found_between_markup_and_far_into_the_page() -> None:
    """A line is that of the text, wherever the words of a block stand elsewhere too."""
    source = (
        "<html><head><meta content='Alpha beta gamma'>\n<script>var x='Alpha beta'"
        "</script></head>\n<body title='Alpha beta gamma'>\n"
        + "<p>filler text\n</p>" * 5_000
        + "<p>\n<b>Alpha</b> beta gamma</p>\n<p>&amp; delta</p>\n<p>&lt;&gt;</p>"
    )
    page = read_markup(source)
    last = len(page.blocks)
    lines = [page.line_of(i) for i in range(last - 3, last)]
    assert lines == [5_005, 5_006, None]
    assert page.line_of(0) == 4
