"""Writes docs/fasen.md and docs/begrippen.md from the tables of the domain, so that they cannot say anything else.

`python docs/genereer.py` writes both; `python docs/genereer.py --controle` writes nothing and exits 1 when one is stale.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from samenwerk.domain import bron
from samenwerk.domain.begrippen import BEGRIPPEN, CODEWOORDEN
from samenwerk.domain.documenten import document_of
from samenwerk.domain.dynamiek import FASEN_EN_PROCESSEN, LERENDE_HOUDING, PRINCIPES, PRINCIPES_INLEIDING, VERBINDENDE_FACTOR
from samenwerk.domain.fasen import (
    BLIJFT,
    FASE_IDS,
    FASEN,
    SPRONG,
    TERUG,
    TOESTANDEN,
    UITLEG_TOESTAND,
    VOORUIT,
    Fase,
    step_soort,
)
from samenwerk.domain.principes import WAT_TELT
from samenwerk.domain.record import (
    DATUM,
    DEEL,
    GETAL,
    KEUZE,
    LIJST,
    RECORDS,
    REEKS,
    RITME,
    TEKST,
    VERWIJZING,
    VERWIJZINGEN,
    WOORDEN,
    Record,
    Veld,
)
from samenwerk.domain.samenwerking import Samenwerking
from samenwerk.domain.vertrouwelijk import Vertrouwelijk
from samenwerk.domain.voorwaarden import voorwaarden_of

_KOP = "<!-- Gemaakt door docs/genereer.py uit de tabellen in samenwerk/domain/. Wijzig die, niet dit bestand. -->"

ANTWOORDEN = {VOORUIT: "vooruit", TERUG: "terug", BLIJFT: "staat er al", SPRONG: "kan niet"}
"""What the table of steps says for each kind of step."""

# fasen.md


def render_fasen() -> str:
    """The whole text of docs/fasen.md."""
    blokken = [
        _KOP,
        "# Fasen",
        FASEN_EN_PROCESSEN,
        _quote_bron(bron.SAMENWERKEN, bron.PROCESSEN, bron.NIET_LINEAIR),
        _render_table(
            ["Nr.", "Fase", "Kernvraag", "Resultaat"],
            [
                [str(fase.nummer), f"[{fase.naam}](#{_make_anchor(fase)})", fase.kernvraag, _name_results(fase)]
                for fase in FASEN
            ],
        ),
        *(blok for fase in FASEN for blok in _render_fase(fase)),
        "## De stappen tussen de fasen",
        "Vooruit gaat de groep één fase tegelijk, met `samenwerk fase volgende`. Terug kan altijd, naar elke vroegere fase, "
        "met `samenwerk terug naar FASE`; daarbij gaat niets verloren. Na de laatste fase komt geen andere meer: vernieuwen is "
        "teruggaan, en stoppen is `samenwerk afsluiten`.",
        render_mermaid(),
        "In de tabel staat de fase waar de groep is links, en de fase waar ze naartoe wil bovenaan.",
        _render_table(
            ["van \\ naar", *FASE_IDS],
            [[f"**{van}**", *(ANTWOORDEN[step_soort(van, naar)] for naar in FASE_IDS)] for van in FASE_IDS],
        ),
        "## De toestanden",
        "Los van de fase heeft een samenwerking een toestand. Is ze niet actief, dan gaat ze vooruit noch terug. "
        "Met `samenwerk afsluiten` en `samenwerk heropen` verandert de toestand.",
        _render_table(["Toestand", "Wat het betekent"], [[toestand, UITLEG_TOESTAND[toestand]] for toestand in TOESTANDEN]),
    ]
    return "\n\n".join(blokken) + "\n"


def render_mermaid() -> str:
    """The diagram of every step the table of overgangen has."""
    regels = [f'    state "{fase.nummer} {fase.naam}" as {fase.id}' for fase in FASEN]
    for soort in (VOORUIT, TERUG):
        regels += [
            f"    {van} --> {naar}: {ANTWOORDEN[soort]}"
            for van in FASE_IDS
            for naar in FASE_IDS
            if step_soort(van, naar) == soort
        ]
    return "\n".join(["```mermaid", "stateDiagram-v2", *regels, "```"])


def _quote_bron(*teksten: str) -> str:
    return f"In de woorden van de bron: *{' '.join(filter(None, teksten))}*"


def _render_fase(fase: Fase) -> Iterator[str]:
    yield f"## {fase.nummer} {fase.naam}"
    yield f"**{fase.kernvraag}**"
    yield fase.uitleg
    resultaat = bron.RESULTATEN.get(fase.id)
    yield _quote_bron(fase.bron, f"Resultaat: {resultaat}" if resultaat else "")
    if fase.andere_namen:
        yield f"Ook genoemd: {', '.join(fase.andere_namen)}."
    yield f"- Betekenisgeving: {fase.betekenisgeving}\n- Interactie: {fase.interactie}"
    yield "Resultaat:"
    documenten = [document_of(document_id) for document_id in fase.resultaat]
    yield "\n".join(f"- **{document.titel}**: {document.omschrijving}" for document in documenten)
    yield "Voorwaarden:"
    yield _render_table(
        ["Voorwaarde", "Niveau", "Wat er moet zijn"],
        [[f"`{voorwaarde.id}`", voorwaarde.niveau, voorwaarde.regel] for voorwaarde in voorwaarden_of(fase.id)],
    )


def _name_results(fase: Fase) -> str:
    titels = [document_of(document_id).titel for document_id in fase.resultaat]
    return (" of " if fase.id == "overeenkomen" else " en ").join([titels[0], *(titel.lower() for titel in titels[1:])])


def _make_anchor(fase: Fase) -> str:
    return f"{fase.nummer}-{fase.naam.lower().replace(' ', '-')}"


# begrippen.md


def render_begrippen() -> str:
    """The whole text of docs/begrippen.md."""
    blokken = [
        _KOP,
        "# Begrippen",
        "Hier staat wat elk woord in `samenwerk` betekent: eerst de woorden van het programma, dan elk veld van het dossier. "
        "Een woord betekent overal hetzelfde: op het scherm, in de documenten en in het bestand `samenwerking.yaml`.",
        "## De woorden van het programma",
        "\n".join(f"- **{begrip}**: {uitleg}" for begrip, uitleg in BEGRIPPEN.items()),
        "## De vijf principes",
        VERBINDENDE_FACTOR,
        LERENDE_HOUDING,
        f"{PRINCIPES_INLEIDING}:",
        "\n".join(f"{principe.nummer}. **{principe.titel}**: {principe.uitleg}" for principe in PRINCIPES),
        _quote_bron(bron.VERBINDENDE_FACTOR, bron.LERENDE_HOUDING, f"{bron.PRINCIPES}:"),
        "\n".join(f"{principe.nummer}. *{principe.bron}*" for principe in PRINCIPES),
        "Wat in het dossier voor een principe telt (`samenwerk dynamiek`):",
        "\n".join(f"{principe.nummer}. {WAT_TELT[principe.nummer].capitalize()}" for principe in PRINCIPES),
        "## De velden van het dossier",
        "De sleutel is het woord zoals het in het bestand staat. Een *verplicht* veld moet er zijn; de rest mag leeg blijven.",
        *(blok for klasse in list_classes() for blok in _render_class(klasse)),
        "## De velden van vertrouwelijk.yaml",
        *_render_class(Vertrouwelijk),
        "## De woorden in de code",
        "Alleen voor wie aan samenwerk bouwt: geen scherm en geen document toont ze.",
        "\n".join(f"- **{begrip}**: {uitleg}" for begrip, uitleg in CODEWOORDEN.items()),
    ]
    return "\n\n".join(blokken) + "\n"


def list_classes(klasse: type[Record] = Samenwerking) -> list[type[Record]]:
    """The parts of the dossier in the order in which one meets them, each followed by its own parts."""
    found = [klasse]
    for veld in klasse.velden.values():
        found += [part for part in list_classes(veld.record) if part not in found] if veld.record else []
    return found


def _render_class(klasse: type[Record]) -> Iterator[str]:
    yield f"### {klasse.__name__}"
    yield klasse.uitleg
    yield _render_table(
        ["Sleutel", "Titel", "Wat het is", "Wat erin kan"],
        [[f"`{veld.naam}`", veld.titel, veld.uitleg, describe_content(veld)] for veld in klasse.velden.values()],
    )


def describe_content(veld: Veld) -> str:
    """What may stand in a field, in a few words."""
    deel = f"[{veld.record.__name__}](#{veld.record.__name__.lower()})" if veld.record else ""
    bij = " of ".join(", ".join(veld.verwijst).rsplit(", ", 1))
    bereik = str(veld.minimum) if veld.minimum == veld.maximum else f"{veld.minimum} tot {veld.maximum}"
    woorden = {
        TEKST: "tekst",
        DATUM: "datum (jaar-maand-dag)",
        GETAL: f"getal: {bereik}",
        KEUZE: ", ".join(veld.keuzes),
        RITME: "een getal en dagen, weken, maanden of jaar",
        LIJST: "lijst van teksten",
        WOORDEN: f"een tekst bij elke sleutel uit {bij}" if bij else "woorden, elk met een tekst",
        VERWIJZING: f"sleutel uit {bij}",
        VERWIJZINGEN: f"lijst van sleutels uit {bij}",
        DEEL: f"de velden van {deel}",
        RECORDS: f"per sleutel{f' uit {bij}' if bij else ''} de velden van {deel}",
        REEKS: f"lijst, elk met de velden van {deel}",
    }
    return woorden[veld.soort] + (" (*verplicht*)" if veld.verplicht else "")


def _render_table(koppen: list[str], rijen: list[list[str]]) -> str:
    regels = [koppen, ["---"] * len(koppen), *rijen]
    return "\n".join(f"| {' | '.join(regel)} |" for regel in regels)


# The command


def render_all() -> dict[str, str]:
    """Every generated file of this folder, with its text."""
    return {"fasen.md": render_fasen(), "begrippen.md": render_begrippen()}


def find_stale(folder: Path) -> list[str]:
    """The files in a folder that are missing or say something else than the tables."""
    return [
        naam
        for naam, tekst in render_all().items()
        if not (folder / naam).is_file() or (folder / naam).read_bytes().decode("utf-8", "replace") != tekst
    ]


def main(arguments: list[str], folder: Path) -> int:
    """Write what is stale, or with `--controle` only say what is."""
    if arguments not in ([], ["--controle"]):
        sys.stderr.write("Gebruik: python docs/genereer.py [--controle]\n")
        return 2
    stale = find_stale(folder)
    for naam in stale:
        if not arguments:
            (folder / naam).write_bytes(render_all()[naam].encode())
        sys.stdout.write(f"{'Verouderd' if arguments else 'Geschreven'}: {naam}\n")
    return 1 if arguments and stale else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], Path(__file__).parent))
