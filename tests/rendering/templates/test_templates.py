"""Templates of an organisation itself: they may say it in their own way, and do nothing else (promise 7)."""

from pathlib import Path

import pytest
from own_templates import Render, explain, make_folder, make_render
from reading import DE_BRUG, LEEG, read_blocks, read_headings, render

from samenwerk.domain.samenwerking import Samenwerking
from samenwerk.domain.stand import Stand
from samenwerk.domain.uitgaven import find_uitgaven
from samenwerk.rendering.templates.documents import build_context, render_uitgave
from samenwerk.storage.read_once import ReadOnce
from samenwerk.storage.templates import Templates

NAMEN = (
    "document, documenten, fase, gebundeld, gewijzigd, instemmingen, kernpartners, leervragen, lerende_houding, nog_open, "
    "principes, principes_inleiding, project, ronde, samenwerking, status, terugkeer, vastgesteld, verbindende_factor, "
    "versies, volgende_fase, waarnemingen, weg"
)


@pytest.fixture
def map_(tmp_path: Path) -> Path:
    return make_folder(tmp_path)


@pytest.fixture
def render_own(map_: Path) -> Render:
    return make_render(map_)


# An own template wins


def test_an_own_template_wins_over_the_built_in_one(render_own: Render) -> None:
    assert render_own("# Nota van {{ samenwerking.naam }}\n").startswith("# Nota van Brede School De Brug\n\n---\n")


def test_an_own_template_of_one_document_leaves_the_others_as_they_were(map_: Path, render_own: Render) -> None:
    render_own("# Eigen\n")
    (actieplan,) = find_uitgaven(DE_BRUG, "actieplan")
    assert render_uitgave(Stand(DE_BRUG, actieplan), Templates(ReadOnce(map_)).find_source) == render(DE_BRUG, "actieplan")
    assert Templates(ReadOnce(map_)).has_own("startnota")


def test_an_own_template_changes_one_block_of_the_built_in_one_in_three_lines(render_own: Render) -> None:
    text = render_own("{% extends 'ingebouwd/startnota.md.j2' %}\n{% block slot %}\nMet dank aan iedereen.\n{% endblock %}\n")
    gewoon, eigen = (read_blocks(tekst) for tekst in (render(DE_BRUG, "startnota"), text))
    begrippen = [block.tekst for block in gewoon].index("Begrippen")
    assert eigen[:begrippen] == gewoon[:begrippen]
    assert [block.tekst for block in eigen[begrippen:-2]] == ["Met dank aan iedereen."]


def test_an_own_template_adds_to_a_block_of_the_built_in_one(render_own: Render) -> None:
    text = render_own(
        "{% extends 'ingebouwd/startnota.md.j2' %}\n{% block kop %}\n{{ super() }}\n- **Kenmerk:** 12\n{% endblock %}\n"
    )
    assert [block.tekst for block in read_blocks(text)[2:5]] == ["Fase 1: Verkennen", "Status: concept", "Kenmerk: 12"]


def test_an_own_template_uses_the_built_in_parts(render_own: Render) -> None:
    inhoud = "## Wij\n\n{{ stukken.partners(samenwerking) }}\n"
    text = render_own("{% extends '_delen/basis.md.j2' %}\n{% block inhoud %}\n" + inhoud + "{% endblock %}\n")
    assert [kop.tekst for kop in read_headings(text)] == ["Startnota – Brede School De Brug", "Wij", "Begrippen"]
    assert "| Stad Voorbeeldstad | lokaal bestuur | kernpartner | schoolopbouwwerker |" in text


def test_an_own_part_changes_every_document(map_: Path) -> None:
    eigen = "{% extends 'ingebouwd/_delen/basis.md.j2' %}\n{% block titel %}\n# Stad: {{ document.titel }}\n{% endblock %}\n"
    (map_ / "sjablonen" / "_delen" / "basis.md.j2").write_text(eigen, encoding="utf-8")
    for naam in ("startnota", "actieplan"):
        (uitgave,) = find_uitgaven(DE_BRUG, naam)
        text = render_uitgave(Stand(DE_BRUG, uitgave, alle_velden=True), Templates(ReadOnce(map_)).find_source)
        assert text.startswith(f"# Stad: {naam.capitalize()}\n")
        assert Templates(ReadOnce(map_)).has_own(naam)


def test_a_capital_of_a_template_leaves_those_of_a_name_as_they_are(render_own: Render) -> None:
    titel = """# {{ "OCMW Gent" | capitalize }}, {{ "ijsbaan" | capitalize }} {{ ["*ijs*"] | namen | capitalize }}"""
    assert render_own(titel).startswith("# OCMW Gent, IJsbaan \\*IJs\\*\n")


def test_a_template_from_windows_with_a_byte_order_mark_is_read_as_any_other(render_own: Render) -> None:
    assert render_own("\ufeff# Nota\r\n\r\n{{ samenwerking.naam }}\r\n").startswith("# Nota\n\nBrede School De Brug\n\n---\n")


def test_the_names_an_error_lists_are_all_the_names_a_template_may_use() -> None:
    (uitgave,) = find_uitgaven(LEEG, "startnota")
    assert sorted(build_context(LEEG, Stand(LEEG, uitgave))) == NAMEN.split(", ")


def test_a_template_may_count_and_choose_with_the_fields_of_the_dossier(render_own: Render) -> None:
    bron = "{{ kernpartners | length }} partners tot {{ samenwerking.looptijd.tot.year + 1 }}."
    assert render_own(bron).startswith("4 partners tot 2029.\n")


# What a template gets wrong, it is told


@pytest.mark.parametrize(
    ("bron", "melding", "oplossing"),
    [
        ("Hallo\n{{ nergens }}\n", "startnota.md.j2, regel 2: “nergens” bestaat niet.", f"Deze namen mogen er staan: {NAMEN}"),
        ("{{ partner.naam }}", "startnota.md.j2, regel 1: “partner” bestaat niet.", f"Deze namen mogen er staan: {NAMEN}"),
        (
            "\n\n{{ samenwerking.nergens }}",
            "startnota.md.j2, regel 3: “nergens” bestaat niet.",
            f"Deze namen mogen er staan: {', '.join(Samenwerking.velden)}",
        ),
        (
            "{% for partner in kernpartners.values() %}\n{{ partner.nergens }}\n{% endfor %}",
            "startnota.md.j2, regel 2: “nergens” bestaat niet.",
            "Deze namen mogen er staan: naam, sector, soort, vertegenwoordiger, sinds, tot, zoekt, ambities, belangen, inzet, "
            "krijgt, mandaat, draagvlak, profiel",
        ),
        (
            "{{ samenwerking.projecten.huiswerkklas.prijs }}",
            "startnota.md.j2, regel 1: “prijs” bestaat niet.",
            "Deze namen mogen er staan: titel, aanleiding, doel, doelgroep, aanpak, trekker, partners, start, einde, middelen, "
            "resultaat, risicos, borging",
        ),
        (
            "{{ samenwerking.partners.values() | map(attribute='prijs') | join }}",
            "startnota.md.j2, regel 1: “prijs” bestaat niet.",
            "Deze namen mogen er staan: naam, sector,",
        ),
        (
            "{{ kernpartners.gemeente.naam }}",
            "startnota.md.j2, regel 1: “gemeente” bestaat niet.",
            "Deze namen mogen er staan: stad, school, buurtwerk, bibliotheek",
        ),
        (
            "{{ fase.vraag }}",
            "startnota.md.j2, regel 1: “vraag” bestaat niet.",
            "Deze namen mogen er staan: id, nummer, naam, andere_namen, kernvraag,",
        ),
        ("{{ project.titel }}", "startnota.md.j2, regel 1: “titel” bestaat niet.", f"Deze namen mogen er staan: {NAMEN}"),
        (
            "\n{{ samenwerking.naam | hoofdletters }}",
            "startnota.md.j2, regel 2: hier staat een woord dat niet kan.",
            "Achter een | kan staan: alineas, capitalize, datum, default, e, escape, fasenaam, first, join, last, length, "
            "list, lower, map, naam, namen, of_open, rejectattr, ritme, selectattr, sort, taal, trim, upper, vrij",
        ),
        ("\n\n{{ samenwerking.naam", "startnota.md.j2, regel 3: dit is niet te lezen.", "Controleer de accolades, de haakjes"),
        ("{% als samenwerking %}", "startnota.md.j2, regel 1: dit is niet te lezen.", "Controleer de accolades, de haakjes"),
        ("{% if samenwerking %}", "startnota.md.j2, regel 1: dit is niet te lezen.", "Controleer de accolades, de haakjes"),
        (
            "\n{% extends 'startnota.md.j2' %}",
            "startnota.md.j2, regel 2: dit haalt zichzelf binnen",
            "Het sjabloon dat meekomt met samenwerk, heet ingebouwd/startnota.md.j2",
        ),
        (
            "{% for x in [1] %}" * 30 + "{% endfor %}" * 30,
            "startnota.md.j2: dit mag of kan",
            "Een sjabloon toont alleen wat er is:",
        ),
        (
            "{{ " + "(" * 900 + "1" + ")" * 900 + " }}",
            "startnota.md.j2: dit haalt zichzelf binnen, of zit te diep in elkaar.",
            "",
        ),
        ("\n{{ samenwerking.idee | datum }}", "startnota.md.j2, regel 2: dit mag of kan", f"toont alleen wat er is: {NAMEN}"),
        ("{{ samenwerking.idee | fasenaam }}", "startnota.md.j2, regel 1: dit mag of kan", f"toont alleen wat er is: {NAMEN}"),
        ("{{ 1 / 0 }}", "startnota.md.j2, regel 1: dit mag of kan", f"toont alleen wat er is: {NAMEN}"),
        ("{{ samenwerking.idee + 1 }}", "startnota.md.j2, regel 1: dit mag of kan", f"toont alleen wat er is: {NAMEN}"),
    ],
)
def test_a_mistake_is_told_with_template_line_and_the_names_that_may_stand_there(
    render_own: Render, bron: str, melding: str, oplossing: str
) -> None:
    gemeld, opgelost = explain(render_own, bron)
    assert gemeld.startswith(f"Het sjabloon {melding}")
    assert oplossing in opgelost


@pytest.mark.parametrize(
    ("deel", "melding"),
    [
        ("Een\n\n{{ samenwerking.nergens }}", "_delen/eigen.md.j2, regel 3: “nergens” bestaat niet."),
        ("Een\n{% if %}", "_delen/eigen.md.j2, regel 2: dit is niet te lezen."),
        ("{{ 1 / 0 }}", "_delen/eigen.md.j2, regel 1: dit mag of kan een sjabloon niet."),
        (
            "\n{% include '_delen/niets.md.j2' %}",
            "_delen/eigen.md.j2, regel 2: het sjabloon “_delen/niets.md.j2” bestaat niet.",
        ),
    ],
)
@pytest.mark.parametrize("hoe", ["{% include '_delen/eigen.md.j2' %}", "{% extends '_delen/eigen.md.j2' %}"])
def test_a_mistake_in_a_part_is_told_where_it_stands(render_own: Render, hoe: str, deel: str, melding: str) -> None:
    assert explain(render_own, f"# Nota\n\n{hoe}", eigen=deel)[0] == f"Het sjabloon {melding}"


def test_a_mistake_in_a_macro_is_told_where_the_macro_stands(render_own: Render) -> None:
    deel = "{% macro toon(partner) %}\n{{ partner.prijs }}\n{% endmacro %}"
    bron = "{% import '_delen/eigen.md.j2' as eigen %}\n{{ eigen.toon(kernpartners.stad) }}"
    melding, oplossing = explain(render_own, bron, eigen=deel)
    assert melding == "Het sjabloon _delen/eigen.md.j2, regel 2: “prijs” bestaat niet."
    assert oplossing.startswith("Deze namen mogen er staan: naam, sector, soort,")
