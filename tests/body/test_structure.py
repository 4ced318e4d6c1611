"""Live blogs, notes, pull quotes, and several articles on one page."""

import json

import pytest

import articlekit
from articlekit import (
    ArticleKind,
    BlockQuote,
    Figure,
    LiveEntry,
    Note,
    NoteKind,
    Paragraph,
)

ADDRESS = "https://example.com/tram"
TEXTS = {
    "en": (
        "The council voted late on Thursday to reopen the old tram line between the harbour and the hill, which has been closed since the great flood.",
        "Engineers had warned that the bridge over the canal would not bear the weight of the new cars, but a survey in spring found the piers to be sound.",
        "Fares will stay as they are until the end of next year, the transport office said, and children under twelve will ride for nothing on Sundays.",
    ),
    "ja": (
        "市議会は木曜日の夜遅く、大洪水以来閉鎖されていた港と丘を結ぶ古い路面電車の路線を再開することを決めた。工事は来月に始まり、夏までに終わる予定だという。",
        "技術者たちは、運河に架かる橋が新しい車両の重さに耐えられないと警告していたが、春の調査では橋脚に問題がないことが確認された。費用は三億円と見込まれている。",
        "運賃は来年末まで据え置かれ、十二歳未満の子どもは日曜日に限り無料で乗車できると交通局は発表した。住民からは歓迎の声が上がっている。",
    ),
    "th": (
        "สภาเมืองลงมติเมื่อค่ำวันพฤหัสบดีให้เปิดเส้นทางรถรางสายเก่าระหว่างท่าเรือกับเนินเขาอีกครั้งหลังจากปิดมาตั้งแต่เกิดน้ำท่วมใหญ่ โดยงานจะเริ่มในเดือนหน้า",
        "วิศวกรเคยเตือนว่าสะพานข้ามคลองอาจรับน้ำหนักของรถขบวนใหม่ไม่ไหว แต่ผลการสำรวจเมื่อต้นปีพบว่าตอม่อยังแข็งแรงดีและใช้งานต่อได้อีกหลายสิบปี",
        "ค่าโดยสารจะคงเดิมไปจนถึงสิ้นปีหน้า สำนักงานขนส่งกล่าว และเด็กอายุต่ำกว่าสิบสองปีจะนั่งฟรีในวันอาทิตย์ ชาวบ้านในย่านนั้นต่างพากันดีใจ",
    ),
    "ar": (
        "صوّت المجلس البلدي في وقت متأخر من مساء الخميس لصالح إعادة فتح خط الترام القديم بين الميناء والتل، المغلق منذ الفيضان الكبير قبل أكثر من عشرين عاما.",
        "وكان مهندسون قد حذروا من أن الجسر فوق القناة لن يتحمل وزن العربات الجديدة، لكن مسحا أجري في الربيع أظهر أن الدعامات سليمة ولا تحتاج إلى ترميم.",
        "وستبقى أسعار التذاكر على حالها حتى نهاية العام المقبل، بحسب مكتب النقل، وسيركب الأطفال دون الثانية عشرة مجانا أيام الأحد طوال فصل الصيف.",
    ),
    "hi": (
        "नगर परिषद ने गुरुवार देर रात बंदरगाह और पहाड़ी के बीच की पुरानी ट्राम लाइन को फिर से खोलने के पक्ष में मतदान किया, जो बड़ी बाढ़ के बाद से बंद पड़ी थी।",
        "इंजीनियरों ने चेतावनी दी थी कि नहर पर बना पुल नई गाड़ियों का भार नहीं सह पाएगा, लेकिन वसंत में हुए एक सर्वेक्षण में उसके खंभे मजबूत पाए गए।",
        "परिवहन कार्यालय ने कहा कि किराया अगले साल के अंत तक वही रहेगा और बारह साल से कम उम्र के बच्चे रविवार को मुफ्त में यात्रा कर सकेंगे।",
    ),
}
LANGUAGES = sorted(TEXTS)


def page(inside: str, *, language: str = "en", head: str = "") -> str:
    """Return a news page around *inside*."""
    direction = " dir=rtl" if language == "ar" else ""
    return (
        f"<html lang={language}{direction}><head><title>Tram line reopens</title>{head}</head><body>"
        "<header><nav><a href=/>Home</a><a href=/sport>Sport</a></nav></header>"
        f"<main>{inside}</main><footer><p>© 2026 The Example Post</p></footer></body></html>"
    )


def story(inside: str, *, language: str = "en", head: str = "") -> str:
    """Return a page whose article holds *inside* below its title."""
    inside = (
        f"<article><h1>Tram line reopens</h1><div class=text>{inside}</div></article>"
    )
    return page(inside, language=language, head=head)


def paragraphs(texts: tuple[str, ...]) -> str:
    """Return paragraphs as markup."""
    return "".join(f"<p>{text}</p>" for text in texts)


def parse(source: str, url: str = ADDRESS) -> articlekit.Article:
    """Parse without profiles."""
    return articlekit.parse(source, url=url, profiles=())


def lines(article: articlekit.Article) -> tuple[str, ...]:
    """Return the lines of an article's text."""
    return tuple(article.text.split("\n"))


def updates(language: str, stamp: str, *, boxed: bool = True) -> str:
    """Return six entries of a live blog, the latest first."""
    texts = TEXTS[language] * 2
    made = [
        stamp.format(hour=20 - n) + f"<p>{n + 1}. {text}</p>"
        for n, text in enumerate(texts)
    ]
    if boxed:
        made = [f"<div class=entry id=entry-{n}>{e}</div>" for n, e in enumerate(made)]
    return "".join(made)


TIME = "<time datetime='2026-11-23T{hour}:05:00+01:00'>{hour}:05</time>"


def entries(article: articlekit.Article) -> list[LiveEntry]:
    """Return the entries of a live blog."""
    return [block for block in article.body if isinstance(block, LiveEntry)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_entries_of_a_live_blog_are_blocks_with_times(language: str) -> None:
    """Each box with a time is an entry; its time is a value and not in the text."""
    article = parse(story(updates(language, TIME), language=language))
    found = entries(article)
    assert article.kind is ArticleKind.LIVE_BLOG
    assert [str(e.moment and e.moment.value)[11:16] for e in found] == [
        f"{hour}:05" for hour in range(20, 14, -1)
    ]
    assert found[1].blocks == (Paragraph(f"2. {TEXTS[language][1]}"),)
    assert "20:05" not in article.text
    assert lines(article)[0] == f"1. {TEXTS[language][0]}"


@pytest.mark.parametrize(
    "stamp", ["<h3>{hour}:10 Uhr</h3>", "<p><b>{hour}.10</b></p>", "<h4>{hour}h10</h4>"]
)
def test_entries_need_no_boxes_of_their_own(stamp: str) -> None:
    """A line that only tells the time begins an entry; its date is not known."""
    intro = (
        "<p>All that happened around the tram line today, as our reporters saw it.</p>"
    )
    article = parse(story(intro + updates("en", stamp, boxed=False)))
    found = entries(article)
    assert len(found) == 6
    assert all(e.moment and e.moment.value is None for e in found)
    assert isinstance(article.body[0], Paragraph)


def test_pictures_stand_inside_their_entry() -> None:
    """A figure goes with the entry that it is printed in."""
    figure = "<figure><img src=/img/tram-large.jpg alt='A tram' width=900 height=600></figure>"
    middle = f"<p>2. {TEXTS['en'][1]}</p>"
    source = story(
        updates("en", TIME).replace(
            middle,
            middle
            + figure
            + "<p>More cars will follow in the spring of next year.</p>",
        )
    )
    article = parse(source)
    shown = [b for e in entries(article) for b in e.blocks if isinstance(b, Figure)]
    assert [article.images[b.image].url for b in shown] == [
        "https://example.com/img/tram-large.jpg"
    ]
    (image,) = article.images
    assert article.body[image.block or 0] == entries(article)[1]


def test_an_address_can_point_at_one_entry() -> None:
    """With a fragment only that entry is the body."""
    article = parse(story(updates("en", TIME)), f"{ADDRESS}#entry-2")
    assert lines(article) == (f"3. {TEXTS['en'][2]}",)
    assert article.kind is ArticleKind.LIVE_BLOG
    assert len(entries(parse(story(updates("en", TIME)), f"{ADDRESS}#other"))) == 6


def test_entries_that_only_the_data_hold_are_read() -> None:
    """A live blog that is empty without scripts comes out of its JSON-LD."""
    data = {
        "@type": "LiveBlogPosting",
        "headline": "Tram line reopens",
        "liveBlogUpdate": [
            {"@type": "BlogPosting", "headline": f"Update {n}", "articleBody": text,
             "datePublished": f"2026-11-23T1{n}:00:00Z"}
            for n, text in enumerate(TEXTS["en"])
        ],
    }  # fmt: skip
    script = f"<script type=application/ld+json>{json.dumps(data)}</script>"
    article = parse(page("<h1>Tram line reopens</h1><div id=root></div>", head=script))
    assert [e.text for e in entries(article)] == [
        f"Update {n}\n{text}" for n, text in enumerate(TEXTS["en"])
    ]


def test_posts_set_into_a_text_are_no_entries() -> None:
    """Times of embedded posts do not make a live blog."""
    post = "<blockquote class=post><p>We are so glad about the tram line, see you on the quay on Sunday!</p><time>10:0{}</time></blockquote>"
    inside = "".join(
        f"<p>{text}</p>{post.format(n)}" for n, text in enumerate(TEXTS["en"] * 2)
    )
    assert not entries(parse(story(inside)))


NOTES = {
    "en": ("Correction: an earlier version gave the wrong year of the flood.", NoteKind.CORRECTION),
    "de": ("Anmerkung der Redaktion: In einer ersten Fassung stand ein falsches Jahr.", NoteKind.EDITOR),
    "fr": ("NDLR : l'année de la crue a été rectifiée dans cette version.", NoteKind.EDITOR),
    "es": ("Fe de errores: una primera versión daba un año equivocado.", NoteKind.CORRECTION),
    "it": ("Nota della redazione: l'anno dell'alluvione è stato corretto.", NoteKind.EDITOR),
    "pt": ("Errata: o ano da cheia estava errado na primeira versão.", NoteKind.CORRECTION),
    "nl": ("Rectificatie: in een eerder bericht stond een verkeerd jaar.", NoteKind.CORRECTION),
    "sv": ("Rättelse: i en tidigare text stod fel år.", NoteKind.CORRECTION),
    "da": ("Rettelse: I en tidligere version stod et forkert årstal.", NoteKind.CORRECTION),
    "no": ("Presisering: I en tidligere versjon sto feil årstall.", NoteKind.CORRECTION),
    "fi": ("Oikaisu: jutussa oli aiemmin väärä vuosiluku.", NoteKind.CORRECTION),
    "pl": ("Od redakcji: w pierwszej wersji podaliśmy błędny rok.", NoteKind.EDITOR),
    "cs": ("Pozn. red.: v první verzi textu byl chybný rok.", NoteKind.EDITOR),
    "sk": ("Poznámka redakcie: v prvej verzii bol nesprávny rok.", NoteKind.EDITOR),
    "hu": ("Helyesbítés: az első változatban rossz évszám szerepelt.", NoteKind.CORRECTION),
    "ro": ("Erată: prima versiune indica un an greșit.", NoteKind.CORRECTION),
    "bg": ("Поправка: в първата версия беше посочена грешна година.", NoteKind.CORRECTION),
    "el": ("Διόρθωση: σε προηγούμενη εκδοχή το έτος ήταν λάθος.", NoteKind.CORRECTION),
    "ru": ("Примечание редакции: в первой версии был указан неверный год.", NoteKind.EDITOR),
    "uk": ("Виправлення: у першій версії був хибний рік.", NoteKind.CORRECTION),
    "tr": ("Düzeltme: haberin ilk halinde yıl yanlıştı.", NoteKind.CORRECTION),
    "ar": ("تصحيح: ورد في نسخة سابقة عام غير صحيح.", NoteKind.CORRECTION),
    "he": ("גילוי נאות: הכותב גר ליד הקו.", NoteKind.DISCLAIMER),
    "hi": ("संपादक की टिप्पणी: पहले संस्करण में वर्ष गलत था।", NoteKind.EDITOR),
    "th": ("หมายเหตุบรรณาธิการ: ฉบับแรกระบุปีผิด", NoteKind.EDITOR),
    "vi": ("Đính chính: bản trước ghi sai năm.", NoteKind.CORRECTION),
    "id": ("Catatan redaksi: versi sebelumnya memuat tahun yang salah.", NoteKind.EDITOR),
    "ja": ("【訂正】以前の版では年に誤りがありました。", NoteKind.CORRECTION),
    "ko": ("[편집자 주] 이전 기사에 연도가 잘못 표기됐습니다.", NoteKind.EDITOR),
    "zh": ("编者按：早前版本的年份有误。", NoteKind.EDITOR),
}  # fmt: skip


@pytest.mark.parametrize("language", sorted(NOTES))
def test_notes_are_kept_apart_from_the_text(language: str) -> None:
    """A note is a block with its kind, and adds nothing to the text."""
    text, kind = NOTES[language]
    body = TEXTS.get(language, TEXTS["en"])
    article = parse(
        story(f"{paragraphs(body)}<p><em>{text}</em></p>", language=language)
    )
    assert [b for b in article.body if isinstance(b, Note)] == [Note(text, kind)]
    assert lines(article) == body


def test_a_box_can_say_that_it_holds_a_note() -> None:
    """Class words tell a note that begins like any sentence."""
    note = "<div class='story-correction'><p>The flood was in 1998 and not in 1997, as we wrote in the morning.</p></div>"
    article = parse(story(paragraphs(TEXTS["en"]) + note))
    (found,) = [b for b in article.body if isinstance(b, Note)]
    assert found.kind is NoteKind.CORRECTION
    assert lines(article) == TEXTS["en"]


def test_sentences_that_speak_of_corrections_are_text() -> None:
    """A word of the list in running text makes no note."""
    line = "Correction of the timetable will take a month, the office said, and cost little."
    article = parse(story(paragraphs((*TEXTS["en"], line))))
    assert lines(article) == (*TEXTS["en"], line)


@pytest.mark.parametrize("language", LANGUAGES)
def test_pull_quotes_are_marked_and_not_doubled(language: str) -> None:
    """Words set off from the text and repeated in it are a pull quote."""
    first, second, third = TEXTS[language]
    pulled = second[10:80]
    quote = f"<blockquote><p>{pulled}</p></blockquote>"
    source = story(
        f"<p>{first}</p>{quote}<p>{second}</p><p>{third}</p>", language=language
    )
    article = parse(source)
    (found,) = [b for b in article.body if isinstance(b, BlockQuote)]
    assert (found.pull, found.text) == (True, pulled.strip())
    assert lines(article) == TEXTS[language]


@pytest.mark.parametrize("tag", ["article", "div"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_next_article_below_is_left_out(language: str, tag: str) -> None:
    """Of two articles that are made alike the one with the page's title counts."""

    def made(title: str, texts: tuple[str, ...]) -> str:
        head = f"<h1>{title}</h1><time datetime=2026-11-23>23.11.2026</time>"
        return f"<{tag} class=story>{head}{paragraphs(texts)}</{tag}>"

    texts = TEXTS[language]
    below = tuple(reversed([f"{text} 2" for text in texts]))
    own, other = made("Tram line reopens", texts), made("Ferry stops for good", below)
    assert lines(parse(page(own + other, language=language))) == texts
    assert lines(parse(page(other + own, language=language))) == texts


def test_headings_inside_one_article_part_nothing() -> None:
    """Sub-headings of the same tag as the title belong to the text."""
    first, second, third = TEXTS["en"]
    inside = f"<p>{first}</p><section><h1>The bridge</h1><p>{second}</p></section><section><h1>The fares</h1><p>{third}</p></section>"
    assert lines(parse(story(inside))) == (
        first,
        "The bridge",
        second,
        "The fares",
        third,
    )


HIDDEN_PARTS = (
    "<p>{0}</p><div class=more style='display:none'><p>{1}</p><p>{2}</p></div>",
    "<div class=page id=page-1><p>{0}</p><p>{1}</p></div><div class=page id=page-2 hidden><p>{2}</p></div>",
    "<noscript><p>{0}</p><p>{1}</p><p>{2}</p></noscript>",
    "<p>{0}</p><details><summary>More</summary><p>{1}</p><p>{2}</p></details>",
)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("parts", HIDDEN_PARTS)
def test_parts_that_are_folded_away_are_read(parts: str, language: str) -> None:
    """Collapsed parts, further pages and what stands for readers without scripts."""
    texts = TEXTS[language]
    article = parse(story(parts.format(*texts), language=language))
    assert [line for line in lines(article) if line != "More"] == list(texts)


@pytest.mark.parametrize("language", LANGUAGES)
def test_twins_for_phones_are_told_once(language: str) -> None:
    """A second copy of the article in the page adds nothing."""
    texts = TEXTS[language]
    twin = f"<div class=amp-story hidden><h1>Tram line reopens</h1>{paragraphs(texts)}</div>"
    source = page(
        f"<article><h1>Tram line reopens</h1>{paragraphs(texts)}</article>{twin}",
        language=language,
    )
    assert lines(parse(source)) == texts


@pytest.mark.parametrize("language", LANGUAGES)
def test_app_state_is_read_in_any_script(language: str) -> None:
    """A page that is empty without scripts holds its text in the state of its app."""
    state = {"props": {"story": {"body": "\n".join(TEXTS[language])}}}
    script = f'<script id="__NEXT_DATA__" type="application/json">{json.dumps(state)}</script>'
    source = f"<html lang={language}><head><title>Tram</title></head><body><div id=root></div>{script}</body></html>"
    assert lines(parse(source)) == TEXTS[language]


@pytest.mark.parametrize("language", LANGUAGES)
def test_sub_headings_in_wrappers_of_their_own_stay(language: str) -> None:
    """A short heading that is wrapped like the paragraphs around it is text."""
    heads = {"en": "Why now?", "ja": "なぜ今か", "th": "ทำไมตอนนี้", "ar": "لماذا الآن؟", "hi": "अभी क्यों?"}  # fmt: skip
    first, second, third = TEXTS[language]
    pieces = (
        f"<p class=q1>{first}</p>",
        f"<h4 class=zz9>{heads[language]}</h4>",
        f"<p class=q1>{second}</p>",
        f"<p class=q1>{third}</p>",
    )
    inside = "".join(f"<div class='pad x7'>{piece}</div>" for piece in pieces)
    assert lines(parse(story(inside, language=language))) == (
        first,
        heads[language],
        second,
        third,
    )
