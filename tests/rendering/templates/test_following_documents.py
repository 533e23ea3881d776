"""The leerverslag and the overdracht: what the group learned, and what a newcomer needs, as the dossier says it now."""

from datetime import date

import pytest
from reading import BUILTIN, DE_BRUG, LEEG, Block, read_blocks, read_headings, render

from samenwerk.domain.documenten import document_of
from samenwerk.domain.dynamiek import LEERVRAGEN, PRINCIPES, VERBINDENDE_FACTOR, Principe
from samenwerk.domain.partners import Profiel
from samenwerk.domain.samenwerking import Samenwerking
from samenwerk.domain.stand import Stand
from samenwerk.domain.tijdlijn import Evaluatie, Logboekregel
from samenwerk.domain.uitgaven import Uitgave
from samenwerk.rendering.templates.documents import render_uitgave


def change(samenwerking: Samenwerking, **waarden: object) -> Samenwerking:
    return samenwerking.replace(**waarden)


def read_under(text: str, kop: str) -> list[str]:
    """What stands under a heading, until the next."""
    blocks = read_blocks(text)
    begin = next(plaats for plaats, block in enumerate(blocks) if block.plaats[0] == "h" and block.tekst == kop)
    einde = next(plaats for plaats in range(begin + 1, len(blocks)) if blocks[plaats].plaats[0] == "h")
    return [block.tekst for block in blocks[begin + 1 : einde]]


# Leerverslag


def test_successes_and_learning_gains_stand_in_front_because_they_bind() -> None:
    text = render(DE_BRUG, "leerverslag")
    eerste = read_blocks(text)[4]
    assert eerste == Block("paragraph", f"{VERBINDENDE_FACTOR} Daarom staat dat hier vooraan.")
    assert [kop.tekst for kop in read_headings(text)[1:3]] == ["Wat lukte", "Wat we leerden"]
    [succes] = read_under(text, "Wat lukte")
    assert succes.startswith("5 maart 2026: De eerste week van de huiswerkklas telde 19 kinderen.")
    assert succes.endswith("(Basisschool De Oever, Buurtwerk De Spil en Bibliotheek Voorbeeldstad) – principe 1")


def test_a_success_is_not_told_twice() -> None:
    text = render(DE_BRUG, "leerverslag")
    assert text.count("De eerste week van de huiswerkklas telde 19 kinderen.") == 1
    alleen = change(LEEG, logboek=(Logboekregel(soort="succes", tekst="Het lukt."),))
    assert read_under(render(alleen, "leerverslag"), f"Principe 1: {PRINCIPES[0].titel}")[1:] == [
        "Wat hierbij te zien was, staat vooraan."
    ]


@pytest.mark.parametrize("principe", PRINCIPES, ids=lambda principe: principe.nummer)
def test_each_principe_stands_there_in_plain_words_also_where_nothing_was_seen(principe: Principe) -> None:
    nummer, titel, uitleg, _ = principe
    assert read_under(render(LEEG, "leerverslag"), f"Principe {nummer}: {titel}") == [
        uitleg,
        "Hierover staat nog niets in het dossier.",
    ]
    assert len(read_under(render(DE_BRUG, "leerverslag"), f"Principe {nummer}: {titel}")) > 3


def test_what_changes_holds_the_evaluations_and_the_reason_of_each_step_back() -> None:
    text = render(DE_BRUG, "leerverslag")
    assert read_under(text, "Wat we anders doen")[:2] == [
        "Evaluatie van 4 november 2025: teruggaan, naar de fase Delen",
        "Wat doen we nu anders? We laten de projectfiche liggen en vragen elkaar eerst wat we bedoelen.",
    ]
    [terug] = read_under(text, "Toen we teruggingen")
    assert terug.startswith("4 november 2025, naar Delen: De proefweek in oktober toonde")


def test_without_an_evaluation_the_three_questions_stand_ready() -> None:
    [zin] = read_under(render(change(LEEG, begrippen={"a": "b"}), "leerverslag"), "Wat we anders doen")
    assert zin == f"Er is nog geen evaluatie geweest. Drie vragen helpen om te beginnen: {' '.join(LEERVRAGEN)}"
    kaal = read_blocks(render(change(LEEG, evaluaties=(Evaluatie(),)), "leerverslag"))
    assert Block("bullet_list>list_item>paragraph", "Evaluatie: nog in te vullen") in kaal


def test_how_a_partner_scored_is_in_no_document() -> None:
    partners = {sleutel: partner.replace(profiel=Profiel()) for sleutel, partner in DE_BRUG.partners.items()}
    assert render(change(DE_BRUG, partners=partners), "leerverslag") == render(DE_BRUG, "leerverslag")
    assert "lerende houding van" not in render(DE_BRUG, "leerverslag")


def test_no_document_passes_the_judgement_of_a_day() -> None:
    for naam in ("leerverslag", "overdracht"):
        assert not any(woord in render(DE_BRUG, naam) for woord in ("levend", "sluimert", "nog niet gezien"))


# Overdracht


def test_the_overdracht_tells_the_way_of_the_group_with_its_reasons() -> None:
    zinnen = read_under(render(DE_BRUG, "overdracht"), "Waar we staan en hoe we hier kwamen")
    assert zinnen[0].startswith("We staan in de fase Uitvoeren en vernieuwen. De vraag van die fase is: “Werkt het,")
    assert [zin.partition(":")[0] for zin in zinnen[1:]][::4] == ["14 januari 2025", "23 september 2025", "24 februari 2026"]
    assert (
        sum(zin.startswith("4 november 2025: terug naar Delen (beslist door stuurgroep) – De proefweek") for zin in zinnen) == 1
    )
    assert sum("terug naar" in zin for zin in zinnen) == 1


def test_what_was_decided_and_what_is_open_stand_apart() -> None:
    text = render(DE_BRUG, "overdracht")
    beslist, voorstel = read_under(text, "Afspraken"), read_under(text, "Voorstellen voor een afspraak")
    assert DE_BRUG.afspraken["lokalen"].tekst in beslist
    assert DE_BRUG.afspraken["woensdag"].tekst in voorstel
    assert DE_BRUG.afspraken["vieruurtje"].tekst not in text
    acties = read_under(text, "Acties die nog lopen of komen")
    assert DE_BRUG.acties["vrijwilligers"].wat in acties
    assert DE_BRUG.acties["badges"].wat not in acties
    assert DE_BRUG.acties["buurtkrant"].wat not in acties


def test_where_nothing_is_open_or_decided_it_says_so() -> None:
    text = render(LEEG, "overdracht")
    assert read_under(text, "Wat beslist is") == ["Er is nog niets beslist."]
    assert read_under(text, "Wat nog te doen is") == ["Er is nu niets te beslissen of te doen."]


def test_who_is_who_goes_by_function_and_shows_who_left() -> None:
    school = DE_BRUG.partners["school"].replace(tot=date(2026, 8, 31))
    text = render(change(DE_BRUG, partners={**DE_BRUG.partners, "school": school}), "overdracht")
    assert "| Stad Voorbeeldstad | lokaal bestuur | kernpartner | schoolopbouwwerker |" in text
    assert "| Basisschool De Oever | onderwijs | kernpartner, tot 31 augustus 2026 | zorgcoördinator |" in text


def test_the_words_of_the_group_stand_near_the_front_and_only_there() -> None:
    koppen = [kop.tekst for kop in read_headings(render(DE_BRUG, "overdracht"))]
    assert koppen.index("Begrippen") < koppen.index("Waar we staan en hoe we hier kwamen")
    assert koppen.count("Begrippen") == 1


# Staleness


@pytest.mark.parametrize("naam", ["leerverslag", "overdracht"])
def test_an_own_template_of_it_is_stale_after_a_step_too(naam: str) -> None:
    uitgave = Uitgave(document_of(naam))
    slapend = change(DE_BRUG, toestand="slapend")
    eigen = "{{ samenwerking.toestand }} {{ samenwerking.fase }}"
    assert render_uitgave(Stand(slapend, uitgave, alle_velden=True), lambda _: eigen).startswith("slapend uitvoeren\n")
    assert Stand(slapend, uitgave, alle_velden=True).herkomst != Stand(DE_BRUG, uitgave, alle_velden=True).herkomst
    assert BUILTIN(f"{naam}.md.j2")
