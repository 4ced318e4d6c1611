"""A made-up newspaper for the tests of profiles."""

from typing import Final

import articlekit
from articlekit import Article, Profile
from articlekit.profiles.view import View
from articlekit.reading.deadline import Deadline
from articlekit.reading.encoding import to_utf8
from articlekit.reading.markup import read_markup
from articlekit.reading.plaintext import read_plain

URL: Final = "https://courier.example/nord/2026/port-reouvre"
SENTENCES: Final = (
    "Le port du nord a rouvert hier matin après deux ans de travaux sur les quais.",
    "Les premiers bateaux sont entrés dans le bassin peu avant midi, sous la pluie.",
    "La mairie a payé la moitié des travaux, la région et l'État ont payé le reste.",
    "Un second bassin doit suivre dans trois ans, si le budget est voté en automne.",
)
PAGE: Final = f"""<!doctype html><html lang="fr"><head>
<title>Le port rouvre - Le Courrier</title>
<meta property="og:title" content="Le port rouvre">
<meta name="teaser" content="Deux ans de travaux sont finis">
<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "Le port rouvre",
 "datePublished": "2026-03-14T09:30:00+01:00", "articleSection": "Monde",
 "author": [{{"@type": "Person", "name": "Zoé Martin",
 "url": "https://courier.example/auteurs/zoe"}}, {{"name": "Rédaction Nord"}}],
 "keywords": ["port", "travaux"]}}</script>
<script type="application/ld+json">{{"@type": "VideoObject", "name": "Le port vu du ciel"}}</script>
<script id="__NEXT_DATA__" type="application/json">{{"props": {{"story": {{"desk": "Économie",
 "people": [{{"name": "Ada Blanc"}}, {{"name": "Lou Noir"}}], "year": 2026}}}}}}</script>
</head><body class="layout-new">
<header><p class="rubric">NORD | Le port</p><h1 class="title">Le port <br>rouvre enfin</h1>
<p class="lead">Deux ans de travaux sont finis.</p>
<p class="signature">Par <a rel="author" href="/auteurs/jean">Jean Dupont</a> et Ada Blanc</p>
<p class="when">Publié le 14 mars 2026 à 8h30</p></header>
<figure class="main"><img src="/photos/port.jpg" width="800" height="600" alt="Le port">
<figcaption>Le port au lever du jour. Cliché de Lou Noir, Le Courrier</figcaption></figure>
<div class="text"><p>{SENTENCES[0]}</p><p class="note">Lisez aussi notre dossier sur les ports.</p>
<p>{SENTENCES[1]}</p><p itemprop="description">{SENTENCES[2]}</p><p>{SENTENCES[3]}</p>
<p class="end">Ce texte a été relu.</p></div>
<aside class="ad"><figure><img src="/photos/ad.jpg" width="800" height="600" alt="Soldes"></figure>
<p>Des soldes partout cette semaine dans le centre, venez en famille.</p></aside>
</body></html>"""
TEXT: Final = "\n".join([
    "Le port rouvre enfin",
    "Signé : Jean Dupont",
    "14 mars 2026",
    "",
    *SENTENCES,
    "Abonnez-vous à notre lettre du matin pour tout savoir des ports de la région.",
    "",
])  # fmt: skip


def courier(**rules: object) -> Profile:
    """Return a profile for the page with *rules*."""
    return Profile(name="courier", hosts=("courier.example",), **rules)  # type: ignore[arg-type]


def parsed(page: str = PAGE, **rules: object) -> Article:
    """Parse the page with a profile of *rules*."""
    return articlekit.parse(page, url=URL, profiles=(courier(**rules),))


def view_of(page: str = PAGE) -> View:
    """Return the page as rules see it."""
    deadline = Deadline(30)
    if page.startswith("<"):
        read = read_markup(to_utf8(page.encode(), None)[0], url=URL)
    else:
        read = read_plain(page, url=URL)
    return View(read, URL, deadline)


GENERIC: Final = articlekit.parse(PAGE, url=URL, profiles=())
