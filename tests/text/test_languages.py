"""Languages are told by script and function words."""

import pytest

from articlekit.text.languages import check_tag, guess_language

TEXTS = {
    "en": "The mayor said on Monday that the trees were not yet ready and that he will be back.",
    "de": "Die Stadt sagte am Montag, dass die Bäume nicht gepflanzt werden und es so bleibt.",
    "fr": "La ville a dit lundi que les arbres ne sont pas dans le parc pour les enfants.",
    "es": "La ciudad dijo el lunes que los árboles no se han plantado en el parque.",
    "sv": "Staden sade i måndags att träden inte är klara och att det som han ville ha.",
    "ru": "Город сказал в понедельник, что деревья не готовы и что он это не знал.",
    "uk": "Місто сказало у понеділок, що дерева не готові і що це його не так.",
    "zh": "城市周一表示，树木还没有准备好。",
    "ja": "市は月曜日、木はまだ準備ができていないと述べた。",
    "ko": "시는 월요일 나무가 아직 준비되지 않았다고 말했다.",
    "el": "Η πόλη είπε τη Δευτέρα ότι τα δέντρα δεν είναι έτοιμα και θα",
    "hi": "शहर ने सोमवार को कहा कि पेड़ अभी तैयार नहीं हैं और यह है",
}


@pytest.mark.parametrize("language", TEXTS)
def test_guess(language: str) -> None:
    """Two sentences are enough."""
    assert language == guess_language(TEXTS[language])


def test_declared_tag_is_kept_with_its_region() -> None:
    """A declaration that the text bears out is kept whole."""
    assert "en-GB" == guess_language(TEXTS["en"], "en-GB")


def test_text_beats_a_wrong_declaration() -> None:
    """A page that is declared English but written in German is German."""
    assert "de" == guess_language(TEXTS["de"] * 3, "en-US")
    assert "ja" == guess_language(TEXTS["ja"], "en")


def test_too_little_text_says_nothing() -> None:
    """Without words the declaration stands, or nothing does."""
    assert guess_language("Xyz 123") is None
    assert "fi" == guess_language("Xyz 123", "fi")


def test_tags_are_checked_and_shaped() -> None:
    """A tag comes back in its usual case; a malformed one is refused."""
    assert "zh-Hant-TW" == check_tag("zh-hant_tw")
    assert "pt-BR" == check_tag("pt-br")
    with pytest.raises(ValueError, match="no well-formed"):
        check_tag("english language")
