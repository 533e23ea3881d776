"""The collections of a dossier: each row of the table says what its class of records can hold."""

from collections.abc import Iterator

import pytest

from samenwerk.domain.kolommen import list_kolommen
from samenwerk.domain.record import DATUM, RECORDS, TEKST, WOORDEN, Record, Veld
from samenwerk.domain.samenwerking import SAMEN_GENOEMD, Samenwerking
from samenwerk.domain.verzamelingen import VERZAMELINGEN, Verzameling, verzameling_in, verzameling_of

each = pytest.mark.parametrize("verzameling", VERZAMELINGEN, ids=lambda verzameling: verzameling.enkelvoud)


@each
def test_a_collection_has_one_word_for_a_record_and_one_field_that_tells_which_it_is(verzameling: Verzameling) -> None:
    assert verzameling_of(verzameling.enkelvoud) == verzameling_in(verzameling.veld) == verzameling
    assert verzameling.titelveld.soort == TEKST


@each
def test_the_facts_of_a_collection_name_fields_of_its_records_and_words_they_can_hold(verzameling: Verzameling) -> None:
    velden = {kolom.naam: kolom.veld for kolom in list_kolommen(verzameling)}

    assert set(verzameling.kort) <= velden.keys()
    for naam, woord in (*verzameling.begin, *verzameling.gevraagd):
        assert not woord or woord in velden[naam].keuzes
    assert not verzameling.dagveld or velden[verzameling.dagveld].soort == DATUM


def test_every_field_of_records_by_key_is_a_collection_but_the_documents() -> None:
    met_sleutels = [naam for naam, veld in Samenwerking.velden.items() if veld.soort in (RECORDS, WOORDEN)]

    assert sorted([*(verzameling.veld for verzameling in VERZAMELINGEN), "documenten"]) == sorted(met_sleutels)


def test_what_fields_name_together_shares_its_keys_and_its_names() -> None:
    together = {naam for veld in walk(Samenwerking) if len(veld.verwijst) > 1 for naam in veld.verwijst}

    assert together == set(SAMEN_GENOEMD)


def walk(klasse: type[Record]) -> Iterator[Veld]:
    """Every field of a class and of its parts."""
    for veld in klasse.velden.values():
        yield veld
        if veld.record is not None:
            yield from walk(veld.record)


def test_a_record_is_named_as_people_say_it() -> None:
    assert [verzameling_of(naam).titelveld.titel for naam in ("knoop", "begrip")] == ["Vraag", "Betekenis"]
    assert [verzameling_of(naam).nieuwe for naam in ("actie", "project")] == ["een nieuwe actie", "een nieuw project"]
