"""An own template is no program: it reads nothing from outside, and changes nothing."""

from pathlib import Path

import pytest
from needs import make_link
from own_templates import GEHEIM, Render, explain, make_folder, make_render
from reading import DE_BRUG, read_blocks

from samenwerk.cli.remedies import say
from samenwerk.domain.stand import Stand
from samenwerk.domain.uitgaven import find_uitgaven
from samenwerk.errors import DossierError, TemplateError
from samenwerk.rendering.templates.documents import render_uitgave
from samenwerk.storage.read_once import ReadOnce
from samenwerk.storage.templates import Templates
from samenwerk.storage.yaml_tree import MAX_BYTES


@pytest.fixture
def map_(tmp_path: Path) -> Path:
    return make_folder(tmp_path)


@pytest.fixture
def render_own(map_: Path) -> Render:
    return make_render(map_)


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
        for begin in ("alleen wat er is: ", "mogen er staan: ", "Controleer de accolades", "Achter een |", "Loop over")
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
