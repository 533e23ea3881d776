"""The words of Flanders and of the Netherlands: only our own, only the handful that differs, and never a key."""

import pytest
from cases import for_each

from samenwerk.domain.documenten import DOCUMENT_IDS, DOCUMENTEN, document_of
from samenwerk.domain.taal import SYNONIEMEN, capitalize, in_taal


@pytest.mark.parametrize(
    ("zin", "verwacht"),
    [
        ("de startnota", "de startnotitie"),
        ("De afsprakennota of het actieplan is vastgesteld", "Het convenant of het uitvoeringsplan is vastgesteld"),
        ("Elke projectfiche is vastgesteld", "Elk projectplan is vastgesteld"),
        ("Trekker", "Trekker"),
        ("De startnotaris en de vertrekker blijven", "De startnotaris en de vertrekker blijven"),
        ("de intentieverklaring", "de intentieverklaring"),
    ],
)
def test_our_own_words_follow_the_country_with_their_article_and_their_capital(zin: str, verwacht: str) -> None:
    assert in_taal(zin, "nederlands") == verwacht
    assert in_taal(zin, "vlaams") == in_taal(zin, "") == zin


def test_a_document_has_the_title_of_the_country_and_the_same_id() -> None:
    nota = document_of("afsprakennota").in_taal("nederlands")
    assert (nota.id, nota.titel, nota.met_lidwoord) == ("afsprakennota", "Convenant", "het convenant")
    assert all(document.in_taal("vlaams") == document for document in DOCUMENTEN)


def test_what_practice_also_calls_a_document_is_one_and_no_name_of_another() -> None:
    assert set(SYNONIEMEN.values()) <= set(DOCUMENT_IDS)
    assert not set(SYNONIEMEN) & set(DOCUMENT_IDS)


@for_each(
    [
        ("ijsbaan", "IJsbaan"),
        ("IJsbaan en OCMW Gent", "IJsbaan en OCMW Gent"),
        ("’s-hertogenbosch", "’s-Hertogenbosch"),
        ("'s avonds", "'s Avonds"),
        ("’t Huis", "’t Huis"),
        ("“école” of ‘ijver’", "“École” of ‘ijver’"),
        ("‘ijver’", "‘IJver’"),
        ("3 partners", "3 partners"),
        ("", ""),
    ]
)
def test_a_sentence_begins_with_a_capital_and_nothing_behind_it_changes(tekst: str, verwacht: str) -> None:
    assert capitalize(tekst) == verwacht
