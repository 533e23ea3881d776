"""Templates of an organisation itself: they may say it in their own way, and do nothing else (promise 7)."""

from collections.abc import Callable
from pathlib import Path

import pytest
from needs import make_link
from reading import DE_BRUG, LEEG, read_blocks, read_headings, render

from samenwerk.cli.remedies import say
from samenwerk.domain.documenten import find_uitgaven
from samenwerk.domain.samenwerking import Samenwerking
from samenwerk.domain.stand import Stand
from samenwerk.errors import DossierError, TemplateError
from samenwerk.rendering.templates.documents import build_context, render_uitgave
from samenwerk.storage.read_once import ReadOnce
from samenwerk.storage.templates import Templates
from samenwerk.storage.yaml_tree import MAX_BYTES

GEHEIM = "Niemand mag dit lezen."
NAMEN = (
    "document, documenten, fase, gebundeld, gewijzigd, instemmingen, kernpartners, leervragen, lerende_houding, nog_open, "
    "principes, principes_inleiding, project, ronde, samenwerking, status, terugkeer, vastgesteld, verbindende_factor, "
    "versies, volgende_fase, waarnemingen"
)

Render = Callable[..., str]


@pytest.fixture
def map_(tmp_path: Path) -> Path:
    """The folder of a dossier, with something beside it that no document may show."""
    (tmp_path / "geheim.md.j2").write_text(GEHEIM, encoding="utf-8")
    (tmp_path / "dossier" / "sjablonen" / "_delen").mkdir(parents=True)
    (tmp_path / "dossier" / "samenwerking.yaml").write_text(GEHEIM, encoding="utf-8")
    return tmp_path / "dossier"


@pytest.fixture
def render_own(map_: Path) -> Render:
    """Write own templates and make a document with them."""

    def render_own(bron: str, naam: str = "startnota", samenwerking: Samenwerking = DE_BRUG, **delen: str) -> str:
        sjablonen = map_ / "sjablonen"
        (uitgave,) = find_uitgaven(samenwerking, naam)
        (sjablonen / f"{uitgave.document.id}.md.j2").write_bytes(bron.encode())
        for deel, tekst in delen.items():
            (sjablonen / "_delen" / f"{deel}.md.j2").write_bytes(tekst.encode())
        return render_uitgave(Stand(samenwerking, uitgave, alle_velden=True), Templates(ReadOnce(map_)).find_source)

    return render_own


def explain(render_own: Render, bron: str, **delen: str) -> tuple[str, str]:
    """What is said of a template that is wrong, and how to mend it."""
    with pytest.raises(TemplateError) as caught:
        render_own(bron, **delen)
    assert caught.value.__cause__ is None
    assert caught.value.exit_code == 1
    return caught.value.melding, say(caught.value.oplossing)


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
    assert [block.tekst for block in read_blocks(text)[2:5]] == ["Fase 1: Verkennen, ronde 1", "Status: concept", "Kenmerk: 12"]


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
            "list, lower, map, naam, namen, of_open, rejectattr, selectattr, sort, taal, trim, upper, vrij",
        ),
        ("\n\n{{ samenwerking.naam", "startnota.md.j2, regel 3: dit is niet te lezen.", "Kijk de accolades, haakjes"),
        ("{% als samenwerking %}", "startnota.md.j2, regel 1: dit is niet te lezen.", "Kijk de accolades, haakjes"),
        ("{% if samenwerking %}", "startnota.md.j2, regel 1: dit is niet te lezen.", "Kijk de accolades, haakjes"),
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


# It reads nothing from outside


OUTSIDE = r"""
../../etc/passwd
/etc/passwd
../geheim.md.j2
../../geheim.md.j2
_delen/../../../geheim.md.j2
samenwerking.yaml
../samenwerking.yaml
ingebouwd/../samenwerking.yaml
ingebouwd//etc/passwd
ingebouwd/ingebouwd/startnota.md.j2
ingebouwd/
~/geheim.md.j2
STARTNOTA.md.j2
.
_delen
_delen/
C:\geheim.md.j2
..\geheim.md.j2
\\server\geheim.md.j2
file:///etc/passwd
""".strip().split("\n")


@pytest.mark.parametrize("hoe", ["{% include samenwerking.idee %}", "{% extends samenwerking.idee %}"])
@pytest.mark.parametrize("naam", [*OUTSIDE, "", "startnota.md.j2\x00", "startnota.md.j2\n"])
def test_no_other_file_can_be_taken_in(render_own: Render, hoe: str, naam: str) -> None:
    with pytest.raises(TemplateError) as caught:
        render_own(f"\n{hoe}", samenwerking=DE_BRUG.replace(idee=naam))
    assert caught.value.melding == f"Het sjabloon startnota.md.j2, regel 2: het sjabloon “{naam}” bestaat niet."
    assert "_delen/basis.md.j2 of ingebouwd/startnota.md.j2" in say(caught.value.oplossing)


@pytest.mark.parametrize("naam", OUTSIDE)
def test_a_file_from_outside_that_may_be_missing_is_missing(render_own: Render, naam: str) -> None:
    assert render_own("{% include ['" + naam.replace("\\", "\\\\") + "'] ignore missing %}Klaar.").startswith("Klaar.\n\n---\n")


@pytest.mark.parametrize("naam", ["startnota.md.j2", "_delen/basis.md.j2", "_delen/stukken.md.j2"])
def test_a_link_that_leads_out_of_the_folder_is_not_followed(map_: Path, naam: str) -> None:
    make_link(map_ / "sjablonen" / naam, map_.parent / "geheim.md.j2")
    assert_refused(map_, f"{Path(naam).name} wijst naar een plaats buiten de map van het dossier.")


def test_a_folder_of_templates_that_is_a_link_out_is_not_followed(map_: Path) -> None:
    (map_ / "sjablonen" / "_delen").rmdir()
    (map_ / "sjablonen").rmdir()
    (map_.parent / "elders").mkdir()
    (map_.parent / "elders" / "startnota.md.j2").write_text(GEHEIM, encoding="utf-8")
    make_link(map_ / "sjablonen", map_.parent / "elders")
    assert_refused(map_, "startnota.md.j2 wijst naar een plaats buiten de map van het dossier.")


def test_a_template_that_is_no_file_or_too_large_is_refused(map_: Path) -> None:
    (map_ / "sjablonen" / "startnota.md.j2").mkdir()
    assert_refused(map_, "startnota.md.j2 is niet te lezen: het is een map.")
    (map_ / "sjablonen" / "startnota.md.j2").rmdir()
    (map_ / "sjablonen" / "startnota.md.j2").write_bytes(b"x" * (MAX_BYTES + 1))
    assert_refused(map_, f"startnota.md.j2 is groter dan {MAX_BYTES // 1_000_000} MB; dat leest samenwerk niet.")


def assert_refused(map_: Path, melding: str) -> None:
    (uitgave,) = find_uitgaven(DE_BRUG, "startnota")
    with pytest.raises(DossierError) as caught:
        render_uitgave(Stand(DE_BRUG, uitgave, alle_velden=True), Templates(ReadOnce(map_)).find_source)
    assert caught.value.melding == melding
    assert say(caught.value.oplossing)


def test_the_built_in_templates_cannot_be_reached_by_another_name(map_: Path) -> None:
    find = Templates(ReadOnce(map_)).find_source
    (map_ / "sjablonen" / "startnota.md.j2").write_text("eigen", encoding="utf-8")
    ingebouwd = (Templates(ReadOnce(Path())).builtin.folder / "startnota.md.j2").read_text(encoding="utf-8")
    assert find("startnota.md.j2") == "eigen"
    assert find("ingebouwd/startnota.md.j2") == ingebouwd
    assert find("ingebouwd/_delen/basis.md.j2") == find("_delen/basis.md.j2")
    assert find("basis.md.j2") is None


# It is no program

REFUSED = """
().__class__.__mro__
''.__class__
samenwerking.__init__
samenwerking.__dict__
samenwerking | attr('__class__')
samenwerking.naam_of('stad')
samenwerking['naam_of']
samenwerking.velden
samenwerking.kernpartners
samenwerking.is_actief
samenwerking.ronde('delen')
samenwerking.replace(naam='x')
samenwerking.naam()
kernpartners.stad.is_kern
document._replace(id='x')
document.__class__
self.__class__
self._TemplateReference__context
stukken.__dict__
''.format.__globals__
'{0.__class__}'.format(samenwerking)
kernpartners.clear()
kernpartners.pop('stad')
kernpartners.__setitem__('x', 1)
samenwerking.partners.update({})
samenwerking.partners.setdefault('x', 1)
nog_open.append('x')
nog_open.clear()
nog_open.sort()
samenwerking.looptijd.van.today()
samenwerking.looptijd.van.today
samenwerking.looptijd.van.strftime('%Y')
kernpartners.items
kernpartners.values() | map(attribute='naam')
[1, 2] | random
[1, 2] | reverse
range(10**9)
2 ** 3
'a' * 3
lipsum()
cycler('a')
joiner()
namespace(a=1)
dict(a=1)
open('/etc/passwd')
import('os')
environment
context
config
loop
caller()
""".strip().split("\n")


@pytest.mark.parametrize("bron", REFUSED)
def test_a_template_only_reads_fields_and_refuses_all_else(render_own: Render, bron: str) -> None:
    melding, oplossing = explain(render_own, f"# Nota\n{{% import '_delen/stukken.md.j2' as stukken %}}\n{{{{ {bron} }}}}\n")
    assert melding.startswith("Het sjabloon startnota.md.j2, regel 3: ")
    assert " at 0x" not in melding + oplossing
    assert any(
        begin in oplossing
        for begin in ("alleen wat er is: ", "mogen er staan: ", "Kijk de accolades", "Achter een |", "Loop over")
    )


@pytest.mark.parametrize(
    "bron",
    [
        "{% set samenwerking.naam = 'x' %}",
        "{% set kernpartners.stad = 1 %}",
        "{% do nog_open.append('x') %}",
        "{% debug %}",
        "{% eval %}",
    ],
)
def test_a_template_changes_nothing(render_own: Render, bron: str) -> None:
    assert explain(render_own, bron)[0].startswith("Het sjabloon startnota.md.j2, regel 1: ")
    assert DE_BRUG.naam == "Brede School De Brug"


def test_a_fixed_text_in_braces_is_printed_as_it_stands(render_own: Render) -> None:
    text = render_own("{{ 'risico\\'s | *samen* & <b>' }}")
    assert read_blocks(text)[0].tekst == "risico's | *samen* & <b>"
    assert "&" not in text.replace("& ", "")


def test_what_a_template_sets_for_itself_is_gone_in_the_next_document(render_own: Render) -> None:
    assert render_own("{% set samenwerking = 'weg' %}{{ samenwerking }}").startswith("weg\n")
    assert render_own("{{ samenwerking.naam }}").startswith("Brede School De Brug\n")


@pytest.mark.parametrize(
    "bron",
    [
        "{{ samenwerking.idee }}",
        "{{ samenwerking.idee | e }}",
        "{{ samenwerking.idee | escape }}",
        "{{ samenwerking.idee | upper }}",
        "{{ samenwerking.idee | of_open }}",
        "{{ samenwerking.idee | alineas }}",
        "{{ ['', samenwerking.idee] | join }}",
        "{{ samenwerking.idee ~ '' }}",
        "{{ [samenwerking.idee] | first }}",
        "{% set x = samenwerking.idee %}{{ x }}",
        "{% set x %}{{ samenwerking.idee }}{% endset %}{{ x }}",
        "{% macro toon(x) %}{{ x }}{% endmacro %}{{ toon(samenwerking.idee) }}",
    ],
)
def test_whatever_a_template_does_with_a_text_it_stays_text(render_own: Render, bron: str) -> None:
    vijandig = DE_BRUG.replace(idee="# <B>A|B</B> *C* &AMP; {{ 7 }}")
    text = render_own(f"| Idee |\n| --- |\n| {bron} |\n", samenwerking=vijandig)
    assert [block.tekst for block in read_blocks(text)[:2]] == ["Idee", "# <B>A|B</B> *C* &AMP; {{ 7 }}"]


@pytest.mark.parametrize(
    "bron",
    [
        *("{{", "{%", "{{ }}", "{{ a.b.c }}", "{{ 'a", "{% block %}", "{{ 1 + }}", "{{ a | }}"),
        *(
            "{{ 5 | namen }}",
            "{{ {1: 2}.x }}",
            "{% include 5 %}",
            "{% include ['a', 'b'] %}",
            "{{ super() }}",
            "{{ kernpartners[0] }}",
        ),
    ],
)
def test_every_mistake_ends_in_a_sentence_and_a_remedy(render_own: Render, bron: str) -> None:
    melding, oplossing = explain(render_own, bron)
    assert melding.startswith("Het sjabloon startnota.md.j2, regel 1: ")
    assert melding.endswith(".")
    assert oplossing
