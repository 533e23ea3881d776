"""How the commands that make documents write them, and show what they did, or with --proef what they would do."""

from typing import TYPE_CHECKING, Annotated, Any

from samenwerk.cli.remedies import hint
from samenwerk.cli.screen import show, show_bytes, show_diff, tell
from samenwerk.cli.understanding.words import FORMAAT
from samenwerk.cli.words.declare import Option
from samenwerk.errors import Remedy
from samenwerk.workflows.forms import MARKDOWN, is_tekst, list_formaten

if TYPE_CHECKING:
    from samenwerk.domain.uitgaven import Uitgave
    from samenwerk.storage.dossier import Dossier
    from samenwerk.workflows.document_files import DocumentFile
    from samenwerk.workflows.documents import Gemaakt

_FORMATEN = [id_ if id_ == titel else f"{id_} ({titel})" for id_, titel in list_formaten().items()]
FormaatOption = Annotated[
    str,
    Option(
        "--formaat",
        metavar="FORMAAT",
        help=f"{', '.join(_FORMATEN[:-1])} of {_FORMATEN[-1]}.",
        kind=FORMAAT,
    ),
]
NaarOption = Annotated[str, Option("--naar", metavar="-", help="Met een streepje (-): toon de tekst en schrijf geen bestand.")]


def check_naar(naar: str, formaat: str) -> None:
    """Raise `WrongUsageError` for another place than the screen, and for a form that is no text."""
    from samenwerk.errors import WrongUsageError

    if naar not in ("", "-"):
        raise WrongUsageError(
            f"“{naar}” kan niet achter --naar.",
            "Achter --naar kan alleen een streepje (-).",
        )
    if naar and not is_tekst(formaat):
        raise WrongUsageError(
            f"Een {formaat} is geen tekst en kan niet op het scherm.", "Laat --naar weg; het bestand komt in de map documenten."
        )


def show_contents(files: "list[DocumentFile]", *, as_json: bool) -> None:
    """What the files should hold, on the screen."""
    if as_json:
        show_files_json(files)
    else:
        show_bytes(b"\n".join(file.content for file in files))


def make_for_house(dossier: "Dossier", uitgaven: "list[Uitgave]") -> "Gemaakt":
    """Documents in the form of this house, writing nothing. Without one, and without what Word needs, as web pages.

    Raises what `make_documents` raises.
    """
    from samenwerk.errors import MissingPartError
    from samenwerk.workflows.documents import make_documents

    vorm = dossier.samenwerking.vorm
    try:
        return make_documents(dossier, uitgaven, vorm or "docx", overschrijf=False)
    except MissingPartError as missing:
        if vorm:
            raise
        tell(f"{missing.melding} Daarom wordt het een webpagina.", style="open", hang=2)
        return make_documents(dossier, uitgaven, "html", overschrijf=False)


def write_and_show(gemaakt: "Gemaakt", *, overschrijf: bool, proef: bool, as_json: bool) -> None:
    """Write the files that are missing or stale, and say so."""
    from samenwerk.workflows.document_files import HandEditedError, diff_of
    from samenwerk.workflows.documents import write_documents

    try:
        written = write_documents(gemaakt, overschrijf=overschrijf, proef=proef)
    except HandEditedError as error:
        for file in error.files if not as_json else []:
            show_diff(diff_of(file))
        raise
    teksten = gemaakt.overgenomen.teksten
    if as_json:
        overgenomen = [{"naam": uitgave.naam, "plaats": plaats} for uitgave, plaats in teksten]
        geschreven = [] if proef else [file.path for file in written]
        show_files_json(gemaakt.files, geschreven=geschreven, overgenomen=overgenomen, proef=proef)
        return
    for uitgave, plaats in teksten:
        show(f"De eigen tekst “{plaats}” van {uitgave.naam} {'komt' if proef else 'staat nu'} ook in het dossier.", hang=2)
    for file in gemaakt.files:
        if proef and file in written:
            show_diff(diff_of(file))
        else:
            show(f"{file.path} {'geschreven' if file in written else 'was al actueel'}.", style="goed", hang=2)
        if file.mist:
            signs = " ".join(file.mist)
            tell(f"Let op: daarin staat een leeg kader voor elk teken dat een {file.formaat} niet kent: {signs}", hang=2)
    if proef:
        show("Proef: er is niets geschreven.", style="open")
    elif written:
        _tell_how_to_send(written)


def _tell_how_to_send(written: "list[DocumentFile]") -> None:
    """What can be done with the files: of a document that is only text, which command makes one to send."""
    if any(file.formaat != MARKDOWN for file in written):
        show(hint("Lees na wat er staat voor u het doorstuurt."), hang=2)
    else:
        bekijk = "Bekijk het als Word-bestand, om door te sturen: ", Remedy("open", waarde=written[0].naam)
        show(hint(bekijk), hang=2)


def show_files_json(files: "list[DocumentFile]", **verder: Any) -> None:
    """The files as JSON; `tekst` is empty for a form that is no text."""
    from samenwerk.cli.json_output import show_json

    stukken = [
        {
            "naam": file.naam,
            "formaat": file.formaat,
            "bestand": file.path,
            "oordeel": file.oordeel,
            "tekst": file.text,
            "mist": [*file.mist],
        }
        for file in files
    ]
    show_json("documenten", {"documenten": stukken, **verder})
