"""Fields that a text page states by labels: archives' exports and e-mails."""

from datetime import date

from tests.reading.test_records import UNIFORM

import articlekit
from articlekit import Dateline

GERMAN = """\
Wehr hält dem Hochwasser stand

Autor: Lindqvist, Mona
Publikation: Küstenbote
Erscheinungsdatum: 12. Juni 2024
Dokument-URL: https://archiv.example/doc/77
ProQuest document ID: 2814400001

Volltext: Das Wehr am Unterlauf hat gehalten. Das teilte der Deichverband am Dienstag mit.

„Wir haben die ganze Nacht gewacht“, sagte Sprecherin Elke Brandt.
"""

FORWARDED = """\
From: Desk <desk@coast.example>
To: all@coast.example
Date: Tue, 3 Jun 2025 16:20:00 +0000
Subject: FW: [internal] Keeper of the skerry light retires

By Orla Brennan

SKERRY POINT - The last keeper of the light put down his logbook on Tuesday, forty
years after he first climbed the stairs.

"A machine can keep the light," he said. "It cannot keep the log."
"""


def test_an_export_states_its_fields() -> None:
    """Each label fills its field, and the text is all that stands under "Body"."""
    article = articlekit.parse(UNIFORM, profiles=())
    assert article.title == "Mussel farm wins appeal over harbour lights"
    assert article.dek == "Lamps drove the larvae away, the court heard."
    assert article.section == "LOCAL"
    assert article.tags == ("AQUACULTURE", "COURTS")
    assert article.dateline == Dateline(place="KELL BAY", raw="KELL BAY")
    assert [author.name for author in article.authors] == ["Ines Calloway"]
    assert article.published is not None
    assert article.published.value == date(2025, 5, 6)
    assert article.text.startswith("The mussel farm in Kell Bay")
    assert article.text.endswith("to shade its lamps.")
    image = article.images[-1]
    assert image.caption == "Ropes of mussels at Kell Bay."
    assert image.credit is not None
    assert image.credit.photographers == ("Ada Finch",)


def test_last_names_before_a_comma_are_turned() -> None:
    """A database's "Last, First" becomes a name as people write it."""
    article = articlekit.parse(GERMAN, profiles=())
    assert [author.name for author in article.authors] == ["Mona Lindqvist"]
    assert article.site_name == "Küstenbote"
    assert article.canonical_url == "https://archiv.example/doc/77"
    assert article.published is not None
    assert article.published.value == date(2024, 6, 12)
    assert article.text.startswith("Das Wehr am Unterlauf")
    assert [quote.source for quote in article.quotes] == ["Elke Brandt"]


def test_stated_values_have_evidence() -> None:
    """The line of the label is where the value came from."""
    found = articlekit.parse(GERMAN, profiles=()).why("site_name")
    assert [(e.locator, e.raw) for e in found] == [
        ("line 4", "Publikation: Küstenbote")
    ]


def test_the_subject_is_a_title_for_want_of_one() -> None:
    """A message without a headline has its subject, and the day that it was sent."""
    article = articlekit.parse(FORWARDED, profiles=())
    assert article.title == "Keeper of the skerry light retires"
    assert [author.name for author in article.authors] == ["Orla Brennan"]
    assert article.published is not None
    assert article.published.raw == "Tue, 3 Jun 2025 16:20:00 +0000"
    assert article.text.startswith("SKERRY POINT - The last keeper")


def test_a_printed_date_comes_before_that_of_the_message() -> None:
    """When the message was sent counts only where the story has no date."""
    text = FORWARDED.replace("Brennan\n", "Brennan\n2 June 2025\n", 1)
    published = articlekit.parse(text, profiles=()).published
    assert published is not None
    assert published.value == date(2025, 6, 2)
