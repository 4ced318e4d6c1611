"""What stands above and below the text, and between its paragraphs."""

import pytest
from tests.body.test_structure import LANGUAGES, TEXTS, lines, paragraphs, parse, story

import articlekit
from articlekit.body.ends import without_head
from articlekit.body.select import select_blocks
from articlekit.reading.markup import read_markup

SIGNUPS = {
    "en": "Get stories like this in your inbox: sign up for our weekly letter.",
    "de": "Mehr davon jede Woche: Bestellen Sie hier unseren Brief aus dem Rathaus.",
    "fr": "Chaque semaine dans votre boîte : inscrivez-vous à notre lettre.",
    "ja": "毎週のニュースをメールでお届けします。登録はこちらから。",
    "ar": "اشترك في رسالتنا الأسبوعية لتصلك أخبار المدينة كل صباح.",
}


@pytest.mark.parametrize("language", sorted(SIGNUPS))
@pytest.mark.parametrize(
    "address", ["/newsletter/weekly", "/account/signup", "/abonnement?from=text"]
)
def test_lines_that_ask_to_subscribe_leave_the_text(
    language: str, address: str
) -> None:
    """The address of their link tells them in any language."""
    texts = TEXTS.get(language, TEXTS["en"])
    prompt = f"<p><a href='{address}'>{SIGNUPS[language]}</a></p>"
    first, *rest = texts
    source = story(
        f"<p>{first}</p>{prompt}{paragraphs(tuple(rest))}", language=language
    )
    assert lines(parse(source)) == texts


def test_paragraphs_with_a_link_to_a_subscription_page_stay() -> None:
    """A long paragraph, or one with other links, is text."""
    linked = TEXTS["en"][1].replace(
        "a survey", "<a href=/newsletter/archive>a survey</a>"
    )
    linked += " The report that the office had paid for was read out by the mayor on Friday, and nobody in the hall had a question about its numbers."
    article = parse(
        story(f"<p>{TEXTS['en'][0]}</p><p>{linked}</p><p>{TEXTS['en'][2]}</p>")
    )
    assert len(lines(article)) == 3


LIVES = {
    "en": "Ada Brandt is a reporter in the harbour office. She has written about trams since 2014.",
    "de": "Ada Brandt berichtet seit 2014 aus dem Hafen. Zuletzt erschien ihr Buch über Straßenbahnen.",
    "es": "Ada Brandt es redactora de la sección local y vive cerca del puerto desde 2014.",
    "ru": "Ada Brandt пишет о городском транспорте с 2014 года и живёт недалеко от порта.",
}


@pytest.mark.parametrize("language", sorted(LIVES))
def test_lives_of_authors_leave_the_text(language: str) -> None:
    """A last paragraph that begins with the name of an author is about them."""
    head = "<meta name=author content='Ada Brandt'>"
    texts = TEXTS.get(language, TEXTS["en"])
    inside = (
        f"<p class=byline>By Ada Brandt</p>{paragraphs(texts)}<p>{LIVES[language]}</p>"
    )
    article = parse(story(inside, language=language, head=head))
    assert [a.name for a in article.authors] == ["Ada Brandt"]
    assert lines(article) == texts


@pytest.mark.parametrize(
    "line",
    [
        "© 2026 Example Wire. All rights reserved.",
        "Copyright 2026 The Example Post. This text may not be printed again.",
        "Updated at 1:23 p.m.",
    ],
)
def test_rights_and_updates_below_leave_the_text(line: str) -> None:
    """Lines below the text that only state rights or an update are no text."""
    article = parse(story(paragraphs((*TEXTS["en"], line))))
    assert lines(article) == TEXTS["en"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_paragraph_stays_though_it_is_the_description(language: str) -> None:
    """Many pages give the beginning of their text as its description."""
    texts = TEXTS[language]
    head = f"<meta name=description content='{texts[0]}'><meta property=og:description content='{texts[0]}'>"
    assert lines(parse(story(paragraphs(texts), language=language, head=head))) == texts


def test_a_dek_of_its_own_is_not_repeated() -> None:
    """A standfirst in a box of its own is a field and not in the text."""
    dek = "After twenty years without rails, the harbour and the hill are to be joined again."
    head = f"<meta name=description content='{dek}'>"
    inside = f"<p class=standfirst>{dek}</p>{paragraphs(TEXTS['en'])}"
    article = parse(story(inside, head=head))
    assert article.dek == dek
    assert lines(article) == TEXTS["en"]


def test_lines_of_a_list_of_doses_may_repeat() -> None:
    """Short lines may stand twice in one box; a copy elsewhere is dropped."""
    dose = "Two spoons of oats, one of honey, a pinch of salt."
    days = (
        "For Monday, take this and stir it well:",
        "For Tuesday, take the same once more:",
    )
    texts = (
        *TEXTS["en"],
        days[0],
        dose,
        days[1],
        dose,
        TEXTS["en"][0].replace("council", "cook"),
    )
    assert lines(parse(story(paragraphs(texts)))) == texts


def test_a_place_holder_for_foreign_content_is_no_text() -> None:
    """What a page says instead of an embedded post leaves the text."""
    first, second, third = TEXTS["en"]
    holder = "<div class='embed-placeholder'><p>This content comes from another site. Your settings do not let us show it, so please give your consent first.</p></div>"
    article = parse(story(f"<p>{first}</p>{holder}<p>{second}</p><p>{third}</p>"))
    assert lines(article) == TEXTS["en"]


@pytest.mark.parametrize(
    "name",
    ["offer hidden", "sr-only", "visually-hidden", "box newsletter-box", "donation"],
)
def test_what_readers_do_not_see_is_no_text(name: str) -> None:
    """Appeals in boxes that scripts show to some readers leave the text."""
    first, second, third = TEXTS["en"]
    appeal = "<p>We write for you every day, and we ask you to stand by us in the year to come.</p>"
    source = story(
        f"<p>{first}</p><p>{second}</p><div class='{name}'>{appeal}</div><p>{third}</p>"
    )
    assert lines(parse(source)) == TEXTS["en"]


def test_the_greater_part_of_a_text_may_be_folded_away() -> None:
    """A class of hidden boxes is no reason to lose most of a text."""
    first, second, third = TEXTS["en"]
    rest = "<div class='rest hidden'>" + paragraphs((second, third)) + "</div>"
    assert lines(parse(story(f"<p>{first}</p>{rest}"))) == TEXTS["en"]


def test_text_and_body_agree() -> None:
    """The text is what the blocks add to it, whatever was left out."""
    article = parse(story(paragraphs((*TEXTS["en"], "© 2026 Example Wire."))))
    assert article.text == "\n".join(block.text for block in article.body)
    assert isinstance(article, articlekit.Article)


SERVICE = {
    "en": "For more information and tickets, visit the pages of the transport office.",
    "de": "Weitere Informationen finden Sie auf den Seiten des Verkehrsamts.",
    "es": "Suscríbete y recibe cada mañana las noticias del puerto.",
    "pl": "Subskrybuj nasze wiadomości z portu.",
    "ru": "Подписывайтесь на новости порта и читайте нас каждый день.",
    "ja": "詳しくはこちらの交通局のページをご覧ください。",
    "ar": "لمزيد من المعلومات زوروا صفحات مكتب النقل.",
}


@pytest.mark.parametrize("language", sorted(SERVICE))
def test_lines_that_ask_for_more_leave_the_end_of_a_text(language: str) -> None:
    """Offers to follow, to subscribe or to read on stand below the text."""
    texts = TEXTS.get(language, TEXTS["en"])
    inside = paragraphs((*texts, SERVICE[language]))
    assert lines(parse(story(inside, language=language))) == texts


@pytest.mark.parametrize(
    "line",
    [
        "Contact Ada Brandt at ada.brandt@post.example and read her every Friday.",
        "Ada Brandt and Jonas Feld contributed to this report.",
        "Photo: Ada Brandt / Example Post",
        "Reporting by Ada Brandt.",
    ],
)
def test_contacts_and_credits_leave_the_end_of_a_text(line: str) -> None:
    """Who helped, who took the picture and where to write is no text."""
    article = parse(story(paragraphs((*TEXTS["en"], line))))
    assert lines(article) == TEXTS["en"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_last_sentence_with_an_address_in_a_long_paragraph_stays(
    language: str,
) -> None:
    """Only short lines are contacts."""
    *first, last = TEXTS[language]
    long = f"{last} {first[0]} ada@post.example"
    texts = (*first, long)
    assert lines(parse(story(paragraphs(texts), language=language))) == texts


@pytest.mark.parametrize(
    "stamp",
    [
        "Updated 0339 GMT (1139 HKT) November 19, 2026",
        "The Example Wire Published Monday, November 16, 2026 8:22AM EST",
        "segunda-feira, 16 de novembro de 2026 às 8:22",
    ],
)
def test_stamps_above_leave_the_text(stamp: str) -> None:
    """When a text was published and changed stands in fields of its own."""
    inside = f"<div class=text-a>{stamp}</div>{paragraphs(TEXTS['en'])}"
    assert lines(parse(story(inside))) == TEXTS["en"]


def test_a_sentence_that_names_a_day_stays_above() -> None:
    """A first paragraph may be short and have a date."""
    first = "It was on Monday, November 16, 2026, at 8:22 that the first tram ran."
    page = read_markup(paragraphs((first, *TEXTS["en"])), url=None)
    chosen = list(range(len(page.blocks)))
    assert without_head(page, chosen, (), "en") == chosen


HOLDERS = {
    "en": "Waiting for your permission to load the post, which comes from another site.",
    "de": "An dieser Stelle finden Sie einen von unserer Redaktion ausgewählten Inhalt, den Sie mit einem Klick anzeigen können.",
    "fr": "Pour afficher ce contenu, vous devez accepter les cookies de l'autre site.",
    "es": "Para ver este contenido, acepte las cookies del otro sitio.",
    "pl": "Aby zobaczyć tę treść, zaakceptuj pliki cookie innej strony.",
}


@pytest.mark.parametrize("language", sorted(HOLDERS))
def test_place_holders_are_known_by_their_words(language: str) -> None:
    """A box without telling words may still say that it waits for consent."""
    texts = TEXTS.get(language, TEXTS["en"])
    page = read_markup(paragraphs((texts[0], HOLDERS[language], texts[1])), url=None)
    assert select_blocks(page, [2.0, 2.0, 2.0]) == [0, 2]
