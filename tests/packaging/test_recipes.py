"""The recipes of ARCHITECTURE.md under "How to add": what is added by one, in a copy of the package, works everywhere."""

import json
import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

import samenwerk
from samenwerk.workflows.forms import VORMEN

ROOT = Path(samenwerk.__file__).parents[1]
RECIPES = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8").partition("## How to add\n")[2]


class Answer(NamedTuple):
    """What a command of the copy answered."""

    code: int
    out: str
    err: str


class Copy:
    """A copy of the package in which a recipe is followed, and beside it a dossier to work with."""

    def __init__(self, folder: Path) -> None:
        self.root, self.dossier = folder / "copy", folder / "mijn-netwerk"
        for name in ("samenwerk", "templates", "docs"):
            # With what was compiled of it, or each recipe would compile the whole package; not what is being compiled now.
            shutil.copytree(ROOT / name, self.root / name, ignore=shutil.ignore_patterns("*.pyc.*"))
        self.dossier.mkdir()
        shutil.copy(ROOT / "tests" / "cli" / "gevuld.yaml", self.dossier / "samenwerking.yaml")

    def write(self, name: str, text: str) -> None:
        """A new file of the package."""
        (self.root / name).write_text(text, encoding="utf-8")

    def add(self, name: str, text: str, *, before: str = "", after: str = "") -> None:
        """Put a text before or after a place in a file of the package, where that place stands once."""
        content = (self.root / name).read_text(encoding="utf-8")
        anchor = before or after
        assert content.count(anchor) == 1, f"{anchor!r} stands {content.count(anchor)} times in {name}"
        self.write(name, content.replace(anchor, text + anchor if before else anchor + text))

    def run(self, *lines: str) -> list[Answer]:
        """Commands of the copy one after the other, in the folder of the dossier; one process is enough for all."""
        return [
            Answer(*answer) for answer in json.loads(self._python("-c", RUN, json.dumps([shlex.split(line) for line in lines])))
        ]

    def must(self, *lines: str) -> list[str]:
        """What commands show that must succeed."""
        answers = self.run(*lines)
        for line, answer in zip(lines, answers, strict=True):
            assert answer.code == 0, f"{line}: {answer}"
        return [answer.out for answer in answers]

    def generate_docs(self) -> str:
        """The pages that docs/genereer.py makes of the tables of the copy."""
        self._python(str(self.root / "docs" / "genereer.py"))
        return "".join((self.root / "docs" / name).read_text(encoding="utf-8") for name in ("fasen.md", "begrippen.md"))

    def read_document(self, name: str) -> str:
        """A document of the dossier."""
        return (self.dossier / "documenten" / name).read_text(encoding="utf-8")

    def _python(self, *words: str) -> str:
        env = {**os.environ, "PYTHONPATH": str(self.root), "PYTHONIOENCODING": "utf-8"}
        done = subprocess.run([sys.executable, *words], cwd=self.dossier, env=env, capture_output=True, timeout=60, check=False)
        assert done.returncode == 0, done.stderr.decode()
        return done.stdout.decode()


RUN = """
import io, json, sys
from contextlib import redirect_stderr, redirect_stdout
from samenwerk.cli.main import main

answers = []
for words in json.loads(sys.argv[1]):
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="\\n", write_through=True) for _ in range(2))
    with redirect_stdout(out), redirect_stderr(err):
        code = main(words)
    answers.append([code, *(stream.buffer.getvalue().decode() for stream in (out, err))])
print(json.dumps(answers))
"""


@pytest.fixture
def copy(tmp_path: Path) -> Copy:
    return Copy(tmp_path)


def test_every_recipe_is_followed_here() -> None:
    kinds = [line.partition(":**")[0] for line in RECIPES.splitlines() if line.startswith("- **")]

    assert kinds == [f"- **A {kind}" for kind in ("field", "voorwaarde", "collection", "document", "form", "command")]


def test_a_field_is_described_named_and_printed_and_then_known_everywhere(copy: Copy) -> None:
    copy.add(
        "samenwerk/domain/samenwerking.py",
        '    motto: str = veld.tekst("Motto", "Waar iedereen het om doet.", voorbeeld="Samen thuis.")\n',
        before="    aanleiding: str = veld.tekst(\n",
    )
    copy.add("samenwerk/domain/documenten.py", '"motto", ', before='"idee", "aanleiding", "initiatiefnemer"')
    copy.add("templates/stakeholderanalyse.md.j2", "\n## Motto\n\n{{ samenwerking.motto }}\n", after="{% block inhoud %}\n")

    _, schema, begin, _ = copy.must('zet motto "Iedereen mee."', "schema", "init nieuw --proef", "render stakeholderanalyse")
    fresh, _, stale = copy.run(
        "render stakeholderanalyse --controle", 'zet motto "Samen."', "render stakeholderanalyse --controle"
    )

    assert "## Motto\n\nIedereen mee.\n" in copy.read_document("stakeholderanalyse.md")
    assert (fresh.code, stale.code) == (0, 1)
    assert '"motto"' in schema
    assert "+# Waar iedereen het om doet.\n+motto:\n" in begin
    assert "| `motto` | Motto | Waar iedereen het om doet. | tekst |" in copy.generate_docs()


def test_a_voorwaarde_is_a_function_and_a_row_and_then_guards_the_step(copy: Copy) -> None:
    copy.add(
        "samenwerk/domain/gemis.py",
        """\
def check_werkprincipes(samenwerking: Samenwerking, _: date | None) -> Iterator[Gemis]:
    if not samenwerking.werkprincipes:
        yield Gemis(IN_TE_VULLEN, ("werkprincipes",), "hoe de partners met elkaar omgaan")


""",
        before="# Overeenkomen\n",
    )
    copy.add(
        "samenwerk/domain/voorwaarden.py",
        """\
    Voorwaarde(
        "werkprincipes",
        "delen",
        VEREIST,
        "De werkprincipes",
        "Er staat hoe de partners met elkaar omgaan.",
        gemis.check_werkprincipes,
    ),
""",
        before='    Voorwaarde(\n        "gedeelde_ambitie",\n',
    )

    step, status, check, ask = copy.run("fase volgende", "status --alles", "controleer --json", "vragen --json")
    copy.must('zet werkprincipes "We zeggen het elkaar."', "fase volgende --proef")

    assert step.code == 1
    assert 'Nog in te vullen: hoe de partners met elkaar omgaan\n    → samenwerk zet werkprincipes "…"\n' in step.err
    assert "✗ nog te doen: De werkprincipes\n" in status.out
    assert '"werkprincipes"' in check.out
    assert '"werkprincipes"' in ask.out
    assert "| `werkprincipes` | vereist | Er staat hoe de partners met elkaar omgaan. |" in copy.generate_docs()


def test_a_collection_is_a_class_a_field_a_row_and_a_line_and_then_has_all_commands(copy: Copy) -> None:
    copy.add(
        "samenwerk/domain/afspraken.py",
        '''\
class Risico(Record, uitleg="Iets wat de samenwerking kan schaden."):
    """What may harm the collaboration, and who looks after it."""

    wat: str = veld.tekst("Wat", "Wat er kan gebeuren.", voorbeeld="De subsidie stopt.")
    trekker: str = veld.verwijzing("Trekker", "Wie het in het oog houdt.", "partners")


''',
        before="class Looptijd(Record",
    )
    copy.add("samenwerk/domain/samenwerking.py", ", Risico", after="import Actie, Afspraak, Doelstelling, Knoop, Looptijd")
    copy.add(
        "samenwerk/domain/samenwerking.py",
        '    risicos: Mapping[str, Risico] = veld.records("Risicos", "Wat kan misgaan.", Risico, voorbeeld="geld")\n',
        before="    werkprincipes: tuple",
    )
    copy.add(
        "samenwerk/domain/verzamelingen.py",
        '    Verzameling("risico", "het", "risicos", kort=("trekker",), rekent_op_partners=True, wordt_uitgewisseld=True),\n',
        before='    Verzameling("project", "het", "projecten"',
    )
    copy.add("samenwerk/cli/catalogue.py", '    "risico": "Wat kan misgaan.",\n', before='    "rol": "Wie welke rol')

    _, _, shown, one, table, *_ = copy.must(
        'risico nieuw "Geen geld" --sleutel geld --trekker school',
        'risico wijzig geld --wat "Geen geld meer"',
        "risico lijst",
        "risico toon geld",
        "risico exporteer",
        "risico exporteer risicos.csv",
        "risico importeer risicos.csv --ja",
        'zet risicos.geld.wat "Het geld is op"',
    )
    refused, left = copy.run("partner weg school", "partner vertrekt school")
    _, _, _, page = copy.must("risico wijzig geld --sleutel centen", "risico weg centen", "controleer", "help alles")

    assert shown == "geld: Geen geld meer\n    trekker school\n"
    assert "Trekker: school\n" in one
    assert table.splitlines()[1] == "geld;Geen geld meer;school"
    assert "Risicos, trekker: Het geld is op" in refused.err
    assert "Risicos, trekker: Het geld is op" in left.out
    assert "  risico " in page
    assert "\n### Risico\n\nIets wat de samenwerking kan schaden.\n" in copy.generate_docs()


def test_a_document_is_a_row_a_name_and_a_template_and_then_is_made_adopted_and_shown(copy: Copy) -> None:
    copy.add(
        "samenwerk/domain/documenten.py",
        """\
    Document(
        id="netwerkkaart",
        titel="Netwerkkaart",
        lidwoord="de",
        fase="delen",
        omschrijving="Wie met wie werkt.",
        voorwaarden=("partners",),
        bron=(*_ALTIJD, *_PARTIJ),
    ),
""",
        before='    Document(\n        id="intentieverklaring",\n',
    )
    copy.add("samenwerk/domain/fasen.py", '"netwerkkaart", ', before='"intentieverklaring",')
    copy.write(
        "templates/netwerkkaart.md.j2",
        '{% extends "_delen/basis.md.j2" %}\n{% block inhoud %}\n## Wie\n\n'
        "{{ stukken.partners(samenwerking) }}\n{% endblock %}\n",
    )

    status, *_ = copy.must(
        "status --alles",
        "render netwerkkaart",
        *(f"render netwerkkaart --formaat {formaat}" for formaat in VORMEN if formaat != "pdf"),
        "vaststellen netwerkkaart",
        "instemmen netwerkkaart --partner stad",
        "verschil netwerkkaart",
        "sjabloon kopieer netwerkkaart",
        "dossier",
    )

    assert "## Wie\n" in copy.read_document("netwerkkaart.md")
    assert "Netwerkkaart" in copy.read_document("dossier.html")
    assert "Netwerkkaart: concept" in status
    assert "**Netwerkkaart**: Wie met wie werkt." in copy.generate_docs()


def test_a_form_is_a_writer_and_a_row_and_then_is_offered_made_and_guarded(copy: Copy) -> None:
    copy.write(
        "samenwerk/rendering/forms/count.py",
        '''"""How many blocks a document has."""


def write_count(blocks: tuple[object, ...]) -> bytes:
    """One line."""
    return f"{len(blocks)} blokken\\n".encode()
''',
    )
    copy.add(
        "samenwerk/workflows/forms.py",
        """\
def _write_count(blocks, _, __):
    from samenwerk.rendering.forms.count import write_count

    return write_count(blocks)


""",
        before="VORMEN = {\n",
    )
    copy.add(
        "samenwerk/workflows/forms.py",
        '        Vorm("telling", "telling", True, CommentSeal(b"# samenwerk: %s\\n"), _write_count),\n',
        before='        Vorm("odt", ',
    )

    page, shown, proef, _ = copy.must(
        "render --help",
        "render startnota --formaat telling --naar -",
        "render startnota --formaat telling --proef",
        "render startnota --formaat telling",
    )
    edited = "Mijn telling.\n" + copy.read_document("startnota.telling")
    (copy.dossier / "documenten" / "startnota.telling").write_text(edited, encoding="utf-8")
    (refused,) = copy.run("render startnota --formaat telling")

    assert "telling" in page
    assert " blokken\n" in shown
    assert " blokken\n" in proef
    assert refused.code == 1
    assert copy.read_document("startnota.telling") == edited


def test_a_command_is_a_file_a_line_and_a_function_and_then_is_listed_and_runs(copy: Copy) -> None:
    copy.write(
        "samenwerk/workflows/tel.py",
        '''"""`samenwerk tel`: counting the partners."""

from samenwerk.storage.dossier import Dossier


def count_partners(dossier: Dossier) -> int:
    """How many there are."""
    return len(dossier.samenwerking.partners)
''',
    )
    copy.write(
        "samenwerk/cli/commands/tel.py",
        '''"""`samenwerk tel`."""

from samenwerk.cli.options import MapOption, start_folder
from samenwerk.cli.screen import show
from samenwerk.cli.words.signature import command


@command
def tel(map_: MapOption = "") -> None:
    """Tel de partners."""
    from samenwerk.storage.dossier import read_dossier
    from samenwerk.workflows.tel import count_partners

    show(f"{count_partners(read_dossier(start_folder(map_)))} partners")
''',
    )
    copy.add("samenwerk/cli/catalogue.py", '        "tel": "Tel de partners.",\n', before='        "zet": "Vul')

    counted, elsewhere, page, own_page = copy.must(
        "tel", f"tel --map {shlex.quote(str(copy.dossier))}", "help alles", "tel --help"
    )
    (mistyped,) = copy.run("tell")

    assert counted == elsewhere == "2 partners\n"
    assert "  tel " in page
    assert own_page.startswith("Gebruik: samenwerk tel\n\nTel de partners.\n")
    assert "Bedoelde u “tel”?" in mistyped.err
